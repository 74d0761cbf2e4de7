import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it, test } from 'vitest'
import { makeKeyPair, unwrapWith } from '../../../electron/vault/key-pair.ts'
import { fileBinding } from '../../../electron/seal/key.ts'
import { rewrapSealed } from '../../../electron/seal/rewrap.ts'
import { stubOf } from '../../../electron/seal/stub.ts'
import { openWaiting } from '../../../electron/seal/waiting.ts'
import { clientById } from '../../../electron/client/repository.ts'
import { addPerson, firstPerson, switchTo, type Person } from '../../support/people.ts'
import { openTestDesk, type TestDesk } from '../../support/desk.ts'
import { dumpOf } from '../../support/dump.ts'
import { dbOf } from '../../support/meeting.ts'
import { jobEnd, takeIn } from '../../support/take-in.ts'
import { makeWholeDossier, marker, secrets } from '../../support/whole-dossier.ts'

const book = (day: string, aum: number, phone: string, owner: string): Buffer =>
  Buffer.from(
    [
      `机构:测试支行,,打印日期:${day}`,
      '客户号,客户姓名,手机号码,管户经理,时点金融资产,活期余额',
      `6228480099,${secrets.name},${phone},${owner},${aum},${aum}`,
      '6228480077,周明,13900001111,李理财,100,100',
    ].join('\n'),
  )

describe('rows of a client book for a sealed client (practice 1, story S10)', () => {
  let test: TestDesk
  let keeper: Person
  let head: Person
  let clientId: number
  let sealedBytes: Buffer

  const bytesNow = (): Buffer => {
    const folder = join(test.desk.open()?.vaultFolder ?? '', 'sealed')
    return readFileSync(join(folder, readdirSync(folder)[0] ?? ''))
  }

  beforeAll(async () => {
    test = await openTestDesk()
    head = await firstPerson(test)
    keeper = await addPerson(test, '高档案', ['archive-keeper'])
    await addPerson(test, '李理财', ['wealth-manager'])
    clientId = (await makeWholeDossier(test)).clientId
    const { id } = await test.client.seal.propose({ clientId, reason: 'hold', note: '' })
    test = await switchTo(test, keeper)
    const { jobId } = await test.client.seal.run({ proposalId: id })
    expect((await jobEnd(test, jobId)).state).toBe('done')
    sealedBytes = bytesNow()
    test = await switchTo(test, head, '2026-12-05T09:00:00+08:00')
  })

  it('are counted as waiting, move only AUM, its day and the owner of the stub, and change no byte of the file', async () => {
    const result = await takeIn(
      test,
      'client-book',
      '客户清单.csv',
      book('2026-11-30', 15_000_000, '13800001234', '李理财'),
    )
    expect(result.counts).toMatchObject({ sealed: 1, new: 1, updated: 0 })
    expect(clientById(dbOf(test), clientId)).toMatchObject({
      name: '暗**欣',
      phone: '',
      aum: 1_500_000_000,
      asOf: '2026-11-30',
    })
    expect(bytesNow().equals(sealedBytes)).toBe(true)
  })

  it('stand nowhere in clear, and the same file a second time writes nothing', async () => {
    for (const rows of Object.values(dumpOf(dbOf(test))))
      expect(rows.filter((row) => row.includes(marker) || row.includes('13800001234'))).toEqual([])
    const again = await takeIn(
      test,
      'client-book',
      '客户清单.csv',
      book('2026-11-30', 15_000_000, '13800001234', '李理财'),
    )
    expect(again).toMatchObject({ written: 0, counts: { sealed: 1 } })
    await takeIn(test, 'client-book', '客户清单.csv', book('2026-12-04', 16_000_000, '13800009999', '李理财'))
    expect(await test.client.seal.of({ clientId })).toMatchObject({
      sealed: { waiting: 2, asOf: '2026-12-04' },
    })
  })

  it('with a new archive key pair the key and the rows are wrapped anew, and the old key opens neither', () => {
    const open = test.desk.open()
    const oldPrivate = open?.keys.rolePrivate.archive
    const stub = stubOf(dbOf(test), clientId)
    if (!open || !oldPrivate || !stub) throw new Error('not sealed')
    const { vaultId } = open.keys
    const fresh = makeKeyPair()
    const turn = (from: Buffer, to: { private: Buffer; public: Buffer }): void =>
      rewrapSealed(vaultId, (bytes) => randomBytes(bytes))(open.db, {
        role: 'archive',
        oldPrivate: from,
        newPrivate: to.private,
        newPublic: to.public,
        leftOut: [],
        unlisted: [],
      })
    turn(oldPrivate, fresh)
    const once = stubOf(dbOf(test), clientId)?.wrapped
    // Cut off and begun again: what is under the new key stays as it is.
    turn(oldPrivate, fresh)
    expect(stubOf(dbOf(test), clientId)?.wrapped.equals(once ?? fresh.public)).toBe(true)
    const now = stubOf(dbOf(test), clientId)?.wrapped ?? Buffer.alloc(0)
    const bound = fileBinding(vaultId, stub.file)
    expect(unwrapWith(oldPrivate, now, bound)).toBeUndefined()
    expect(
      unwrapWith(fresh.private, now, bound)?.equals(unwrapWith(oldPrivate, stub.wrapped, bound) ?? now),
    ).toBe(true)
    expect(openWaiting(dbOf(test), { clientId, vaultId }, oldPrivate)).toBeUndefined()
    expect(openWaiting(dbOf(test), { clientId, vaultId }, fresh.private)).toHaveLength(2)
    turn(fresh.private, { private: oldPrivate, public: open.keys.rolePublic.archive ?? fresh.public })
  })

  it('are applied in the order of their days when the dossier is opened, by the rules of every import', async () => {
    test = await switchTo(test, keeper, '2026-12-05T10:00:00+08:00')
    const { jobId } = await test.client.seal.open({ clientId, reason: '客户回来了' })
    expect(await jobEnd(test, jobId)).toMatchObject({ state: 'done' })
    const db = dbOf(test)
    expect(clientById(db, clientId)).toMatchObject({
      name: secrets.name,
      phone: '13800009999',
      aum: 1_600_000_000,
      asOf: '2026-12-04',
      employer: '暗号纺织厂',
    })
    const days = db.all('SELECT as_of AS day, aum FROM client_position WHERE client_id = ? ORDER BY as_of', [
      clientId,
    ])
    expect(days).toEqual([
      { day: '2026-11-20', aum: 1_401_948_160 },
      { day: '2026-11-30', aum: 1_500_000_000 },
      { day: '2026-12-04', aum: 1_600_000_000 },
    ])
    const phones = db.all(
      "SELECT before, after FROM client_change WHERE client_id = ? AND field = 'phone' ORDER BY id DESC LIMIT 2",
      [clientId],
    )
    expect(phones).toEqual([
      { before: '13800001234', after: '13800009999' },
      { before: secrets.phone, after: '13800001234' },
    ])
    expect(db.one('SELECT count(*) AS n FROM sealed_row')).toEqual({ n: 0 })
  })

  it('and the owner stays as it was decided while the dossier was sealed', () => {
    const client = clientById(dbOf(test), clientId)
    // 李理财 was named by the newer book and has not accepted yet.
    expect(client?.ownerId).toBe(1)
    expect(client?.nextOwnerId).toBeGreaterThan(1)
  })
})

