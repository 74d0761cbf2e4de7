import { beforeEach, describe, expect, it } from 'vitest'
import type { SentEvent } from '../../../shared/encounter/sent.ts'
import { openTestDesk } from '../../support/desk.ts'
import type { TestDesk } from '../../support/desk.ts'
import { addAssessment, addClient, addShelf, answer, completed, need } from '../../support/meeting.ts'
import { sendAll, sign, walkIn } from '../../support/meeting.ts'

const yuan = (n: number): number => n * 100

describe('the face shows nobody the figures of another client', () => {
  let desk: TestDesk
  let clientId: number
  let id: number

  const send = (...events: SentEvent[]) => sendAll(desk.client, id, events)
  const face = () => desk.client.encounter.face({ id })
  const told = [
    sign('郝欣'),
    answer('greeting', 'purpose', '问利率'),
    completed('greeting'),
    need('备一笔钱', { amount: yuan(800_000) }),
  ]
  const nothing = { topics: [], products: [], structure: null }

  beforeEach(async () => {
    desk = await openTestDesk({ at: '2026-11-26T10:00:00+08:00' })
    addShelf(desk)
    clientId = addClient(desk, '郝欣')
    addAssessment(desk, clientId, 3, '2026-05-14')
    id = (await desk.client.encounter.start({ ...walkIn, clientId })).id
  })

  it('shows no balance, no topic and no product before a second sign was given', async () => {
    expect(await face()).toMatchObject(nothing)
    await send(sign('郝欣'))
    const open = await face()
    expect(open.structure?.parts.length).toBeGreaterThan(0)
    expect(open.products.length).toBeGreaterThan(0)
  })

  it('shows nothing of the next client after the meeting went to another file, until his sign is given', async () => {
    const other = addClient(desk, '贺超文')
    addAssessment(desk, other, 5, '2026-05-14')
    await send(...told)
    expect((await face()).topics).toHaveLength(1)
    await send({ type: 'meeting.moved', clientId: other, why: '证件上是另一位' })
    expect(await face()).toMatchObject(nothing)
  })

  it('shows nothing while the client is not at the table', async () => {
    await send(...told, { type: 'meeting.suspended' })
    expect(await face()).toMatchObject(nothing)
    await send({ type: 'meeting.resumed' })
    expect((await face()).structure).not.toBeNull()
    await send({ type: 'client.left-early', reason: 'family' })
    expect(await face()).toMatchObject(nothing)
  })
})
