import type { Page } from '@playwright/test'
import { clientNamed, takeInBank } from './support/bank.ts'
import { deskOf, enterQuickly } from './support/desk-of.ts'
import { firstPerson } from './support/enter.ts'
import { expectAccessible, keepPicture } from './support/look.ts'
import { expect, test } from './support/test.ts'

test.use({ at: '2026-11-25T14:00:00+08:00' })
test.setTimeout(180_000)

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

const recordNeed = async (page: Page, area: string, words: string): Promise<void> => {
  await press(page, area)
  await page.getByLabel('客户原话').fill(words)
  await press(page, '记下这一项')
  await expect(page.getByRole('listitem').filter({ hasText: words })).toBeVisible()
}

const leave = async (page: Page, field: string, text: string): Promise<void> => {
  await page.getByLabel(field).fill(text)
  await page.getByLabel(field).blur()
  await expect(page.getByText(/^已存 \d/).first()).toBeVisible()
}

test('she leaves, the light goes out, and nothing that was said is lost (story S5)', async ({
  page,
  preview,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await enterQuickly(page)
  const desk = await deskOf(page)
  await takeInBank(desk)
  const clientId = await clientNamed(desk, '贺超文')
  const start = { source: 'walk-in' as const, appointment: null, present: [] }
  const { id } = await desk.encounter.start({ ...start, clientId, continues: null })
  await page.goto(new URL(`#/encounter/${id}`, page.url()).href)

  await press(page, '证件尾号（4位）')
  await page.getByLabel('证件尾号（4位）').last().fill('4474')
  await press(page, '核对')
  await leave(page, '来意', '工资涨了')
  await press(page, '下一步')
  await recordNeed(page, '置业', '三年后换房')
  await recordNeed(page, '家庭保障', '给父母买保险')
  await recordNeed(page, '投资', '年终奖放哪里')
  await leave(page, '兴趣与偏好', '骑车')
  await leave(page, '性格与决定方式', '自己拿主意')
  await leave(page, '别家银行的投资', '别家有三十万')
  await leave(page, '线索', '十二月发年终奖')

  // 客户提前离开: the call-back is set by itself, the review stays open.
  await press(page, '更多')
  await page.getByRole('menuitem', { name: '客户提前离开' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '客户提前离开' }).click()
  await expect(page.getByRole('heading', { name: '小结', level: 1 })).toBeVisible()
  await expect(page.getByText('客户提前离开 · 回电 2026年11月26日')).toBeVisible()
  await leave(page, '做得好的', '听他说完')
  await page.getByLabel('这次的得失').fill('没有先问有多少时间')
  await expect
    .poll(async () => (await desk.draft.list({ place: `/encounter/${id}` })).map(({ value }) => value))
    .toContain('没有先问有多少时间')
  await expectAccessible(page)
  await keepPicture(page, 'meeting-review')

  // The power fails; after unlock the same client, the same field, the half sentence.
  const before = await desk.encounter.get({ id })
  await preview.kill9()
  preview.setClock('2026-11-25T14:31:00+08:00')
  // The page notices by itself that its desk is gone, and shows the door.
  await expect(page.getByRole('button', { name: '解锁' })).toBeVisible({ timeout: 40_000 })
  await page.getByLabel('口令', { exact: true }).fill(firstPerson.passphrase)
  await press(page, '解锁')
  await expect(page.getByRole('heading', { name: '小结', level: 1 })).toBeVisible()
  await expect(page.getByLabel('这次的得失')).toHaveValue('没有先问有多少时间')
  await expect(page.getByLabel('这次的得失')).toBeFocused()
  const after = await (await deskOf(page)).encounter.get({ id })
  expect(after.answers).toEqual(before.answers)
  expect(after.needList).toEqual(before.needList)
  await page.getByLabel('这次的得失').blur()
  await expect(page.getByText(/^已存 \d/).first()).toBeVisible()
  await press(page, '办结')
  await expect(page.getByText('会面已结束')).toBeVisible()

  // 续谈: the three needs stand, none is asked again.
  await press(page, '锁屏')
  preview.setClock('2026-11-27T10:00:00+08:00')
  await page.getByLabel('口令', { exact: true }).fill(firstPerson.passphrase)
  await press(page, '解锁')
  await press(page, '续谈')
  await expect(page.getByRole('heading', { name: '接待', level: 1 })).toBeVisible()
  await page.getByLabel('出生日期').last().fill('1998-02-13')
  await press(page, '核对')
  await leave(page, '来意', '接着上次')
  await press(page, '下一步')
  for (const words of ['三年后换房', '给父母买保险', '年终奖放哪里'])
    await expect(page.getByRole('listitem').filter({ hasText: words })).toContainText('上次谈到')
  await expectAccessible(page)
  await press(page, '去做规划')
  await press(page, '家庭保障')
  await press(page, '去匹配产品')
  await expect(page.getByText('没有评估记录')).toBeVisible()

  // Without an assessment a deposit can still be wished for.
  await press(page, '选用 一年期定期存款')
  await page.getByLabel('金额').fill('50万')
  await page.getByLabel('金额').blur()
  await page.getByRole('button', { name: '选用 一年期定期存款' }).last().click()
  await expect(page.getByRole('button', { name: '不要 一年期定期存款' })).toBeVisible()
  await press(page, '讲解方案')
  await expect(page.getByRole('heading', { name: '方案讲解', level: 1 })).toBeVisible()
  for (const box of await page.getByRole('checkbox').all()) await box.click()
  await expect(page.getByRole('region', { name: '一年期定期存款' }).getByText('通过')).toBeVisible()
  await press(page, '请客户定夺')
  await press(page, '记为意向 一年期定期存款')
  await press(page, '结束会面')
  await press(page, '由客户来电')
  await expect(page.getByText('由客户来电').first()).toBeVisible()
  await press(page, '道别')
  await expect(page.getByRole('heading', { name: '小结', level: 1 })).toBeVisible()
  await expect(page.getByText('1项意向')).toBeVisible()
})
