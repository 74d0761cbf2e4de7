/** The client's second word to a changed level that came with the client book, and the meeting it was given in. */
export const levelConfirmation = {
  version: 280,
  name: 'level-confirmation',
  sql: `
    CREATE TABLE level_confirmation (
      assessment_id INTEGER NOT NULL REFERENCES assessment(id),
      encounter_id INTEGER NOT NULL REFERENCES encounter(id),
      staff_id INTEGER NOT NULL REFERENCES staff(id),
      at INTEGER NOT NULL,
      PRIMARY KEY (assessment_id, encounter_id)
    ) STRICT, WITHOUT ROWID;
  `,
}
