import type { Page } from '@playwright/test'
import { bankFile, bookName, makeBook, shelfName } from '../support/bank-file.ts'
import { deskOf, enterQuickly } from './support/desk-of.ts'
import { expectAccessible, keepPicture } from './support/look.ts'
import { expect, test } from './support/test.ts'

const chooseFile = async (page: Page, name: string, buffer: Buffer): Promise<void> => {
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
}

const openIntake = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /导入(客户清单|文件)/ }).click()
  await expect(page.getByRole('heading', { name: '选择文件' })).toBeVisible()
}

const countOf = (page: Page, owner: string) => page.getByRole('button', { name: new RegExp(`^${owner}`) })

test('story S1: the first morning, from the bank’s export to counts per owner', async ({ page }) => {
  await enterQuickly(page)
  await expect(page.getByText('还没有客户。')).toBeVisible()
  await expectAccessible(page)
  await openIntake(page)

  // The preview, before anything is written.
  await chooseFile(page, bookName, bankFile(bookName))
  const facts = page.getByRole('region', { name: '读到的内容' })
  await expect(facts).toContainText('GB18030')
  await expect(facts).toContainText('表头在第3行')
  await expect(facts).toContainText('与文件合计873,984,191.69相符')
  await expect(facts).toContainText('869,761,614.40')
  await expect(facts).toContainText('差额4,222,577.29')
  await expect(page.getByLabel('数据日期')).toHaveValue('2026-11-20')
  const happens = page.getByRole('group', { name: '将发生什么' })
  for (const count of ['新增 300', '变更 0', '不变 0', '重复 3', '未收 0', '提醒 6'])
    await expect(happens).toContainText(count)
  const rows = page.getByRole('table', { name: '逐行结果' })
  await expect(rows.getByRole('row')).toHaveCount(4)
  await expect(rows).toContainText('不同：手机')
  await expectAccessible(page)

  // Owners are not known yet: nothing can be written before each has a word.
  await expect(page.getByRole('button', { name: '写入300行' })).toBeDisabled()
  await page.getByRole('button', { name: '全部新建为同事' }).click()
  await keepPicture(page, 'intake-preview')
  await page.getByRole('button', { name: '写入300行' }).click()
  await expect(page.getByText('写入300行。')).toBeVisible()
  await page.getByRole('button', { name: '看客户' }).click()

  // Counts and sums per owner.
  await expect(countOf(page, '全部客户')).toContainText('300户869,761,614.40')
  await expect(countOf(page, '李理财')).toContainText('75户238,989,715.98')
  await expect(countOf(page, '王理财')).toContainText('74户194,230,946.00')
  await expect(countOf(page, '赵理财')).toContainText('73户183,323,953.43')
  await expect(countOf(page, '无主办')).toContainText('78户253,216,998.99')
  await expectAccessible(page)
  await keepPicture(page, 'client-list')

  // The same file again changes nobody.
  await openIntake(page)
  await chooseFile(page, bookName, bankFile(bookName))
  await expect(happens).toContainText('不变 300')
  await page.getByRole('button', { name: '核对并记一笔' }).click()
  await expect(page.getByText('没有改动任何客户')).toBeVisible()
})

test('an import cancelled on its way changes nothing, and says so', async ({ page }) => {
  await enterQuickly(page)
  await openIntake(page)
  await chooseFile(page, 'large.csv', makeBook({ rows: 60_000, encoding: 'gb18030', owners: ['--'] }))
  await page.getByRole('button', { name: '写入60000行' }).click()
  await expect(page.getByText('取消后什么都不会改变。')).toBeVisible()
  await page.getByRole('button', { name: '取消导入' }).click()
  await expect(page.getByText('已取消，没有改动任何内容。')).toBeVisible()
  const desk = await deskOf(page)
  expect(await desk.client.counts()).toMatchObject({ clients: 0 })
  await page.getByRole('link', { name: '客户', exact: true }).click()
  await expect(page.getByText('还没有客户。')).toBeVisible()
})

