import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { FoundBackup } from '../../../shared/restore/contract.ts'
import {
  enter,
  failureFrom,
  openTestDesk,
  passphrase,
  person,
  tempFolder,
  type TestDesk,
} from '../../support/desk.ts'
import { readVaultState } from '../../../electron/vault/state.ts'

let original = ''
let backupName = ''
let card = ''

// A branch with two people, backed up after the first; the second is what a restore can't bring back.
beforeAll(async () => {
  const test = await openTestDesk({ closed: true })
  original = test.dataFolder
  const who = { bank: '禾川银行', branch: '云湖路支行', name: person, passphrase }
  const made = await test.client.session.create(who)
  const answers = made.ask.map((place) => ({ place, word: made.words[place - 1] ?? '' }))
  await test.client.session.confirmCard({ answers })
  card = made.code
  await test.client.staff.add({ name: '李理财', post: '' })
  const { jobId } = await test.client.backup.run()
  await test.desk.jobs.finished(jobId)
  backupName = (await test.client.backup.list())[0]?.name ?? ''
  await test.client.staff.add({ name: '王理财', post: '' })
  await test.lock()
})

type Place = { readonly data: string; readonly vault: string }

const copy = (): Place => {
  const data = join(tempFolder(), 'data')
  cpSync(original, data, { recursive: true })
  return { data, vault: join(data, 'vault') }
}

const closed = (data: string, at = '2026-11-24T08:05:00+08:00'): Promise<TestDesk> =>
  openTestDesk({ dataFolder: data, closed: true, at })

const firstOf = async (test: TestDesk, folder = ''): Promise<FoundBackup> => {
  const { backups } = await test.client.restore.list({ folder })
  const [backup] = backups
  if (!backup) throw new Error('no backup was found')
  return backup
}

const ended = async (test: TestDesk) => {
  for (;;) {
    const state = await test.client.restore.state()
    if (state.state !== 'running') return state
    await new Promise((wake) => setTimeout(wake, 10))
  }
}

const byPassphrase = (backup: FoundBackup, secret = passphrase) => ({
  from: backup.from,
  by: { kind: 'passphrase' as const, slotId: backup.doors[0]?.slotId ?? '', passphrase: secret },
})

const names = async (test: TestDesk): Promise<string[]> =>
  (await test.client.staff.list()).map(({ name }) => name)

const without = (folder: string, ...files: readonly string[]): void => {
  for (const name of files) rmSync(join(folder, name), { recursive: true, force: true })
}

const garble = (path: string): void => {
  const bytes = readFileSync(path)
  bytes.fill(0x5a, 100, 4000)
  writeFileSync(path, bytes)
}

