import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chooseObsolete } from '../../../electron/vault/backup-list.ts'

const day = 86_400_000
const start = Date.UTC(2025, 0, 1, 10)
const line = (at: number, verified = true) => ({ name: `${at}`, at, bytes: 1, verified })
const yearOfDays = Array.from({ length: 365 }, (_, at) => line(start + at * day))

test('after a year of daily backups seven days, four weeks and twelve months are left', () => {
  const gone = new Set(chooseObsolete(yearOfDays))
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
        const gone = chooseObsolete(lines)
        const verified = lines.filter((each) => each.verified)
        const newest = Math.max(...verified.map((each) => each.at))
        expect(gone.every((each) => each.verified)).toBe(true)
        if (verified.length > 0)
          expect(verified.some((each) => each.at === newest && !gone.includes(each))).toBe(true)
      },
    ),
  )
})