test('a client is found by initials with the keyboard alone, and the number is shown for a reason', async ({
  page,
}) => {
  await enterQuickly(page)
  await openIntake(page)
  await chooseFile(page, bookName, bankFile(bookName))
  await page.getByRole('button', { name: '全部新建为同事' }).click()
  await page.getByRole('button', { name: '写入300行' }).click()
  await expect(page.getByText('写入300行。')).toBeVisible()

  await page.keyboard.press('Control+k')
  await page.keyboard.type('s')
  await expect(page.getByText('先列出20位，还有更多：请再输几个字。')).toBeVisible()
  await page.keyboard.type('f')
  const found = page.getByRole('listbox', { name: '找客户' })
  await expect(found.getByRole('option')).toHaveCount(3)
  await expect(found.getByText('同名')).toHaveCount(2)
  await expectAccessible(page)
  await keepPicture(page, 'search')
  // Enter that ends a word of the input method opens nobody.
  await page.getByRole('combobox', { name: '找客户' }).evaluate((field) => {
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, isComposing: true }))
  })
  await expect(found).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 2, name: '孙芳' })).toBeVisible()
  await expect(page.getByText('有同名客户，请核对')).toBeVisible()
  await expect(page).toHaveTitle('知音')
  await expectAccessible(page)
  await keepPicture(page, 'client')

  const shown = page.getByText(/^1\d{2}\*{4}\d{4}$/)
  await expect(shown).toBeVisible()
  await page.getByRole('button', { name: '显示 手机' }).click()
  await page.getByRole('button', { name: '联络客户' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '显示', exact: true }).click()
  await expect(page.getByText(/^1\d{10}$/)).toBeVisible()

  await page.getByRole('button', { name: '指定主办' }).click()
  await page.getByRole('dialog').getByRole('combobox').click()
  await page.getByRole('option', { name: '许静言' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '指定', exact: true }).click()
  await expect(page.getByText('主办 许静言')).toBeVisible()
  await expect(page.getByText(/^主办由.理财改为许静言$/)).toBeVisible()

  await page.getByRole('button', { name: '确认类型' }).click()
  await expect(page.getByText('经济实力强，但主要业务在他行办理')).toBeVisible()
  await page.getByRole('radio', { name: /现有潜质客户/ }).check()
  await page.getByLabel('判断依据').fill('代发工资户，年轻，收入增长快')
  await page.getByRole('dialog').getByRole('button', { name: '确认类型' }).click()
  await expect(page.getByText('待确认')).toHaveCount(1)
  await page.getByRole('tab', { name: '资料' }).click()
  await expect(page.getByRole('table', { name: '类型变化' }).getByRole('row')).toHaveCount(3)
  await expectAccessible(page)
})

test('the product shelf comes in with a day that is asked for, the family trust kept but closed', async ({
  page,
}) => {
  await enterQuickly(page)
  await openIntake(page)
  const shelfKind = page.getByRole('button', { name: '产品货架' })
  await shelfKind.click()
  await expect(shelfKind).toHaveAttribute('aria-pressed', 'true')
  await chooseFile(page, shelfName, bankFile(shelfName))
  await expect(page.getByText('文件里没有写日期，请填写')).toBeVisible()
  await expect(page.getByRole('button', { name: '写入15行' })).toBeDisabled()
  await page.getByLabel('数据日期').fill('2026-11-20')
  await page.getByRole('button', { name: '写入15行' }).click()
  await page.getByRole('button', { name: '看产品货架' }).click()
  const shelf = page.getByRole('table', { name: '产品货架' })
  await expect(shelf.getByRole('row')).toHaveCount(16)
  await expect(shelf.getByRole('row', { name: /SM0901/ })).toContainText('合格投资者未认定')
  await expect(shelf.getByRole('row', { name: /LC1001/ })).toContainText('不定期')
  await expectAccessible(page)
  await keepPicture(page, 'product-shelf')
})
