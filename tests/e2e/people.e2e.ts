import type { Page } from '@playwright/test'
import { foundBranch } from '../support/hire.ts'
import { deskOf } from './support/desk-of.ts'
import { firstPerson, lockScreen, unlockScreen } from './support/enter.ts'
import { hireAll } from './support/hired.ts'
import { expectAccessible, keepPicture } from './support/look.ts'
import { manager } from './support/people.ts'
import { expect, test } from './support/test.ts'

// Seven people at one PC: what the centre head sets up on the first morning, and what each of them does once.

test.setTimeout(240_000)

const zhou = { ...firstPerson, name: '周敏' }

const people: readonly { readonly name: string; readonly roles: readonly string[] }[] = [
  { name: '何静', roles: ['客户经理主管', '档案管理员'] },
  { name: '冯岚', roles: ['档案管理员'] },
  { name: '吴倩', roles: ['大堂经理'] },
  { name: '李理财', roles: ['理财经理'] },
  { name: '王理财', roles: ['理财经理'] },
  { name: '赵理财', roles: ['理财经理'] },
]

const own = (name: string): string => `${name}自己想的口令二零二六`

const begin = async (page: Page): Promise<void> => {
  const desk = await deskOf(page)
  await foundBranch(desk, zhou)
  await page.reload()
}

