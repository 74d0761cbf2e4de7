import { execFileSync } from 'node:child_process'
import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { takeInBank } from './support/bank.ts'
import { deskOf } from './support/desk-of.ts'
import { firstMorning, lockScreen, unlockScreen } from './support/enter.ts'
import { expectAccessible, expectReachable, keepPicture } from './support/look.ts'
import type { Preview } from './support/preview.ts'
import { expect, test } from './support/test.ts'
import { noSmallDisk, wayToSmallDisk } from '../../scripts/test/skips.mjs'
import { fillToTheEnd } from '../support/fill-disk.ts'

// A disk without a free byte and nothing left to give up (check R09): the branch can look things up, and is told why
// nothing can be saved.

const filler = 'somebody-elses-file'

/** The same data folder, on a small disk of its own. */
const moveToSmallDisk = ({ dataFolder }: Preview): void => {
  const aside = `${dataFolder}-aside`
  cpSync(dataFolder, aside, { recursive: true })
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=32m', 'tmpfs', dataFolder], { stdio: 'ignore' })
  cpSync(aside, dataFolder, { recursive: true })
  rmSync(aside, { recursive: true })
}

/** Whether this account may mount one. */
const canMount = wayToSmallDisk()?.length === 0

test('on a full disk everything can be read and nothing saved, and the bar on top says why (check R09)', async ({
  page,
  preview,
}) => {
  // Whoever counts the tests tries to mount one again: where a small disk can be had, this skip is a failure.
  test.skip(!canMount, noSmallDisk)
  const { dataFolder } = preview
  await firstMorning(page)
  await takeInBank(await deskOf(page))
  let isMounted = false
  try {
    await preview.whileStopped(() => {
      rmSync(join(dataFolder, 'vault', 'reserve.bin'), { force: true })
      moveToSmallDisk(preview)
      isMounted = true
      fillToTheEnd(join(dataFolder, filler))
    })
    await page.goto(preview.url())
    await unlockScreen(page)
    const bar = page.getByText('磁盘满了：现在只能查看')
    await expect(bar).toBeVisible()
    await page.keyboard.press('Control+k')
    await page.keyboard.type('孙芳')
    await expect(page.getByRole('listbox', { name: '找客户' }).getByRole('option').first()).toBeVisible()
    await page.keyboard.press('Escape')
    await page.goto(new URL('/#/client', page.url()).href)
    await expect(page.getByText('孙芳').first()).toBeVisible()
    await expect(page.getByRole('button', { name: '导入文件' })).toBeDisabled()
    await expect(page.getByText('现在只能查看，不能导入。')).toBeVisible()
    await keepPicture(page, 'full-disk')
    await page.goto(new URL('/#/intake', page.url()).href)
    await expect(page.getByRole('button', { name: '选择文件' })).toBeDisabled()
    await expect(page.getByText('现在只能查看，不能导入。')).toBeVisible()
    await page.goto(new URL('/#/staff', page.url()).href)
    await expect(bar).toBeVisible()
    const desk = await deskOf(page)
    await expect(desk.staff.add({ name: '余新', post: '' })).rejects.toMatchObject({
      data: { rule: 'vault-read-only' },
    })
    await expectAccessible(page)
    await expectReachable(page)
    await lockScreen(page)
    rmSync(join(dataFolder, filler))
    await unlockScreen(page)
    await expect(bar).toBeHidden()
    await (await deskOf(page)).staff.add({ name: '余新', post: '' })
  } finally {
    await preview.whileStopped(() => {
      if (isMounted) execFileSync('umount', ['-l', dataFolder], { stdio: 'ignore' })
    })
  }
})
