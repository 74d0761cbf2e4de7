import type { Page } from '@playwright/test'
import { expectAccessible, keepPicture } from './support/look.ts'
import type { Person } from './support/people.ts'
import { prepareBranch } from './support/staffed.ts'
import { expect, test } from './support/test.ts'

test.use({ at: '2026-11-25T09:00:00+08:00' })

const unlockAs = async (page: Page, { name, passphrase }: Person): Promise<void> => {
  await page.getByRole('button', { name, exact: true }).click()
  await page.getByLabel('口令', { exact: true }).fill(passphrase)
  await page.getByRole('button', { name: '解锁' }).click()
  await expect(page.getByRole('navigation', { name: '主菜单' })).toBeVisible()
}

const switchTo = async (page: Page, person: Person): Promise<void> => {
  await page.getByRole('button', { name: '锁屏' }).click()
  await unlockAs(page, person)
}

const openChen = async (page: Page): Promise<void> => {
  await page.goto(new URL('/#/client', page.url()).href)
  await page.getByRole('button', { name: '打开 陈知远' }).click()
  await expect(page.getByRole('heading', { name: '陈知远', exact: true })).toBeVisible()
}

const openSealed = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: '档案室' }).click()
  await page.getByRole('tab', { name: '封存' }).click()
}

test('a dossier is proposed by the manager, sealed by the keeper, seen as a stub by the head, and opened again', async ({
  page,
  preview,
}) => {
  const { head, manager, keeper } = await prepareBranch(
    preview,
    Date.parse('2026-11-25T08:00:00+08:00'),
    '2026-11-25',
  )
  await page.reload()
  await unlockAs(page, manager)
  await openChen(page)
  await page.getByRole('tab', { name: '资料' }).click()
  await page.getByRole('button', { name: '提请封存' }).click()
  const asking = page.getByRole('dialog')
  await asking.getByLabel('原因').click()
  await page.getByRole('option', { name: '客户保密意愿' }).click()
  await keepPicture(page, 'seal-propose')
  await asking.getByRole('button', { name: '提请封存' }).click()
  await expect(page.getByText('已提请封存：客户保密意愿，李理财。等档案员办理。')).toBeVisible()

  await switchTo(page, keeper)
  await openSealed(page)
  await expect(page.getByText('陈*远')).toBeVisible()
  await expectAccessible(page)
  await keepPicture(page, 'seal-list')
  await page.getByRole('button', { name: /^封存 陈\*远/ }).click()
  const sealing = page.getByRole('dialog')
  await expect(sealing.getByText('没有找到还留着封存前内容的备份。')).toBeVisible()
  await keepPicture(page, 'seal-run')
  await sealing.getByRole('button', { name: '封存', exact: true }).click()
  await expect(page.getByText('已封存：陈*远。')).toBeVisible()
  await page.getByLabel('按全名、客户号或档案号查找').fill('陈知远')
  await expect(page.getByRole('button', { name: /^启封 陈\*远/ })).toBeVisible()
  await keepPicture(page, 'seal-sealed')

  await page.getByRole('button', { name: /^封存证明 陈\*远/ }).click()
  const certificate = page.getByRole('dialog')
  await expect(certificate.locator('canvas').first()).toBeVisible({ timeout: 20_000 })
  await keepPicture(page, 'seal-certificate')
  await page.keyboard.press('Escape')

  await switchTo(page, head)
  await page.goto(new URL('/#/client', page.url()).href)
  const row = page.getByRole('row').filter({ hasText: '陈*远' })
  await expect(row.getByText('档案已封存')).toBeVisible()
  await keepPicture(page, 'seal-client-list')
  await row.getByRole('button').click()
  await expect(page.getByText(/由高档案封存，原因：客户保密意愿/)).toBeVisible()
  await expect(page.getByText('陈知远')).toHaveCount(0)
  await expectAccessible(page)
  await keepPicture(page, 'seal-stub')

  await switchTo(page, keeper)
  await openSealed(page)
  await page.getByRole('button', { name: /^启封 陈\*远/ }).click()
  await page.getByLabel('启封的理由').fill('客户回来了')
  await page.getByRole('dialog').getByRole('button', { name: '启封', exact: true }).click()
  await expect(page.getByText('已启封：陈*远。')).toBeVisible()

  // Back from the seal it stands in the cabinet, and is taken out like any other.
  await switchTo(page, manager)
  await page.goto(new URL('/#/client', page.url()).href)
  await page.getByRole('button', { name: '打开 陈知远' }).click()
  await expect(page.getByText(/已入柜/).first()).toBeVisible()
})
