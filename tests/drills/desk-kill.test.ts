import { expect, onTestFinished } from 'vitest'
import type { EncounterView } from '../../shared/encounter/view.ts'
import { makeBook } from '../support/bank-file.ts'
import { openTestDesk } from '../support/desk.ts'
import { forkDesk, type ForkedDesk } from '../support/forked-desk.ts'
import { addClient, answer, sendAll, sign, walkIn } from '../support/meeting.ts'
import { below } from '../support/dice.ts'
import { upload } from '../support/take-in.ts'
import { check } from './check.ts'

// The product's own desk in its own process, written to without a pause and killed: every second time inside the one
// long transaction of an import, else at a moment nobody chose.

const bookRows = 3_000
const opening = Date.parse('2026-11-23T08:05:00+08:00')
const place = '/drill'
const pause = (ms: number): Promise<void> => new Promise((wake) => setTimeout(wake, ms))

type Home = { readonly clientId: number; readonly ownerId: number; readonly meeting: number }

/** What the desk has acknowledged so far, by the number each write carries, and the last number that was sent. */
type Told = { answer: number; readonly figures: Set<number>; readonly drafts: Set<number>; sent: number }

const makeHome = async (): Promise<{ readonly home: Home; readonly dataFolder: string }> => {
  const first = await openTestDesk()
  const clientId = addClient(first, '郝欣')
  const { selfId } = await first.client.household.begin({ clientId })
  const { id } = await first.client.encounter.start({ ...walkIn, clientId })
  await sendAll(first.client, id, [sign('郝欣')])
  await first.lock()
  return { home: { clientId, ownerId: selfId, meeting: id }, dataFolder: first.dataFolder }
}

const answerWith = async (
  desk: ForkedDesk,
  { meeting }: Home,
  seq: number,
  n: number,
): Promise<EncounterView> =>
  desk.client.encounter.send({ id: meeting, seq, event: answer('greeting', 'purpose', String(n)) })

const putFigure = async (desk: ForkedDesk, { clientId, ownerId }: Home, n: number): Promise<unknown> =>
  desk.client.figure.put({
    clientId,
    kind: 'cash',
    ownerId,
    amount: n,
    period: 'year',
    source: 'told',
    reach: { kind: 'own' },
    place: '',
    asOf: '2026-11-23',
  })

/** Answer, figure, draft, and again, until the process is gone. Only what came back counts as told. */
const hammer = async (desk: ForkedDesk, home: Home, told: Told): Promise<void> => {
  let { seq } = await desk.client.encounter.get({ id: home.meeting })
  for (;;) {
    const n = (told.sent += 1)
    if (n % 3 === 0) {
      seq = (await answerWith(desk, home, seq, n)).seq
      told.answer = n
    } else if (n % 3 === 1) {
      await putFigure(desk, home, n)
      told.figures.add(n)
    } else {
      await desk.client.draft.put({ place, field: `field-${n}`, value: String(n) })
      told.drafts.add(n)
    }
  }
}

const jobUntil = async (
  desk: ForkedDesk,
  id: number,
  isThere: (done: number) => boolean,
): Promise<string> => {
  for (;;) {
    const job = await desk.client.job.state({ id })
    if (job.state !== 'running' || isThere(job.done)) return job.state
    await pause(2)
  }
}

/** Brings an import into its transaction; true when its first rows are written and it is not at its end. */
const reachInside = async (desk: ForkedDesk, book: Buffer): Promise<boolean> => {
  const uploadId = await upload(desk, 'book.csv', book)
  const { jobId: previewId } = await desk.client.intake.inspect({ uploadId, kind: 'client-book' })
  expect(await jobUntil(desk, previewId, () => false)).toBe('done')
  const { jobId } = await desk.client.intake.apply({ previewId, asOf: '2026-11-20', owners: [] })
  return (await jobUntil(desk, jobId, (done) => done > 0)) === 'running'
}

const lost = (acknowledged: ReadonlySet<number>, found: readonly number[]): readonly number[] => {
  const there = new Set(found)
  return [...acknowledged].filter((n) => !there.has(n))
}

const expectAllThere = async (desk: ForkedDesk, home: Home, told: Told): Promise<void> => {
  const { answers } = await desk.client.encounter.get({ id: home.meeting })
  const value = Number(answers.find(({ field }) => field === 'purpose')?.value ?? 0)
  // One write may have been made and not told; none that was told may be missing.
  expect(value).toBeGreaterThanOrEqual(told.answer)
  expect(value).toBeLessThanOrEqual(told.sent)
  const { figures } = await desk.client.figure.list({ clientId: home.clientId })
  const drafts = await desk.client.draft.list({ place })
  expect(
    lost(
      told.figures,
      figures.map(({ amount }) => amount),
    ),
  ).toEqual([])
  expect(
    lost(
      told.drafts,
      drafts.map((draft) => Number(draft.value)),
    ),
  ).toEqual([])
}

const title =
  'however often the desk is killed, no acknowledged answer is lost, and a cut import leaves nothing'

check('R01', title, { usual: 10, drill: 60 }, async ({ rounds, random }) => {
  const { home, dataFolder } = await makeHome()
  const told: Told = { answer: 0, figures: new Set(), drafts: new Set(), sent: 0 }
  const book = makeBook({ rows: bookRows, encoding: 'gb18030', owners: ['--'] })
  const at = (round: number): string => new Date(opening + round * 120_000).toISOString()
  let desk = await forkDesk({ dataFolder, at: at(0) })
  onTestFinished(() => desk.kill())
  let inside = 0
  for (let round = 1; round <= rounds; round += 1) {
    const ended = hammer(desk, home, told).catch(() => undefined)
    const landed = round % 2 === 0 && (await reachInside(desk, book))
    if (round % 2 === 1) await pause(30 + below(random, 170))
    await desk.kill()
    await Promise.race([ended, pause(100)])
    desk = await forkDesk({ dataFolder, at: at(round) })
    await expectAllThere(desk, home, told)
    const { clients } = await desk.client.client.counts()
    expect([1, 1 + bookRows], `round ${round}: an import is whole or not there`).toContain(clients)
    if (landed && clients === 1) inside += 1
  }
  const share = Math.round((inside / rounds) * 100)
  const acknowledged = told.figures.size + told.drafts.size
  expect(share, 'missed: kills that landed inside an open transaction').toBeGreaterThanOrEqual(30)
  expect(acknowledged).toBeGreaterThan(rounds * 2)
  expect(told.answer).toBeGreaterThan(rounds)
  const { jobId } = await desk.client.audit.verify()
  expect(await jobUntil(desk, jobId, () => false)).toBe('done')
  expect(await desk.client.audit.verdict()).toMatchObject({ verdict: 'intact' })
  return {
    rounds,
    note: `the product's desk: ${inside} inside an import (${share} %), ${acknowledged} figures and drafts acknowledged`,
  }
})
