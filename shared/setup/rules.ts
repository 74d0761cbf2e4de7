import { fewestKeepers } from '../staff/duties.ts'

/** What a branch does before its first day with the program, in this order (practice §16). */
export const setupSteps = [
  'names',
  'numbers',
  'people',
  'keepers',
  'card',
  'client-book',
  'owners',
  'shelf',
  'cabinets',
  'backup',
  'drill',
  'printer',
] as const

export type SetupStep = (typeof setupSteps)[number]

export type SetupFacts = {
  readonly named: boolean
  /** What the branch writes in front of its dossier numbers; empty: nobody has settled it. */
  readonly branchCode: string
  /** People who work here and can unlock; of them those without a role, and those on a first passphrase. */
  readonly logins: number
  readonly roleless: number
  readonly temporary: number
  /** Keepers who can come to the archive key by a passphrase of their own. */
  readonly keepers: number
  readonly cardConfirmed: boolean
  /** The day of the newest client book and of the newest shelf; empty: none came in. */
  readonly clientBook: string
  readonly shelf: string
  /** Clients whose owner works here no more. */
  readonly strayClients: number
  /** Dossiers that were ever put in a cabinet: by 期初建账, or on an evening when there was nothing to enter. */
  readonly inCabinets: number
  /** Clients without a dossier who were here when the last cabinet was entered; all of them if none was. */
  readonly leftOut: number
  readonly secondBackup: boolean
  readonly drilled: boolean
  readonly printed: boolean
}

const rules: Readonly<Record<SetupStep, (facts: SetupFacts) => boolean>> = {
  names: ({ named }) => named,
  numbers: ({ branchCode }) => branchCode !== '',
  people: ({ logins, roleless, temporary }) => logins > 1 && roleless === 0 && temporary === 0,
  keepers: ({ keepers }) => keepers >= fewestKeepers,
  card: ({ cardConfirmed }) => cardConfirmed,
  'client-book': ({ clientBook }) => clientBook !== '',
  // An import takes no name it does not know, so what can be open is only an owner who left since.
  owners: ({ clientBook, strayClients }) => clientBook !== '' && strayClients === 0,
  shelf: ({ shelf }) => shelf !== '',
  cabinets: ({ inCabinets, leftOut }) => inCabinets > 0 && leftOut === 0,
  backup: ({ secondBackup }) => secondBackup,
  drill: ({ drilled }) => drilled,
  printer: ({ printed }) => printed,
}

export type SetupLine = { readonly step: SetupStep; readonly done: boolean; readonly red: boolean }

/** Each line done or open. Red is what must not wait: a role key with fewer than two holders (practice §9). */
export const setupLines = (facts: SetupFacts): readonly SetupLine[] =>
  setupSteps.map((step) => {
    const done = rules[step](facts)
    return { step, done, red: step === 'keepers' && !done }
  })
