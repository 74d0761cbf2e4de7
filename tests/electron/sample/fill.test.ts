import { beforeAll, describe, expect, test } from 'vitest'
import { readResidentId } from '../../../shared/client/identity.ts'
import { eachClient } from '../../../electron/client/repository.ts'
import { allMembersOf, householdOf } from '../../../electron/household/repository.ts'
import { openTestDesk, type TestDesk } from '../../support/desk.ts'

const today = '2026-11-25'

describe('the sample book', () => {
  let desk: TestDesk
  const database = () => {
    const db = desk.desk.open()?.db
    if (!db) throw new Error('the sample book is not open')
    return db
  }

  beforeAll(async () => {
    desk = await openTestDesk({ at: `${today}T09:00:00+08:00`, closed: true })
    await desk.client.session.openSample()
  })

  test('has twelve households, every client in exactly one', () => {
    const db = database()
    const homes = [...eachClient(db)].map((client) => householdOf(db, client.id)?.householdId)
    expect(new Set(homes).size).toBe(12)
    expect(homes).not.toContain(undefined)
  })

  test('holds invented people only: no such area, numbers nobody can be called on', () => {
    for (const client of eachClient(database())) {
      expect(client.documentNumber).toMatch(/^990000/)
      expect(readResidentId(client.documentNumber, today)).toEqual({
        birthDate: client.birthDate,
        sex: client.sex,
      })
      expect(client.phone).toMatch(/^1990000\d{4}$/)
    }
  })

  test('keeps no more of third persons than they agreed to', () => {
    const db = database()
    const clients = [...eachClient(db)]
    const relatives = clients
      .flatMap((client) => allMembersOf(db, householdOf(db, client.id)?.householdId ?? 0))
      .filter((member) => member.clientId === null)
    expect(relatives.length).toBeGreaterThan(3)
    for (const { birth, occupation } of relatives) {
      expect(birth).toMatch(/^\d{4}$/)
      expect(occupation).toBe('')
    }
  })

  test('is found by search like a real one, and says on every paper that it is a sample', async () => {
    const { rows } = await desk.client.search.find({ q: 'czy' })
    const chen = rows.find((row) => row.name === '陈知远')
    const household = await desk.client.household.get({ clientId: chen?.id ?? 0 })
    const { printout, job } = await desk.client.printout.start({
      clientId: chen?.id ?? 0,
      readers: [household?.selfId ?? 0],
      way: 'save',
      glyphsAccepted: false,
    })
    expect((await desk.client.printout.page({ job })).html).toContain('样例</div>')
    expect(printout.number).toBe('BB-2026-000001')
  })
})
