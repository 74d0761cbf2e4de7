import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chooseObsolete } from '../../../electron/vault/backup-list.ts'

const day = 86_400_000
const start = Date.UTC(2025, 0, 1, 10)
const line = (at: number, verified = true) => ({ name: `${at}`, at, bytes: 5, ownBytes: 1, verified })
// The branch's days: eight hours before the world's.
const dayOf = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10)
const roomy = { dayOf, budget: Number.POSITIVE_INFINITY, weigh: ({ bytes }: { bytes: number }) => bytes }
const yearOfDays = Array.from({ length: 365 }, (_, at) => line(start + at * day))

test('after a year of daily backups seven days, four weeks and twelve months are left', () => {
  const gone = new Set(chooseObsolete(yearOfDays, roomy))
  const kept = yearOfDays.filter((each) => !gone.has(each)).toReversed()
  expect(kept.slice(0, 7)).toEqual(yearOfDays.slice(-7).toReversed())
  expect(kept.length).toBeGreaterThanOrEqual(7 + 2 + 11)
  expect(kept.length).toBeLessThanOrEqual(7 + 4 + 12)
  expect(new Set(kept.map((each) => new Date(each.at).getUTCMonth())).size).toBe(12)
})

test('the newest verified backup is never given up, and one that is not verified is not counted', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ at: fc.integer({ min: 0, max: 4e12 }), good: fc.boolean() })),
      (made) => {
        const lines = made.map(({ at, good }) => line(at, good))
        const gone = chooseObsolete(lines, roomy)
        const verified = lines.filter((each) => each.verified)
        const newest = Math.max(...verified.map((each) => each.at))
        expect(gone.every((each) => each.verified)).toBe(true)
        if (verified.length > 0)
          expect(verified.some((each) => each.at === newest && !gone.includes(each))).toBe(true)
      },
    ),
  )
})

test('a day is the branch’s day: two backups around the world’s midnight are of one day there', () => {
  const evening = Date.UTC(2026, 10, 23, 23, 30)
  const later = Date.UTC(2026, 10, 24, 0, 30)
  const next = Date.UTC(2026, 10, 24, 16, 30)
  const gone = chooseObsolete([line(evening), line(later), line(next)], roomy)
  expect(gone.map(({ at }) => at)).toEqual([evening])
})

test('where there is no room the oldest go first, and the newest stays whatever it weighs', () => {
  const week = yearOfDays.slice(-7)
  const tight = { ...roomy, budget: 12 }
  const kept = week.filter((each) => !chooseObsolete(week, tight).includes(each))
  expect(kept).toEqual(week.slice(-2))
  expect(chooseObsolete(week.slice(-1), { ...roomy, budget: 0 })).toEqual([])
})
