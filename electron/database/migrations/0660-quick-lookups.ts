/**
 * Indexes by what is really looked up. An audit line of a meeting is found through the meeting's own steps, so that a step
 * dirties a page less; who prepared a meeting and whose clients are on their way are found without walking a whole table.
 * The search index joins its pieces already when there are two of one size, since each keystroke looks into all of them.
 */
export const quickLookups = {
  version: 660,
  name: 'quick-lookups',
  sql: `
    DROP INDEX audit_by_object;
    CREATE INDEX audit_by_object ON audit(object, seq) WHERE object NOT GLOB 'encounter:*';
    CREATE INDEX encounter_prepared ON encounter_step(encounter_id)
      WHERE type = 'step.completed' AND step_from = 'preparing';
    CREATE INDEX client_by_next_owner ON client(next_owner_id) WHERE next_owner_id IS NOT NULL;
    INSERT INTO client_search(client_search, rank) VALUES ('usermerge', 2);
  `,
}
