import type { Page } from '@playwright/test'
import { deskOf } from './support/desk-of.ts'
import { expectAccessible, keepPicture } from './support/look.ts'
import { expect, test } from './support/test.ts'

// The paper's way through the window: typed, locked, printed, failed, printed again.

test.use({ at: '2026-11-25T09:00:00+08:00' })

const openSample = async (page: Page): Promise<string> => {
  await page.getByRole('button', { name: '打开样例账簿' }).click()
  await expect(page.getByRole('navigation', { name: '主菜单' })).toBeVisible()
  return (await (await deskOf(page)).session.me()).samplePassphrase ?? ''
}

const openClient = async (page: Page, name: string, tab: string): Promise<void> => {
  await page.getByRole('link', { name: '客户', exact: true }).first().click()
  const list = page.getByRole('table', { name: '客户', exact: true })
  await list.getByRole('row').filter({ hasText: name }).getByRole('button').click()
  await page.getByRole('tab', { name: tab }).click()
}

/** The half-written line the desk keeps for this client's page. */
const draftOf = async (page: Page): Promise<string> => {
  const id = /client\/(\d+)/.exec(page.url())?.[1] ?? ''
  const drafts = await (await deskOf(page)).draft.list({ place: `/figure/${id}/page` })
  return drafts[0]?.value ?? ''
}

test('a family is written down, and a half-written figure outlives a lock', async ({ page }) => {
  await openSample(page)
  await openClient(page, '韩北辰', '家庭')
  await page.getByRole('button', { name: '添加家庭成员' }).click()
  await page.getByLabel('姓名或称呼').fill('大儿子')
  await page.getByLabel('出生日期或年份').fill('1990-05-06')
  await page.getByRole('button', { name: '记下' }).click()
  await expect(page.getByText('未经本人同意，只能登记出生年份。')).toBeVisible()
  await page.getByLabel('出生日期或年份').fill('1990')
  await page.getByRole('button', { name: '记下' }).click()
  await expect(page.getByRole('cell', { name: '大儿子' })).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('tab', { name: '财务' }).click()
  await page.getByRole('button', { name: '加一行 收入' }).click()
  await page.getByLabel('金额（元）').fill('１２，０００．５')
  await expect.poll(() => draftOf(page)).toContain('１２，０００．５')
  await page.reload()
  await expect(page.getByLabel('金额（元）')).toHaveValue('１２，０００．５')
  await page.getByRole('button', { name: '记下' }).click()
  const income = page.getByRole('table', { name: '收入' })
  await expect(income.getByRole('row').filter({ hasText: '工资' })).toContainText('12,000.50')
  await income.getByRole('button', { name: '改 工资' }).click()
  await page.getByLabel('金额（元）').fill('13000')
  await page.keyboard.press('Enter')
  await expect(income.getByRole('row').filter({ hasText: '工资' })).toContainText('13,000.00')
  await income.getByRole('button', { name: '以前 工资' }).click()
  await expect(page.getByRole('dialog').getByRole('cell', { name: '12,000.50' })).toBeVisible()
})

test('a failed print is printed again under its number, and a later copy gets a new one', async ({
  page,
}) => {
  await openSample(page)
  await openClient(page, '陈知远', '财务')
  await page.getByRole('group', { name: '谁会看到' }).getByRole('button', { name: '陈知远' }).click()
  await page.getByRole('button', { name: '打印报告' }).click()
  await expect(page.getByRole('img', { name: /报告预览 1/ })).toBeVisible()
  await expectAccessible(page)
  await keepPicture(page, 'statement-preview')
  const first = page.waitForEvent('popup')
  await page.getByRole('button', { name: '打印', exact: true }).click()
  const sheet = await first
  await expect(sheet.getByText('家庭财务报告').first()).toBeVisible()
  await expect(sheet).toHaveTitle('知音')
  await expect(sheet.locator('article')).toHaveCount(2)
  await sheet.close()
  await page.getByRole('button', { name: '失败' }).click()
  await expect(page.getByText('编号 BB-2026-000001：失败')).toBeVisible()
  await page.getByRole('button', { name: '关闭' }).click()

  await page.getByRole('link', { name: '报告与表单' }).click()
  const again = page.waitForEvent('popup')
  await page.getByRole('button', { name: '补打 BB-2026-000001' }).click()
  await (await again).close()
  await page.getByRole('button', { name: '已取件' }).click()
  const row = page.getByRole('row').filter({ hasText: 'BB-2026-000001' })
  await expect(row).toContainText('补打1次')
  await expect(row).toContainText('已取件')

  await page.getByRole('button', { name: '签回 BB-2026-000001' }).click()
  await expect(row).toContainText('已签回')

  const copy = page.waitForEvent('popup')
  await page.getByRole('button', { name: '再打一份副本 BB-2026-000001' }).click()
  await (await copy).close()
  const second = page.getByRole('row').filter({ hasText: 'BB-2026-000002' })
  await expect(second).toContainText('副本 2')
  await expect(second).toContainText('待确认')
  await page.getByRole('button', { name: '已取件' }).click()
  await expect(second).toContainText('已取件')
  await page.getByRole('button', { name: '作废 BB-2026-000002' }).click()
  await page.getByRole('button', { name: '收回 BB-2026-000002' }).click()
  await expect(second).toContainText('已收回')
  await openClient(page, '陈知远', '概览')
  await expect(page.getByText('打印家庭财务报告 BB-2026-000002')).toBeVisible()
  await expectAccessible(page)
  await keepPicture(page, 'client')
})

test('the lock ends the sample book with everything that was printed from it off the screen', async ({
  page,
}) => {
  const passphrase = await openSample(page)
  expect(passphrase).not.toBe('')
  await openClient(page, '陈知远', '财务')
  await page.getByRole('group', { name: '谁会看到' }).getByRole('button', { name: '陈知远' }).click()
  await page.getByRole('button', { name: '打印报告' }).click()
  await expect(page.getByRole('img', { name: /报告预览 1/ })).toBeVisible()
  await page.getByRole('button', { name: '关闭' }).click()
  await page.getByRole('button', { name: '锁屏' }).click()
  await expect(page.getByRole('navigation', { name: '主菜单' })).toBeHidden()
  await expect(page.locator('canvas')).toHaveCount(0)
  await expect(page.locator('body')).not.toContainText('陈知远')
})
