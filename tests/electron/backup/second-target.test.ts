import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { failureFrom, openTestDesk, tempFolder, type TestDesk } from '../../support/desk.ts'
import { dbOf } from '../../support/meeting.ts'

const backUp = async (test: TestDesk): Promise<void> => {
  const { jobId, copyId } = await test.client.backup.run()
  await test.desk.jobs.finished(jobId)
  if (copyId !== null) await test.desk.jobs.finished(copyId)
  // What the copy leaves in the vault is written in its own turn.
  await test.desk.gate.run(() => undefined)
}

/** The same vault another day: a session does not last that long. */
const onDay = async (test: TestDesk, at: string, folder = ''): Promise<TestDesk> => {
  await test.lock()
  const next = await openTestDesk({ dataFolder: test.dataFolder, at })
  next.desk.ports.settings.set('secondBackupFolder', folder)
  return next
}

const withSecond = async (): Promise<{ readonly test: TestDesk; readonly folder: string }> => {
  const test = await openTestDesk()
  const folder = tempFolder()
  await test.client.backup.setSecond({ folder })
  return { test, folder }
}

describe('the second target', () => {
  it('gets the same backup, read back there, and the list shows both places', async () => {
    const { test, folder } = await withSecond()
    await backUp(test)
    const lines = await test.client.backup.list()
    expect(lines.map(({ place, verified }) => [place, verified])).toEqual([
      ['here', true],
      ['away', true],
    ])
    const [vaultFolder = ''] = readdirSync(folder)
    expect(vaultFolder).toMatch(/^zhiyin-[0-9a-f]{8}$/)
    expect(readdirSync(join(folder, vaultFolder))).toEqual([lines[0]?.name])
    expect(await test.client.backup.status()).toMatchObject({
      lastGoodThere: test.clock.now(),
      trouble: null,
      workingDaysWithout: 0,
    })
    const rows = await test.client.audit.list({ before: null, limit: 10 })
    expect(rows.map(({ action }) => action)).toContain('backup.copied')
  })

  it('that is not there leaves the backup of this PC good, and says why the other is missing', async () => {
    const { test, folder } = await withSecond()
    rmSync(folder, { recursive: true })
    await backUp(test)
    await backUp(test)
    expect(
      (await test.client.backup.list()).every(({ place, verified }) => place === 'here' && verified),
    ).toBe(true)
    const { trouble, lastGoodThere } = await test.client.backup.status()
    expect(trouble).toMatchObject({ rule: 'second-missing' })
    expect(lastGoodThere).toBeNull()
    // Told once, not with every try.
    const told = dbOf(test).all("SELECT seq FROM audit WHERE action = 'backup.copy-failed'")
    expect(told).toHaveLength(1)
    mkdirSync(folder)
    await backUp(test)
    expect(await test.client.backup.status()).toMatchObject({ trouble: null })
  })

  it('that stays away for three working days is red; a weekend and a day without work are not counted', async () => {
    const { test, folder } = await withSecond()
    await backUp(test)
    const friday = await onDay(test, '2026-11-27T09:00:00+08:00', folder)
    // Nothing was entered since: nothing is without a copy.
    expect(await friday.client.backup.status()).toMatchObject({ workingDaysWithout: 0, overdue: false })
    await friday.client.staff.add({ name: '李理财', post: '' })
    expect(await friday.client.backup.status()).toMatchObject({ workingDaysWithout: 3, overdue: true })
    await backUp(friday)
    const tuesday = await onDay(friday, '2026-12-01T09:00:00+08:00', folder)
    await tuesday.client.staff.add({ name: '王理财', post: '' })
    expect(await tuesday.client.backup.status()).toMatchObject({ workingDaysWithout: 1, overdue: false })
  })

  it('that was never set is red after three working days as well', async () => {
    const test = await openTestDesk()
    expect(await test.client.backup.status()).toMatchObject({ secondTarget: '', overdue: false })
    const friday = await onDay(test, '2026-11-27T09:00:00+08:00')
    expect(await friday.client.backup.status()).toMatchObject({ workingDaysWithout: 3, overdue: true })
  })

  it('is a folder that exists, takes files and lies outside the data folder', async () => {
    const test = await openTestDesk()
    const file = join(tempFolder(), 'a.txt')
    writeFileSync(file, '')
    const rule = async (folder: string) => failureFrom(test.client.backup.setSecond({ folder }))
    expect(await rule('backups')).toMatchObject({ rule: 'second-not-absolute' })
    expect(await rule(join(tempFolder(), 'none'))).toMatchObject({ rule: 'second-missing' })
    expect(await rule(file)).toMatchObject({ rule: 'second-missing' })
    expect(await rule(join(test.dataFolder, 'vault', '..'))).toMatchObject({ rule: 'second-inside' })
    expect(await rule(join(test.dataFolder, '..'))).toMatchObject({ rule: 'second-inside' })
    const folder = tempFolder()
    const set = await test.client.backup.setSecond({ folder })
    // Both lie on the same disk here, and that is said.
    expect(set).toMatchObject({ secondTarget: folder, sameDisk: true })
    expect(await test.client.backup.setSecond({ folder: '' })).toMatchObject({ secondTarget: '' })
  })

  it('is tried again at the next lock, also when nothing new was entered', async () => {
    const test = await openTestDesk({ unattended: true })
    const folder = tempFolder()
    await test.client.backup.setSecond({ folder })
    rmSync(folder, { recursive: true })
    await test.client.staff.add({ name: '李理财', post: '' })
    await backUp(test)
    mkdirSync(folder)
    expect(test.desk.open()?.wantsBackup()).toBe(true)
    await test.lock()
    expect(readdirSync(folder)).toHaveLength(1)
  })

  it('keeps foreign files and foreign backups untouched', async () => {
    const { test, folder } = await withSecond()
    await backUp(test)
    const [vaultFolder = ''] = readdirSync(folder)
    const foreign = [join(folder, 'tmp-photos'), join(folder, vaultFolder, 'tmp-notes.zyb')]
    for (const path of foreign) mkdirSync(path)
    test.clock.advance(60_000)
    await backUp(test)
    expect(readdirSync(join(folder, vaultFolder)).filter((name) => name.endsWith('.zyb'))).toContain(
      'tmp-notes.zyb',
    )
    expect(readdirSync(folder)).toContain('tmp-photos')
  })
})

describe('once a week', () => {
  it('the copy is written anew instead of byte by byte, and is verified like the others', async () => {
    const compacted = (test: TestDesk): number =>
      dbOf(test).all("SELECT seq FROM audit WHERE action = 'backup.compacted'").length
    const test = await openTestDesk()
    await backUp(test)
    expect(compacted(test)).toBe(1)
    const tuesday = await onDay(test, '2026-11-24T09:00:00+08:00')
    await backUp(tuesday)
    expect(compacted(tuesday)).toBe(1)
    const later = await onDay(tuesday, '2026-12-01T09:00:00+08:00')
    await backUp(later)
    expect(compacted(later)).toBe(2)
    expect((await later.client.backup.list()).map(({ verified }) => verified)).toEqual([true, true, true])
  })
})
