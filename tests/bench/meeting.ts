// V1, V2, V3: an event of a meeting from accepted to durable, and a meeting found again.
import { clientById } from '../../electron/client/repository.ts'
import { factsOf } from '../../electron/encounter/facts.ts'
import { record } from '../../electron/encounter/record.ts'
import { encounterById, type EncounterRow } from '../../electron/encounter/repository.ts'
import { askedOf } from '../../electron/encounter/steps.ts'
import { decide } from '../../shared/encounter/decide.ts'
import { noFacts } from '../../shared/encounter/facts.ts'
import type { SentEvent } from '../../shared/encounter/sent.ts'
import { frameFloor } from './commit.ts'
import { enterHere, openHere, writeCall, type HereDesk } from './desk.ts'
import {
  interleave,
  judge,
  median,
  mustHold,
  pair,
  quantile,
  timed,
  timedSync,
  type Goal,
  type Part,
} from './judge.ts'

const events = 200
const insert = 'INSERT INTO bench_row(text) VALUES (:text)'

const rowOf = ({ open }: HereDesk, id: number): EncounterRow => {
  const row = encounterById(open().db, id)
  if (!row) throw new Error('the meeting is gone')
  return row
}

/** A meeting in its greeting: there any number of answers may be given. */
const greet = async ({ client, open }: HereDesk, clientId: number): Promise<number> => {
  const { id } = await client.encounter.start({
    clientId,
    source: 'walk-in',
    appointment: null,
    present: [],
    continues: null,
  })
  const born = clientById(open().db, clientId)?.birthDate ?? ''
  const view = await client.encounter.get({ id })
  const sign: SentEvent = {
    type: 'answer.given',
    step: view.step,
    field: 'second-sign',
    value: `birth:${born}`,
  }
  await client.encounter.send({ id, seq: view.seq, event: sign })
  return id
}

const answerNo = (no: number): SentEvent => ({
  type: 'answer.given',
  step: 'greeting',
  field: 'purpose',
  value: `第${no}遍：孩子上学、父母养老，先听听再说`,
})

/** Event row, step and audit line in one durable transaction: `record`, as the product calls it. */
const recordOnce = (here: HereDesk, id: number): number => {
  const call = writeCall(here)
  const row = rowOf(here, id)
  const facts = factsOf(call.db, row)
  const sent = answerNo(row.seq)
  const asked = {
    type: 'answer.given',
    step: 'greeting',
    field: 'purpose',
    filled: true,
    signMatches: true,
  } as const
  return timedSync(() => call.db.transact(() => record(call, row, { asked, sent, facts })))
}

const sendOnce = async ({ client }: HereDesk, id: number, seq: number): Promise<number> =>
  timed(() => client.encounter.send({ id, seq, event: answerNo(seq) }))

const replay = (here: HereDesk, id: number) =>
  askedOf(here.open().db, id).reduce((facts, event) => {
    const decision = decide(facts, event)
    if (!decision.allowed) throw new Error(`the replay refused ${event.type}`)
    return decision.facts
  }, noFacts)

const bare = ({ open }: HereDesk): number => {
  const { db } = open()
  return median(
    Array.from({ length: events }, () =>
      timedSync(() => db.transact(() => db.run(insert, { text: '第一遍' }))),
    ),
  )
}

const v1: Goal = {
  id: 'V1 insert',
  what: 'event, audit line and step made durable, p50',
  as: 'ratio',
  goal: 1.4,
  accept: {
    limit: 2.5,
    why: 'the audit row with its index by object alone costs 1.7×: a step touches five pages, the bare row one',
  },
  unit: 'ms',
  floor: 'one bare durable INSERT, p50',
}

export const meetingPart: Part = {
  ids: ['V1', 'V2', 'V3'],
  run: async (bench) => {
    const here = openHere((await bench.book(10_000)).dataFolder)
    await enterHere(here)
    here.open().db.run('CREATE TABLE IF NOT EXISTS bench_row (id INTEGER PRIMARY KEY, text TEXT NOT NULL)')
    const frame = frameFloor(bench.folder('meeting'))
    await leaveRoom(here)
    const id = await greet(here, 1)
    const tails: number[] = []
    const seen = await interleave({
      record: () => {
        const took = Array.from({ length: events }, () => recordOnce(here, id))
        tails.push(quantile(took, 0.99) / median(took))
        return median(took)
      },
      send: async () => {
        const { seq } = rowOf(here, id)
        const took = []
        for (let no = 0; no < events; no += 1) took.push(await sendOnce(here, id, seq + no))
        return median(took)
      },
      bare: () => bare(here),
      frame,
    })
    const resumed = await resume(here)
    await leaveRoom(here)
    await here.close()
    return [
      judge(v1, pair(seen.record, seen.bare)),
      judge(
        { ...v1, id: 'V1 frame', goal: 1.5, floor: 'write and fdatasync of one WAL frame' },
        pair(seen.record, seen.frame),
      ),
      judge(
        {
          ...v1,
          id: 'V1 tail',
          what: 'the slowest in a hundred of these against the usual one',
          goal: 3,
          floor: 'p50 of the same',
          accept: { limit: 3, why: '' },
        },
        tails.slice(1).map((value) => ({ value, floor: 1 })),
      ),
      judge(
        {
          ...v1,
          id: 'V2',
          what: 'whole way of an event: router, schema, machine, typed rows, audit, durable, view back; p50',
          goal: 2,
          accept: { limit: 3.5, why: 'decisions 13: one flush costs little here, so the way up to it shows' },
        },
        pair(seen.send, seen.bare),
      ),
      ...resumed,
    ]
  },
}

/** One client at a time is in the room: the one who is there is suspended. */
const leaveRoom = async ({ client }: HereDesk): Promise<void> => {
  for (const { id, suspendedAt } of await client.encounter.list({ clientId: null, over: false })) {
    if (suspendedAt !== null) continue
    const { seq } = await client.encounter.get({ id })
    await client.encounter.send({ id, seq, event: { type: 'meeting.suspended' } })
  }
}

const again = 50

/** A meeting of two hundred events, found again from its rows and from its events. */
const resume = async (here: HereDesk) => {
  await leaveRoom(here)
  const id = await greet(here, 2)
  for (let no = 0; no < events; no += 1) await sendOnce(here, id, rowOf(here, id).seq)
  const { db } = here.open()
  const rebuild = () => factsOf(db, rowOf(here, id))
  mustHold(JSON.stringify(rebuild()) === JSON.stringify(replay(here, id)), 'rows and events say the same')
  mustHold(askedOf(db, id).length >= events, 'the meeting has its two hundred events')
  const often = (work: () => unknown): number => median(Array.from({ length: again }, () => timedSync(work)))
  const seen = await interleave({
    rebuild: () => often(rebuild),
    replay: () => often(() => replay(here, id)),
  })
  const goal: Goal = {
    id: 'V3',
    what: 'a meeting of 200 events found again from its rows',
    as: 'value',
    goal: 0.25,
    unit: 'ms',
    floor: 'replay of its events',
  }
  const rounds = pair(seen.rebuild, seen.replay)
  return [judge(goal, rounds), judge({ ...goal, id: 'V3 share', as: 'ratio', goal: 0.2 }, rounds)]
}
