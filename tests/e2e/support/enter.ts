import { expect, type Page } from '@playwright/test'
import { firstPerson } from './people.ts'

export { firstPerson }

/** Fills the first page and stops at the recovery card, whose words it returns. */
export const makeVault = async (page: Page): Promise<readonly string[]> => {
  await page.getByLabel('银行').fill(firstPerson.bank)
  await page.getByLabel('网点').fill(firstPerson.branch)
  await page.getByLabel('您的姓名').fill(firstPerson.name)
  await page.getByLabel('口令', { exact: true }).fill(firstPerson.passphrase)
  await page.getByLabel('再输一次口令').fill(firstPerson.passphrase)
  await page.getByRole('button', { name: '建立保险库' }).click()
  return readCard(page)
}

export const readCard = async (page: Page): Promise<readonly string[]> => {
  await expect(page.getByRole('button', { name: '已收好，去核对' })).toBeVisible()
  return page.getByRole('list', { name: '二十四个字' }).locator('li > span:last-child').allTextContents()
}

/** Types the asked words back; the desk opens the branch's first page. */
export const confirmCard = async (page: Page, words: readonly string[]): Promise<void> => {
  await page.getByRole('button', { name: '已收好，去核对' }).click()
  for (const label of await page.getByText(/^第\d+个字$/).allTextContents()) {
    await page.getByLabel(label, { exact: true }).fill(words[Number(/\d+/.exec(label)?.[0]) - 1] ?? '')
  }
  await page.getByRole('button', { name: '核对并开始使用' }).click()
  await expect(page.getByRole('navigation', { name: '主菜单' })).toBeVisible()
}

/** From nothing to a desk that is open: the start of every other story. */
export const firstMorning = async (page: Page): Promise<void> => confirmCard(page, await makeVault(page))

export const lockScreen = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: '锁屏' }).click()
  await expect(page.getByRole('button', { name: '解锁' })).toBeVisible()
}

export const unlockScreen = async (page: Page, passphrase = firstPerson.passphrase): Promise<void> => {
  await page.getByLabel('口令', { exact: true }).fill(passphrase)
  await page.getByRole('button', { name: '解锁' }).click()
  await expect(page.getByRole('navigation', { name: '主菜单' })).toBeVisible()
}
