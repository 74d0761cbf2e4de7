import type { Page } from '@playwright/test'

import { takeInBank } from './support/bank.ts'
import { deskOf } from './support/desk-of.ts'
import { lockScreen } from './support/enter.ts'
import {
  byPassphrase,
  choose,
  colleagues,
  comeBack,
  ctrlL,
  feng,
  li,
  morning,
  on,
  pinField,
  place,
  setPinOnScreen,
  takeSeat,
  wu,
  zhao,
  zhou,
} from './support/five-people.ts'
import { hireAll } from './support/hired.ts'
import { expectAccessible, keepPicture } from './support/look.ts'
import { expect, test } from './support/test.ts'

// Story S9, its Friday: five people with five duties at one PC, from the first passphrase to five wrong PINs.

test.use({ at: '2026-11-27T08:10:00+08:00' })
test.setTimeout(180_000)

const client = '贺超文'
const half = '想给孙子'

const search = (page: Page) => page.getByRole('combobox', { name: '找客户' })
const requests = (page: Page) => page.getByRole('table', { name: '调阅申请' }).getByRole('row')

/** Nothing of the meeting that waits: on the page, in the title, or left in the search. */
const expectNothingOfIt = async (page: Page): Promise<void> => {
  const shown = await page.content()
  for (const secret of [client, half]) expect(shown).not.toContain(secret)
  expect(await page.title()).toBe('知音')
}

const openSearch = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+k')
  await expect(search(page)).toHaveValue('')
  await expectNothingOfIt(page)
}