describe('a restore at the door', () => {
  it('brings a backup from a typed folder into an empty data folder, and signs who did it', async () => {
    const away = join(tempFolder(), 'away')
    cpSync(join(original, 'vault', 'backups'), away, { recursive: true })
    const test = await closed(join(tempFolder(), 'data'))
    expect(await test.client.session.state()).toMatchObject({ state: 'none', mayRestore: true })
    const found = await firstOf(test, away)
    expect(found).toMatchObject({
      place: 'typed',
      bank: '禾川银行',
      branch: '云湖路支行',
      doors: [{ name: person }],
    })
    await test.client.restore.start(byPassphrase(found))
    expect(await ended(test)).toMatchObject({ state: 'done', restored: { setAside: '', lostUpTo: null } })
    await enter(test.client)
    expect(await names(test)).toEqual([person, '李理财'])
    const rows = await test.client.audit.list({ before: null, limit: 50 })
    const line = rows.find(({ action }) => action === 'vault.restored')
    expect(line).toMatchObject({ staff: person, object: `backup:${backupName} lost:${found.rows + 1}-` })
    await test.desk.jobs.finished((await test.client.audit.verify()).jobId)
    expect(await test.client.audit.verdict()).toMatchObject({ verdict: 'intact' })
  })

  it('opens with the card as well, sets a damaged vault aside whole, and names the rows that are lost', async () => {
    const { data, vault } = copy()
    const before = readdirSync(vault).filter((name) => name !== 'backups' && name !== 'lock.db')
    for (const file of ['header.a', 'header.b']) writeFileSync(join(vault, file), 'nothing')
    const test = await closed(data)
    expect(await test.client.session.state()).toMatchObject({ state: 'damaged', trouble: 'header' })
    const found = await firstOf(test)
    expect(found.place).toBe('here')
    await test.client.restore.start({ from: found.from, by: { kind: 'card', card } })
    const { restored } = await ended(test)
    expect(restored?.lostUpTo).toBeGreaterThan(found.rows)
    expect(restored?.setAside).toMatch(/^quarantine\/\d{8}T\d{6}Z$/)
    const aside = join(vault, restored?.setAside ?? '')
    expect(readdirSync(aside).toSorted()).toEqual(before.toSorted())
    expect(readFileSync(join(aside, 'header.a'), 'utf8')).toBe('nothing')
    await enter(test.client)
    expect(await names(test)).toEqual([person, '李理财'])
  })

  it('makes the next try wait after a wrong passphrase, as the door does, and touches nothing', async () => {
    const { data, vault } = copy()
    without(vault, 'vault.db')
    const test = await closed(data)
    const found = await firstOf(test)
    const wrong = byPassphrase(found, '不是这个口令 2026')
    expect(await failureFrom(test.client.restore.start(wrong))).toEqual({
      code: 'wrong-passphrase',
      waitSeconds: 1,
    })
    expect(await failureFrom(test.client.restore.start(byPassphrase(found)))).toMatchObject({
      waitSeconds: 1,
    })
    expect(await test.client.restore.state()).toMatchObject({ state: 'idle' })
    expect(existsSync(join(vault, 'quarantine'))).toBe(false)
  })

  it('is refused while there is a vault that opens: nobody can put an older one in its place', async () => {
    const { data } = copy()
    const test = await closed(data)
    const from = join(data, 'vault', 'backups', backupName)
    expect(await test.client.session.state()).toMatchObject({ state: 'locked', mayRestore: false })
    for (const call of [
      test.client.restore.list({ folder: '' }),
      test.client.restore.start({ from, by: { kind: 'card', card } }),
    ])
      expect(await failureFrom(call)).toMatchObject({ rule: 'restore-not-needed' })
    await enter(test.client)
    expect(await failureFrom(test.client.restore.list({ folder: '' }))).toMatchObject({
      rule: 'restore-not-needed',
    })
  })

  it('tells nothing of folders that are no backups, and brings no other vault’s backup here', async () => {
    const { data, vault } = copy()
    without(vault, 'vault.db', 'backups')
    const test = await closed(data)
    const stranger = await openTestDesk()
    const { jobId } = await stranger.client.backup.run()
    await stranger.desk.jobs.finished(jobId)
    const other = join(stranger.dataFolder, 'vault', 'backups')
    for (const folder of ['/', '/etc', '/nowhere', 'vault', vault, other, join(other, '..')])
      expect(await test.client.restore.list({ folder }), folder).toEqual({ backups: [] })
    const from = join(other, readdirSync(other)[0] ?? '')
    expect(await failureFrom(test.client.restore.start({ from, by: { kind: 'card', card } }))).toMatchObject({
      rule: 'no-backup-there',
    })
  })

  it('keeps the present doors while the present header can be read: who was shut out stays out', async () => {
    const { data, vault } = copy()
    const before = await openTestDesk({ dataFolder: data, at: '2026-11-23T09:00:00+08:00' })
    const next = '霜叶红于二月花 2026'
    await before.client.session.changePassphrase({ old: passphrase, next })
    await before.lock()
    without(vault, 'vault.db')
    const test = await closed(data)
    const found = await firstOf(test)
    expect(await failureFrom(test.client.restore.start(byPassphrase(found)))).toMatchObject({
      code: 'wrong-passphrase',
    })
    test.clock.advance(5000)
    await test.client.restore.start(byPassphrase(found, next))
    expect(await ended(test)).toMatchObject({ state: 'done' })
    const { doors } = await test.client.session.state()
    await test.client.session.unlock({ slotId: doors[0]?.slotId ?? '', passphrase: next, book: 'main' })
    expect(await names(test)).toEqual([person, '李理财'])
  })

  it('leaves the damaged vault where it is when the backup turns out bad', async () => {
    const { data, vault } = copy()
    without(vault, 'vault.db')
    garble(join(vault, 'backups', backupName, 'vault.db'))
    const before = readdirSync(vault).toSorted()
    const test = await closed(data)
    await test.client.restore.start(byPassphrase(await firstOf(test)))
    expect(await ended(test)).toMatchObject({
      state: 'failed',
      failure: { code: 'damaged', part: 'backup:vault.db' },
    })
    expect(
      readdirSync(vault)
        .filter((name) => !/^in-use|journal$/.test(name))
        .toSorted(),
    ).toEqual(before)
    expect(readVaultState(vault)).toMatchObject({ part: 'database-missing' })
  })
})

