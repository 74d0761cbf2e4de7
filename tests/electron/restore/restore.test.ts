import { cpSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { fail } from '../../../shared/result.ts'
import { restoreFromBackup } from '../../../electron/desk/cli-restore.ts'
import { restoreVault } from '../../../electron/vault/restore.ts'
import { readVaultState } from '../../../electron/vault/state.ts'
import { addPerson } from '../../support/people.ts'
import { runVault } from '../../support/command.ts'
import { enter, failureFrom, openTestDesk, passphrase, person, tempFolder } from '../../support/desk.ts'
import {
  byPassphrase,
  closedDesk,
  copyOf,
  ended,
  firstOf,
  garble,
  makeBranch,
  names,
  without,
  type Branch,
} from './branch.ts'

let branch: Branch

beforeAll(async () => {
  branch = await makeBranch()
})

describe('a restore at the door', () => {
  it('brings a backup from a typed folder into an empty data folder, and signs who did it', async () => {
    const away = join(tempFolder(), 'away')
    cpSync(join(branch.data, 'vault', 'backups'), away, { recursive: true })
    const test = await closedDesk(join(tempFolder(), 'data'))
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
    expect(line).toMatchObject({
      staff: person,
      object: `backup:${branch.backupName} lost:${found.rows + 1}-`,
    })
    await test.desk.jobs.finished((await test.client.audit.verify()).jobId)
    expect(await test.client.audit.verdict()).toMatchObject({ verdict: 'intact' })
  })

  it('opens with the card as well, sets a damaged vault aside whole, and names the rows that are lost', async () => {
    const { data, vault } = copyOf(branch)
    const before = readdirSync(vault).filter((name) => name !== 'backups' && name !== 'lock.db')
    for (const file of ['header.a', 'header.b']) writeFileSync(join(vault, file), 'nothing')
    const test = await closedDesk(data)
    expect(await test.client.session.state()).toMatchObject({ state: 'damaged', trouble: 'header' })
    const found = await firstOf(test)
    expect(found.place).toBe('here')
    await test.client.restore.start({ from: found.from, by: { kind: 'card', card: branch.card } })
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
    const { data, vault } = copyOf(branch)
    without(vault, 'vault.db')
    const test = await closedDesk(data)
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
    const { data } = copyOf(branch)
    const test = await closedDesk(data)
    const from = join(data, 'vault', 'backups', branch.backupName)
    expect(await test.client.session.state()).toMatchObject({ state: 'locked', mayRestore: false })
    for (const call of [
      test.client.restore.list({ folder: '' }),
      test.client.restore.start({ from, by: { kind: 'card', card: branch.card } }),
    ])
      expect(await failureFrom(call)).toMatchObject({ rule: 'restore-not-needed' })
    await enter(test.client)
    expect(await failureFrom(test.client.restore.list({ folder: '' }))).toMatchObject({
      rule: 'restore-not-needed',
    })
  })

  it('tells nothing of folders that are no backups, and brings no other vault’s backup here', async () => {
    const { data, vault } = copyOf(branch)
    without(vault, 'vault.db', 'backups')
    const test = await closedDesk(data)
    const stranger = await openTestDesk()
    const { jobId } = await stranger.client.backup.run()
    await stranger.desk.jobs.finished(jobId)
    const other = join(stranger.dataFolder, 'vault', 'backups')
    for (const folder of ['/', '/etc', '/nowhere', 'vault', vault, other, join(other, '..')])
      expect(await test.client.restore.list({ folder }), folder).toEqual({ backups: [] })
    const from = join(other, readdirSync(other)[0] ?? '')
    expect(
      await failureFrom(test.client.restore.start({ from, by: { kind: 'card', card: branch.card } })),
    ).toMatchObject({
      rule: 'no-backup-there',
    })
  })

  it('keeps the present doors while the present header can be read: who was shut out stays out', async () => {
    const { data, vault } = copyOf(branch)
    const before = await openTestDesk({ dataFolder: data, at: '2026-11-23T09:00:00+08:00' })
    const next = '霜叶红于二月花 2026'
    await before.client.session.changePassphrase({ old: passphrase, next })
    await before.lock()
    without(vault, 'vault.db')
    const test = await closedDesk(data)
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

  it('is not made in somebody’s name with a passphrase that another person chose for him', async () => {
    const { data, vault } = copyOf(branch)
    const before = await openTestDesk({ dataFolder: data, at: '2026-11-23T09:00:00+08:00' })
    const given = await before.client.staff.addUser({
      name: '许负责',
      post: '',
      roles: ['centre-head'],
      passphrase: null,
    })
    const { jobId } = await before.client.backup.run()
    await before.desk.jobs.finished(jobId)
    await before.lock()
    without(vault, 'vault.db')
    const test = await closedDesk(data)
    const { from, doors } = await firstOf(test)
    const slotId = doors.find(({ name }) => name === '许负责')?.slotId ?? ''
    const by = { kind: 'passphrase' as const, slotId, passphrase: given.passphrase }
    expect(await failureFrom(test.client.restore.start({ from, by }))).toMatchObject({
      rule: 'restore-temporary',
    })
    expect(existsSync(join(vault, 'vault.db'))).toBe(false)
    for (const verb of ['verify', 'restore']) {
      const into = verb === 'restore' ? join(tempFolder(), 'data') : data
      const ran = await runVault([verb, '--from', from, '--data', into, '--user', '许负责'], {
        passphrase: given.passphrase,
      })
      expect(ran, ran.said).toMatchObject({ code: 1, lines: [{ failure: { code: 'refused' } }] })
      expect(JSON.stringify(ran.lines)).toMatch(/-temporary/)
    }
  })

  it('from the command line is signed before anything takes its place, so that nobody without the right leaves a vault', async () => {
    const test = await openTestDesk({ dataFolder: copyOf(branch).data, at: '2026-11-23T09:00:00+08:00' })
    const manager = await addPerson(test, '李经理', ['wealth-manager'])
    const { jobId } = await test.client.backup.run()
    await test.desk.jobs.finished(jobId)
    const [{ name } = { name: '' }] = await test.client.backup.list()
    const from = join(test.dataFolder, 'vault', 'backups', name)
    await test.lock()
    const data = tempFolder()
    const to = join(data, 'vault')
    const input = { from, name: manager.name }
    const refused = await restoreFromBackup({ passphrase: manager.passphrase, input }, data, 1)
    expect(refused).toMatchObject({ ok: false, failure: { code: 'forbidden', right: 'vault.restore' } })
    expect(readdirSync(to).filter((left) => left !== 'lock.db')).toEqual([])
    let staged: readonly string[] = []
    const by = { slotId: manager.slotId, passphrase: manager.passphrase }
    const sign = () => {
      staged = readdirSync(to).filter((there) => there !== 'lock.db')
      return fail({ code: 'cancelled' })
    }
    expect(await restoreVault({ from, to, by, sign })).toMatchObject({ ok: false })
    expect(staged).toEqual(['restoring'])
  })

  it('leaves the damaged vault where it is when the backup turns out bad', async () => {
    const { data, vault } = copyOf(branch)
    without(vault, 'vault.db')
    garble(join(vault, 'backups', branch.backupName, 'vault.db'))
    const before = readdirSync(vault).toSorted()
    const test = await closedDesk(data)
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
