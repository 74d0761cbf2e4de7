import { cpSync, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { restoreVault } from '../../../electron/vault/restore.ts'
import { clientById } from '../../../electron/client/repository.ts'
import { keptUntil } from '../../../shared/seal/older-copies.ts'
import { addPerson, firstPerson, switchTo, type Person } from '../../support/people.ts'
import { failureFrom, openTestDesk, tempFolder, type TestDesk } from '../../support/desk.ts'
import { dbOf } from '../../support/meeting.ts'
import { jobEnd } from '../../support/take-in.ts'
import { makeWholeDossier, secrets } from '../../support/whole-dossier.ts'

describe('backups and sealed dossiers (decisions 2)', () => {
  let test: TestDesk
  let first: Person
  let keeper: Person
  let clientId: number
  let older: string
  let newer: string

  const backUp = async (): Promise<string> => {
    const { jobId } = await test.client.backup.run()
    expect((await jobEnd(test, jobId)).state).toBe('done')
    const name = (await test.client.backup.list())[0]?.name ?? ''
    const kept = join(tempFolder(), name)
    cpSync(join(test.dataFolder, 'vault', 'backups', name), kept, { recursive: true })
    return kept
  }

  const restored = async (from: string, who: Person): Promise<TestDesk> => {
    const dataFolder = tempFolder()
    const by = { slotId: who.slotId, passphrase: who.passphrase }
    expect(await restoreVault({ from, to: join(dataFolder, 'vault'), by })).toMatchObject({ ok: true })
    const desk = await openTestDesk({ dataFolder, closed: true })
    await desk.client.session.unlock({ ...by, book: 'main' })
    return desk
  }

  beforeAll(async () => {
    test = await openTestDesk({ at: '2026-11-20T09:00:00+08:00' })
    first = await firstPerson(test)
    keeper = await addPerson(test, '高档案', ['archive-keeper'])
    clientId = (await makeWholeDossier(test)).clientId
    older = await backUp()
    const { id } = await test.client.seal.propose({ clientId, reason: 'hold', note: '' })
    test = await switchTo(test, keeper, '2026-11-23T09:00:00+08:00')
    expect(await test.client.seal.olderCopies()).toMatchObject({
      count: 1,
      until: '2027-11-30',
      away: 'none',
    })
    const { jobId } = await test.client.seal.run({ proposalId: id })
    expect((await jobEnd(test, jobId)).state).toBe('done')
    test = await switchTo(test, first, '2026-11-23T10:00:00+08:00')
    newer = await backUp()
  })

  it('a backup made after the sealing carries the file, and the dossier opens from it', async () => {
    expect(readdirSync(join(newer, 'sealed'))).toHaveLength(1)
    const desk = await restored(newer, keeper)
    expect(await desk.client.seal.alarms()).toMatchObject({ missing: [] })
    const { jobId } = await desk.client.seal.open({ clientId, reason: '演练' })
    expect((await jobEnd(desk, jobId)).state).toBe('done')
    expect(clientById(dbOf(desk), clientId)?.name).toBe(secrets.name)
  })

  it('one made before it brings the open dossier back, without a stub and without a file', async () => {
    const desk = await restored(older, first)
    expect(clientById(dbOf(desk), clientId)?.name).toBe(secrets.name)
    expect(dbOf(desk).one('SELECT count(*) AS n FROM sealed_dossier')).toEqual({ n: 0 })
    const folder = join(desk.dataFolder, 'vault', 'sealed')
    expect(existsSync(folder) ? readdirSync(folder) : []).toEqual([])
  })

  it('the keeper asks to be rid of older copies, the head makes a new one, and only that is left', async () => {
    test = await switchTo(test, keeper, '2026-11-23T11:00:00+08:00')
    expect(await test.client.seal.copies()).toMatchObject({ count: 1, until: '2027-11-30', request: null })
    const { id } = await test.client.seal.askPurge({})
    expect(await failureFrom(test.client.seal.askPurge({}))).toMatchObject({
      rule: 'seal.refusal.purge-asked',
    })
    expect(await failureFrom(test.client.seal.purge({ id }))).toMatchObject({ code: 'forbidden' })
    test = await switchTo(test, first, '2026-11-23T12:00:00+08:00')
    const { jobId } = await test.client.seal.purge({ id })
    expect((await jobEnd(test, jobId)).state).toBe('done')
    expect(await test.client.backup.list()).toHaveLength(1)
    expect(await test.client.seal.copies()).toMatchObject({ count: 0, until: null, request: null })
  })

  it('an opening leaves the file of earlier backups untouched', async () => {
    test = await switchTo(test, keeper, '2026-11-23T13:00:00+08:00')
    const { jobId } = await test.client.seal.open({ clientId, reason: '客户回来了' })
    expect((await jobEnd(test, jobId)).state).toBe('done')
    const name =
      readdirSync(join(test.dataFolder, 'vault', 'backups'))
        .toSorted()
        .at(-1) ?? ''
    expect(readdirSync(join(test.dataFolder, 'vault', 'backups', name, 'sealed'))).toHaveLength(1)
  })

  it('the last day of an older copy is the end of the same month a year on, also in February', () => {
    expect(keptUntil('2026-11-20')).toBe('2027-11-30')
    expect(keptUntil('2027-02-01')).toBe('2028-02-29')
    expect(keptUntil('2026-12-31')).toBe('2027-12-31')
  })
})
