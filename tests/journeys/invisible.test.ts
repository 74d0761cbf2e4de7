import { ORPCError } from '@orpc/contract'
import { beforeAll, expect, it } from 'vitest'
import { doors, type Door } from '../support/contract-walk.ts'
import { failureFrom, openTestDesk, type TestClient, type TestDesk } from '../support/desk.ts'
import { fittingInput } from '../support/fitting-input.ts'
import { addClient, answer, completed, need, sendAll, sign, walkIn } from '../support/meeting.ts'
import { addPerson, switchTo } from '../support/people.ts'

// Story S9: what one manager has under way is nobody else's, whichever question the other's window may ask.

const draft = '想给孙子存一笔半句'
const purpose = '来意只说给经理听'
const wish = '出国读书的打算'
const words = [draft, purpose, wish]

let desk: TestDesk
let clientId: number
let encounterId: number
let route: string

beforeAll(async () => {
  const first = await openTestDesk({ at: '2026-11-27T09:30:00+08:00' })
  clientId = addClient(first, '郝欣')
  encounterId = (await first.client.encounter.start({ ...walkIn, clientId })).id
  route = `/encounter/${encounterId}`
  await sendAll(first.client, encounterId, [
    sign('郝欣'),
    answer('greeting', 'purpose', purpose),
    completed('greeting'),
    need(wish),
  ])
  await first.client.draft.put({ place: route, field: 'interests', value: draft })
  await first.client.session.place({ route, field: 'interests' })
  const wu = await addPerson(first, '吴倩', ['wealth-manager', 'supervisor'])
  desk = await switchTo(first, wu, '2026-11-27T09:41:00+08:00')
})

const ask = (client: TestClient, door: Door, input: unknown): Promise<unknown> => {
  let node: unknown = client
  for (const key of door.path) node = (node as Record<string, unknown>)[key]
  return (node as (input: unknown) => Promise<unknown>)(input)
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/** A fitting input that points at the colleague's meeting, client and place. */
const aimed = (door: Door, id: number): unknown => {
  const input = fittingInput(door)?.input
  if (!isRecord(input)) return input
  const aims = { id, clientId, encounterId, place: route, q: '郝欣', after: 0, waitMs: 0 }
  return { ...input, ...Object.fromEntries(Object.entries(aims).filter(([key]) => key in input)) }
}

it('lets no question of a colleague bring back a word of a running meeting or a draft', async () => {
  const reads = doors.filter(({ meta }) => meta.kind === 'read')
  let answered = 0
  for (const door of reads)
    for (const id of [encounterId, clientId]) {
      const said = await ask(desk.client, door, aimed(door, id)).catch((error: unknown) => {
        if (error instanceof ORPCError) return null
        throw error
      })
      if (said !== null) answered += 1
      for (const word of words) expect(JSON.stringify(said) ?? '', door.name).not.toContain(word)
    }
  expect(answered).toBeGreaterThan(20)
})

it('shows the meeting in no list, opens it in no way, and takes no answer for it', async () => {
  const { client } = desk
  expect(await client.encounter.list({ clientId: null, over: false })).toEqual([])
  expect(await client.encounter.list({ clientId, over: false })).toEqual([])
  const gone = { code: 'not-found', what: 'encounter' }
  expect(await failureFrom(client.encounter.get({ id: encounterId }))).toEqual(gone)
  expect(await failureFrom(client.encounter.face({ id: encounterId, face: 'a-window' }))).toEqual(gone)
  const event = { type: 'meeting.suspended' as const }
  expect(await failureFrom(client.encounter.send({ id: encounterId, seq: 1, event }))).toEqual(gone)
  expect(await client.draft.list({ place: route })).toEqual([])
})

it('begins at the own place, never at the colleague’s', async () => {
  expect((await desk.client.session.me()).place).toBeNull()
})
