import type { Page } from '@playwright/test'
import { bookName, makeBook } from '../support/bank-file.ts'
import { signIn, slotOf } from '../support/hire.ts'
import { takeInFile } from './support/bank.ts'
import { deskOf } from './support/desk-of.ts'
import { lockScreen } from './support/enter.ts'
import { hireAll } from './support/hired.ts'
import { expectAccessible, keepPicture } from './support/look.ts'
import { firstPerson } from './support/people.ts'
import { expect, test } from './support/test.ts'

// Story S9, its Monday: a passphrase is forgotten over the weekend, and nobody needs the recovery card for it.

test.use({ at: '2026-11-27T17:20:00+08:00' })
test.setTimeout(180_000)

const zhou = { ...firstPerson, name: '周敏' }
const zhao = { name: '赵敏行', passphrase: '举头望明月 低头思故乡', roles: ['wealth-manager'] } as const
const feng = { name: '冯岚', passphrase: '欲穷千里目 更上一层楼', roles: ['archive-keeper'] } as const
const he = {
  name: '何静',
  passphrase: '白日依山尽 黄河入海流',
  roles: ['supervisor', 'archive-keeper'],
} as const

const zhaosNext = '春江潮水连海平 海上明月'
const fengsNext = '大漠孤烟直 长河落日圆'
const client = '濮阳听雪'
const half = '想给外孙备一笔丹桂'

type Who = { readonly name: string; readonly passphrase: string }

const menu = (page: Page) => page.getByRole('navigation', { name: '主菜单' })

const choose = (page: Page, name: string) =>
  page.getByRole('button', { name: new RegExp(`^${name}`) }).click()

const typeAtDoor = async (page: Page, passphrase: string): Promise<void> => {
  await page.getByLabel('口令', { exact: true }).fill(passphrase)
  await page.keyboard.press('Enter')
}

const comeIn = async (page: Page, { name, passphrase }: Who): Promise<void> => {
  await choose(page, name)
  await typeAtDoor(page, passphrase)
  await expect(menu(page)).toBeVisible()
}

/** The temporary passphrase leads to one page, where it is changed. */
const takeUp = async (page: Page, name: string, temporary: string, next: string): Promise<void> => {
  await choose(page, name)
  await typeAtDoor(page, temporary)
  await expect(page.getByRole('heading', { name: '请换成自己的口令' })).toBeVisible()
  await expect(menu(page)).toBeHidden()
  await page.getByLabel('现在的口令').fill(temporary)
  await page.getByLabel('新口令', { exact: true }).fill(next)
  await page.getByLabel('再输一次口令').fill(next)
  await page.getByRole('button', { name: '换好并开始使用' }).click()
  await expect(page.getByRole('heading', { name: '请换成自己的口令' })).toBeHidden()
}

const toPeople = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: '设置', exact: true }).click()
  await page.getByRole('button', { name: '登录与岗位' }).click()
  await expect(page.getByRole('heading', { name: '人员与登录' })).toBeVisible()
}

const row = (page: Page, name: string) =>
  page.getByRole('table', { name: '人员与登录' }).getByRole('row').filter({ hasText: name })

/** Resets on the people page; what stands on the slip goes to the person by hand. */
const reset = async (page: Page, name: string): Promise<string> => {
  await row(page, name).getByRole('button', { name: '重设口令' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '重设口令' }).click()
  const slip = page.getByRole('dialog', { name: '临时口令' })
  await expect(slip).toContainText(name)
  const temporary = await slip.locator('[data-field="first-passphrase"]').innerText()
  await slip.getByRole('button', { name: '已交给本人' }).click()
  await expect(row(page, name)).toContainText('临时口令，未更换')
  return temporary
}

