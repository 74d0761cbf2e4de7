import { randomBytes } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { appendAudit } from '../../../electron/audit/chain.ts'
import { putRows, takeRows } from '../../../electron/database/sealed/rows.ts'
import { openDossier } from '../../../electron/seal/open-dossier.ts'
import { insertProposal } from '../../../electron/seal/proposal.ts'
import { sealDossier, type SealCall } from '../../../electron/seal/seal-dossier.ts'
import { unwrapDossier } from '../../../electron/seal/unwrap.ts'
import { openTestDesk, type TestDesk } from '../../support/desk.ts'
import { addClient, dbOf, sendAll, sign, walkIn } from '../../support/meeting.ts'

// Practice 3: the wrong client's past keeps 误选更正 with number, by and when – also when the right client is sealed.

describe('a meeting moved to a client whose dossier is sealed later', () => {
  let desk: TestDesk
  let wrong: number
  let right: number

  beforeEach(async () => {
    desk = await openTestDesk({ at: '2026-11-23T10:00:00+08:00' })
    dbOf(desk).run("INSERT INTO staff(id, name, roles, created_at) VALUES (2, '李理财', '[]', 0)")
    wrong = addClient(desk, '郝欣')
    right = addClient(desk, '贺超文')
  })

  const call = (): SealCall => {
    const open = desk.desk.open()
    if (!open) throw new Error('locked')
    const { db, keys, vaultFolder, auditKey, stamp } = open
    const now = desk.clock.now()
    const audit: SealCall['audit'] = (entry) => appendAudit(db, auditKey, stamp(now, entry))
    return { db, keys, vaultFolder, random: (bytes) => randomBytes(bytes), now, staffId: 1, audit }
  }

  const seal = (clientId: number) => {
    const id = insertProposal(dbOf(desk), { clientId, reason: 'secrecy', note: '', by: 2, at: 0 })
    expect(sealDossier(call(), id)).toMatchObject({ ok: true })
  }

  const open = (clientId: number) => {
    const keys = desk.desk.open()?.keys
    const held = { vaultId: keys?.vaultId ?? '', archivePrivate: keys?.rolePrivate.archive }
    const unwrapped = unwrapDossier(dbOf(desk), clientId, held)
    if (!unwrapped.ok) throw new Error('the key does not fit')
    expect(openDossier(call(), { ...unwrapped.value, reason: '试', emergency: null })).toMatchObject({
      ok: true,
    })
  }

  const print = async () => {
    const { selfId } = await desk.client.household.begin({ clientId: wrong })
    const sheet = { clientId: wrong, readers: [selfId], way: 'paper' as const, glyphsAccepted: true }
    const { printout } = await desk.client.printout.start(sheet)
    await desk.client.printout.finish({ id: printout.id, outcome: 'taken' })
  }

  /** Sat down with the wrong file open, a sheet printed, the mistake seen, the meeting ended. */
  const meetAndMove = async (to: number) => {
    const { id } = await desk.client.encounter.start({ ...walkIn, clientId: wrong })
    await sendAll(desk.client, id, [sign('郝欣')])
    await print()
    await sendAll(desk.client, id, [
      { type: 'meeting.moved', clientId: to, why: '证件上是贺超文' },
      { type: 'meeting.aborted', reason: 'other' },
    ])
    desk.clock.advance(60_000)
  }

  const past = async () =>
    (await desk.client.client.page({ id: wrong })).timeline
      .filter(({ title }) => title === 'exit.moved' || title.startsWith('printout.'))
      .map(({ title, params, by, at }) => ({ title, params, by, at }))

  const numbers = async () =>
    (await past()).filter(({ title }) => title === 'exit.moved').map(({ params }) => params['number'])

  const rows = () => dbOf(desk).all('SELECT * FROM encounter_move ORDER BY id')

  it("leaves the wrong client's past as it was, and nothing of the right client in it", async () => {
    await meetAndMove(right)
    const before = await past()
    expect(before).toMatchObject([{ title: 'exit.moved', params: { number: 1 } }])
    seal(right)
    expect(await past()).toEqual(before)
    expect(rows()).toMatchObject([{ encounter_id: null, to_client_id: null, why: '' }])
  })

  it('never gives its number to another correction', async () => {
    const third = addClient(desk, '贺超文')
    await meetAndMove(right)
    await meetAndMove(third)
    seal(right)
    await meetAndMove(third)
    expect(await numbers()).toEqual([3, 2, 1])
  })

  it('does not give the number of a later one again when a file from before took a row away', async () => {
    const third = addClient(desk, '贺超文')
    await meetAndMove(right)
    await meetAndMove(third)
    dbOf(desk).run('UPDATE printout SET move_id = NULL')
    dbOf(desk).run('DELETE FROM encounter_move WHERE number = 1')
    await meetAndMove(third)
    expect(await numbers()).toEqual([3, 2])
  })

  it('comes back whole when the dossier is opened', async () => {
    await meetAndMove(right)
    const before = rows()
    seal(right)
    open(right)
    expect(rows()).toEqual(before)
  })

  it('comes back whole too out of a file from before, which took the row away', async () => {
    await meetAndMove(right)
    const before = rows()
    const taken = takeRows(dbOf(desk), right).filter(({ table }) => table === 'encounter_move')
    dbOf(desk).run('UPDATE printout SET move_id = NULL')
    dbOf(desk).run('DELETE FROM encounter_move')
    expect(putRows(dbOf(desk), taken)).toBe(true)
    expect(rows()).toEqual(before)
  })
})
