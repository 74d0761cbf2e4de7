import { cpSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { canonical } from '../../electron/vault/canonical.ts'
import { encodeCopy } from '../../electron/vault/header-copy.ts'
import { headerFiles, readHeaders } from '../../electron/vault/header-file.ts'
import { headerVersion } from '../../electron/vault/header.ts'
import { clientNamed, takeInBank } from './support/bank.ts'
import { deskOf } from './support/desk-of.ts'
import { confirmCard, firstMorning, firstPerson, makeVault, unlockScreen } from './support/enter.ts'
import { expectAccessible, expectReachable, keepPicture } from './support/look.ts'
import type { Preview } from './support/preview.ts'
import { expect, test } from './support/test.ts'

// A burnt disk, a deleted file, another branch's file, a newer program: each has its own words at the door, none
// begins a new vault, and a backup brings the branch back.

const vaultOf = ({ dataFolder }: Preview): string => join(dataFolder, 'vault')

const backUp = async (page: Page): Promise<void> => {
  const desk = await deskOf(page)
  const { jobId, copyId } = await desk.backup.run()
  for (const id of [jobId, copyId ?? jobId])
    await expect.poll(async () => (await desk.job.state({ id })).state).toBe('done')
}

const damage = async (page: Page, preview: Preview, work: (vault: string) => void): Promise<void> => {
  await preview.whileStopped(() => work(vaultOf(preview)))
  await page.goto(preview.url())
}

const spoil = (path: string, from: number, to: number): void => {
  const bytes = readFileSync(path)
  bytes.fill(0x5a, from, to)
  writeFileSync(path, bytes)
}

const tryToUnlock = async (page: Page): Promise<void> => {
  await page.getByLabel('口令', { exact: true }).fill(firstPerson.passphrase)
  await page.getByRole('button', { name: '解锁' }).click()
}

const startRestore = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: '从备份恢复' }).click()
  await page.getByRole('button', { name: '选这份' }).first().click()
}

