/**
 * Who sat at the table when a need was told: it reaches these and nobody else. Of needs told before this was kept only
 * the client himself is known to have heard them.
 */
export const needHearer = {
  version: 270,
  name: 'need-hearer',
  sql: `
    CREATE TABLE need_hearer (
      need_id INTEGER NOT NULL REFERENCES need(id),
      member_id INTEGER NOT NULL,
      PRIMARY KEY (need_id, member_id)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO need_hearer(need_id, member_id)
      SELECT n.id, p.member_id FROM need n JOIN encounter_present p ON p.encounter_id = n.encounter_id
      WHERE p.relation = 'head' AND p.member_id IS NOT NULL
      GROUP BY n.id, p.member_id;
  `,
}
