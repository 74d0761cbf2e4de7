import type { Page } from '@playwright/test'
import { clientNamed, takeInBank } from './support/bank.ts'
import { deskOf, enterQuickly } from './support/desk-of.ts'
import { expectAccessible, keepPicture } from './support/look.ts'
import { expect, test } from './support/test.ts'

test.use({ at: '2026-11-24T09:00:00+08:00' })
test.setTimeout(180_000)

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const step = (page: Page, name: string) =>
  page.getByRole('list', { name: '会面步骤' }).getByRole('button', { name: new RegExp(`^\\d.*${name}`) })

test('a meeting is scheduled, prepared, suspended, resumed, and moved to the right person', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await enterQuickly(page)
  const desk = await deskOf(page)
  await takeInBank(desk)
  const wrong = await clientNamed(desk, '郝欣')

  // 约会面, then 准备.
  await page.goto(new URL(`#/client/${wrong}/meetings`, page.url()).href)
  await press(page, '约会面')
  await page.getByLabel('地点').fill('理财室')
  await page.getByRole('dialog').getByRole('button', { name: '约好' }).click()
  await expect(page.getByRole('heading', { name: '已约', level: 1 })).toBeVisible()
  await press(page, '开始准备')
  await expect(page.getByRole('heading', { name: '准备', level: 1 })).toBeVisible()
  await expectAccessible(page)
  await press(page, '客户已到，开始接待')
  await expect(page.getByRole('alert').filter({ hasText: '先写下这次会面要弄清什么' })).toBeVisible()
  await page.getByLabel('这次要弄清什么').fill('到期的钱怎么安排')
  await press(page, '屏幕、纸张、旁人都看过了')
  await keepPicture(page, 'meeting-prepare')
  await press(page, '客户已到，开始接待')
  await expect(page.getByRole('heading', { name: '接待', level: 1 })).toBeVisible()

  // At 200 % nothing is cut off at the side.
  await page.setViewportSize({ width: 683, height: 384 })
  const wide = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(wide).toBeLessThanOrEqual(683)
  await page.getByLabel('来意').scrollIntoViewIfNeeded()
  await expect(page.getByLabel('来意')).toBeInViewport()
  await page.setViewportSize({ width: 1366, height: 768 })

  // A closed step explains itself; amounts can be hidden by one key.
  await step(page, '匹配产品').click()
  await expect(page.getByRole('status').filter({ hasText: '至少记下一项需求，才谈产品' })).toBeVisible()
  await expect(page.getByText('14,019,481.60')).toBeVisible()
  await page.keyboard.press('F8')
  await expect(page.getByText('14,019,481.60')).toHaveCount(0)
  await page.keyboard.press('F8')
  await expect(page.getByText('14,019,481.60')).toBeVisible()
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog')).toHaveCount(0)

  // 挂起 and 恢复.
  await press(page, '更多')
  await page.getByRole('menuitem', { name: '挂起' }).click()
  await expect(page.getByRole('table', { name: '进行中' })).toContainText('已挂起')
  await expectAccessible(page)
  await keepPicture(page, 'meetings')
  await press(page, '恢复 郝欣')
  await press(page, '恢复会面')

  // 选错客户: another second sign is asked.
  await page.getByLabel('出生日期').last().fill('1960-01-01')
  await press(page, '核对')
  await expect(page.getByRole('alert').filter({ hasText: '与档案不符' })).toBeVisible()
  await press(page, '更多')
  await page.getByRole('menuitem', { name: '选错客户' }).click()
  await page.getByLabel('正确的客户').fill('贺超文')
  await press(page, '选择 贺超文')
  await page.getByLabel('怎么发现的').fill('证件上是另一位')
  await expectAccessible(page)
  await press(page, '移到这位客户')
  await expect(page.getByRole('banner')).toContainText('贺超文')
  await page.getByLabel('出生日期').last().fill('1998-02-13')
  await press(page, '核对')
  await page.getByLabel('来意').fill('年终奖')
  await press(page, '下一步')
  await expect(page.getByRole('heading', { name: '了解需求', level: 1 })).toBeVisible()

  // Back to a step that is done, with everything kept.
  await step(page, '接待').click()
  await expect(page.getByLabel('来意')).toHaveValue('年终奖')
  await page.goto(new URL(`#/client/${wrong}`, page.url()).href)
  await expect(page.getByText('误选更正 第1号')).toBeVisible()
})