/** Friday: his client is in the book, he writes half a sentence in a meeting, and five wrong PINs close his quick door. */
const friday = async (page: Page): Promise<void> => {
  const desk = await deskOf(page)
  await signIn(desk, zhou.name, zhou.passphrase)
  const book = makeBook({ rows: 3, owners: [zhao.name], names: [client], encoding: 'gb18030' })
  await takeInFile(desk, 'client-book', bookName, book)
  await desk.session.lock()
  await page.reload()

  await comeIn(page, zhao)
  const { rows } = await desk.search.find({ q: client })
  const start = { source: 'walk-in' as const, appointment: null, present: [], continues: null }
  const { id } = await desk.encounter.start({ ...start, clientId: rows[0]?.id ?? 0 })
  await desk.session.setPin({ pin: '502913' })
  await page.evaluate((to) => (location.hash = to), `#/encounter/${id}`)
  await page.getByRole('button', { name: '出生日期', exact: true }).click()
  await page.getByLabel('出生日期').last().fill('1970-01-01')
  await page.getByRole('button', { name: '核对', exact: true }).click()
  await page.getByLabel('来意').fill(half)
  await page.keyboard.press('Control+l')
  await expect(page.getByText('谁在用这台电脑')).toBeVisible()
  const slotId = await slotOf(desk, zhao.name)
  for (let wrong = 0; wrong < 5; wrong += 1)
    await expect(desk.session.unlockQuick({ slotId, pin: '864197' })).rejects.toThrow()
  // Whoever is in next writes down what was refused at the closed vault: 何静, for the evening's hand-in.
  await signIn(desk, he.name, he.passphrase)
  await desk.session.lock()
}

