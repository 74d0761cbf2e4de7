import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { failureFrom, openTestDesk, tempFolder, withRights, type TestDesk } from '../../support/desk.ts'
import { addClient, dbOf } from '../../support/meeting.ts'
import { insertDossier, moveDossier } from '../../../electron/dossier/repository.ts'

const done = async (test: TestDesk, id: number) => {
  await test.desk.jobs.finished(id)
  return test.client.job.state({ id })
}

const backUp = async (test: TestDesk): Promise<string> => {
  const { jobId, copyId } = await test.client.backup.run()
  await done(test, jobId)
  if (copyId !== null) await done(test, copyId)
  const [line] = await test.client.backup.list()
  return line?.name ?? ''
}

const withHousehold = async (): Promise<TestDesk> => {
  const test = await openTestDesk()
  const clientId = addClient(test, '郝欣')
  const home = await test.client.household.begin({ clientId })
  const told = { source: 'told' as const, reach: { kind: 'own' as const }, place: '', asOf: '2026-11-23' }
  const cash = { clientId, kind: 'cash' as const, ownerId: home.selfId, amount: 1_234_567 }
  await test.client.figure.put({ ...cash, ...told, period: 'year' })
  return test
}

/** The family's dossiers are taken away by somebody after the backup was made: the copy doesn't know it. */
const shutSince = async (test: TestDesk, who: 'self' | 'spouse', state: 'in-cabinet' | 'sealed') => {
  const clientId = addClient(test, '郝欣')
  const otherClientId = addClient(test, '贺超文')
  await test.client.household.begin({ clientId })
  await test.client.household.joinClient({ clientId, otherClientId, relation: 'husband' })
  await backUp(test)
  const shut = { clientId: who === 'self' ? clientId : otherClientId, year: null, sequence: null, at: 1 }
  insertDossier(dbOf(test), { ...shut, state: 'in-use' })
  moveDossier(dbOf(test), { ...shut, state, holderId: null, place: 'A-1', dueAt: null })
  return clientId
}

const drilling = (test: TestDesk): string => join(test.dataFolder, 'vault', 'drilling')

describe('a restore drill', () => {
  it('restores the newest backup beside the vault, checks it, and puts one statement of it on a sheet', async () => {
    const test = await withHousehold()
    const name = await backUp(test)
    const { jobId } = await test.client.backup.drill({ place: 'here' })
    expect(await done(test, jobId)).toMatchObject({ state: 'done', failure: null })
    const found = await test.client.backup.drilled({ jobId })
    expect(found).toMatchObject({ name, files: 4 })
    expect(found.rows).toBeGreaterThan(3)
    const { html } = await test.client.printout.page({ job: found.sheet ?? '' })
    expect(html).toContain('12,345.67')
    expect(existsSync(drilling(test))).toBe(false)
    // Without its sheet the drill did not end.
    expect(await failureFrom(test.client.backup.confirmDrill({ jobId, pages: 0 }))).toMatchObject({
      code: 'not-found',
    })
    expect(await test.client.backup.status()).toMatchObject({ restoreDrillAt: null })
    const status = await test.client.backup.confirmDrill({ jobId, pages: 2 })
    expect(status.restoreDrillAt).toBe(test.clock.now())
    const [line] = await test.client.audit.list({ before: null, limit: 1 })
    expect(line).toMatchObject({ action: 'backup.drilled', object: `backup:${name}` })
  })

  it('is held on the second target’s copy as well, and finds one changed byte there', async () => {
    const test = await withHousehold()
    const folder = tempFolder()
    await test.client.backup.setSecond({ folder })
    const name = await backUp(test)
    const good = await test.client.backup.drill({ place: 'away' })
    expect(await done(test, good.jobId)).toMatchObject({ state: 'done' })
    const id = test.desk.open()?.keys.vaultId.slice(0, 8) ?? ''
    const path = join(folder, `zhiyin-${id}`, name, 'vault.db')
    const bytes = readFileSync(path)
    bytes.writeUInt8(bytes.readUInt8(5000) ^ 1, 5000)
    writeFileSync(path, bytes)
    const bad = await test.client.backup.drill({ place: 'away' })
    expect(await done(test, bad.jobId)).toMatchObject({
      state: 'failed',
      failure: { code: 'damaged', part: 'backup:vault.db' },
    })
    expect(existsSync(drilling(test))).toBe(false)
  })

  it('needs a backup and a place that is set', async () => {
    const test = await openTestDesk()
    expect(await failureFrom(test.client.backup.drill({ place: 'away' }))).toMatchObject({
      rule: 'second-missing',
    })
    const { jobId } = await test.client.backup.drill({ place: 'here' })
    expect(await done(test, jobId)).toMatchObject({ failure: { rule: 'no-backup-yet' } })
    withRights(test, [])
    expect(await failureFrom(test.client.backup.drill({ place: 'here' }))).toMatchObject({
      right: 'backup.run',
    })
  })

  it('that was cut off is cleared away at the next start, and nothing in it was in clear', async () => {
    const test = await withHousehold()
    await test.lock()
    mkdirSync(drilling(test))
    writeFileSync(join(drilling(test), 'vault.db'), 'left over')
    const again = await openTestDesk({ dataFolder: test.dataFolder, at: '2026-11-23T09:00:00+08:00' })
    expect(existsSync(drilling(again))).toBe(false)
  })

  it('writes down whose statement was looked at, and asks again each time before it is shown', async () => {
    const test = await withHousehold()
    await backUp(test)
    const { jobId } = await test.client.backup.drill({ place: 'here' })
    await done(test, jobId)
    const { sheet } = await test.client.backup.drilled({ jobId })
    const [line] = await test.client.audit.list({ before: null, limit: 1 })
    expect(line).toMatchObject({ action: 'backup.sheet-shown', object: 'client:1' })
    const shut = { clientId: 1, year: null, sequence: null, at: 1, state: 'in-cabinet' } as const
    insertDossier(dbOf(test), shut)
    expect(await failureFrom(test.client.printout.page({ job: sheet ?? '' }))).toMatchObject({
      rule: 'dossier.refusal.in-cabinet',
    })
  })

  it.each([
    ['self', 'in-cabinet'],
    ['self', 'sealed'],
    ['spouse', 'in-cabinet'],
    ['spouse', 'sealed'],
  ] as const)(
    'shows no statement when the dossier of %s has been %s since the backup',
    async (who, state) => {
      const test = await openTestDesk()
      const clientId = await shutSince(test, who, state)
      const { jobId } = await test.client.backup.drill({ place: 'here' })
      await done(test, jobId)
      expect(await test.client.backup.drilled({ jobId }), String(clientId)).toMatchObject({ sheet: null })
    },
  )

  it('ends well without a sheet where no household was told yet', async () => {
    const test = await openTestDesk()
    await backUp(test)
    const { jobId } = await test.client.backup.drill({ place: 'here' })
    await done(test, jobId)
    expect(await test.client.backup.drilled({ jobId })).toMatchObject({ sheet: null })
    expect(await test.client.backup.confirmDrill({ jobId, pages: 0 })).toMatchObject({
      restoreDrillAt: test.clock.now(),
    })
  })
})
