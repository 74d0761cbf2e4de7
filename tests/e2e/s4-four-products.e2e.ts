import type { Page } from '@playwright/test'
import { clientNamed, takeInBank } from './support/bank.ts'
import { deskOf, enterQuickly } from './support/desk-of.ts'
import { expectAccessible, keepPicture } from './support/look.ts'
import { expect, test } from './support/test.ts'

test.use({ at: '2026-11-25T15:00:00+08:00' })
test.setTimeout(180_000)

const next = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const pick = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

const recordNeed = async (
  page: Page,
  need: { area: string; words: string; amount: string; latest?: string },
): Promise<void> => {
  await pick(page, need.area)
  await page.getByLabel('客户原话').fill(need.words)
  await page.getByLabel('希望备下').fill(need.amount)
  if (need.latest !== undefined) await page.getByLabel('最晚何时').fill(need.latest)
  await page.getByLabel('为谁').click()
  await next(page, '记下这一项')
  await expect(page.getByRole('listitem').filter({ hasText: need.words })).toBeVisible()
}

const choose = async (page: Page, product: string): Promise<void> => {
  await pick(page, `选用 ${product}`)
  await page
    .getByRole('button', { name: `选用 ${product}` })
    .last()
    .click()
  await expect(page.getByRole('button', { name: `不要 ${product}` })).toBeVisible()
}

test('four products, one bought: what fits is chosen, what does not is refused without a hint (story S4)', async ({
  page,
}) => {
  // Colours on their way from one state to another are no contrast to judge.
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await enterQuickly(page)
  const desk = await deskOf(page)
  await takeInBank(desk)
  const clientId = await clientNamed(desk, '郝欣')
  await page.goto(new URL(`#/client/${clientId}/meetings`, page.url()).href)
  await next(page, '开始会面')

  // 接待: the second sign comes before the first answer.
  await expect(page.getByRole('heading', { name: '接待', level: 1 })).toBeVisible()
  await page.getByLabel('出生日期').last().fill('1959-08-17')
  await next(page, '核对')
  await expect(page.getByText('已核对')).toBeVisible()
  await page.getByLabel('来意').fill('给外孙备一笔钱')
  await expectAccessible(page)
  await next(page, '下一步')

  // 了解需求
  await expect(page.getByRole('heading', { name: '了解需求', level: 1 })).toBeVisible()
  await recordNeed(page, {
    area: '子女教育',
    words: '外孙十八个月后要用',
    amount: '60万',
    latest: '2028-05-25',
  })
  await recordNeed(page, { area: '投资', words: '比存款利息高一些', amount: '1,000,000' })
  await expectAccessible(page)
  await keepPicture(page, 'meeting-needs')
  await next(page, '去做规划')
  await next(page, '暂不规划')
  await page.getByRole('dialog').getByRole('button', { name: '暂不规划' }).click()

  // 匹配产品: expired, then the bank's slip with her second confirmation.
  await expect(page.getByRole('heading', { name: '匹配产品', level: 1 })).toBeVisible()
  await expect(page.getByText('C4 · 评估已过期')).toBeVisible()
  await next(page, '登记评估结果')
  await pick(page, 'C3')
  await page.getByLabel('编号').fill('FX-1125-018')
  await next(page, '登记')
  await expect(page.getByRole('alert').filter({ hasText: '请客户再确认一次' })).toBeVisible()
  await pick(page, '等级与上次不同，客户已再次确认')
  await next(page, '登记')
  await expect(page.getByText('C3 · 有效至2027年11月24日')).toBeVisible()

  // The client's face: 12 of 15, and no inner word.
  await page.keyboard.press('F9')
  await expect(page.getByText('您可以了解的产品 · 12款')).toBeVisible()
  const face = await page.locator('main').innerText()
  for (const hidden of ['沪深三百指数增强A', '科创成长混合', '家族信托', 'C3', '普通', '待争取'])
    expect(face).not.toContain(hidden)
  await expectAccessible(page)
  await keepPicture(page, 'client-face')
  await page.keyboard.down('F9')
  await expect(page.getByRole('heading', { name: '匹配产品', level: 1 })).toBeVisible()
  await page.keyboard.up('F9')

  await pick(page, '选用 沪深三百指数增强A')
  const refusal = page.getByRole('alert').filter({ hasText: '与客户不匹配' })
  await expect(refusal.first()).toBeVisible()
  for (const text of await refusal.allInnerTexts()) expect(text).not.toMatch(/C[1-5]|R[1-3]|测评|重新/)
  await keepPicture(page, 'meeting-fit')

  await choose(page, '稳健优享一年定开')
  await pick(page, '投资 · 比存款利息高一些')
  await choose(page, '均衡增利三年持有')
  await pick(page, '选用 福满堂终身寿险(分红型)')
  await page.getByLabel('缴费年数').fill('10')
  await page.getByLabel('每次保费').fill('20万')
  await page.getByLabel('家庭年收入').fill('76万')
  await page.getByLabel('客户预算').fill('15万')
  await page.getByLabel('缴费年数').click()
  await page.getByRole('button', { name: '选用 福满堂终身寿险(分红型)' }).last().click()
  await expect(page.getByText(/占家庭年收入26\.32%/)).toBeVisible()
  await expect(page.getByText(/年龄为77/)).toBeVisible()
  await expect(page.getByText(/保费达到预算/)).toHaveCount(0)
  await next(page, '讲解方案')

  await expect(page.getByRole('heading', { name: '方案讲解', level: 1 })).toBeVisible()
  for (const product of ['稳健优享一年定开', '均衡增利三年持有']) {
    const part = page.getByRole('region', { name: product })
    for (const box of await part.getByRole('checkbox').all()) await box.click()
    await expect(part.getByText('通过')).toBeVisible()
  }
  await expectAccessible(page)
  await next(page, '请客户定夺')

  for (const [product, number] of [
    ['稳健优享一年定开', 'SL-0457'],
    ['均衡增利三年持有', 'SL-0458'],
  ] as const) {
    await page.getByRole('region', { name: product }).getByLabel('双录编号').fill(number)
    await next(page, `记为意向 ${product}`)
    await expect(page.getByText(number)).toBeVisible()
  }
  await next(page, '结束会面')
  await expect(page.getByRole('alert').filter({ hasText: '每一款都要有结果' })).toBeVisible()
  await next(page, '不要 福满堂终身寿险(分红型)')
  await page.getByRole('dialog').getByRole('button', { name: '不要' }).click()
  await expectAccessible(page)
  await next(page, '结束会面')

  // 结束: no goodbye before the next contact; a closed day gets the next open one.
  await expect(page.getByRole('heading', { name: '结束', level: 1 })).toBeVisible()
  await next(page, '道别')
  await expect(page.getByRole('alert').filter({ hasText: '先约好下次联络' })).toBeVisible()
  await page.getByLabel('日期').fill('2026-12-06')
  await page.getByLabel('时间').fill('10:00')
  await next(page, '约定')
  await expect(page.getByRole('button', { name: '改为2026年12月7日' })).toBeVisible()
  await page.getByLabel('日期').fill('2026-12-09')
  await next(page, '约定')
  await expect(page.getByText('约定2026年12月9日 10:00')).toBeVisible()
  await expectAccessible(page)
  await next(page, '道别')
  await page.getByLabel('这次的得失').fill('先问期限，再看产品')
  await expectAccessible(page)
  await next(page, '办结')
  await expect(page.getByRole('heading', { name: '办结', level: 1 })).toBeVisible()
  await expect(page.getByText('均衡增利三年持有')).toBeVisible()
  await expectAccessible(page)
})
