import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { enter, failureFrom, openTestDesk, passphrase, person, type TestDesk } from '../../support/desk.ts'
import {
  byPassphrase,
  closedDesk,
  copyOf,
  ended,
  firstOf,
  garble,
  makeBranch,
  without,
  type Branch,
} from './branch.ts'

let branch: Branch

beforeAll(async () => {
  branch = await makeBranch()
})

describe('the door', () => {
  const unlock = async (test: TestDesk): Promise<unknown> => {
    const { doors } = await test.client.session.state()
    const door = { slotId: doors[0]?.slotId ?? '', passphrase, book: 'main' as const }
    return failureFrom(test.client.session.unlock(door))
  }

  it('never offers a new vault where one stood, even when only backups are left (check M05)', async () => {
    const { data, vault } = copyOf(branch)
    without(vault, 'vault.db')
    const missing = await closedDesk(data)
    expect(await missing.client.session.state()).toMatchObject({
      state: 'damaged',
      trouble: 'database-missing',
      mayRestore: true,
    })
    await missing.lock()
    without(vault, 'header.a', 'header.b', 'anchor.log')
    const bare = await closedDesk(data)
    expect(await bare.client.session.state()).toMatchObject({
      state: 'damaged',
      trouble: 'everything-missing',
    })
    const who = { bank: '禾川银行', branch: '云湖路支行', name: person, passphrase }
    expect(await failureFrom(bare.client.session.create(who))).toMatchObject({ rule: 'folder-holds-vault' })
    expect(existsSync(join(vault, 'vault.db'))).toBe(false)
  })

  it('tells a damaged database from another vault’s, once the passphrase proved right', async () => {
    const damaged = copyOf(branch)
    garble(join(damaged.vault, 'vault.db'))
    const first = await closedDesk(damaged.data)
    expect(await first.client.session.state()).toMatchObject({ state: 'locked', trouble: null })
    expect(await unlock(first)).toMatchObject({ code: 'damaged' })
    expect(await first.client.session.state()).toMatchObject({ state: 'damaged', trouble: 'database' })
    const foreign = copyOf(branch)
    const stranger = await openTestDesk()
    await stranger.lock()
    cpSync(join(stranger.dataFolder, 'vault', 'vault.db'), join(foreign.vault, 'vault.db'))
    const second = await closedDesk(foreign.data)
    expect(await unlock(second)).toMatchObject({ code: 'damaged' })
    expect(await second.client.session.state()).toMatchObject({
      state: 'damaged',
      trouble: 'foreign',
      mayRestore: true,
    })
  })

  it('leaves a newer database and a newer header alone, and offers no restore over them (check M03)', async () => {
    const { data, vault } = copyOf(branch)
    const open = await openTestDesk({ dataFolder: data, at: '2026-11-23T09:00:00+08:00' })
    open.desk.open()?.db.run('PRAGMA user_version = 9990')
    await open.lock()
    const bytes = readFileSync(join(vault, 'vault.db'))
    const test = await closedDesk(data)
    expect(await unlock(test)).toEqual({ code: 'newer-version' })
    expect(await test.client.session.state()).toMatchObject({
      state: 'newer',
      trouble: 'newer-database',
      mayRestore: false,
    })
    expect(readFileSync(join(vault, 'vault.db')).equals(bytes)).toBe(true)
  })

  it('asks for another restore after one that was cut off before its copy was whole', async () => {
    const { data, vault } = copyOf(branch)
    without(vault, 'vault.db', 'header.a', 'header.b')
    mkdirSync(join(vault, 'restoring'))
    const test = await closedDesk(data)
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
    const { data, vault } = copyOf(branch)
    const open = await openTestDesk({ dataFolder: data, at: '2026-11-23T09:00:00+08:00' })
    const root = "SELECT rootpage AS no FROM sqlite_master WHERE name = 'product'"
    const no = open.desk.open()?.db.one<{ no: number }>(root)?.no ?? 0
    await open.lock()
    const bytes = readFileSync(join(vault, 'vault.db'))
    bytes.fill(0x5a, (no - 1) * 4096, no * 4096)
    writeFileSync(join(vault, 'vault.db'), bytes)
    const test = await closedDesk(data)
    await enter(test.client)
    await test.desk.jobs.finished((await test.client.audit.verify()).jobId)
    expect(await test.client.audit.verdict()).toMatchObject({ verdict: 'damaged' })
    await test.lock()
    const next = await closedDesk(data, '2026-11-24T09:05:00+08:00')
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