test('a forgotten passphrase is reset in two minutes without the recovery card, and no key goes with it (story S9, Monday)', async ({
  page,
  preview,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await hireAll(preview, '2026-11-27T08:00:00+08:00', [zhao, feng, he], zhou)
  await page.reload()
  await friday(page)

  // Monday: three tries, and each has to wait longer.
  preview.setClock('2026-11-30T08:20:00+08:00')
  await preview.restart()
  await page.goto(preview.url())
  await choose(page, zhao.name)
  for (const [guess, seconds] of [
    ['举头望明月', 1],
    ['低头思故乡', 2],
    ['举头望山月 低头思故乡', 4],
  ] as const) {
    const open = page.getByRole('button', { name: '解锁' })
    await expect(open).toBeEnabled()
    await typeAtDoor(page, guess)
    expect(await page.getByRole('timer').textContent()).toBe(`还要等${seconds}秒`)
    await expect(page.getByText('口令不对。保险库没有改动。')).toBeVisible()
    await expect(page.getByText(/请等/)).toBeHidden()
    await expect(open).toBeDisabled()
  }
  await expect(page.getByRole('timer')).toBeVisible()
  await expectAccessible(page)
  await keepPicture(page, 's9-wait')

  // 周敏 comes to the PC; what she may not do stands there with its reason, and is refused by whatever way she asks.
  const began = performance.now()
  await comeIn(page, zhou)
  await toPeople(page)
  const temporary = await reset(page, zhao.name)
  expect((performance.now() - began) / 60_000).toBeLessThan(2)

  for (const { name } of [zhao, zhou]) {
    await row(page, name).getByRole('button', { name: '改岗位' }).click()
    const form = page.getByRole('dialog')
    await expect(form.getByRole('button', { name: '档案管理员' })).toBeDisabled()
    await expect(form.getByText('只能由持有档案钥匙的人授予或收回', { exact: false })).toBeVisible()
    if (name === zhao.name) {
      await expectAccessible(page)
      await keepPicture(page, 'staff-roles')
    }
    await form.getByRole('button', { name: '取消', exact: true }).click()
  }
  const hers = await deskOf(page)
  const staff = await hers.staff.list()
  const idOf = (who: Who): number => staff.find(({ name }) => name === who.name)?.id ?? 0
  const refused = async (id: number, roles: readonly ('centre-head' | 'archive-keeper')[]) =>
    hers.staff.setRoles({ id, roles: [...roles] }).then(
      () => 'given',
      (error: unknown) => (error as { data: { rule?: string } }).data.rule,
    )
  expect(await refused(idOf(zhao), ['archive-keeper'])).toBe('duties-exclude')
  expect(await refused(idOf(zhou), ['centre-head', 'archive-keeper'])).toBe('duties-exclude')
  expect(await refused(idOf(zhou), ['archive-keeper'])).toBe('last-admin')

  // A keeper's reset takes the key from her, and says before it is done who has to give it back.
  await row(page, feng.name).getByRole('button', { name: '重设口令' }).click()
  await expect(page.getByRole('dialog')).toContainText('要由另一位持有人重新授予')
  await expectAccessible(page)
  await keepPicture(page, 'staff-reset-keeper')
  await page.getByRole('dialog').getByRole('button', { name: '取消', exact: true }).click()
  const fengsTemporary = await reset(page, feng.name)
  await expect(row(page, feng.name)).toContainText('缺钥匙')
  await expect(row(page, feng.name).getByRole('button', { name: '授予档案钥匙' })).toBeHidden()
  await lockScreen(page)

  // 赵: the old one is dead, the temporary one opens once, and he stands in his half sentence of Friday.
  await choose(page, zhao.name)
  await typeAtDoor(page, zhao.passphrase)
  await expect(page.getByText(/口令不对/)).toBeVisible()
  await expect(page.getByRole('button', { name: '解锁' })).toBeEnabled()
  await takeUp(page, zhao.name, temporary, zhaosNext)
  await expect(page.getByLabel('来意')).toHaveValue(half)
  await expect(page.getByText(client).first()).toBeVisible()
  await page.keyboard.press('Control+l')
  await choose(page, zhao.name)
  await typeAtDoor(page, temporary)
  await expect(page.getByText(/口令不对/)).toBeVisible()

  // 冯岚 changes hers and still lacks the key, until 何静, who holds it, gives it to her.
  await takeUp(page, feng.name, fengsTemporary, fengsNext)
  await lockScreen(page)
  await comeIn(page, he)
  await toPeople(page)
  await row(page, feng.name).getByRole('button', { name: '授予档案钥匙' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '授予档案钥匙' }).click()
  await expect(row(page, feng.name)).toContainText('已授予，下次解锁时生效')
  await lockScreen(page)
  await comeIn(page, { ...feng, passphrase: fengsNext })
  await toPeople(page)
  await expect(row(page, feng.name)).toContainText('持有')
  await lockScreen(page)

  // The record of the two days: who came in, who was refused, who reset whom; of the client not a word.
  await comeIn(page, zhou)
  const lines = await hers.audit.list({ before: null, limit: 200 })
  const done = lines.map(({ staff: by, action, object }) => `${by} ${action} ${object}`)
  const times = (line: string): number => done.filter((each) => each.startsWith(line)).length
  const told = {
    [`${zhao.name} session.unlocked `]: 3,
    [`${feng.name} session.unlocked `]: 3,
    [`${zhao.name} quick.set`]: 1,
    [`${he.name} session.pin-refused staff:${idOf(zhao)}`]: 5,
    [`${he.name} quick.closed staff:${idOf(zhao)}`]: 1,
    [`${zhou.name} passphrase.reset staff:${idOf(zhao)}`]: 1,
    [`${zhou.name} passphrase.reset staff:${idOf(feng)}`]: 1,
    [`${zhou.name} role.refused staff:${idOf(zhao)}`]: 1,
    [`${zhou.name} role.refused staff:${idOf(zhou)}`]: 1,
    [`${he.name} key.granted staff:${idOf(feng)}`]: 1,
  }
  expect(Object.fromEntries(Object.keys(told).map((line) => [line, times(line)]))).toEqual(told)
  const written = JSON.stringify(lines)
  for (const word of [client, half, '丹桂', 'E00000000', '700000000000']) expect(written).not.toContain(word)
})
