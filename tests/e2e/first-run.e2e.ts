import {
  confirmCard,
  firstMorning,
  firstPerson,
  lockScreen,
  makeVault,
  readCard,
  unlockScreen,
} from './support/enter.ts'
import { expectAccessible, expectReachable, keepPicture } from './support/look.ts'
import { expect, test } from './support/test.ts'

test('the first morning ends in an open desk, and a lock comes back to the same unsaved input', async ({
  page,
}) => {
  await expectAccessible(page)
  await keepPicture(page, 'first-run')
  const words = await makeVault(page)
  expect(words).toHaveLength(24)
  await expectAccessible(page)
  await confirmCard(page, words)
  await page.getByRole('link', { name: '设置', exact: true }).click()
  await expectAccessible(page)
  await keepPicture(page, 'settings')
  await page.getByLabel('姓名').fill('钱若')
  await lockScreen(page)
  await expect(page).toHaveTitle('知音')
  expect(await page.content()).not.toContain('钱若')
  await expectAccessible(page)
  await keepPicture(page, 'unlock')
  await unlockScreen(page)
  await expect(page.getByLabel('姓名')).toHaveValue('钱若')
  await expect(page.getByLabel('姓名')).toBeFocused()
})

test('a wrong passphrase costs a growing wait, which the screen counts', async ({ page, preview }) => {
  await firstMorning(page)
  await lockScreen(page)
  await page.getByLabel('口令', { exact: true }).fill('不是这个口令不是这个口令')
  await page.getByRole('button', { name: '解锁' }).click()
  await expect(page.getByText(/口令不对。请等\d+秒再试/)).toBeVisible()
  await expect(page.getByRole('button', { name: '解锁' })).toBeDisabled()
  preview.setClock('2026-11-23T08:20:00+08:00')
  await expect(page.getByRole('button', { name: '解锁' })).toBeEnabled()
  await unlockScreen(page)
})

test('a card that was never checked is replaced by a new one, for whoever knows the passphrase', async ({
  page,
  preview,
}) => {
  const first = await makeVault(page)
  await page.reload()
  const make = page.getByRole('button', { name: '显示新的恢复卡' })
  await expect(make).toBeDisabled()
  await page.getByLabel('口令', { exact: true }).fill('不是这个口令不是这个口令')
  await make.click()
  await expect(page.getByText(/口令不对。请等\d+秒再试/)).toBeVisible()
  preview.setClock('2026-11-23T08:06:00+08:00')
  await page.getByLabel('口令', { exact: true }).fill(firstPerson.passphrase)
  await make.click()
  const second = await readCard(page)
  expect(second).not.toEqual(first)
  await confirmCard(page, second)
})

test('a word that does not stand on the card is shown as wrong', async ({ page }) => {
  await makeVault(page)
  await page.getByRole('button', { name: '已收好，去核对' }).click()
  await page.getByRole('textbox').first().fill('错')
  await page.getByRole('button', { name: '核对并开始使用' }).click()
  await expect(page.getByText('与卡上不符，请再看一眼').first()).toBeVisible()
})

test('the recovery card opens the vault with a new passphrase and is void afterwards', async ({
  page,
  preview,
}) => {
  const words = await makeVault(page)
  await confirmCard(page, words)
  await lockScreen(page)
  preview.setClock('2026-11-23T08:30:00+08:00')
  await page.getByRole('button', { name: '用恢复卡打开' }).click()
  await page.getByLabel('恢复卡上的字或代码').fill(words.join(''))
  await page.getByLabel('口令', { exact: true }).fill('秋水长天落霞孤鹜齐飞处')
  await page.getByLabel('再输一次口令').fill('秋水长天落霞孤鹜齐飞处')
  await page.getByRole('button', { name: '打开并换上新口令' }).click()
  await expect(page.getByRole('heading', { name: '恢复卡', exact: true })).toBeVisible()
  await page.getByLabel('口令', { exact: true }).fill('秋水长天落霞孤鹜齐飞处')
  await page.getByRole('button', { name: '显示新的恢复卡' }).click()
  await confirmCard(page, await readCard(page))
  await lockScreen(page)
  await unlockScreen(page, '秋水长天落霞孤鹜齐飞处')
})

