import type { Right } from '../staff/rights.ts'

// What the print ledger knows, who may see it and who may print it. A new form adds its line here and its name to
// both texts (`printout.kind.…`).

/** `statement` is the client's; all others are internal forms made of one table. */
export const printKinds = [
  'statement',
  'custody-register',
  'hand-in-list',
  'seal-certificate',
  'restore-statement',
  'set-up-list',
] as const

export type PrintKind = (typeof printKinds)[number]

export type FormKind = Exclude<PrintKind, 'statement'>

/** The only sheet a client may see so far (practice 10: 客户可见); whatever is no statement is internal. */
export const isInternal = (kind: PrintKind): boolean => kind !== 'statement'

type Holders = { readonly see: readonly Right[]; readonly print: readonly Right[] }

const alike = (...rights: readonly Right[]): Holders => ({ see: rights, print: rights })

/** One right of a list is enough. */
export const holdersOf: Readonly<Record<PrintKind, Holders>> = {
  statement: { see: ['client.read'], print: ['statement.print'] },
  'custody-register': alike('dossier.register'),
  'hand-in-list': alike('dossier.hand-in', 'dossier.accept'),
  // It says why: for those who may know it (`knowsWhySealed`).
  'seal-certificate': alike('dossier.seal', 'dossier.open', 'dossier.emergency'),
  'restore-statement': alike('backup.run', 'vault.restore'),
  'set-up-list': alike('staff.manage', 'settings.edit'),
}

const hasOne = (held: readonly Right[], wanted: readonly Right[]): boolean =>
  wanted.some((right) => held.includes(right))

export const maySeeKind = (held: readonly Right[], kind: PrintKind): boolean =>
  hasOne(held, holdersOf[kind].see) || hasOne(held, holdersOf[kind].print)

export const mayPrintKind = (held: readonly Right[], kind: PrintKind): boolean =>
  hasOne(held, holdersOf[kind].print)

export const kindsSeenBy = (held: readonly Right[]): readonly PrintKind[] =>
  printKinds.filter((kind) => maySeeKind(held, kind))
