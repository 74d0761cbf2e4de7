import type { Locator, Page } from '@playwright/test'
import { clientNamed, takeInBank } from './support/bank.ts'
import { deskOf, enterQuickly } from './support/desk-of.ts'
import { expect, test } from './support/test.ts'

test.use({ at: '2026-11-25T09:00:00+08:00' })
test.setTimeout(180_000)

type Answers = Readonly<Record<string, string>>

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const part = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true })
const step = (page: Page, name: string) => expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()

const fillAll = async (page: Page, answers: Answers): Promise<void> => {
  for (const [label, text] of Object.entries(answers)) {
    const field = page.getByLabel(label, { exact: true })
    await field.fill(text)
    await field.blur()
  }
}

/** Turns the words beside the step until these come up. */
const turnTo = async (page: Page, words: string): Promise<void> => {
  await expect(async () => {
    const shown = part(page, '话')
    if (!(await shown.innerText()).includes(words))
      await shown.getByRole('button', { name: '换一句' }).click()
    await expect(shown).toContainText(words, { timeout: 500 })
  }).toPass()
}

const lobbyGuest = async (page: Page, meetings: string): Promise<void> => {
  await page.goto(meetings)
  await page.getByRole('combobox', { name: '从哪里来' }).click()
  await page.getByRole('option', { name: '大堂引导' }).click()
  await press(page, '开始会面')
  await step(page, '接待')
}

const breakOff = async (page: Page): Promise<void> => {
  await press(page, '更多')
  await page.getByRole('menuitem', { name: '中止会面' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '中止会面' }).click()
  await step(page, '已中止')
}

const prepare = async (page: Page, meetings: string): Promise<void> => {
  await page.goto(meetings)
  await press(page, '约会面')
  await page.getByRole('dialog').getByRole('button', { name: '约好' }).click()
  await press(page, '开始准备')
  await fillAll(page, {
    这次要弄清什么: '年终奖怎么放',
    准备谈的方案: '一半存定期，一半留活期',
    重点产品: '一年期定期存款',
  })
  for (const thing of ['名片', '产品说明书']) {
    await press(page, thing)
    await expect(page.getByRole('button', { name: thing, exact: true })).toHaveAttribute(
      'aria-pressed',
      'true',
    )
  }
  await press(page, '屏幕、纸张、旁人都看过了')
  await press(page, '客户已到，开始接待')
}

const greet = async (page: Page): Promise<void> => {
  await step(page, '接待')
  for (const prompt of ['起身问候', '自我介绍', '请坐', '自然过渡'])
    await expect(page.getByRole('listitem').filter({ hasText: prompt }).first()).toBeVisible()
  await expect(part(page, '行')).toContainText('握手坚定有力')
  await page.getByLabel('出生日期').last().fill('1998-02-13')
  await press(page, '核对')
  await fillAll(page, { 来意: '年终奖到了', 开场聊到的: '骑车来的' })
  await press(page, '下一步')
}

const discover = async (page: Page): Promise<void> => {
  await step(page, '了解需求')
  for (const words of ['别家银行的投资也说给我听听', '别家银行平时怎么照顾您', '孩子将来上大学或出国'])
    await turnTo(page, words)
  await page.getByLabel('客户原话').fill('钱要随时能用')
  await press(page, '记下这一项')
  await expect(page.getByRole('listitem').filter({ hasText: '钱要随时能用' })).toBeVisible()
  await fillAll(page, {
    兴趣与偏好: '骑车',
    性格与决定方式: '自己拿主意',
    消费和理财的习惯: '不爱长期限',
    别家银行的投资: '城东银行三十万',
    别家服务好的地方: '到期会打电话',
    线索: '十二月发年终奖',
  })
  await page.getByRole('combobox', { name: '再识别' }).click()
  await page.getByRole('option', { name: '待争取优质客户' }).click()
  await page.getByLabel('理由').fill('主要的钱在城东银行')
  await press(page, '记下判断')
  await press(page, '去做规划')
}

/** Planning, then a no with its cause, what was tried and what to talk about next. */
const wantNothing = async (page: Page): Promise<void> => {
  await step(page, '规划')
  await press(page, '现金安排')
  await fillAll(page, { 客户最看重的: '随时能用' })
  await press(page, '去匹配产品')
  await step(page, '匹配产品')
  await expect(part(page, '规')).toContainText('不凑指标')
  await fillAll(page, { 客户的类型和偏好: '求稳' })
  await press(page, '都不要')
  await page.getByRole('dialog').getByLabel('随手记').fill('利息差不多')
  await page.getByRole('dialog').getByRole('button', { name: '都不要' }).click()
  await step(page, '意向')
  await fillAll(page, { 采取的办法: '比了两家的期限', 下次可以谈的: '三月定期到期' })
  await press(page, '结束会面')
}

const sayGoodbye = async (page: Page): Promise<void> => {
  await step(page, '结束')
  await expect(part(page, '规')).toContainText('请大堂经理一起送到门口')
  for (const words of ['方便给您留张名片吗？还有什么要我帮忙的？', '下次再来坐坐']) await turnTo(page, words)
  await press(page, '由客户来电')
  await press(page, '道别')
  await step(page, '小结')
  await expect(part(page, '规')).toContainText('有空就写总结和分析')
  await fillAll(page, { 做得好的: '听他说完', 可以更好的: '早点问期限', 这次的得失: '先问什么时候用钱' })
}

test('whatever is asked in a meeting has its place on the screen, and every answer is kept', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await enterQuickly(page)
  const desk = await deskOf(page)
  await takeInBank(desk)
  const clientId = await clientNamed(desk, '贺超文')
  const meetings = new URL(`#/client/${clientId}/meetings`, page.url()).href
  const current = async () => (await desk.encounter.list({ clientId, over: false }))[0]

  await lobbyGuest(page, meetings)
  expect(await current()).toMatchObject({ head: { source: 'lobby' } })
  await breakOff(page)

  await prepare(page, meetings)
  const id = (await current())?.id ?? 0
  await greet(page)
  await discover(page)
  await wantNothing(page)
  await sayGoodbye(page)

  const kept = async () =>
    Object.fromEntries((await desk.encounter.get({ id })).answers.map((line) => [line.field, line.value]))
  await expect.poll(kept).toMatchObject({
    proposal: '一半存定期，一半留活期',
    products: '一年期定期存款',
    checklist: 'card,leaflet',
    privacy: 'yes',
    opening: '骑车来的',
    interests: '骑车',
    personality: '自己拿主意',
    tendency: '不爱长期限',
    'other-banks': '城东银行三十万',
    liked: '到期会打电话',
    leads: '十二月发年终奖',
    areas: 'cash',
    focus: '随时能用',
    style: '求稳',
    measure: '比了两家的期限',
    opportunity: '三月定期到期',
    good: '听他说完',
    bad: '早点问期限',
    lesson: '先问什么时候用钱',
  })
  await press(page, '办结')
  await step(page, '办结')
  // What was written down stays readable when the meeting is over.
  for (const words of ['比了两家的期限', '三月定期到期', '先问什么时候用钱'])
    await expect(page.getByText(words)).toBeVisible()

  await page.goto(new URL(`#/client/${clientId}/identity`, page.url()).href)
  const types = page.getByRole('table', { name: '类型变化' })
  await expect(types.getByRole('row').filter({ hasText: '待争取优质客户' })).toContainText(
    '主要的钱在城东银行',
  )
})