test('a sealed client of nobody’s is taken by whom the book names, with one line of it that stays at the opening', async () => {
  let desk = await openTestDesk()
  const head = await firstPerson(desk)
  const keeper = await addPerson(desk, '高档案', ['archive-keeper'])
  await addPerson(desk, '李理财', ['wealth-manager'])
  const { clientId } = await makeWholeDossier(desk)
  const { seq } = await desk.client.client.page({ id: clientId })
  await desk.client.client.setOwner({ id: clientId, seq, ownerId: null })
  const { id } = await desk.client.seal.propose({ clientId, reason: 'hold', note: '' })
  desk = await switchTo(desk, keeper)
  await jobEnd(desk, (await desk.client.seal.run({ proposalId: id })).jobId)
  desk = await switchTo(desk, head, '2026-12-05T09:00:00+08:00')
  await takeIn(desk, 'client-book', '客户清单.csv', book('2026-11-30', 15_000_000, '13800001234', '李理财'))
  const taken = Date.parse('2026-12-05T09:00:00+08:00')
  desk = await switchTo(desk, keeper, '2026-12-05T10:00:00+08:00')
  await jobEnd(desk, (await desk.client.seal.open({ clientId, reason: '客户回来了' })).jobId)
  const li = clientById(dbOf(desk), clientId)?.ownerId
  expect(li).toBeGreaterThan(1)
  const lines = dbOf(desk).all<{ at: number }>(
    'SELECT owner_id, previous_id, at FROM client_owner WHERE client_id = ? ORDER BY id DESC LIMIT 2',
    [clientId],
  )
  expect(lines).toMatchObject([
    { owner_id: li, previous_id: null },
    { owner_id: null, previous_id: 1 },
  ])
  expect(lines[0]?.at).toBeGreaterThanOrEqual(taken)
  expect(lines[0]?.at).toBeLessThan(Date.parse('2026-12-05T10:00:00+08:00'))
})
