/** What became of a sheet that left the room: signed and back, taken back, or not to be had back (F45). */
export const printoutReturn = {
  version: 340,
  name: 'printout-return',
  sql: `
    ALTER TABLE printout ADD COLUMN returned TEXT NOT NULL DEFAULT 'out'
      CHECK (returned IN ('out', 'signed', 'recalled', 'lost'));
  `,
}
