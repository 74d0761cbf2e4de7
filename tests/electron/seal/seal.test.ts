import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { beforeAll, describe, expect, it } from 'vitest'
import { takeRows } from '../../../electron/database/sealed/rows.ts'
import { addPerson, switchTo, type Person } from '../../support/people.ts'
import { failureFrom, openTestDesk, type TestDesk } from '../../support/desk.ts'
import { dumpOf } from '../../support/dump.ts'
import { dbOf } from '../../support/meeting.ts'
import { jobEnd } from '../../support/take-in.ts'
import { makeWholeDossier, marker, secrets, type WholeDossier } from '../../support/whole-dossier.ts'

// What a sealing writes about itself, and what it is allowed to leave.
const traces = [
  'audit',
  'custody',
  'dossier',
  'seal_proposal',
  'sqlite_sequence',
  'request',
  'place',
  'client_search_data',
  'client_search_idx',
  'client_search_docsize',
]

const pages = (folder: string, dbk: Buffer): Buffer => {
  const connection = new Database(join(folder, 'vault.db'), { readonly: true })
  connection.pragma("cipher='aegis'")
  connection.pragma("algorithm='aegis-256'")
  connection.key(Buffer.concat([Buffer.from('raw:'), dbk]))
  const bytes = connection.serialize()
  connection.close()
  return bytes
}

const filesOf = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

describe('a dossier is sealed and opened again', () => {
  let test: TestDesk
  let keeper: Person
  let manager: Person
  let whole: WholeDossier
  let before: ReturnType<typeof dumpOf>

  beforeAll(async () => {
    test = await openTestDesk()
    keeper = await addPerson(test, '高档案', ['archive-keeper'])
    manager = await addPerson(test, '李理财', ['wealth-manager'])
    whole = await makeWholeDossier(test)
    test = await switchTo(test, manager)
  })

  it('has something in every table a dossier can be in, so that nothing is proved by absence', () => {
    const empty = takeRows(dbOf(test), whole.clientId).filter(({ rows }) => rows.length === 0)
    expect(empty.map(({ table }) => table)).toEqual(['encounter:continues', 'need:carried'])
  })

  it('is proposed by the manager with a reason, and no second time', async () => {
    const { clientId } = whole
    await test.client.seal.propose({ clientId, reason: 'ended', note: '' })
    const again = test.client.seal.propose({ clientId, reason: 'ended', note: '' })
    expect(await failureFrom(again)).toMatchObject({ rule: 'seal.refusal.waiting' })
    expect((await test.client.seal.of({ clientId })).proposal).toMatchObject({ by: '李理财', isOwn: true })
  })

  it('is sealed by the keeper, who sees a masked name and the reason', async () => {
    test = await switchTo(test, keeper)
    before = dumpOf(dbOf(test), traces)
    const [proposal] = await test.client.seal.proposals()
    expect(proposal).toMatchObject({ name: '暗**欣', number: '6228480099', reason: 'ended', isOwn: false })
    const { jobId } = await test.client.seal.run({ proposalId: proposal?.id ?? 0 })
    expect(await jobEnd(test, jobId)).toMatchObject({ state: 'done', failure: null })
    const [stub] = await test.client.seal.sealed({})
    expect(stub).toMatchObject({ name: '暗**欣', sealedBy: '高档案', proposedBy: '李理财', isMissing: false })
  })

  it('is found by the full name, the client number or the dossier number, and by nothing less', async () => {
    const found = async (find: string): Promise<number> => (await test.client.seal.sealed({ find })).length
    expect(await found(secrets.name)).toBe(1)
    expect(await found('6228480099')).toBe(1)
    expect(await found('YH-2026-0099')).toBe(1)
    expect(await found('暗号')).toBe(0)
    expect(await found('郝欣')).toBe(0)
  })

  it('leaves no word of the client in any row, any page of the database, any file or the log', () => {
    const dump = dumpOf(dbOf(test))
    for (const [table, rows] of Object.entries(dump))
      for (const secret of [marker, secrets.phone, secrets.document, secrets.birthDate])
        expect(
          rows.filter((row) => row.includes(secret)),
          table,
        ).toEqual([])
    const open = test.desk.open()
    if (!open) throw new Error('locked')
    const bytes = pages(open.vaultFolder, open.keys.dbk)
    for (const secret of [marker, secrets.name, secrets.phone, secrets.document])
      expect(bytes.includes(secret), secret).toBe(false)
    for (const file of filesOf(open.vaultFolder))
      expect(readFileSync(file).includes(marker), file).toBe(false)
    expect(readFileSync(join(open.vaultFolder, 'vault.db-wal')).length).toBe(0)
  })

  it('comes back with every row and every key as it was', async () => {
    const { clientId } = whole
    const { jobId } = await test.client.seal.open({ clientId, reason: '客户回来了' })
    expect(await jobEnd(test, jobId)).toMatchObject({ state: 'done', failure: null })
    expect(dumpOf(dbOf(test), traces)).toEqual(before)
    expect(readdirSync(join(test.dataFolder, 'vault', 'sealed'))).toEqual([])
    expect(await test.client.seal.sealed({})).toEqual([])
    expect(existsSync(join(test.dataFolder, 'vault', 'sealed'))).toBe(true)
  })

  it('leaves its lines in the register: sealed by the keeper for the manager, and opened with the reason', () => {
    const lines = dbOf(test).all(
      'SELECT move, note, (SELECT name FROM staff WHERE id = other_id) AS other FROM custody ORDER BY id',
    )
    expect(lines).toEqual([
      { move: 'opened', note: 'YH-2026-0099', other: null },
      { move: 'sealed', note: '', other: '李理财' },
      { move: 'unsealed', note: '客户回来了', other: null },
    ])
  })
})
