import type { PlainDate } from '../plain-date.ts'

// A monthly copy is the last to go: it stays while its month is one of the twelve newest (electron/vault/backup-list.ts).
const monthsKept = 12

/** The day until which a copy made on this day may still be there when backups go on as they do. */
export const keptUntil = (day: PlainDate): PlainDate => {
  const [year = 0, month = 1] = day.split('-').map(Number)
  const months = year * 12 + month - 1 + monthsKept
  const [lastYear, lastMonth] = [Math.floor(months / 12), (months % 12) + 1]
  const isLeap = (lastYear % 4 === 0 && lastYear % 100 !== 0) || lastYear % 400 === 0
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][lastMonth - 1] ?? 31
  return `${lastYear}-${String(lastMonth).padStart(2, '0')}-${String(days).padStart(2, '0')}`
}

/** Where rows that were sealed since may still lie open. */
export type Copies = {
  /** Older backups that were seen, on this PC and on the second target. */
  readonly count: number
  /** When retention has let go of the last of them; null: there is none, or one it never lets go of. */
  readonly until: PlainDate | null
  readonly away: 'none' | 'seen' | 'unknown'
  /** Copies went to a second target that is not the one of today. */
  readonly elsewhere: boolean
  /** Vaults set aside by a restore: the program never removes them. */
  readonly quarantine: readonly string[]
}

type Line = {
  readonly key: 'none' | 'some' | 'stay' | 'unknown' | 'elsewhere' | 'quarantine'
  readonly values: Readonly<Record<string, string | number>>
}

const countLine = ({ count, until }: Copies, dayOf: (day: PlainDate) => string): Line => {
  if (count === 0) return { key: 'none', values: {} }
  return until === null
    ? { key: 'stay', values: { count } }
    : { key: 'some', values: { count, until: dayOf(until) } }
}

/** What is said of them on the screen and on the certificate; the words stand under `seal.held`. */
export const heldLines = (copies: Copies, dayOf: (day: PlainDate) => string): readonly Line[] => {
  const { away, elsewhere, quarantine } = copies
  const folders = quarantine.join('、')
  return [
    countLine(copies, dayOf),
    ...(away === 'unknown' ? [{ key: 'unknown', values: {} } as const] : []),
    ...(elsewhere ? [{ key: 'elsewhere', values: {} } as const] : []),
    ...(folders === '' ? [] : [{ key: 'quarantine', values: { folders } } as const]),
  ]
}
