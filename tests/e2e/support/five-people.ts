import { expect, type Locator, type Page } from '@playwright/test'
import { firstPerson } from './people.ts'

// The room of story S9: who works at the one PC with which duties, and the ways through its two doors.

export const zhou = { ...firstPerson, name: '周敏' }
export const li = {
  name: '李文博',
  passphrase: '夜来风雨声 花落知多少',
  roles: ['wealth-manager'],
  pin: '408617',
} as const
export const wu = {
  name: '吴倩',
  passphrase: '白日依山尽 黄河入海流',
  roles: ['lobby-manager'],
  pin: '739046',
} as const
export const he = {
  name: '何静',
  passphrase: '大漠孤烟直 长河落日圆',
  roles: ['supervisor'],
  pin: '261538',
} as const
export const zhao = {
  name: '赵敏行',
  passphrase: '举头望明月 低头思故乡',
  roles: ['wealth-manager'],
  pin: '502913',
} as const
export const feng = {
  name: '冯岚',
  passphrase: '欲穷千里目 更上一层楼',
  roles: ['archive-keeper'],
  pin: '864197',
} as const

export const colleagues = [li, wu, he, zhao, feng] as const

type Colleague = (typeof colleagues)[number]

export const on = (clock: string): string => `2026-11-27T${clock}+08:00`

/** When each sits down for the first time, and until when his six digits hold: ten hours. */
export const morning = [
  [wu, '08:20', '18:20'],
  [li, '08:27', '18:27'],
  [he, '08:34', '18:34'],
  [zhao, '08:41', '18:41'],
  [feng, '08:50', '18:50'],
] as const

const limitMs = 3000

export const place = (page: Page) => page.getByRole('navigation', { name: '主菜单' })
export const pinField = (page: Page) => page.getByLabel('快捷密码（6位数字）')
export const choose = (page: Page, { name }: { readonly name: string }) =>
  page.getByRole('button', { name: new RegExp(`^${name}`) }).click()

export const ctrlL = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+l')
  await expect(page.getByText('谁在用这台电脑')).toBeVisible()
}

/** From the last digit until the person's own page stands there. */
export const comeBack = async (page: Page, { pin }: Colleague, sign: Locator) => {
  await page.keyboard.type(pin.slice(0, 5))
  const began = performance.now()
  await page.keyboard.type(pin.slice(5))
  await expect(sign).toBeVisible({ timeout: 15_000 })
  const took = performance.now() - began
  expect(took).toBeLessThan(limitMs)
  return Math.round(took)
}

/** Ctrl+L, a key that picks the person, six digits; what both took. */
export const takeSeat = async (page: Page, who: Colleague, key: string, sign: Locator): Promise<string> => {
  const locked = performance.now()
  await ctrlL(page)
  await page.keyboard.press(key)
  await expect(page.getByRole('heading', { name: who.name })).toBeVisible()
  const door = Math.round(performance.now() - locked)
  return `${who.name} ${door}+${await comeBack(page, who, sign)} ms`
}

export const byPassphrase = async (
  page: Page,
  who: { readonly name: string; readonly passphrase: string },
): Promise<void> => {
  await choose(page, who)
  await page.getByLabel('口令', { exact: true }).fill(who.passphrase)
  await page.keyboard.press('Enter')
  await expect(place(page)).toBeVisible()
}

/** The morning: by passphrase, then the offered line, then six digits twice. */
export const setPinOnScreen = async (page: Page, { pin }: Colleague, until: string): Promise<void> => {
  await page.getByRole('link', { name: '去设置' }).click()
  await page.getByRole('button', { name: '设快捷密码' }).click()
  await page.getByLabel('6位数字', { exact: true }).fill(pin)
  await page.getByLabel('再输一次', { exact: true }).fill(pin)
  await page.keyboard.press('Enter')
  await expect(page.getByText(`有效到2026年11月27日 ${until}`)).toBeVisible()
}
