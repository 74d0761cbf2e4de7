import type { Page } from '@playwright/test'
import { readPdf } from '../support/pdf.ts'
import { clientNamed, takeInBank } from './support/bank.ts'
import { deskOf } from './support/desk-of.ts'
import { firstPerson, lockScreen } from './support/enter.ts'
import { hireAll } from './support/hired.ts'
import { expectAccessible, keepPicture } from './support/look.ts'
import { keepSheet } from './support/sheet.ts'
import { expect, test } from './support/test.ts'

// S7, evening and morning, through the screen: 李理财 hands in, 冯岚 is away and 何静 accepts, the register is printed and
// looked at; on Tuesday 李 takes one dossier out under his standing loan, 王理财 is refused and asks for another.

test.use({ at: '2026-12-07T17:20:00+08:00' })
test.setTimeout(180_000)

const li = { name: '李理财', passphrase: '夜来风雨声 花落知多少', roles: ['wealth-manager'] } as const
const wang = { name: '王理财', passphrase: '白日依山尽 黄河入海流', roles: ['wealth-manager'] } as const
const he = {
  name: '何静',
  passphrase: '举头望明月 低头思故乡',
  roles: ['supervisor', 'archive-keeper'],
} as const
const feng = { name: '冯岚', passphrase: '欲穷千里目 更上一层楼', roles: ['archive-keeper'] } as const

const menu = (page: Page) => page.getByRole('navigation', { name: '主菜单' })

const comeIn = async (page: Page, who: { readonly name: string; readonly passphrase: string }) => {
  await page.getByRole('button', { name: new RegExp(`^${who.name}`) }).click()
  await page.getByLabel('口令', { exact: true }).fill(who.passphrase)
  await page.keyboard.press('Enter')
  await expect(menu(page)).toBeVisible()
}

const change = async (page: Page, who: { readonly name: string; readonly passphrase: string }) => {
  await lockScreen(page)
  await comeIn(page, who)
}

const toArchive = async (page: Page, tab?: string): Promise<void> => {
  await menu(page).getByRole('link', { name: '档案室' }).click()
  if (tab !== undefined) await page.getByRole('tab', { name: tab }).click()
}

const openClient = async (page: Page, id: number): Promise<void> => {
  await page.evaluate((at) => {
    location.hash = `#/client/${at}`
  }, id)
}

const row = (page: Page, table: string, name: string) =>
  page.getByRole('table', { name: table, exact: true }).getByRole('row').filter({ hasText: name })

/** The sheet the print page shows, as a PDF the way the product makes it. */
const pdfOf = async (page: Page, job: string): Promise<Uint8Array> => {
  const bytes = await page.evaluate(
    async (name) => [...new Uint8Array(await (await fetch(`/host/pdf/${name}`)).arrayBuffer())],
    job,
  )
  return Uint8Array.from(bytes)
}

