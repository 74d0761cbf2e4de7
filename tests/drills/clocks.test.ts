import { afterEach, expect } from 'vitest'
import { openTestDesk, type TestDesk } from '../support/desk.ts'
import { below } from '../support/dice.ts'
import { addClient } from '../support/meeting.ts'
import { check } from './check.ts'

const zone = process.env['TZ']
afterEach(() => {
  if (zone === undefined) delete process.env['TZ']
  else process.env['TZ'] = zone
})

const write = (desk: TestDesk, value: string) =>
  desk.client.draft.put({ place: '/drill', field: 'clock', value })

/** Nothing on the desk may think that something lasted less than no time. */
const expectNoNegativeTimes = async (desk: TestDesk): Promise<void> => {
  const lines = await desk.client.audit.list({ before: null, limit: 50 })
  for (const line of lines) expect(line.at).toBeGreaterThan(0)
  for (const line of desk.log) if ('ms' in line) expect(line.ms).toBeGreaterThanOrEqual(0)
}

const jumps = [
  { what: 'ten years on', to: '2036-11-23T08:05:00+08:00', isBack: false },
  { what: 'beyond the 32 bits of 2038', to: '2038-01-19T11:20:00+08:00', isBack: false },
  { what: 'to a leap day', to: '2028-02-29T23:59:00+08:00', isBack: false },
  { what: 'a year back', to: '2025-11-23T08:05:00+08:00', isBack: true },
  { what: 'six minutes back', to: '2026-11-23T07:59:00+08:00', isBack: true },
] as const

check(
  'R23',
  'a clock that jumps between two sessions stops no work, and one set back is marked',
  { usual: 1, drill: jumps.length },
  async ({ rounds, random }) => {
    const first = below(random, jumps.length)
    const tried = Array.from(
      { length: Math.min(rounds, jumps.length) },
      (_, at) => (first + at) % jumps.length,
    )
    for (const { what, to, isBack } of tried.flatMap((at) => jumps[at] ?? [])) {
      const before = await openTestDesk()
      await write(before, 'before')
      await before.lock()
      const desk = await openTestDesk({ dataFolder: before.dataFolder, at: to })
      expect((await desk.client.session.me()).clockSuspect, what).toBe(isBack)
      await write(desk, what)
      expect((await desk.client.draft.list({ place: '/drill' })).map(({ value }) => value)).toEqual([what])
      await expectNoNegativeTimes(desk)
      await desk.lock()
      // Back at the right time nothing is suspect about the past but what was written in the future.
      const after = await openTestDesk({ dataFolder: before.dataFolder, at: '2026-11-23T09:00:00+08:00' })
      expect((await after.client.session.me()).clockSuspect, what).toBe(!isBack)
      const { jobId } = await after.client.audit.verify()
      await after.desk.jobs.finished(jobId)
      expect(await after.client.audit.verdict(), what).toMatchObject({ verdict: 'intact' })
      await after.lock()
    }
    return { rounds: tried.length }
  },
)

check(
  'L02',
  'a clock that was set back, or moved on as in a sleep, while somebody works locks the desk',
  { usual: 1, drill: 1 },
  async () => {
    for (const to of ['2026-11-23T07:00:00+08:00', '2026-11-23T20:00:00+08:00']) {
      const desk = await openTestDesk()
      desk.clock.set(to)
      await expect.poll(() => desk.exits, { timeout: 8000 }).toEqual([0])
    }
    return { rounds: 2 }
  },
)

const zones = ['America/New_York', 'Pacific/Kiritimati', 'UTC', 'Asia/Shanghai'] as const
const midnights = [
  { at: '2026-11-23T23:30:00+08:00', day: '2026-11-23' },
  { at: '2026-11-24T00:30:00+08:00', day: '2026-11-24' },
] as const

check(
  'R23',
  'the branch’s day is the same in every zone the PC thinks it is in, also when that changes meanwhile',
  { usual: 1, drill: 1 },
  async () => {
    for (const { at, day } of midnights) {
      const desk = await openTestDesk({ at })
      const clientId = addClient(desk, '郝欣')
      await desk.client.household.begin({ clientId })
      for (const name of zones) {
        process.env['TZ'] = name
        expect((await desk.client.figure.list({ clientId })).today, name).toBe(day)
      }
      await desk.lock()
    }
    return { rounds: zones.length * midnights.length, note: zones.join(', ') }
  },
)
