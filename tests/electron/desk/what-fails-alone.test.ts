import Database from 'better-sqlite3'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { startBackup } from '../../../electron/backup/back-up.ts'
import { createGate } from '../../../electron/desk/gate.ts'
import { createJobs } from '../../../electron/desk/jobs.ts'
import { backUpIfDue, startUnattended } from '../../../electron/desk/unattended.ts'
import { openBook } from '../../../electron/session/open-book.ts'
import { mostLogBytes, watchLog } from '../../../electron/session/log-growth.ts'
import { unlockVault } from '../../../electron/vault/unlock.ts'
import { openTestDesk, passphrase, type TestDesk } from '../../support/desk.ts'
import { isForgotten } from '../../support/left-behind.ts'
import { openOf } from '../../support/seats.ts'
import { got } from '../vault/vault-template.ts'

// What the desk does while nobody waits for it, and the lock, which everybody waits for: whatever fails there ends neither
// the desk under somebody's hands nor the way out.

const broken = (): never => {
  throw new Database.SqliteError('a page that can’t be read', 'SQLITE_CORRUPT')
}

const bugs = ({ log }: TestDesk) => log.filter(({ code }) => code === 'bug').map(({ procedure }) => procedure)

afterEach(() => void vi.useRealTimers())

describe('a job that fails in a way nobody thought of', () => {
  it('on a full disk that lets not even the ballast go has failed, and the jobs behind it run', async () => {
    const test = await openTestDesk()
    const open = openOf(test)
    const id = test.desk.jobs.start('audit.verify', {}, () => {
      // No folder of this name can be asked anything.
      test.desk.setOpen({ ...open, vaultFolder: '\0' }, () => Promise.resolve())
      throw new Database.SqliteError('no room', 'SQLITE_FULL')
    })
    await test.desk.jobs.finished(id)
    expect(test.desk.jobs.view(id)).toMatchObject({ state: 'failed', failure: { code: 'disk-full' } })
    expect(bugs(test)).toEqual(['reserve.free'])
    test.desk.setOpen(open, () => Promise.resolve())
    const { jobId } = await test.client.audit.verify()
    await test.desk.jobs.finished(jobId)
    expect(await test.client.job.state({ id: jobId })).toMatchObject({ state: 'done' })
    open.database.close()
  })

  it('before it could even begin leaves the turn to the next one', async () => {
    let asked = 0
    const base = (): never => {
      asked += 1
      throw new Error('a bug')
    }
    const silent = { changed: () => undefined, noRoom: () => undefined, failed: () => 'ref' }
    const jobs = createJobs({ gate: createGate(), writes: () => true, base, ...silent })
    for (const id of [jobs.start('reserve.keep', {}), jobs.start('reserve.keep', {})]) {
      await jobs.finished(id)
      expect(jobs.view(id)).toMatchObject({ state: 'failed', failure: { code: 'bug', ref: 'ref' } })
    }
    expect(asked).toBe(2)
  })
})

describe('a lock', () => {
  it('ends the process, whatever stops, closes or lets go badly', async () => {
    const test = await openTestDesk()
    const { database } = openOf(test)
    Object.assign(test.desk.jobs, { stop: () => Promise.reject(new Error('a bug')) })
    test.desk.setOpen(openOf(test), () => Promise.reject(new Error('a bug')))
    await test.lock()
    expect(test.exits).toEqual([0])
    expect(bugs(test)).toEqual(['lock', 'lock'])
    database.close()
  })

  it('of a vault that is only read forgets the keys also when its database does not close', async () => {
    const made = await openTestDesk()
    await made.lock()
    const test = await openTestDesk({ dataFolder: made.dataFolder, closed: true })
    const slotId = (await test.client.session.state()).doors[0]?.slotId ?? ''
    const keys = got(await unlockVault({ folder: `${made.dataFolder}/vault`, slotId, passphrase }))
    const call = { desk: test.desk, ports: test.desk.ports, now: test.clock.now() }
    const opening = { keys, book: 'main', samplePassphrase: null, action: 'session.unlocked' } as const
    got(await openBook(call, { ...opening, isOutOfRoom: true }))
    const { database, readOnly } = openOf(test)
    expect(readOnly).toBe('disk-full')
    const { close } = database
    Object.assign(database, { close: broken })
    await test.lock()
    expect(isForgotten(keys)).toBe(true)
    expect(test.exits).toEqual([0])
    close()
  })
})

describe('a page that can’t be read', () => {
  it('under the backup’s marks fails nothing but the note about the second place', async () => {
    const test = await openTestDesk()
    const open = openOf(test)
    test.desk.ports.settings.set('secondBackupFolder', '\0')
    const db = { ...open.db }
    const { here, away, ended } = startBackup(test.desk, { ...open, db }, 'now')
    Object.assign(db, { one: broken, all: broken, run: broken, transact: broken })
    await expect(ended).resolves.toBeUndefined()
    expect([here, away].map((id) => test.desk.jobs.view(id ?? 0)?.state)).toEqual(['failed', 'failed'])
    expect(bugs(test)).toContain('backup.copy-failed')
    await test.lock()
  })

  it('is met by the backup that is due without ending the desk', async () => {
    const test = await openTestDesk()
    test.desk.setOpen({ ...openOf(test), wantsBackup: broken }, () => Promise.resolve())
    await expect(backUpIfDue(test.desk)).resolves.toBeUndefined()
    expect(bugs(test)).toEqual(['backup.run'])
  })

  it('is met by the clock of the closing time without ending the desk', async () => {
    const test = await openTestDesk()
    const open = openOf(test)
    vi.useFakeTimers({ toFake: ['setInterval', 'setTimeout'] })
    startUnattended(test.desk, true)
    test.desk.setOpen({ ...open, zone: broken }, () => Promise.resolve())
    Object.assign(test.desk.jobs, { start: () => 0 })
    vi.advanceTimersByTime(10 * 60_000)
    vi.useRealTimers()
    await expect.poll(() => bugs(test)).toEqual(['backup.run'])
    open.database.close()
  })

  it('is met by the idle clock, which goes on by the minutes that were in force', async () => {
    vi.useFakeTimers({ toFake: ['setInterval'] })
    const test = await openTestDesk()
    const { db } = openOf(test)
    vi.advanceTimersByTime(1000)
    Object.assign(db, { all: broken })
    test.clock.advance(4 * 60_000)
    vi.advanceTimersByTime(1000)
    expect(test.desk.isLocking()).toBe(false)
    test.clock.advance(60_000)
    vi.advanceTimersByTime(1000)
    expect(test.desk.isLocking()).toBe(true)
    await test.desk.lock()
    expect(test.exits).toEqual([0])
  })

  it('in the folder entry of the log leaves it as it is', async () => {
    const test = await openTestDesk()
    const { database } = openOf(test)
    let asked = 0
    const logBytes = (): number => (asked++ === 0 ? mostLogBytes + 1 : broken())
    await expect(watchLog(test.desk, { ...database, logBytes })()).resolves.toBeUndefined()
    expect(asked).toBe(2)
    await test.lock()
  })
})
