import type { PlainDate } from '../plain-date.ts'

// A monthly copy is the last to go: it stays while its month is one of the twelve newest (electron/vault/backup-list.ts).
const monthsKept = 12

/** The day until which a copy made at this instant may still be there when backups go on as they do. */
export const keptUntil = (year: number, month: number): PlainDate => {
  const months = year * 12 + month + monthsKept
  const [lastYear, lastMonth] = [Math.floor(months / 12), (months % 12) + 1]
  const isLeap = (lastYear % 4 === 0 && lastYear % 100 !== 0) || lastYear % 400 === 0
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][lastMonth - 1] ?? 31
  return `${lastYear}-${String(lastMonth).padStart(2, '0')}-${String(days).padStart(2, '0')}`
}
