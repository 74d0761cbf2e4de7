import { deskOf, enterQuickly } from './support/desk-of.ts'
import { lockScreen } from './support/enter.ts'
import { expect, test } from './support/test.ts'

// check L05: what a locked screen shows, in every window of the session.

const name = '钟离未央'

test('a locked screen shows nothing of what was on it, also not by going back', async ({ page }) => {
  await enterQuickly(page)
  await (await deskOf(page)).staff.add({ name, post: '柜员' })
  await page.goto(new URL('/#/settings', page.url()).href)
  await page.reload()
  await expect(page.getByText(name)).toBeVisible()
  await lockScreen(page)
  expect(await page.content()).not.toContain(name)
  expect(await page.title()).toBe('知音')
  for (const way of ['goBack', 'goForward', 'reload'] as const) {
    await page[way]()
    await expect(page.getByRole('button', { name: '解锁' })).toBeVisible()
    expect(await page.content()).not.toContain(name)
  }
  expect(
    await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state])),
  ).not.toContain(name)
})

test('locking in one window blanks the other', async ({ page, context }) => {
  await enterQuickly(page)
  await (await deskOf(page)).staff.add({ name, post: '柜员' })
  const other = await context.newPage()
  await other.goto(new URL('/#/settings', page.url()).href)
  await expect(other.getByText(name)).toBeVisible()
  await lockScreen(page)
  await expect(other.getByRole('button', { name: '解锁' })).toBeVisible()
  expect(await other.content()).not.toContain(name)
})

test('a desk that is killed comes back locked, and the window says so by itself', async ({
  page,
  preview,
}) => {
  await enterQuickly(page)
  await page.goto(new URL('/#/settings', page.url()).href)
  await page.reload()
  await expect(page.getByRole('navigation', { name: '主菜单' })).toBeVisible()
  await preview.kill9()
  await expect(page.getByRole('button', { name: '解锁' })).toBeVisible({ timeout: 20_000 })
})
