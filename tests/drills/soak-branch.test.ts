import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ORPCError } from '@orpc/client'
import { expect } from 'vitest'
import { openTestDesk, person } from '../support/desk.ts'
import { below } from '../support/dice.ts'
import { makePeople, openAs } from '../support/people.ts'
import { check } from './check.ts'
import { actNames, acts, type ActName } from './soak-acts.ts'
import { comeIn, newModel, seat, type World } from './soak-model.ts'

// A branch at random work against a model in memory: whose hands a dossier is in, what is in it and behind the archive
// key, who holds which role and key, which backups there are. After any order of acts, and every lock, both say the same.

/** What the model says of each dossier, its figures and meetings, is what its holder is shown; a sealed one is shut. */
const expectDossiers = async (world: World): Promise<void> => {
  const { desk, model, people } = world
  const { rows } = await seat(world, people.he).custody.out()
  for (const [clientId, known] of model.dossiers) {
    const { state, holderId, place } = await seat(world, people.li).custody.state({ clientId })
    expect({ state, holderId, place }).toEqual({
      state: known.state,
      holderId: known.holderId,
      place: known.state === 'in-cabinet' ? known.place : place,
    })
    expect(rows.some((line) => line.clientId === clientId)).toBe(
      known.state === 'in-use' && known.holderId !== null,
    )
    if (known.state !== 'in-use') continue
    const { figures } = await desk.client.figure.list({ clientId })
    expect(figures.map(({ amount }) => amount).toSorted((a, b) => a - b)).toEqual(
      known.figures.toSorted((a, b) => a - b),
    )
    const met = await desk.client.encounter.list({ clientId, over: true })
    expect(met).toHaveLength(known.meetings)
  }
  const sealed = [...model.dossiers.values()].filter(({ state }) => state === 'sealed').length
  expect(await seat(world, people.he).seal.sealed({})).toHaveLength(sealed)
}

const expectPeople = async (world: World): Promise<void> => {
  const { model, people } = world
  const staff = await seat(world, people.head).staff.list()
  for (const [id, roles] of model.roles)
    expect(staff.find((each) => each.id === id)?.roles.toSorted()).toEqual(roles.toSorted())
  const { logins } = await seat(world, people.he).staff.logins()
  const keys = new Map(logins.map(({ staffId, key }) => [staffId, key]))
  expect(keys.get(people.he.id)).not.toBe('none')
  expect(keys.get(people.feng.id) === 'none').toBe(!model.fengHasKey)
}

/** Older ones go by the policy; the newest is there, whole. */
const expectBackups = async ({ desk, model }: World): Promise<void> => {
  if (model.newestBackup === null) return
  const [newest] = await desk.client.backup.list()
  expect(newest).toMatchObject({ name: model.newestBackup, verified: true })
  expect(readdirSync(join(desk.dataFolder, 'vault', 'backups'))).toContain(model.newestBackup)
}

const expectEqual = async (world: World): Promise<void> => {
  await expectDossiers(world)
  await expectPeople(world)
  await expectBackups(world)
}

const newWorld = async (): Promise<World> => {
  const morning = await openTestDesk()
  await makePeople(morning, ['何静', '冯岚', '李理财', '王理财'])
  return newModel(await openAs(morning, '何静'), person)
}

/** A refusal says in its data what it was about, and the runner's report shows only its code. */
const told = async <T>(round: number, name: ActName, act: Promise<T>): Promise<T> => {
  try {
    return await act
  } catch (error) {
    const refusal = error instanceof ORPCError ? `: ${JSON.stringify(error.data)}` : ''
    throw new Error(`round ${round}, ${name}${refusal}`, { cause: error })
  }
}

check(
  'R22',
  'a branch at any work in any order: custody, sealing, meetings, people, keys and backups are as they were told',
  { usual: 14, drill: 2_000, per: 10 },
  async ({ rounds, random }) => {
    const world = await newWorld()
    const done = new Map<ActName, number>()
    let locks = 0
    for (let round = 1; round <= rounds; round += 1) {
      const name = actNames[below(random, actNames.length)] ?? 'figure'
      if (await told(round, name, acts[name](world, random))) done.set(name, (done.get(name) ?? 0) + 1)
      if (random() < 0.03) {
        await comeIn(world, '何静')
        locks += 1
      }
      if (round % 10 === 0) await expectEqual(world)
    }
    await comeIn(world, '何静')
    await expectEqual(world)
    const { jobId } = await world.desk.client.audit.verify()
    await world.desk.desk.jobs.finished(jobId)
    expect(await world.desk.client.audit.verdict()).toMatchObject({ verdict: 'intact' })
    const counts = [...done].map(([name, count]) => `${name} ${count}`).join(', ')
    return { rounds, note: `${locks + 1} locks; ${counts}` }
  },
)