test('Monday evening to Tuesday morning', async ({ page, preview }) => {
  await hireAll(preview, '2026-12-07T08:20:00+08:00', [li, wang, he, feng])
  await page.reload()
  await comeIn(page, firstPerson)
  const desk = await deskOf(page)
  await takeInBank(desk)
  const staff = await desk.staff.list()
  const { rows } = await desk.client.list({ owner: staff.find((each) => each.name === li.name)?.id ?? 'all' })
  const [one, two, three] = rows.map(({ id, name }) => ({ id, name }))
  if (!one || !two || !three) throw new Error('李 has no clients')

  // The head of the centre grants the standing loan.
  await toArchive(page, '取出与调阅')
  await page.getByLabel('员工', { exact: true }).click()
  await page.getByRole('option', { name: li.name }).click()
  await page.getByRole('button', { name: '授予' }).click()
  await expect(row(page, '长期调阅', li.name)).toContainText('有效')
  await expectAccessible(page)
  await keepPicture(page, 'archive-loan')

  // 李 judges two clients' types; both stand on his evening list with why, and he hands them in.
  await change(page, li)
  for (const { id } of [one, two]) {
    const { seq } = await desk.client.page({ id })
    await desk.client.setType({ id, seq, type: 'quality', reason: '资产达标' })
  }
  await openClient(page, three.id)
  await page.getByRole('button', { name: '建档' }).click()
  await expect(page.getByText('YH-2026-0001')).toBeVisible()
  await expect(page.getByRole('button', { name: '交柜', exact: true })).toBeVisible()
  await toArchive(page)
  await expect(row(page, '今天要交的档案', one.name)).toContainText('客户类型')
  await expect(row(page, '今天要交的档案', three.name)).toContainText('建档')
  await page.getByRole('checkbox', { name: `选择 ${one.name}` }).check()
  await expectAccessible(page)
  await keepPicture(page, 'archive-day')
  await page.getByRole('button', { name: '交柜所选' }).click()
  await expect(row(page, '已交，等待接收', one.name)).toContainText('YH-2026-0002')
  await page.getByRole('button', { name: '全部交柜' }).click()
  await expect(page.getByText('今天没有要交的档案。')).toBeVisible()
  await page.getByRole('button', { name: '打印交接清单' }).click()
  await expect(page.getByRole('img', { name: / 1$/ })).toBeVisible()
  const slip = page.waitForEvent('popup')
  await page.getByRole('button', { name: '打印', exact: true }).click()
  await (await slip).close()
  await page.getByRole('button', { name: '已取件' }).click()
  await keepSheet(await pdfOf(page, 'p1'), 'archive-slip')
  await page.getByRole('button', { name: '关闭' }).click()

  // 冯岚 is away; her deputy counts three, sends one back, accepts two.
  await lockScreen(page)
  preview.setClock('2026-12-07T17:50:00+08:00')
  await comeIn(page, he)
  await toArchive(page)
  for (const number of ['YH-2026-0001', 'YH-2026-0002', 'YH-2026-0003'])
    await page.getByLabel(`柜格 ${number}`).fill(number.endsWith('3') ? 'B-1-1' : 'A-3-2')
  await keepPicture(page, 'archive-accept')
  await expectAccessible(page)
  await page.getByRole('button', { name: '退回 YH-2026-0001' }).click()
  await page.getByLabel('原因').fill('缺身份证复印件')
  await expectAccessible(page)
  await keepPicture(page, 'archive-send-back')
  await page.getByRole('dialog').getByRole('button', { name: '退回' }).click()
  await expect(row(page, '在外档案', three.name)).toContainText(li.name)
  await page.getByRole('button', { name: '全部接收' }).click()
  await expect(page.getByText('没有等待接收的档案。')).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: '在柜2份' })).toBeVisible()

  // After closing what is still out is red; the register goes onto paper.
  await lockScreen(page)
  preview.setClock('2026-12-07T18:20:00+08:00')
  await comeIn(page, he)
  await toArchive(page)
  await expect(page.getByRole('alert')).toContainText('档案管理员已下班')
  await expect(page.getByRole('alert')).toContainText(`${li.name} YH-2026-0001`)
  await keepPicture(page, 'archive-late')
  await toArchive(page, '登记簿')
  await expect(row(page, '登记簿', '接收入柜')).toHaveCount(2)
  await expectAccessible(page)
  await keepPicture(page, 'archive-register')
  await page.getByRole('button', { name: '打印登记簿' }).click()
  await expect(page.getByRole('img', { name: / 1$/ })).toBeVisible()
  const sheet = page.waitForEvent('popup')
  await page.getByRole('button', { name: '打印', exact: true }).click()
  const paper = await sheet
  await expect(paper.getByText('档案管理登记')).toBeVisible()
  await paper.close()
  const pdf = await pdfOf(page, 'p2')
  await keepSheet(pdf, 'archive-register-paper')
  const [text = ''] = (await readPdf(pdf)).map((each) => each.text.replaceAll(' ', ''))
  for (const words of ['内部资料严禁外传', 'F29', 'YH-2026-0002', '接收入柜', '何静', '编号BB-2026-000002'])
    expect(text).toContain(words)
  await page.getByRole('button', { name: '已取件' }).click()
  await page.getByRole('button', { name: '关闭' }).click()

  // Tuesday 08:30: 李 takes one out by himself.
  await lockScreen(page)
  preview.setClock('2026-12-08T08:30:00+08:00')
  await comeIn(page, li)
  await openClient(page, two.id)
  await expect(page.getByRole('alert')).toContainText('档案 YH-2026-0003 已入柜')
  await keepPicture(page, 'archive-shut')
  await page.getByRole('button', { name: '取出' }).click()
  await expect(page.getByRole('alert')).toBeHidden()
  await expect(page.getByRole('heading', { name: two.name, exact: true })).toBeVisible()
  await expect(page.getByText(`在外 ${li.name}`)).toBeVisible()
  await keepPicture(page, 'archive-client')

  // 王 sees in the list who they are and where they stand, and nothing out of the dossiers; he is refused, and asks for the
  // other one.
  await change(page, wang)
  await page.getByRole('link', { name: '客户', exact: true }).first().click()
  for (const { name } of [one, two]) {
    const line = page
      .getByRole('table', { name: '客户', exact: true })
      .getByRole('row')
      .filter({ hasText: name })
    await expect(line).toContainText(name === two.name ? `在外 ${li.name}` : '入柜')
    await expect(line).not.toContainText(/现有优质客户|C[1-5]|未评估/)
  }
  await keepPicture(page, 'client-list-shut')
  await openClient(page, two.id)
  await expect(page.getByRole('alert')).toContainText(`由${li.name}取出`)
  await openClient(page, one.id)
  await page.getByRole('button', { name: '申请调阅' }).click()
  await page.getByLabel('事由').fill('核对家庭信息')
  await page.getByRole('dialog').getByRole('button', { name: '申请调阅' }).click()
  await expect(page.getByText('待审批')).toBeVisible()

  await change(page, he)
  await toArchive(page, '取出与调阅')
  await page.getByRole('button', { name: '批准 YH-2026-0002', exact: true }).click()
  await page.getByRole('button', { name: '发出 YH-2026-0002' }).click()
  await expect(row(page, '调阅申请', wang.name)).toContainText('已调出')
  await keepPicture(page, 'archive-requests')

  await change(page, wang)
  await openClient(page, one.id)
  await expect(page.getByRole('heading', { name: one.name, exact: true })).toBeVisible()

  // The keeper herself comes back: the cabinets, no names in full.
  await change(page, feng)
  await expect(page.getByRole('tab', { name: '日终入柜' })).toBeVisible()
  await toArchive(page, '登记簿')
  await expect(row(page, '登记簿', '调出')).toContainText('YH-2026-0002')
  await expect(page.locator('main')).not.toContainText(one.name)
  await keepPicture(page, 'archive-keeper')
  await change(page, firstPerson)
  const lines = await desk.audit.list({ before: null, limit: 200 })
  const refused = lines.filter(({ action }) => action === 'dossier.refused')
  expect(refused.some(({ staff, object }) => staff === wang.name && object === `client:${two.id}`)).toBe(true)
  expect(await clientNamed(desk, 'YH-2026-0003')).toBe(two.id)
})
