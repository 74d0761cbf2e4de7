import { beforeEach, describe, expect, it } from 'vitest'
import type { SentEvent } from '../../../shared/encounter/sent.ts'
import type { Present } from '../../../shared/encounter/view.ts'
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
  const face = () => desk.client.encounter.face({ id, face: 'a-window' })
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

describe('a need reaches the people who heard it told', () => {
  let desk: TestDesk
  let clientId: number
  let id: number
  let wife: Present

  const send = (...events: SentEvent[]) => sendAll(desk.client, id, events)
  const amounts = async () =>
    (await desk.client.encounter.face({ id, face: 'a-window' })).topics.map((topic) => topic.amount)
  const seated = (...people: Present[]): SentEvent => answer('discovering', 'present', JSON.stringify(people))
  const secret = need('别让家里知道', { amount: yuan(800_000) })
  const shared = need('换房', { amount: yuan(300_000) })

  beforeEach(async () => {
    desk = await openTestDesk({ at: '2026-11-26T10:00:00+08:00' })
    clientId = addClient(desk, '贺超文')
    await desk.client.household.begin({ clientId })
    const { id: memberId } = await desk.client.household.addMember({
      clientId,
      name: '沈月',
      relation: 'wife',
      sex: 'female',
      birth: '1998-03-01',
      occupation: '',
      agreed: true,
    })
    wife = { memberId, name: '沈月', relation: 'wife' }
    id = (await desk.client.encounter.start({ ...walkIn, clientId })).id
    await send(sign('贺超文'), answer('greeting', 'purpose', '问利率'), completed('greeting'))
  })

  it('is no topic once his wife sits down; what both hear is one', async () => {
    await send(secret)
    expect(await amounts()).toEqual([yuan(800_000)])
    await send(seated(wife), shared)
    expect(await amounts()).toEqual([yuan(300_000)])
    await send(seated())
    expect(await amounts()).toEqual([yuan(800_000), yuan(300_000)])
  })

  it('stays with him in the next meeting, which she attends', async () => {
    await send(secret, seated(wife), shared, { type: 'client.left-early', reason: 'family' })
    const next = { ...walkIn, clientId, present: [wife], continues: id }
    id = (await desk.client.encounter.start(next)).id
    const view = await send(sign('贺超文'))
    expect(view.needList.map((line) => line.amount)).toEqual([yuan(800_000), yuan(300_000)])
    expect(await amounts()).toEqual([yuan(300_000)])
  })

  it('is no topic for a guest nobody knows the household of', async () => {
    await send(secret, seated({ memberId: null, name: '客户的朋友', relation: '朋友' }))
    expect(await amounts()).toEqual([])
  })

  it('reaches nobody new by a correction, and not those who left before it', async () => {
    const [first] = (await send(secret)).needList
    const change = (words: string, amount: number): SentEvent => ({
      ...(need(words, { amount }) as Extract<SentEvent, { type: 'need.recorded' }>),
      needId: first?.id ?? 0,
    })
    await send(seated(wife), change('改一改', yuan(900_000)))
    expect(await amounts()).toEqual([])
    const second = (await send(shared)).needList[1]
    await send(seated(), { ...change('换房', yuan(700_000)), needId: second?.id ?? 0 } as SentEvent)
    await send(seated(wife))
    expect(await amounts()).toEqual([])
  })

  it('belongs to the client now seated when the file was the wrong one', async () => {
    const right = addClient(desk, '郝欣')
    await send(seated(wife), shared, { type: 'meeting.moved', clientId: right, why: '证件上是另一位' })
    const { step } = await desk.client.encounter.get({ id })
    await send({ ...sign('郝欣'), step } as SentEvent)
    expect(await amounts()).toEqual([yuan(300_000)])
  })
})
