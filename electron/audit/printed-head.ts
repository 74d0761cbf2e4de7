import type { Read } from '../database/handle.ts'

// A sheet of paper is the one anchor that nobody can put back together with the folder: its footer holds the first
// digits of the hash of the row written when it was printed.

/** What a chain says to the head on a sheet. Without one, an old copy of the whole folder can't be told from the vault. */
export type OnPaper =
  | { readonly kind: 'not-compared' }
  | { readonly kind: 'in-chain'; readonly row: number; readonly at: number }
  | { readonly kind: 'missing' }
  /** The row isn't there, and a salvage lost rows: it may be one of them. */
  | { readonly kind: 'perhaps-lost' }

/** The digits as they are typed off a sheet: in groups, in capitals. Undefined for what can't be such a head. */
export const readPrintedHead = (typed: string): string | undefined => {
  const digits = typed.replaceAll(/\s/g, '').toLowerCase()
  return /^[0-9a-f]{8,64}$/.test(digits) ? digits : undefined
}

const rowOf = 'SELECT seq AS row, at FROM audit WHERE substr(hash, 1, :length) = :head ORDER BY seq LIMIT 1'

export const findOnPaper = (
  db: Read,
  head: string | undefined,
  { hasLostRows }: { readonly hasLostRows: boolean },
): OnPaper => {
  if (head === undefined) return { kind: 'not-compared' }
  const found = db.one<{ row: number; at: number }>(rowOf, { head, length: head.length })
  if (found) return { kind: 'in-chain', ...found }
  return { kind: hasLostRows ? 'perhaps-lost' : 'missing' }
}
