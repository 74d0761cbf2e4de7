import { beforeEach, describe, expect, test } from 'vitest'
import { insertDossier, moveDossier } from '../../../electron/dossier/repository.ts'
import { addBranch, sitDown } from '../../support/seats.ts'
import { failureFrom, openTestDesk, type TestDesk } from '../../support/desk.ts'
import { addClient, dbOf, walkIn } from '../../support/meeting.ts'

// A write that is repeated is answered once more; only to whom it was answered, and only while he may still see it.

let on: TestDesk
let people: ReturnType<typeof addBranch>
let clientId: number

const requestKey = 'request-key-0001'

beforeEach(async () => {
  on = await openTestDesk({ at: '2026-11-25T10:00:00+08:00' })
  people = addBranch(on)
  clientId = addClient(on, '郝欣')
  dbOf(on).run('UPDATE client SET owner_id = ?', [people.li.id])
})

const begin = () => on.client.household.begin({ clientId, requestKey })

describe('a repeated request', () => {
  test('is answered again to its sender', async () => {
    sitDown(on, people.li)
    expect(await begin()).toEqual(await begin())
    expect(await on.client.request.outcome({ requestKey })).toEqual({ done: true })
  })

  test('of somebody else is a conflict, is not done again, and nothing of it is told', async () => {
    sitDown(on, people.li)
    await begin()
    sitDown(on, people.wang)
    expect(await failureFrom(begin())).toEqual({ code: 'conflict', what: 'request-key' })
    expect(await on.client.request.outcome({ requestKey })).toEqual({ done: false })
  })

  test('is refused like a first one once the dossier is shut', async () => {
    sitDown(on, people.li)
    await begin()
    insertDossier(dbOf(on), { clientId, state: 'in-use', year: null, sequence: null, at: 1 })
    const shut = { clientId, state: 'in-cabinet', holderId: null, place: 'A-1', dueAt: null } as const
    moveDossier(dbOf(on), { ...shut, at: on.clock.now() })
    expect(await failureFrom(begin())).toMatchObject({ rule: 'dossier.refusal.in-cabinet' })
  })

  test('that names no client is not answered out of a dossier that was handed in since', async () => {
    sitDown(on, people.li)
    const { id } = await on.client.encounter.start({ clientId, ...walkIn })
    const { seq } = await on.client.encounter.get({ id })
    const event = { type: 'meeting.suspended' } as const
    await on.client.encounter.send({ id, seq, event, requestKey })
    await on.client.custody.handIn({ clientIds: [clientId], requestKey: 'request-key-0002' })
    expect(await failureFrom(on.client.encounter.send({ id, seq, event, requestKey }))).toEqual({
      code: 'conflict',
      what: 'request-key',
    })
    // The hand-in itself is answered again: it tells only that it was done.
    const again = { clientIds: [clientId], requestKey: 'request-key-0002' }
    expect(await on.client.custody.handIn(again)).toEqual({ given: 1 })
  })
})
