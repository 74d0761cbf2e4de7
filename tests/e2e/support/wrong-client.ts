import { expect, type Page } from '@playwright/test'
import { lockScreen } from './enter.ts'
import { expectAccessible } from './look.ts'
import { firstPerson } from './people.ts'

// The two called 孙芳 of story S8, who works there, and what is done at the screen with the wrong one's file open.

export const zhou = { ...firstPerson, name: '周敏' }
export const li = { name: '李理财', passphrase: '夜来风雨声 花落知多少', roles: ['wealth-manager'] } as const
export const zhao = {
  name: '赵理财',
  passphrase: '举头望明月 低头思故乡',
  roles: ['wealth-manager'],
} as const
export const he = { name: '何静', passphrase: '白日依山尽 黄河入海流', roles: ['supervisor'] } as const

export const name = '孙芳'
export const own = { birth: '1979-04-13', said: '1979年4月13日', money: '5,336,331.60' }
export const hers = { birth: '1961-05-12', said: '1961年5月12日', money: '9,025,016.79' }
export const needs = ['养老金要稳一些', '给孙女备嫁妆'] as const

type Who = { readonly name: string; readonly passphrase: string }

export const press = (page: Page, verb: string) =>
  page.getByRole('button', { name: verb, exact: true }).click()
export const place = (page: Page, title: string) =>
  page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: title, exact: true }).click()
export const row = (page: Page, table: string, text: string) =>
  page.getByRole('table', { name: table, exact: true }).getByRole('row').filter({ hasText: text })

export const comeIn = async (page: Page, who: Who): Promise<void> => {
  await page.getByRole('button', { name: new RegExp(`^${who.name}`) }).click()
  await page.getByLabel('口令', { exact: true }).fill(who.passphrase)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('navigation', { name: '主菜单' })).toBeVisible()
}

/** By name; the namesakes stand together, and the birth date tells which is which. */
export const openNamesake = async (page: Page, said: string): Promise<void> => {
  await place(page, '客户')
  await page.keyboard.press('Control+k')
  await page.keyboard.type(name)
  const found = page.getByRole('listbox', { name: '找客户' }).getByRole('option')
  await expect(found).toHaveCount(2)
  await found.filter({ hasText: said }).click()
  await expect(page.getByRole('heading', { level: 2, name })).toBeVisible()
}

export const check = async (page: Page, birth: string): Promise<void> => {
  await page.getByLabel('出生日期').last().fill(birth)
  await press(page, '核对')
}

export const recordNeed = async (page: Page, words: string): Promise<void> => {
  await press(page, '养老')
  await page.getByLabel('客户原话').fill(words)
  await page.getByLabel('希望备下').fill('60万')
  await page.getByLabel('为谁').click()
  await press(page, '记下这一项')
  await expect(page.getByRole('listitem').filter({ hasText: words })).toBeVisible()
}

const more = async (page: Page, way: string): Promise<void> => {
  await press(page, '更多')
  await page.getByRole('menuitem', { name: way }).click()
}

/** He lays the meeting aside, prints the statement of the file that is open, and goes on. */
export const printMeanwhile = async (page: Page): Promise<void> => {
  await more(page, '挂起')
  await openNamesake(page, own.said)
  await page.getByRole('tab', { name: '财务' }).click()
  await press(page, '打印报告')
  await expect(page.getByRole('img', { name: /报告预览 1/ })).toBeVisible()
  const popup = page.waitForEvent('popup')
  await press(page, '打印')
  const sheet = await popup
  await expect(sheet.locator('article')).toHaveCount(2)
  await sheet.close()
  await press(page, '已取件')
  await press(page, '关闭')
  await place(page, '会面')
  await press(page, `恢复 ${name}`)
  await press(page, '恢复会面')
}

/** 选错客户: of the two only the other one is offered, with what tells her apart and whose client she is. */
export const sayWrongClient = async (page: Page): Promise<void> => {
  await more(page, '选错客户')
  await page.getByRole('textbox', { name: '正确的客户' }).fill(name)
  const offered = row(page, '正确的客户', name)
  await expect(offered).toHaveCount(1)
  await expect(offered).toContainText(hers.said)
  await expect(offered).toContainText(zhao.name)
  const choose = `选择 ${name} ${hers.said}`
  await press(page, choose)
  await page.getByLabel('怎么发现的').fill('客户说这不是她的钱')
  const move = page.getByRole('button', { name: '移到这位客户' })
  await expect(move).toBeEnabled()
  // Whoever went off the screen is not chosen any more.
  await page.getByRole('textbox', { name: '正确的客户' }).fill('没有这个人')
  await expect(offered).toHaveCount(0)
  await expect(move).toBeDisabled()
  await page.getByRole('textbox', { name: '正确的客户' }).fill(name)
  await expect(offered).toHaveCount(1)
  await expect(move).toBeDisabled()
  await press(page, choose)
}

export const leaveEarly = async (page: Page): Promise<void> => {
  await more(page, '客户提前离开')
  await page.getByRole('dialog').getByRole('button', { name: '客户提前离开' }).click()
  await page.getByLabel('这次的得失').fill('先看证件，再开档案')
  await press(page, '办结')
  await expect(page.getByRole('heading', { name: '办结', level: 1 })).toBeVisible()
}

/** Over already: he can only ask for it. */
export const askForMove = async (page: Page): Promise<void> => {
  await sayWrongClient(page)
  await press(page, '移到这位客户')
  await expect(page.getByText('更正已提出，等主管确认。')).toBeVisible()
}

const whySentBack = '先附上证件核对情况'

/** Never without a reason; then nothing waits any more. */
export const sendBack = async (page: Page): Promise<void> => {
  await press(page, `退回更正 ${name} ${own.said}`)
  const asked = page.getByRole('dialog', { name: '退回更正' })
  const verb = asked.getByRole('button', { name: '退回', exact: true })
  await expect(verb).toBeDisabled()
  await asked.getByLabel('退回的理由').fill(whySentBack)
  await expectAccessible(page)
  await verb.click()
  await expect(page.getByText('没有等您确认的更正。')).toBeVisible()
  await lockScreen(page)
}

/** The one who asked reads on the finished meeting why, and asks again. */
export const askAfterSentBack = async (page: Page): Promise<void> => {
  await comeIn(page, li)
  await place(page, '会面')
  await row(page, '已结束', name).filter({ hasNotText: '代接待' }).getByRole('button').click()
  await expect(page.getByText(`${he.name}退回了更正：${whySentBack}`)).toBeVisible()
  await askForMove(page)
  await expect(page.getByText(whySentBack)).toBeHidden()
}
