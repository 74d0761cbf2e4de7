import { beforeAll, describe, expect, it } from 'vitest'
import { putContact } from '../../../electron/contact/repository.ts'
import type { ContactPlan } from '../../../shared/contact/model.ts'
import { openTestDesk, type TestDesk } from '../../support/desk.ts'
import { addClient, dbOf, walkIn } from '../../support/meeting.ts'

describe('the next step on the page of a client', () => {
  let test: TestDesk
  let clientId = 0
  let encounterId = 0

  beforeAll(async () => {
    test = await openTestDesk()
    clientId = addClient(test, '郝欣')
    encounterId = (await test.client.encounter.start({ ...walkIn, clientId })).id
  })

  const next = async () => (await test.client.client.page({ id: clientId })).nextContact
  const plan = (word: Pick<ContactPlan, 'kind' | 'date' | 'time' | 'channel'>): void =>
    dbOf(test).transact(() =>
      putContact(dbOf(test), { ...word, provisional: false, encounterId, clientId, at: test.clock.now() }),
    )

  it('says that nothing is agreed as long as nothing is, or once the day went by', async () => {
    expect(await next()).toBeNull()
    plan({ kind: 'agreed', date: '2026-11-20', time: '10:00', channel: 'phone' })
    expect(await next()).toBeNull()
    plan({ kind: 'declined', date: null, time: '', channel: null })
    expect(await next()).toBeNull()
  })

  it('names the agreed contact with day, time and way, or that the client will call', async () => {
    const agreed = { kind: 'agreed', date: '2026-12-09', time: '10:00', channel: 'phone' } as const
    plan(agreed)
    expect(await next()).toEqual(agreed)
    plan({ kind: 'left-to-client', date: null, time: '', channel: null })
    expect(await next()).toMatchObject({ kind: 'left-to-client' })
    plan(agreed)
  })

  it('names an appointed meeting that comes before the agreed contact', async () => {
    const on = (date: string) =>
      test.client.encounter.start({
        clientId,
        source: 'appointment',
        appointment: { date, time: '14:30', place: '' },
        present: [],
        continues: null,
      })
    await on('2026-12-10')
    expect(await next()).toMatchObject({ kind: 'agreed', date: '2026-12-09' })
    await on('2026-12-01')
    expect(await next()).toEqual({ kind: 'meeting', date: '2026-12-01', time: '14:30', channel: null })
  })
})