const addPerson = async (page: Page, name: string, roles: readonly string[]): Promise<string> => {
  await page.getByRole('button', { name: '添加能登录的人' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('姓名').fill(name)
  for (const role of roles) await form.getByRole('button', { name: role }).click()
  await form.getByRole('button', { name: '添加', exact: true }).click()
  const slip = page.getByRole('dialog', { name: '首次口令' })
  await expect(slip).toContainText(name)
  const passphrase = await slip.locator('[data-field="first-passphrase"]').innerText()
  if (name === '何静') {
    await expectAccessible(page)
    await keepPicture(page, 'first-passphrase-slip')
  }
  await slip.getByRole('button', { name: '已交给本人' }).click()
  return passphrase
}

const atDoor = async (page: Page, name: string, passphrase: string): Promise<void> => {
  await page.getByRole('button', { name, exact: true }).click()
  await page.getByLabel('口令', { exact: true }).fill(passphrase)
  await page.getByRole('button', { name: '解锁' }).click()
}

const firstUnlock = async (page: Page, name: string, first: string): Promise<void> => {
  await atDoor(page, name, first)
  await expect(page.getByRole('heading', { name: '请换成自己的口令' })).toBeVisible()
  await expect(page.getByRole('navigation', { name: '主菜单' })).toBeHidden()
  if (name === '何静') {
    await expectAccessible(page)
    await keepPicture(page, 'first-passphrase')
  }
  await page.getByLabel('现在的口令').fill(first)
  await page.getByLabel('新口令', { exact: true }).fill(own(name))
  await page.getByLabel('再输一次口令').fill(own(name))
  await page.getByRole('button', { name: '换好并开始使用' }).click()
  await expect(page.getByRole('navigation', { name: '主菜单' })).toBeVisible()
}

test('the centre head makes seven users and two holders of the archive key, and the set-up list follows', async ({
  page,
}) => {
  await begin(page)
  const list = page.getByRole('list', { name: '开业清单' })
  const line = (text: string) => list.getByRole('listitem').filter({ hasText: text })
  await expect(line('两位档案钥匙持有人')).toContainText('请尽快办')
  await expect(page.getByRole('alert')).toContainText('档案钥匙只有0位持有人')
  await expect(line('恢复卡已核对')).toContainText('已完成')
  await expectAccessible(page)
  await line('两位档案钥匙持有人').getByRole('button', { name: '去授予钥匙' }).click()

  const firsts = new Map<string, string>()
  for (const { name, roles } of people) firsts.set(name, await addPerson(page, name, roles))
  const table = page.getByRole('table', { name: '人员与登录' })
  const row = (name: string) => table.getByRole('row').filter({ hasText: name })
  await expect(row('冯岚')).toContainText('已授予，下次解锁时生效')
  await expect(row('冯岚')).toContainText('临时口令，未更换')
  await expectAccessible(page)
  await lockScreen(page)

  for (const [name, first] of firsts) {
    await firstUnlock(page, name, first)
    await lockScreen(page)
  }
  await atDoor(page, '冯岚', firsts.get('冯岚') ?? '')
  await expect(page.getByText(/口令不对/)).toBeVisible()

  await page.getByRole('button', { name: '周敏', exact: true }).click()
  await unlockScreen(page)
  await expect(row('周敏')).toContainText('—')
  await expect(row('何静')).toContainText('客户经理主管、档案管理员')
  await keepPicture(page, 'staff')
  await row('李理财').getByRole('button', { name: '改岗位' }).click()
  await expect(page.getByRole('dialog').getByRole('button', { name: '档案管理员' })).toBeDisabled()
  await page.getByRole('dialog').getByRole('button', { name: '取消', exact: true }).click()
  await row('冯岚').getByRole('button', { name: '重设口令' }).click()
  await expect(page.getByRole('dialog')).toContainText('要由另一位持有人重新授予')
  await page.getByRole('dialog').getByRole('button', { name: '取消', exact: true }).click()
  await row('冯岚').getByRole('button', { name: '取消登录' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '取消登录' }).click()
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('还持有档案钥匙')
  await page.getByRole('dialog').getByRole('button', { name: '取消', exact: true }).click()

  await page.getByRole('link', { name: '设置', exact: true }).click()
  await page.getByRole('button', { name: '看开业清单' }).click()
  await expect(line('人员与岗位')).toContainText('7人能登录，0人还没换首次口令')
  await expect(line('人员与岗位')).toContainText('已完成')
  await expect(line('两位档案钥匙持有人')).toContainText('已完成')
  await keepPicture(page, 'setup')
  await expectAccessible(page)

  // The numbers of the dossiers are settled where the list leads to, and ticked by that.
  await expect(line('档案编号规则')).toContainText('未完成')
  await line('档案编号规则').getByRole('button', { name: '去设置' }).click()
  await page.getByLabel('档案号前缀').fill('YHL')
  await page.keyboard.press('Tab')
  await expect(page.getByText('已存').first()).toBeVisible()
  await page.getByRole('button', { name: '看开业清单' }).click()
  await expect(line('档案编号规则')).toContainText('已完成')
  await expect(line('档案编号规则')).toContainText('YHL-')
  await expect(line('档案柜期初建账')).toContainText('未完成')
  await line('档案柜期初建账').getByRole('button', { name: '去建账' }).click()
  await expect(page.getByRole('heading', { name: '期初建账' })).toBeVisible()
})

test('a card nobody has checked is made anew by who can, and everybody else is told who that is', async ({
  page,
  preview,
}) => {
  await hireAll(preview, '2026-11-23T07:30:00+08:00', [manager], zhou)
  await page.reload()
  await atDoor(page, '周敏', firstPerson.passphrase)
  await expect(page.getByRole('navigation', { name: '主菜单' })).toBeVisible()
  await (await deskOf(page)).session.renewCard({ passphrase: firstPerson.passphrase })
  await lockScreen(page)
  await atDoor(page, manager.name, manager.passphrase)
  await expect(page.getByText('只有持有档案钥匙的人能换新卡：周敏。')).toBeVisible()
  await expect(page.getByLabel('口令', { exact: true })).toHaveCount(0)
  await expectAccessible(page)
  await keepPicture(page, 'card-others')
  // When the desk doesn't say who can, the page says so and asks again; it never stands empty.
  await page.route('**/rpc/session/card', (route) => route.abort())
  await page.getByRole('button', { name: '锁屏，请这位解锁' }).click()
  await atDoor(page, '周敏', firstPerson.passphrase)
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(page.getByRole('button', { name: '锁屏', exact: true })).toBeVisible()
  await expectAccessible(page)
  const none = { json: { mayRenew: false, makers: [] } }
  await page.unroute('**/rpc/session/card')
  await page.route('**/rpc/session/card', (route) => route.fulfill({ json: none }))
  await page.getByRole('button', { name: '再试' }).click()
  await expect(page.getByText(/现在没有人持有档案钥匙/)).toBeVisible()
  await page.unroute('**/rpc/session/card')
  await page.getByRole('button', { name: '锁屏', exact: true }).click()
  await atDoor(page, '周敏', firstPerson.passphrase)
  await expect(page.getByRole('button', { name: '显示新的恢复卡' })).toBeVisible()
})