test('after both headers are lost the branch comes back with its card, and nothing was deleted', async ({
  page,
  preview,
}) => {
  const words = await makeVault(page)
  await confirmCard(page, words)
  await backUp(page)
  await damage(page, preview, (vault) => {
    for (const file of headerFiles) spoil(join(vault, file), 20, 200)
  })
  await expect(page.getByText('保险库的表头读不出来')).toBeVisible()
  await expect(page.getByText('没有改动任何文件', { exact: false })).toBeVisible()
  await expectAccessible(page)
  await keepPicture(page, 'restore-header')
  await startRestore(page)
  await page.getByRole('button', { name: '恢复卡', exact: true }).click()
  await page.getByLabel('恢复卡上的字或代码').fill(words.join(''))
  await expect(page.getByRole('button', { name: 'English' })).toBeInViewport({ ratio: 1 })
  await expectAccessible(page)
  await expectReachable(page)
  await keepPicture(page, 'restore-card')
  await page.getByRole('button', { name: '开始恢复' }).click()
  await expect(page.getByRole('heading', { name: '已恢复' })).toBeVisible()
  await expect(page.getByText(/原来的文件没有删除，在数据文件夹的 vault\/quarantine\//)).toBeVisible()
  await keepPicture(page, 'restore-done')
  const [aside = ''] = readdirSync(join(vaultOf(preview), 'quarantine'))
  expect(readdirSync(join(vaultOf(preview), 'quarantine', aside))).toContain('header.a')
  await page.getByRole('button', { name: '去解锁' }).click()
  await unlockScreen(page)
})

test('on a new PC the first page restores from a typed folder with a passphrase, and the clients are back', async ({
  page,
  preview,
}) => {
  await firstMorning(page)
  const desk = await deskOf(page)
  await takeInBank(desk)
  await backUp(page)
  const disk = join(preview.dataFolder, '..', 'disk')
  await damage(page, preview, (vault) => {
    cpSync(join(vault, 'backups'), disk, { recursive: true })
    rmSync(vault, { recursive: true })
  })
  await page.getByRole('button', { name: '从备份恢复' }).click()
  await expect(page.getByText('没有找到备份', { exact: false })).toBeVisible()
  await page.getByLabel('备份在别处').fill(disk)
  await page.getByRole('button', { name: '查找' }).click()
  await expect(page.getByRole('cell', { name: '禾川银行云湖路支行' })).toBeVisible()
  await keepPicture(page, 'restore-list', disk)
  await page.getByRole('button', { name: '选这份' }).click()
  await page.getByLabel('口令', { exact: true }).fill('不是这个口令不是这个口令')
  await page.getByRole('button', { name: '开始恢复' }).click()
  expect(await page.getByRole('timer').textContent()).toMatch(/^还要等\d+秒$/)
  await expect(page.getByText('口令不对。保险库没有改动。')).toBeVisible()
  preview.setClock('2026-11-23T08:20:00+08:00')
  await expect(page.getByRole('button', { name: '开始恢复' })).toBeEnabled()
  await page.getByLabel('口令', { exact: true }).fill(firstPerson.passphrase)
  await keepPicture(page, 'restore-passphrase', disk)
  await page.getByRole('button', { name: '开始恢复' }).click()
  await expect(page.getByRole('heading', { name: '已恢复' })).toBeVisible()
  await page.getByRole('button', { name: '去解锁' }).click()
  await unlockScreen(page)
  expect(await clientNamed(await deskOf(page), '郝欣')).toBeGreaterThan(0)
})

test('a missing, a damaged, a foreign and a newer database each say what they are, and no new vault is made', async ({
  page,
  preview,
}) => {
  await firstMorning(page)
  await backUp(page)
  const database = join(vaultOf(preview), 'vault.db')
  const kept = join(preview.dataFolder, '..', 'kept.db')
  await damage(page, preview, () => renameSync(database, kept))
  await expect(page.getByText('保险库的数据库不见了')).toBeVisible()
  await expect(page.getByText('没有建立新的空数据库', { exact: false })).toBeVisible()
  await expect(page.getByRole('heading', { name: '建立保险库' })).toBeHidden()
  await keepPicture(page, 'restore-missing')

  await damage(page, preview, () => {
    cpSync(kept, database)
    spoil(database, 100, 4000)
  })
  await tryToUnlock(page)
  await expect(page.getByText('保险库的数据库坏了')).toBeVisible()
  await keepPicture(page, 'restore-damaged')

  await damage(page, preview, () => {
    cpSync(kept, database)
    spoil(database, 0, 4000)
  })
  await tryToUnlock(page)
  await expect(page.getByText('这个数据库不是这个保险库的')).toBeVisible()
  await keepPicture(page, 'restore-foreign')

  await damage(page, preview, (vault) => {
    rmSync(database)
    for (const file of [...headerFiles, 'anchor.log']) rmSync(join(vault, file))
  })
  await expect(page.getByText('这里有过保险库，现在只剩备份')).toBeVisible()
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByText('There was a vault here; only backups are left')).toBeVisible()
  await expectAccessible(page)
})

test('a half-done restore asks for another one; a newer vault is left alone and offers none', async ({
  page,
  preview,
}) => {
  await firstMorning(page)
  await backUp(page)
  await damage(page, preview, (vault) => {
    rmSync(join(vault, 'vault.db'))
    mkdirSync(join(vault, 'restoring'))
  })
  await expect(page.getByText('上次恢复没有做完')).toBeVisible()
  await startRestore(page)
  await page.getByLabel('口令', { exact: true }).fill(firstPerson.passphrase)
  await page.getByRole('button', { name: '开始恢复' }).click()
  await page.getByRole('button', { name: '去解锁' }).click()
  await unlockScreen(page)
  await damage(page, preview, (vault) => {
    const body = canonical({ ...readHeaders(vault).readable[0], v: headerVersion + 1 })
    for (const file of headerFiles) writeFileSync(join(vault, file), encodeCopy(JSON.parse(body)))
  })
  await expect(page.getByText('这个保险库由更新的版本建立')).toBeVisible()
  await expect(page.getByRole('button', { name: '从备份恢复' })).toBeHidden()
  await keepPicture(page, 'restore-newer')
})

test('a vault with pages that cannot be read names them at its door, and still opens', async ({
  page,
  preview,
}) => {
  await firstMorning(page)
  await damage(page, preview, (vault) =>
    writeFileSync(join(vault, 'damaged.mark'), JSON.stringify({ pages: [12, 40], more: 3 })),
  )
  await expect(page.getByText('读不出来的页（至少）：12、40，另有3页')).toBeVisible()
  await expect(page.getByRole('button', { name: '从备份恢复' })).toBeVisible()
  // Also under a long page the other language is in sight.
  await expect(page.getByRole('button', { name: 'English' })).toBeInViewport({ ratio: 1 })
  await keepPicture(page, 'restore-pages')
  await unlockScreen(page)
})
