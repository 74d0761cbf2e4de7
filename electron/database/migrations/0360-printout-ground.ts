/** For whom a sheet was printed and on what it stands: asked again before it is printed another time. */
export const printoutGround = {
  version: 360,
  name: 'printout-ground',
  sql: `
    CREATE TABLE printout_reader (
      printout_id INTEGER NOT NULL REFERENCES printout(id),
      member_id INTEGER NOT NULL REFERENCES household_member(id),
      PRIMARY KEY (printout_id, member_id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE printout_figure (
      printout_id INTEGER NOT NULL REFERENCES printout(id),
      figure_id INTEGER NOT NULL REFERENCES figure(id),
      PRIMARY KEY (printout_id, figure_id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE printout_bank (
      printout_id INTEGER NOT NULL REFERENCES printout(id),
      member_id INTEGER NOT NULL REFERENCES household_member(id),
      PRIMARY KEY (printout_id, member_id)
    ) STRICT, WITHOUT ROWID;
  `,
}