describe('the door', () => {
  const unlock = async (test: TestDesk): Promise<unknown> => {
    const { doors } = await test.client.session.state()
    const door = { slotId: doors[0]?.slotId ?? '', passphrase, book: 'main' as const }
    return failureFrom(test.client.session.unlock(door))
  }

  it('never offers a new vault where one stood, even when only backups are left (check M05)', async () => {
    const { data, vault } = copy()
    without(vault, 'vault.db')
    const missing = await closed(data)
    expect(await missing.client.session.state()).toMatchObject({
      state: 'damaged',
      trouble: 'database-missing',
      mayRestore: true,
    })
    await missing.lock()
    without(vault, 'header.a', 'header.b', 'anchor.log')
    const bare = await closed(data)
    expect(await bare.client.session.state()).toMatchObject({
      state: 'damaged',
      trouble: 'everything-missing',
    })
    const who = { bank: '禾川银行', branch: '云湖路支行', name: person, passphrase }
    expect(await failureFrom(bare.client.session.create(who))).toMatchObject({ rule: 'folder-holds-vault' })
    expect(existsSync(join(vault, 'vault.db'))).toBe(false)
  })

  it('tells a damaged database from another vault’s, once the passphrase proved right', async () => {
    const damaged = copy()
    garble(join(damaged.vault, 'vault.db'))
    const first = await closed(damaged.data)
    expect(await first.client.session.state()).toMatchObject({ state: 'locked', trouble: null })
    expect(await unlock(first)).toMatchObject({ code: 'damaged' })
    expect(await first.client.session.state()).toMatchObject({ state: 'damaged', trouble: 'database' })
    const foreign = copy()
    const stranger = await openTestDesk()
    await stranger.lock()
    cpSync(join(stranger.dataFolder, 'vault', 'vault.db'), join(foreign.vault, 'vault.db'))
    const second = await closed(foreign.data)
    expect(await unlock(second)).toMatchObject({ code: 'damaged' })
    expect(await second.client.session.state()).toMatchObject({
      state: 'damaged',
      trouble: 'foreign',
      mayRestore: true,
    })
  })

  it('leaves a newer database and a newer header alone, and offers no restore over them (check M03)', async () => {
    const { data, vault } = copy()
    const open = await openTestDesk({ dataFolder: data, at: '2026-11-23T09:00:00+08:00' })
    open.desk.open()?.db.run('PRAGMA user_version = 9990')
    await open.lock()
    const bytes = readFileSync(join(vault, 'vault.db'))
    const test = await closed(data)
    expect(await unlock(test)).toEqual({ code: 'newer-version' })
    expect(await test.client.session.state()).toMatchObject({
      state: 'newer',
      trouble: 'newer-database',
      mayRestore: false,
    })
    expect(readFileSync(join(vault, 'vault.db')).equals(bytes)).toBe(true)
  })

  it('asks for another restore after one that was cut off before its copy was whole', async () => {
    const { data, vault } = copy()
    without(vault, 'vault.db', 'header.a', 'header.b')
    mkdirSync(join(vault, 'restoring'))
    const test = await closed(data)
    expect(await test.client.session.state()).toMatchObject({
      state: 'damaged',
      trouble: 'half-restored',
      mayRestore: true,
    })
    await test.client.restore.start(byPassphrase(await firstOf(test)))
    expect(await ended(test)).toMatchObject({ state: 'done' })
    expect(await test.client.session.state()).toMatchObject({ state: 'locked', trouble: null })
  })

  it('offers the restore beside the passphrase after pages of an open vault could not be read', async () => {
    const { data, vault } = copy()
    const open = await openTestDesk({ dataFolder: data, at: '2026-11-23T09:00:00+08:00' })
    const root = "SELECT rootpage AS no FROM sqlite_master WHERE name = 'product'"
    const no = open.desk.open()?.db.one<{ no: number }>(root)?.no ?? 0
    await open.lock()
    const bytes = readFileSync(join(vault, 'vault.db'))
    bytes.fill(0x5a, (no - 1) * 4096, no * 4096)
    writeFileSync(join(vault, 'vault.db'), bytes)
    const test = await closed(data)
    await enter(test.client)
    await test.desk.jobs.finished((await test.client.audit.verify()).jobId)
    expect(await test.client.audit.verdict()).toMatchObject({ verdict: 'damaged' })
    await test.lock()
    const next = await closed(data, '2026-11-24T09:05:00+08:00')
    expect(await next.client.session.state()).toMatchObject({
      state: 'locked',
      trouble: 'pages',
      mayRestore: true,
    })
    await next.client.restore.start(byPassphrase(await firstOf(next)))
    expect(await ended(next)).toMatchObject({ state: 'done' })
    expect(await next.client.session.state()).toMatchObject({
      state: 'locked',
      trouble: null,
      mayRestore: false,
    })
  })
})
