import { cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { restoreVault } from '../../../electron/vault/restore.ts'
import { openTestDesk, passphrase, tempFolder } from '../../support/desk.ts'
import { fakeClock } from '../../support/fake-clock.ts'
import { quickHost } from '../../support/quick.ts'

describe('the backup', () => {
  it('is made at lock when something changed, checked, and listed', async () => {
    const test = await openTestDesk({ unattended: true })
    await test.client.staff.add({ name: '李理财', post: '理财经理' })
    await test.lock()
    const again = await openTestDesk({ dataFolder: test.dataFolder, at: '2026-11-23T09:00:00+08:00' })
    expect(await again.client.backup.list()).toMatchObject([{ verified: true }])
  })

  it('restores into an empty folder with everything that was acknowledged before it', async () => {
    const test = await openTestDesk()
    await test.client.staff.add({ name: '李理财', post: '理财经理' })
    const { jobId } = await test.client.backup.run()
    await test.desk.jobs.finished(jobId)
    expect(await test.client.job.state({ id: jobId })).toMatchObject({ state: 'done', failure: null })
    await test.client.staff.add({ name: '王理财', post: '理财经理' })
    const [backup] = await test.client.backup.list()
    const moved = join(tempFolder(), backup?.name ?? '')
    cpSync(join(test.dataFolder, 'vault', 'backups', backup?.name ?? ''), moved, { recursive: true })
    const elsewhere = tempFolder()
    mkdirSync(elsewhere, { recursive: true })
    const slotId = (await test.client.session.state()).doors[0]?.slotId ?? ''
    const to = join(elsewhere, 'vault')
    expect(await restoreVault({ from: moved, to, by: { slotId, passphrase } })).toMatchObject({ ok: true })
    const restored = await openTestDesk({ dataFolder: elsewhere })
    expect((await restored.client.staff.list()).map((one) => one.name)).toEqual(['周敏', '李理财'])
  })
})

describe('a backup while somebody works', () => {
  it('keeps writes waiting for the copy only: what is typed while the copy is checked is saved before the check ends', async () => {
    const test = await openTestDesk()
    const { jobId } = await test.client.backup.run()
    await test.client.staff.add({ name: '李理财', post: '理财经理' })
    await test.desk.jobs.finished(jobId)
    const audited = (await test.client.audit.list({ before: null, limit: 50 })).toReversed()
    const rowOf = (action: string): number => audited.find((row) => row.action === action)?.seq ?? 0
    const [backup] = await test.client.backup.list()
    const held = Number(backup?.name.match(/-(\d+)\.zyb$/)?.[1])
    expect(rowOf('staff.added')).toBeGreaterThan(held)
    expect(rowOf('backup.made')).toBeGreaterThan(rowOf('staff.added'))
    expect(backup).toMatchObject({ verified: true })
  })

  it('that can’t be noted has failed, and the jobs behind it run', async () => {
    const test = await openTestDesk()
    const open = test.desk.open()
    if (!open) throw new Error('locked')
    const broken = () => {
      throw new Error('no row can be written')
    }
    test.desk.setOpen({ ...open, stamp: broken }, () => Promise.resolve())
    const { jobId } = await test.client.backup.run()
    await test.desk.jobs.finished(jobId)
    expect(await test.client.job.state({ id: jobId })).toMatchObject({
      state: 'failed',
      failure: { code: 'bug' },
    })
    test.desk.setOpen(open, () => Promise.resolve())
    const again = await test.client.backup.run()
    await test.desk.jobs.finished(again.jobId)
    expect(await test.client.job.state({ id: again.jobId })).toMatchObject({ state: 'done' })
  })
})

describe('a backup while people change places', () => {
  const pin = '408617'

  /** Whether a lock made one, five hours after the last one and with new work in between. */
  const madeAtLock = async (morning: string, isLast: boolean): Promise<boolean> => {
    const pc = fakeClock(morning)
    const test = await openTestDesk({ unattended: true, at: morning, quick: quickHost(pc) })
    await test.client.session.setPin({ pin })
    const count = async () => (await test.client.backup.list()).length
    await expect.poll(count, { timeout: 10_000 }).toBe(1)
    for (const clock of [pc, test.clock]) clock.advance(5 * 3_600_000)
    await test.client.staff.add({ name: '李理财', post: '' })
    await test.desk.lock(isLast)
    const again = await openTestDesk({ dataFolder: test.dataFolder, at: morning })
    const [newest] = await again.client.backup.list()
    return newest?.at === test.clock.now()
  }

  it('is left to the next unlock by day, and made when nobody comes any more', async () => {
    expect(await madeAtLock('2026-11-27T08:30:00+08:00', false)).toBe(false)
    expect(await madeAtLock('2026-11-27T08:30:00+08:00', true)).toBe(true)
    expect(await madeAtLock('2026-11-27T13:05:00+08:00', false)).toBe(true)
  })
})