const find = async (page: Page, name: string): Promise<void> => {
  await page.keyboard.type(name)
  await expect(page.getByRole('listbox', { name: '找客户' }).getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
}

/** What she came for: one dossier of the cabinet, asked for by one line. */
const askForDossier = async (page: Page, name: string): Promise<void> => {
  await openSearch(page)
  await find(page, name)
  await page.getByRole('button', { name: '申请调阅' }).click()
  await page.getByLabel('事由').fill('客户要换证件')
  await page.getByRole('dialog').getByRole('button', { name: '申请调阅' }).click()
  await expect(page.getByText('待审批')).toBeVisible()
}

const openRequests = async (page: Page): Promise<void> => {
  await place(page).getByRole('link', { name: '档案室' }).click()
  await page.getByRole('tab', { name: '取出与调阅' }).click()
  await expect(page.getByRole('table', { name: '调阅申请' })).toBeVisible()
}

/** He looks his client up, meets him, and is called away in the middle of a sentence. */
const beginMeeting = async (page: Page): Promise<void> => {
  await openSearch(page)
  await find(page, client)
  await page.getByRole('button', { name: '开始会面' }).click()
  await page.getByRole('button', { name: '证件尾号（4位）' }).click()
  await page.getByLabel('证件尾号（4位）').last().fill('4474')
  await page.getByRole('button', { name: '核对', exact: true }).click()
  await page.getByLabel('来意').fill('谈谈孩子')
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByLabel('客户原话').fill(half)
  await page.getByLabel('客户原话').press('End')
}

test('five people share one PC, and each comes back to his own half sentence (story S9)', async ({
  page,
  preview,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await hireAll(preview, on('08:00:00'), colleagues, zhou)
  await page.reload()
  await byPassphrase(page, zhou)
  const first = await deskOf(page)
  await takeInBank(first)
  const owner = (await first.staff.list()).find(({ name }) => name === '赵理财')
  await first.custody.book({ ownerId: owner?.id ?? null, place: 'A-1' })
  const { rows } = await first.client.list({ owner: owner?.id ?? 'all' })
  const [wanted, other] = rows
  if (!wanted || !other) throw new Error('the cabinet is empty')
  await lockScreen(page)

  for (const [who, from, until] of morning) {
    preview.setClock(on(`${from}:00`))
    await byPassphrase(page, who)
    await setPinOnScreen(page, who, until)
    // 赵 asked for a dossier of his own accord; it is nobody's business but the keeper's and the supervisor's.
    if (who === zhao) {
      const his = { clientId: other.id, purpose: '核对家庭信息', dueDay: '2026-11-27', dueClock: '17:00' }
      await (await deskOf(page)).custody.ask(his)
    }
    await ctrlL(page)
  }
  // 周敏 has no quick door: the passphrase is asked.
  await choose(page, zhou)
  await expect(page.getByLabel('口令', { exact: true })).toBeFocused()

  // The keyboard alone picks the person: the arrows, or the letter the name begins with.
  await page.keyboard.press('ArrowUp')
  await expect(page.getByRole('heading', { name: feng.name })).toBeVisible()
  await expect(pinField(page)).toBeFocused()
  await page.keyboard.press('l')
  await expect(page.getByRole('heading', { name: li.name })).toBeVisible()
  await expectAccessible(page)
  await keepPicture(page, 's9-door')

  preview.setClock(on('09:30:00'))
  await comeBack(page, li, place(page))
  await beginMeeting(page)

  // 09:41. 吴倩 needs one row, 冯岚 and 赵 sit down for a moment, and 李 goes on in the middle of his sentence.
  const settings = page.getByRole('heading', { name: '设置' })
  const words = page.getByLabel('客户原话')
  const figures = [await takeSeat(page, wu, 'w', settings)]
  await expectNothingOfIt(page)
  await askForDossier(page, wanted.name)
  await openRequests(page)
  await expect(requests(page)).toHaveCount(2)
  await expect(requests(page).nth(1)).toContainText(wanted.name)
  await expect(requests(page).nth(1)).toContainText(wu.name)
  await keepPicture(page, 's9-one-row')
  figures.push(await takeSeat(page, feng, 'f', settings))
  await expectNothingOfIt(page)
  await openRequests(page)
  await expect(requests(page)).toHaveCount(3)
  await expect(page.locator('main')).not.toContainText(wanted.name)
  figures.push(await takeSeat(page, zhao, 'ArrowUp', settings))
  await openSearch(page)
  expect(await page.content()).not.toContain(wanted.name)
  await page.keyboard.press('Escape')
  figures.push(await takeSeat(page, li, 'l', words))
  await expect(words).toHaveValue(half)
  await expect(words).toBeFocused()
  console.log(`switching, door + after the last digit: ${figures.join(', ')}`)

  // 09:50. What the client reads is not locked away while he reads; nothing else opens over it.
  await ctrlL(page)
  preview.setClock(on('09:50:00'))
  await comeBack(page, li, words)
  await page.keyboard.press('F9')
  const face = page.getByRole('heading', { name: /贺先生/ })
  await expect(face).toBeVisible()
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog')).toBeHidden()
  preview.setClock(on('10:02:00'))
  await page.waitForTimeout(1500)
  await expect(face).toBeVisible()

  // After twenty minutes the neutral cover, and after a key what was there; a minute later the lock.
  preview.setClock(on('10:10:20'))
  const cover = page.getByRole('heading', { name: '知音', exact: true })
  await expect(cover).toBeVisible()
  expect(await page.content()).not.toContain('贺')
  expect(await page.title()).toBe('知音')
  await keepPicture(page, 's9-cover')
  await page.keyboard.press('Space')
  await expect(face).toBeVisible()
  preview.setClock(on('10:30:45'))
  await expect(cover).toBeVisible()
  preview.setClock(on('10:31:55'))
  await expect(page.getByText('谁在用这台电脑')).toBeVisible()
  expect(await page.content()).not.toContain('贺')
  expect(await page.title()).toBe('知音')

  // The way back of the browser leads to nobody's place.
  await choose(page, wu)
  await comeBack(page, wu, requests(page).first())
  await page.goBack()
  await expect(place(page)).toBeVisible()
  expect(page.url()).not.toContain('encounter')

  // Five wrong PINs: the quick door closes, the passphrase opens.
  await ctrlL(page)
  await choose(page, zhao)
  for (const left of [4, 3, 2, 1]) {
    await page.keyboard.type('864197')
    await expect(page.getByText(`还可以试${left}次`)).toBeVisible()
    await expect(pinField(page)).toHaveValue('')
  }
  await page.keyboard.type('864197')
  await expect(page.getByText('快捷密码已停用')).toBeVisible()
  await page.getByLabel('口令', { exact: true }).fill(zhao.passphrase)
  await page.keyboard.press('Enter')
  await expect(place(page)).toBeVisible()
})
