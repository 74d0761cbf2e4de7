import { beforeEach, describe, expect, it } from 'vitest'
import { presentAt } from '../../../electron/encounter/repository.ts'
import { addColleague, sitDown } from '../../support/seats.ts'
import { failureFrom, openTestDesk, withRights } from '../../support/desk.ts'
import type { TestDesk } from '../../support/desk.ts'
import { addClient, answer, completed, dbOf, need, sendAll, sign, walkIn } from '../../support/meeting.ts'

describe('one meeting, one window, one truth', () => {
  let desk: TestDesk
  let clientId: number
  let id: number

  beforeEach(async () => {
    desk = await openTestDesk({ at: '2026-11-25T10:00:00+08:00' })
    clientId = addClient(desk, '郝欣')
    id = (await desk.client.encounter.start({ ...walkIn, clientId })).id
  })

  it('refuses the second window that still shows an older state', async () => {
    const view = await desk.client.encounter.get({ id })
    await sendAll(desk.client, id, [sign('郝欣')])
    const late = desk.client.encounter.send({
      id,
      seq: view.seq,
      event: answer('greeting', 'purpose', '晚了'),
    })
    expect(await failureFrom(late)).toEqual({ code: 'stale', expected: view.seq + 1, got: view.seq })
  })

  it('takes a judgement of the type only as one of the four, and with its reason (ID-01)', async () => {
    await sendAll(desk.client, id, [
      sign('郝欣'),
      answer('greeting', 'purpose', '问利率'),
      completed('greeting'),
    ])
    const { seq } = await desk.client.encounter.get({ id })
    const silent = { type: 'type.judged' as const, judgement: 'potential' as const, reason: ' ' }
    expect(await failureFrom(desk.client.encounter.send({ id, seq, event: silent }))).toMatchObject({
      code: 'invalid',
      issues: [{ path: 'event.reason' }],
    })
    const unknown = { ...silent, judgement: 'gold' as 'potential', reason: '有钱' }
    expect(await failureFrom(desk.client.encounter.send({ id, seq, event: unknown }))).toMatchObject({
      code: 'invalid',
    })
    const view = await sendAll(desk.client, id, [{ ...silent, reason: '年轻' }])
    expect(view.clientType).toBe('potential')
  })

  it('keeps of the second sign which one it was, never its digits', async () => {
    await sendAll(desk.client, id, [sign('郝欣')])
    const rows = dbOf(desk).all(
      'SELECT payload FROM encounter_step UNION ALL SELECT value FROM encounter_answer',
    )
    expect(JSON.stringify(rows)).not.toContain('1959')
    const tail = { ...sign('郝欣'), value: 'tail:0000' }
    const view = await desk.client.encounter.get({ id })
    const wrong = desk.client.encounter.send({ id, seq: view.seq, event: tail })
    expect(await failureFrom(wrong)).toMatchObject({ rule: 'secondSignMatches' })
  })

  it('receives another client only when this meeting is suspended', async () => {
    const other = addClient(desk, '贺超文')
    const second = desk.client.encounter.start({ ...walkIn, clientId: other })
    expect(await failureFrom(second)).toMatchObject({ rule: 'roomIsFree' })
    await sendAll(desk.client, id, [{ type: 'meeting.suspended' }])
    const { id: next } = await desk.client.encounter.start({ ...walkIn, clientId: other })
    const view = await desk.client.encounter.get({ id })
    const resumed = desk.client.encounter.send({ id, seq: view.seq, event: { type: 'meeting.resumed' } })
    expect(await failureFrom(resumed)).toMatchObject({ rule: 'roomIsFree' })
    await sendAll(desk.client, next, [{ type: 'meeting.aborted', reason: 'other' }])
    await sendAll(desk.client, id, [{ type: 'meeting.resumed' }])
  })

  it('is shown to nobody else while it runs', async () => {
    sitDown(desk, addColleague(desk, '王理财', ['wealth-manager']))
    expect(await failureFrom(desk.client.encounter.get({ id }))).toEqual({
      code: 'not-found',
      what: 'encounter',
    })
    expect(await desk.client.encounter.list({ clientId, over: false })).toEqual([])
  })

  it('is led only by somebody who has the right to', async () => {
    withRights(desk, ['client.read'])
    const started = desk.client.encounter.start({ ...walkIn, clientId })
    expect(await failureFrom(started)).toEqual({ code: 'forbidden', right: 'encounter.lead' })
  })

  it('seats the client from the start, and people of no household by name', async () => {
    expect(presentAt(dbOf(desk), id)).toHaveLength(1)
    const people = [{ memberId: null, name: '郝女士的女儿', relation: '女儿' }]
    const view = await sendAll(desk.client, id, [
      sign('郝欣'),
      answer('greeting', 'present', JSON.stringify(people)),
    ])
    expect(view.present).toHaveLength(2)
    expect(presentAt(dbOf(desk), id)).toHaveLength(1)
    const broken = desk.client.encounter.send({
      id,
      seq: view.seq,
      event: answer('greeting', 'present', '不是名单'),
    })
    expect(await failureFrom(broken)).toMatchObject({ code: 'invalid' })
  })

  it('turns "no more contact" into a ban on marketing', async () => {
    await sendAll(desk.client, id, [
      sign('郝欣'),
      answer('greeting', 'purpose', '办业务'),
      completed('greeting'),
      need('没有'),
      completed('discovering'),
      { type: 'planning.skipped', reason: 'not-needed-now', note: '' },
      { type: 'intent.declined', choiceId: null, cause: 'other', note: '' },
      completed('intending'),
      { type: 'contact.declined' },
    ])
    expect(dbOf(desk).all('SELECT client_id FROM contact_ban')).toEqual([{ client_id: clientId }])
  })

  it('adds steps and never changes one', () => {
    const db = dbOf(desk)
    expect(() => db.run('UPDATE encounter_step SET at = 0')).toThrow(/only added/)
    expect(() => db.run('DELETE FROM encounter_step')).toThrow(/only added/)
  })

  it('reads a meeting of an unknown process and accepts nothing in it', async () => {
    dbOf(desk).run('UPDATE encounter SET process_version = 99 WHERE id = ?', [id])
    const view = await desk.client.encounter.get({ id })
    expect([view.alive, view.events]).toEqual([false, []])
    const sent = desk.client.encounter.send({ id, seq: view.seq, event: sign('郝欣') })
    expect(await failureFrom(sent)).toMatchObject({ rule: 'processIsGone' })
  })
})
