// The checks of the 79 that the drill does not run, each with the reason.

/** @type {readonly { readonly id: string, readonly why: string }[]} */
export const elsewhere = [
  { id: 'R05', why: 'nothing re-keys the database yet' },
  { id: 'K12', why: 'no keychain slot exists' },
  { id: 'K13', why: 'no keychain slot exists' },
  {
    id: 'K18',
    why: 'destruction of a dossier does not exist yet; that a sealed one leaves no word: tests/electron/seal/seal.test.ts',
  },
  {
    id: 'S08',
    why: 'tests/scripts/packaging.test.ts › the fuses of the program, in npm test; on packed programs in npm run dist:check',
  },
  {
    id: 'S09',
    why: 'tests/scripts/packaging.test.ts › a list of packed files, the app packed for …, in npm test and npm run dist:check',
  },
  {
    id: 'S10',
    why: 'tests/electron/shell/natives.test.ts › the native files beside the archive, in npm test; in packages: npm run dist:check',
  },
  { id: 'S12', why: 'needs the real Electron' },
  { id: 'S15', why: 'tests/house/packages.test.ts and tests/house/third-party.test.ts, in npm test' },
  { id: 'P01', why: 'tests/electron/printout/statement-pdf.test.ts, in npm test' },
  { id: 'P02', why: 'tests/electron/printout/statement-pdf.test.ts, in npm test' },
  { id: 'P03', why: 'tests/electron/printout/statement-pdf.test.ts, in npm test' },
  { id: 'P04', why: 'tests/electron/printout/statement-pdf.test.ts, in npm test' },
  { id: 'P05', why: 'part of K11: the browser’s test prints before the light goes out' },
]