test('the whole first morning can be done in English', async ({ page }) => {
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('heading', { name: 'Make the vault' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.getByLabel('Bank').fill(firstPerson.bank)
  expect(await page.locator('form').innerText()).not.toMatch(/[\u4E00-\u9FFF]{3}/)
  await expectAccessible(page)
})

test('a power cut takes nothing: the same field comes back with what was typed', async ({
  page,
  preview,
}) => {
  await firstMorning(page)
  await page.getByRole('link', { name: '设置', exact: true }).click()
  const told = (path: string) =>
    page.waitForResponse(
      (answer) => answer.url().endsWith(path) && (answer.request().postData() ?? '').includes('"staff-post"'),
    )
  const answers = [told('/draft/put'), told('/session/place')]
  await page.getByLabel('岗位').fill('柜员')
  await Promise.all(answers)
  await preview.kill9()
  await expect(page.getByRole('button', { name: '解锁' })).toBeVisible({ timeout: 40_000 })
  await unlockScreen(page)
  await expect(page.getByLabel('岗位')).toHaveValue('柜员')
  await expect(page.getByLabel('岗位')).toBeFocused()
})

test('nobody at the desk for the idle time: everything leaves the screen', async ({ page, preview }) => {
  await firstMorning(page)
  let hour = 8
  await expect(async () => {
    // The last click may be told to the desk only after the clock was put on.
    hour += 1
    preview.setClock(`2026-11-23T${String(hour).padStart(2, '0')}:05:00+08:00`)
    await expect(page.getByRole('button', { name: '解锁' })).toBeVisible({ timeout: 3_000 })
  }).toPass({ timeout: 40_000 })
  await expect(page.getByRole('navigation')).toBeHidden()
})

test('the sample book opens beside the real one, says so on the page, and is removed by one click', async ({
  page,
}) => {
  await page.getByRole('button', { name: '打开样例账簿' }).click()
  await expect(page.getByText('样例账簿：里面的人和数字都是编的')).toBeVisible()
  await page.getByRole('button', { name: '锁屏' }).click()
  await page.getByRole('button', { name: '移除样例账簿' }).click()
  await expect(page.getByRole('button', { name: '移除样例账簿' })).toBeHidden()
})

test('everything on the first pages is reached by keyboard, with the focus in sight', async ({ page }) => {
  await expectReachable(page)
  await firstMorning(page)
  await page.getByRole('link', { name: '设置', exact: true }).click()
  await page.getByRole('button', { name: '3分钟' }).focus()
  await expectReachable(page)
  await page.getByRole('button', { name: '3分钟' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('button', { name: '5分钟', exact: true })).toBeFocused()
  await lockScreen(page)
  await expectReachable(page)
})

test('when the desk is gone the page says so, what was kept, and the way back', async ({ page }) => {
  await firstMorning(page)
  await page.route('**/rpc/**', (route) => route.abort())
  await expect(page.getByRole('heading', { name: '后台已停止' })).toBeVisible({ timeout: 40_000 })
  await expect(page.getByText('已确认存下的内容都在')).toBeVisible()
  await page.unroute('**/rpc/**')
  await page.getByRole('button', { name: '重新载入' }).click()
  await expect(page.getByRole('navigation', { name: '主菜单' })).toBeVisible()
})

test('the screen is blank before the desk has even heard of the lock', async ({ page }) => {
  await firstMorning(page)
  let release = (): void => undefined
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  const asked = page.waitForRequest('**/rpc/session/lock')
  await page.route('**/rpc/session/lock', async (route) => {
    await held
    await route.continue()
  })
  await page.keyboard.press('Control+l')
  await asked
  expect(await page.locator('body').innerText()).toBe('')
  await expect(page).toHaveTitle('知音')
  release()
  await expect(page.getByRole('button', { name: '解锁' })).toBeVisible()
})
