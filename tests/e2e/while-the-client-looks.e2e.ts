import type { Page, Response } from '@playwright/test'
import { deskOf } from './support/desk-of.ts'
import { expectAccessible } from './support/look.ts'
import { expect, test } from './support/test.ts'

// What stands on the screen is judged again: by what its readers may still see, and by who looks at it.

test.use({ at: '2026-11-25T09:00:00+08:00' })

const picture = async (page: Page, name: string): Promise<void> => {
  const folder = process.env['ZHIYIN_LOOK']
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png` })
}

const go = (page: Page, route: string): Promise<void> =>
  page.evaluate((to) => void (location.hash = to), `#${route}`)

/** The sample book, opened at its door, and who is looked for in it. */
const openSampleAt = async (page: Page, q: string) => {
  await page.getByRole('button', { name: '打开样例账簿' }).click()
  await expect(page.getByRole('navigation', { name: '主菜单' })).toBeVisible()
  const desk = await deskOf(page)
  const { rows } = await desk.search.find({ q })
  return { desk, clientId: rows[0]?.id ?? 0 }
}

test('a preview goes when a consent does, and an internal form waits while the client looks at the screen', async ({
  page,
  context,
}) => {
  const { desk, clientId } = await openSampleAt(page, '陈知远')
  const home = await desk.household.get({ clientId })
  const he = home?.selfId ?? 0
  const she = home?.members.find(({ relation }) => relation === 'wife')?.id ?? 0
  const reach = { kind: 'named' as const, members: [she] }
  const f40 = { bank: true, figureIds: [], paper: 'F40-9', signedOn: '2026-11-25' }
  const { id } = await desk.consent.record({ clientId, memberId: he, reach, ...f40 })

  // The report for both of them stands on the screen when he takes his consent back.
  await go(page, `/client/${clientId}/money`)
  const readers = page.getByRole('group', { name: '谁会看到' })
  await readers
    .getByRole('button', { name: home?.members.find((each) => each.id === she)?.name ?? '' })
    .click()
  await page.getByRole('button', { name: '打印报告' }).click()
  await expect(page.getByRole('img', { name: /报告预览 1/ })).toBeVisible({ timeout: 20_000 })
  await desk.consent.withdraw({ clientId, id })
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('alert')).toContainText('变了')
  await expect(page.getByRole('img', { name: /报告预览/ })).toHaveCount(0)
  await expect(dialog.getByRole('button', { name: '打印', exact: true })).toBeDisabled()
  await expectAccessible(page)
  await picture(page, 'preview-changed')
  await dialog.getByRole('button', { name: '重新预览' }).click()
  await expect(page.getByRole('img', { name: /报告预览 1/ })).toBeVisible({ timeout: 20_000 })
  await expect(dialog.getByRole('alert')).toHaveCount(0)
  await dialog.getByRole('button', { name: '关闭' }).click()

  // Another window shows the client's face; the register of the cabinets is not for his eyes.
  const { id: meeting } = await desk.encounter.start({
    clientId,
    source: 'walk-in',
    appointment: null,
    present: [],
    continues: null,
  })
  await go(page, '/archive/register')
  const facing = await context.newPage()
  await facing.goto(new URL(`/#/encounter/${meeting}/face`, page.url()).href)
  await expect(facing.getByRole('heading', { name: /陈先生/ })).toBeVisible()
  await page.bringToFront()
  await page.getByRole('button', { name: '打印登记簿' }).click()
  await expect(dialog.getByRole('alert')).toContainText('客户正在看屏幕')
  await expect(dialog.getByRole('button', { name: '打印', exact: true })).toBeDisabled()
  await expectAccessible(page)
  await picture(page, 'form-while-facing')

  await facing.bringToFront()
  await facing.keyboard.down('F9')
  await expect(facing).not.toHaveURL(/face$/)
  await facing.close()
  await page.bringToFront()
  await dialog.getByRole('button', { name: '重新预览' }).click()
  await expect(dialog.getByRole('img', { name: / 1$/ })).toBeVisible({ timeout: 20_000 })
})

test('a client’s face that is refused when it asks again shows nothing of him any longer', async ({
  page,
  context,
}) => {
  const { desk, clientId } = await openSampleAt(page, '陈知远')
  const visit = { source: 'walk-in' as const, appointment: null, present: [], continues: null }
  const { id: meeting } = await desk.encounter.start({ clientId, ...visit })
  const facing = await context.newPage()
  await facing.goto(new URL(`/#/encounter/${meeting}/face`, page.url()).href)
  const greeting = facing.getByRole('heading', { name: /陈先生/ })
  await expect(greeting).toBeVisible()
  // From here on it asks for a meeting that is not there, and the desk says so.
  const nowhere = 999_999
  await facing.route('**/rpc/encounter/face', (route) => {
    const asked = route.request().postData() ?? ''
    return route.continue({ postData: asked.replace(`"id":${meeting}`, `"id":${nowhere}`) })
  })
  const isRefused = (answer: Response): boolean =>
    answer.url().endsWith('/rpc/encounter/face') && answer.status() === 409
  await facing.waitForResponse(isRefused, { timeout: 40_000 })
  await expect(greeting).toHaveCount(0)
  await facing.close()
})
