import { readdirSync } from 'node:fs'
import { expect } from 'vitest'
import { openTestDesk, type TestDesk } from '../support/desk.ts'
import { below } from '../support/dice.ts'
import { addClient } from '../support/meeting.ts'
import { check } from './check.ts'

// Random work against a model in memory: what the desk holds is what the model holds, after every lock too.

type Model = {
  readonly drafts: Map<string, string>
  readonly figures: Map<number, { amount: number; seq: number }>
}

type World = { desk: TestDesk; readonly clientId: number; readonly selfId: number; readonly model: Model }

const place = '/soak'

const putFigure = async ({ desk, clientId, selfId, model }: World, random: () => number): Promise<void> => {
  const known = [...model.figures]
  const [id, old] = known.length > 0 && random() < 0.6 ? (known[below(random, known.length)] ?? []) : []
  const amount = below(random, 1e9)
  const saved = await desk.client.figure.put({
    clientId,
    ...(id !== undefined && old ? { id, seq: old.seq } : {}),
    kind: 'cash',
    ownerId: selfId,
    amount,
    period: 'year',
    source: 'told',
    reach: { kind: 'own' },
    place: '',
    asOf: '2026-11-23',
  })
  model.figures.set(saved.id, { amount, seq: saved.seq })
}

const removeFigure = async ({ desk, clientId, model }: World, random: () => number): Promise<void> => {
  const known = [...model.figures]
  const [id, old] = known[below(random, known.length)] ?? []
  if (id === undefined || !old) return
  await desk.client.figure.remove({ clientId, id, seq: old.seq })
  model.figures.delete(id)
}

const putDraft = async ({ desk, model }: World, random: () => number): Promise<void> => {
  const field = `field-${below(random, 20)}`
  const value = String(random()).repeat(1 + below(random, 20))
  await desk.client.draft.put({ place, field, value })
  model.drafts.set(field, value)
}

const dropDraft = async ({ desk, model }: World, random: () => number): Promise<void> => {
  const field = `field-${below(random, 20)}`
  await desk.client.draft.drop({ place, field })
  model.drafts.delete(field)
}

/** An old number: the desk must refuse it and change nothing. */
const putStale = async ({ desk, clientId, model }: World, random: () => number): Promise<void> => {
  const known = [...model.figures]
  const [id, old] = known[below(random, known.length)] ?? []
  if (id === undefined || !old) return
  await expect(desk.client.figure.remove({ clientId, id, seq: old.seq + 7 })).rejects.toThrow()
}

const reopen = async (world: World): Promise<void> => {
  await world.desk.lock()
  world.desk = await openTestDesk({ dataFolder: world.desk.dataFolder })
}

const acts = [putFigure, putFigure, putFigure, removeFigure, putDraft, putDraft, dropDraft, putStale]

const expectEqual = async ({ desk, clientId, model }: World): Promise<void> => {
  const { figures } = await desk.client.figure.list({ clientId })
  expect(new Map(figures.map(({ id, amount, seq }) => [id, { amount, seq }]))).toEqual(model.figures)
  const drafts = await desk.client.draft.list({ place })
  expect(new Map(drafts.map(({ field, value }) => [field, value]))).toEqual(model.drafts)
}

const descriptors = (): number => (process.platform === 'linux' ? readdirSync('/proc/self/fd').length : 0)

check(
  'R22',
  'after any work in any order the desk holds what was told to it, and neither memory nor open files grow',
  { usual: 60, drill: 100_000 },
  async ({ rounds, random }) => {
    const desk = await openTestDesk()
    const clientId = addClient(desk, '郝欣')
    const { selfId } = await desk.client.household.begin({ clientId })
    const world: World = { desk, clientId, selfId, model: { drafts: new Map(), figures: new Map() } }
    const open = descriptors()
    let memory = 0
    let locks = 0
    for (let round = 1; round <= rounds; round++) {
      if (world.model.figures.size > 40) await removeFigure(world, random)
      await (acts[below(random, acts.length)] ?? putDraft)(world, random)
      if (random() < 0.004) {
        await reopen(world)
        locks += 1
      }
      if (round % 50 === 0) await expectEqual(world)
      if (round === Math.floor(rounds / 2)) memory = process.memoryUsage().rss
    }
    await reopen(world)
    await expectEqual(world)
    const grown = Math.round((process.memoryUsage().rss - memory) / 1024 / 1024)
    expect(descriptors() - open).toBeLessThan(20)
    expect(grown).toBeLessThan(200)
    const { jobId } = await world.desk.client.audit.verify()
    await world.desk.desk.jobs.finished(jobId)
    expect(await world.desk.client.audit.verdict()).toMatchObject({ verdict: 'intact' })
    return { rounds, note: `${locks + 1} locks, ${grown} MiB more in the second half` }
  },
)
