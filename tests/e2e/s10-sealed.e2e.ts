import type { Page } from '@playwright/test'
import { deskOf } from './support/desk-of.ts'
import { expectAccessible, keepPicture } from './support/look.ts'
import type { Person } from './support/people.ts'
import { prepareBranch } from './support/staffed.ts'
import { expect, test } from './support/test.ts'

test.use({ at: '2026-11-25T09:00:00+08:00' })
test.setTimeout(120_000)

const unlockAs = async (page: Page, { name, passphrase }: Person): Promise<void> => {
  await page.getByRole('button', { name, exact: true }).click()
  await page.getByLabel('口令', { exact: true }).fill(passphrase)
  await page.getByRole('button', { name: '解锁' }).click()
  await expect(page.getByRole('navigation', { name: '主菜单' })).toBeVisible()
}

const switchTo = async (page: Page, person: Person): Promise<void> => {
  await page.getByRole('button', { name: '锁屏' }).click()
  await unlockAs(page, person)
}

const openChen = async (page: Page): Promise<void> => {
  await page.goto(new URL('/#/client', page.url()).href)
  await page.getByRole('button', { name: '打开 陈知远' }).click()
  await expect(page.getByRole('heading', { name: '陈知远', exact: true })).toBeVisible()
}

const openSealed = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: '档案室' }).click()
  await page.getByRole('tab', { name: '封存' }).click()
}

test('a dossier is proposed by the manager, sealed by the keeper, seen as a stub by the head, and opened again', async ({
  page,
  preview,
}) => {
  const { head, manager, keeper } = await prepareBranch(
    preview,
    Date.parse('2026-11-25T08:00:00+08:00'),
    '2026-11-25',
  )
  // A backup from before: it will still hold what is sealed afterwards.
  await page.reload()
  await unlockAs(page, head)
  const desk = await deskOf(page)
  const { jobId } = await desk.backup.run()
  await expect.poll(async () => (await desk.job.state({ id: jobId })).state).toBe('done')
  preview.setClock('2026-11-25T09:10:00+08:00')
  await switchTo(page, manager)
  await openChen(page)
  await page.getByRole('tab', { name: '资料' }).click()
  await page.getByRole('button', { name: '提请封存' }).click()
  const asking = page.getByRole('dialog')
  await asking.getByLabel('原因').click()
  await page.getByRole('option', { name: '客户保密意愿' }).click()
  await keepPicture(page, 'seal-propose')
  await asking.getByRole('button', { name: '提请封存' }).click()
  await expect(page.getByText('已提请封存：客户保密意愿，李理财。等档案管理员办理。')).toBeVisible()
  await expect(page.getByRole('button', { name: '撤回提请' })).toBeVisible()
  await keepPicture(page, 'seal-waits')

  preview.setClock('2026-11-25T09:20:00+08:00')
  await switchTo(page, keeper)
  await openSealed(page)
  await expect(page.getByText('陈*远')).toBeVisible()
  await expectAccessible(page)
  await keepPicture(page, 'seal-list')
  await page.getByRole('button', { name: /^退回提请 陈\*远/ }).click()
  await page.getByLabel('退回的理由').fill('先把年底的对账办完')
  await expectAccessible(page)
  await keepPicture(page, 'seal-refuse')
  await page.getByRole('dialog').getByRole('button', { name: '取消', exact: true }).click()
  await page.getByRole('button', { name: /^封存 陈\*远/ }).click()
  const sealing = page.getByRole('dialog')
  await expect(sealing.getByText('有1份较早的备份还留着封存前的内容', { exact: false })).toBeVisible()
  await keepPicture(page, 'seal-run')
  await sealing.getByRole('button', { name: '封存', exact: true }).click()
  await expect(page.getByText('已封存：陈*远。')).toBeVisible()
  await page.getByLabel('按全名、客户号或档案号查找').fill('陈知远')
  await expect(page.getByRole('button', { name: /^启封 陈\*远/ })).toBeVisible()
  await keepPicture(page, 'seal-sealed')

  await page.getByRole('button', { name: /^封存证明 陈\*远/ }).click()
  const certificate = page.getByRole('dialog')
  await expect(certificate.locator('canvas').first()).toBeVisible({ timeout: 20_000 })
  await keepPicture(page, 'seal-certificate')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '申请清除旧备份' }).click()
  await expect(page.getByText('高档案申请清除旧备份，等负责人办理。')).toBeVisible()

  // The head: an emergency is looked at and left alone, the older backup goes.
  preview.setClock('2026-11-25T09:30:00+08:00')
  await switchTo(page, head)
  await openSealed(page)
  await page.getByRole('button', { name: /^紧急启封 陈\*远/ }).click()
  await page.getByLabel('启封的理由').fill('法院来函，档案管理员出差')
  await page.getByLabel('另一位在场的人').click()
  await page.getByRole('option', { name: manager.name }).click()
  await expect(page.getByRole('listbox')).toBeHidden()
  await expectAccessible(page)
  await keepPicture(page, 'seal-emergency')
  await page.getByRole('dialog').getByRole('button', { name: '取消', exact: true }).click()
  await page.getByRole('button', { name: '做新备份并删除旧备份' }).click()
  await expectAccessible(page)
  await keepPicture(page, 'seal-purge')
  await page.getByRole('dialog').getByRole('button', { name: '做新备份并删除旧备份' }).click()
  await expect(page.getByText('已做新备份，较早的备份已删去。', { exact: false })).toBeVisible({
    timeout: 30_000,
  })
  await page.goto(new URL('/#/client', page.url()).href)
  const row = page.getByRole('row').filter({ hasText: '陈*远' })
  await expect(row.getByText('档案已封存')).toBeVisible()
  await keepPicture(page, 'seal-client-list')
  await row.getByRole('button').click()
  await expect(page.getByText(/由高档案封存，原因：客户保密意愿/)).toBeVisible()
  await expect(page.getByText('陈知远')).toHaveCount(0)
  await expectAccessible(page)
  await keepPicture(page, 'seal-stub')

  await switchTo(page, keeper)
  await openSealed(page)
  await page.getByRole('button', { name: /^启封 陈\*远/ }).click()
  await page.getByLabel('启封的理由').fill('客户回来了')
  await page.getByRole('dialog').getByRole('button', { name: '启封', exact: true }).click()
  await expect(page.getByText('已启封：陈*远。')).toBeVisible()

  // Back from the seal it stands in the cabinet, and is taken out like any other.
  await switchTo(page, manager)
  await page.goto(new URL('/#/client', page.url()).href)
  await page.getByRole('button', { name: '打开 陈知远' }).click()
  await expect(page.getByText(/已入柜/).first()).toBeVisible()
})
