import { cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { restoreVault } from '../../../electron/vault/restore.ts'
import { openTestDesk, passphrase, tempFolder } from '../../support/desk.ts'

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
