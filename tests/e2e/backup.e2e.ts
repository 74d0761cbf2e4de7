import { mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { reserveBytes, reserveFile } from '../../electron/vault/reserve.ts'
import { clientNamed, takeInBank } from './support/bank.ts'
import { deskOf } from './support/desk-of.ts'
import { firstMorning } from './support/enter.ts'
import { expectAccessible, expectReachable, keepPicture } from './support/look.ts'
import { expect, test } from './support/test.ts'

// What a branch does once: a second place for its backups, and a drill that shows they can be restored.

const openSettings = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: '设置', exact: true }).click()
  await expect(page.getByRole('heading', { name: '备份' })).toBeVisible()
}

const settle = async (page: Page): Promise<void> => {
  await page.getByRole('heading', { name: '备份' }).scrollIntoViewIfNeeded()
}

test('a second place is set, gets a backup, and a drill from it prints one statement', async ({
  page,
  preview,
}) => {
  test.setTimeout(120_000)
  await firstMorning(page)
  const desk = await deskOf(page)
  await takeInBank(desk)
  await desk.household.begin({ clientId: await clientNamed(desk, '郝欣') })
  const disk = join(preview.dataFolder, '..', 'disk')
  mkdirSync(disk)
  await openSettings(page)
  await expect(page.getByText('还没有第二处备份')).toBeVisible()
  await page.getByRole('button', { name: '设第二处' }).click()
  await page.getByLabel('第二处备份的文件夹').fill(join(preview.dataFolder, 'vault'))
  await page.getByRole('button', { name: '设为第二处' }).click()
  await expect(page.getByText('这个文件夹在数据文件夹里', { exact: false })).toBeVisible()
  await page.getByLabel('第二处备份的文件夹').fill(disk)
  await page.getByRole('button', { name: '设为第二处' }).click()
  // On a build machine both lie on one disk, and that is said.
  await expect(page.getByText('第二处和保险库在同一块磁盘上')).toBeVisible()
  await page.getByRole('button', { name: '现在备份' }).click()
  await expect(page.getByText('已备份并核对，第二处也存好了')).toBeVisible()
  const list = page.getByRole('table', { name: '备份' })
  await expect(list.getByRole('cell', { name: '第二处' })).toBeVisible()
  await expect(list.getByText('已核对')).toHaveCount(2)
  await settle(page)
  await keepPicture(page, 'backup-second', disk)
  await page.getByRole('button', { name: '演练第二处备份' }).click()
  await expect(page.getByText('演练通过')).toBeVisible({ timeout: 60_000 })
  await expect(page.getByText(/打印了1份家庭财务报告，共\d+页。没有保存。/)).toBeVisible()
  await expect(page.getByText(/上次演练：2026年11月23日/)).toBeVisible()
  await page.getByText('演练通过').scrollIntoViewIfNeeded()
  await keepPicture(page, 'backup-drill', disk)
  await expectAccessible(page)
  const rows = await desk.audit.list({ before: null, limit: 10 })
  expect(rows.map(({ action }) => action)).toContain('backup.drilled')
  expect(readdirSync(join(preview.dataFolder, 'vault'))).not.toContain('drilling')
})

test('a second place that is away is said in words, red after three working days; a bad backup fails its drill', async ({
  page,
  preview,
}) => {
  await firstMorning(page)
  const disk = join(preview.dataFolder, '..', 'disk')
  mkdirSync(disk)
  await (await deskOf(page)).backup.setSecond({ folder: disk })
  await openSettings(page)
  renameSync(disk, `${disk}-away`)
  await page.getByRole('button', { name: '现在备份' }).click()
  await expect(page.getByText('最近一次没有存到第二处')).toBeVisible()
  await expect(page.getByText('找不到第二处备份的文件夹', { exact: false }).first()).toBeVisible()
  const backups = join(preview.dataFolder, 'vault', 'backups')
  const path = join(backups, readdirSync(backups)[0] ?? '', 'vault.db')
  const bytes = readFileSync(path)
  bytes.writeUInt8(bytes.readUInt8(9000) ^ 1, 9000)
  writeFileSync(path, bytes)
  await page.getByRole('button', { name: '演练本机备份' }).click()
  await expect(page.getByText('演练没有通过')).toBeVisible()
  await expect(page.getByText('保险库没有问题', { exact: false })).toBeVisible()
  await expect(page.getByText('还没有演练过')).toBeVisible()
  preview.setClock('2026-11-27T08:05:00+08:00')
  await preview.restart()
  await page.goto(preview.url())
  const desk = await deskOf(page)
  const { doors } = await desk.session.state()
  await desk.session.unlock({
    slotId: doors[0]?.slotId ?? '',
    passphrase: '春山夜雨听茶九百回也',
    book: 'main',
  })
  await page.reload()
  await openSettings(page)
  await expect(page.getByText('已有3个工作日没有别处的备份')).toBeVisible()
  await settle(page)
  await keepPicture(page, 'backup-overdue', disk)
})

test('the reserve is given up by one button, after a question, and the keyboard reaches all of it', async ({
  page,
  preview,
}) => {
  await firstMorning(page)
  const reserve = join(preview.dataFolder, 'vault', reserveFile)
  writeFileSync(reserve, Buffer.alloc(reserveBytes))
  await openSettings(page)
  await expectReachable(page)
  await page.getByRole('button', { name: '释放预留空间' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '释放预留空间' }).click()
  await expect(page.getByText('没有预留空间', { exact: false })).toBeVisible()
  expect(readdirSync(join(preview.dataFolder, 'vault'))).not.toContain(reserveFile)
})

test('a question for a folder that the shell refuses chooses nothing, and the next one is answered', async ({
  page,
}) => {
  await firstMorning(page)
  // A browser has no shell: its verb refuses the first question, as one that comes too soon is refused.
  await page.evaluate(() => {
    let asked = 0
    const chooseFolder = (): Promise<string> =>
      (asked += 1) === 1 ? Promise.reject(new Error('too soon')) : Promise.resolve('/mnt/second')
    Object.assign(globalThis, { zhiyin: { chooseFolder } })
  })
  await openSettings(page)
  await page.getByRole('button', { name: '设第二处' }).click()
  const field = page.getByLabel('第二处备份的文件夹')
  const choose = page.getByRole('button', { name: '选择文件夹' })
  await choose.click()
  await expect(field).toHaveValue('')
  await choose.click()
  await expect(field).toHaveValue('/mnt/second')
})
