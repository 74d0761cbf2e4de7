import { expect } from 'vitest'
import { below } from '../support/dice.ts'
import { answer, sendAll, sign, walkIn } from '../support/meeting.ts'
import { jobEnd } from '../support/take-in.ts'
import { comeIn, put, seat, type Known, type World } from './soak-model.ts'

// Each act first asks the model whether it can be done. What can must be; what can't must be refused and change nothing.

type Act = (world: World, random: () => number) => Promise<boolean>

const oneOf = <T>(random: () => number, list: readonly T[]): T => {
  const chosen = list[below(random, list.length)]
  if (chosen === undefined) throw new Error('nothing to choose from')
  return chosen
}

/** Mostly one the act fits, sometimes any: that one has to be refused. */
const dossier = ({ model }: World, random: () => number, fits: Known['state']): readonly [number, Known] => {
  const all = [...model.dossiers]
  const fitting = all.filter(([, { state }]) => state === fits)
  return oneOf(random, fitting.length > 0 && random() < 0.75 ? fitting : all)
}

/** Done and written into the model, or refused. */
const judged = async (allowed: boolean, call: Promise<unknown>, then: () => void): Promise<boolean> => {
  if (allowed) {
    await call
    then()
  } else await expect(call).rejects.toThrow()
  return allowed
}

const job = async ({ desk }: World, started: Promise<{ readonly jobId: number }>): Promise<void> => {
  const end = await jobEnd(desk, (await started).jobId)
  if (end.state !== 'done') throw new Error(JSON.stringify(end.failure))
}

const figure: Act = (world, random) => {
  const [clientId, known] = dossier(world, random, 'in-use')
  const amount = below(random, 1e9)
  const told = { source: 'told', reach: { kind: 'own' }, place: '', asOf: '2026-11-23' } as const
  const written = seat(world, world.people.li).figure.put({
    clientId,
    ownerId: world.self.get(clientId) ?? 0,
    kind: 'cash',
    period: 'year',
    amount,
    ...told,
  })
  return judged(known.state === 'in-use', written, () => void known.figures.push(amount))
}

const meeting: Act = async (world, random) => {
  const [clientId, known] = dossier(world, random, 'in-use')
  const li = seat(world, world.people.li)
  const hold = async (): Promise<void> => {
    const { id } = await li.encounter.start({ ...walkIn, clientId })
    const { name } = await li.client.page({ id: clientId })
    await sendAll(li, id, [
      sign(name === '贺超文' ? '贺超文' : '郝欣'),
      answer('greeting', 'purpose', '看看存款'),
      { type: 'client.left-early', reason: 'family' },
      answer('reviewing', 'lesson', '少说多听'),
      { type: 'review.written' },
    ])
  }
  return judged(known.state === 'in-use', hold(), () => void (known.meetings += 1))
}

const handIn: Act = (world, random) => {
  const [clientId, known] = dossier(world, random, 'in-use')
  const given = seat(world, world.people.li).custody.handIn({ clientIds: [clientId] })
  return judged(known.state === 'in-use', given, () => put(known, 'handed-in', world.people.li.id))
}

const accept: Act = (world, random) => {
  const [clientId, known] = dossier(world, random, 'handed-in')
  const place = `A-${1 + below(random, 9)}`
  const taken = seat(world, world.people.he).custody.accept({ items: [{ clientId, place }] })
  return judged(known.state === 'handed-in', taken, () => {
    put(known, 'in-cabinet')
    known.place = place
  })
}

const sendBack: Act = (world, random) => {
  const [clientId, known] = dossier(world, random, 'handed-in')
  const back = seat(world, world.people.he).custody.sendBack({ clientId, reason: '缺一页' })
  return judged(known.state === 'handed-in', back, () => put(known, 'in-use', world.people.li.id))
}

const takeOut: Act = (world, random) => {
  const [clientId, known] = dossier(world, random, 'in-cabinet')
  const out = seat(world, world.people.li).custody.takeOut({ clientIds: [clientId] })
  return judged(known.state === 'in-cabinet', out, () => put(known, 'in-use', world.people.li.id))
}

const seal: Act = (world, random) => {
  const [clientId, known] = dossier(world, random, 'in-cabinet')
  const close = async (): Promise<void> => {
    const { id } = await seat(world, world.people.head).seal.propose({ clientId, reason: 'hold', note: '' })
    await job(world, seat(world, world.people.he).seal.run({ proposalId: id }))
  }
  return judged(known.state !== 'sealed', close(), () => put(known, 'sealed'))
}

const unseal: Act = (world, random) => {
  const [clientId, known] = dossier(world, random, 'sealed')
  const open = job(world, seat(world, world.people.he).seal.open({ clientId, reason: '客户回来了' }))
  return judged(known.state === 'sealed', open, () => put(known, 'in-cabinet'))
}

/**
 * Taken away, the key itself is changed; given again, it is the present one, once she has given up the old one. What is
 * sealed opens all the same.
 */
const turnKey: Act = async (world) => {
  const { model, people } = world
  const { id } = people.feng
  const he = seat(world, people.he)
  if (model.fengHasKey) {
    await he.staff.revokeKey({ id })
    model.roles.set(id, [])
    model.fengHasKey = false
    return true
  }
  return judged(!model.fengStillHolds, he.staff.grantKey({ id }), () => {
    model.roles.set(id, ['archive-keeper'])
    model.fengHasKey = true
  })
}

/** 冯岚 comes in by her own door: she takes up what was given to her, or gives up what was taken away. */
const visit: Act = async (world) => {
  await comeIn(world, '冯岚')
  world.model.fengStillHolds = world.model.fengHasKey
  await comeIn(world, '何静')
  return true
}

/** The head gives a manager another role; her own, the last that can manage people, she keeps. */
const changeRoles: Act = (world, random) => {
  const { head, wang } = world.people
  const { id } = random() < 0.75 ? wang : head
  const roles = [oneOf(random, ['wealth-manager', 'supervisor', 'lobby-manager'] as const)]
  const set = seat(world, head).staff.setRoles({ id, roles })
  return judged(id === wang.id, set, () => void world.model.roles.set(id, roles))
}

const reset: Act = async (world) => {
  const { id } = world.people.wang
  const { passphrase, lostKey } = await seat(world, world.people.head).staff.reset({ id, passphrase: null })
  expect([passphrase.length, lostKey]).toEqual([19, false])
  return true
}

const backUp: Act = async (world) => {
  world.desk.clock.advance(60_000)
  // Nobody sits at this desk; after five such minutes it would lock by itself.
  await world.desk.client.session.touch({ meeting: false })
  await job(world, seat(world, world.people.head).backup.run())
  world.model.newestBackup = (await world.desk.client.backup.list())[0]?.name ?? null
  return true
}

export const acts = {
  figure,
  meeting,
  handIn,
  accept,
  sendBack,
  takeOut,
  seal,
  unseal,
  turnKey,
  visit,
  changeRoles,
  reset,
  backUp,
} as const satisfies Record<string, Act>

export type ActName = keyof typeof acts

/** More often what a branch does more often. */
const often: readonly ActName[] = [
  'figure',
  'meeting',
  'handIn',
  'accept',
  'takeOut',
  'takeOut',
  'accept',
  'seal',
  'unseal',
]

export const actNames: readonly ActName[] = [...(Object.keys(acts) as ActName[]), ...often]
