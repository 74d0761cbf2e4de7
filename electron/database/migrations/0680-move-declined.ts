/** A move that was asked for and is not to be: sent back by a supervisor or taken back by who asked, and why. */
export const moveDeclined = {
  version: 680,
  name: 'move-declined',
  sql: `
    CREATE TABLE encounter_move_declined (
      move_id INTEGER PRIMARY KEY REFERENCES encounter_move(id),
      staff_id INTEGER NOT NULL REFERENCES staff(id),
      why TEXT NOT NULL,
      at INTEGER NOT NULL
    ) STRICT;
  `,
}
