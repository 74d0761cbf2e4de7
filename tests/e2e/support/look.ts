import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { fileURLToPath } from 'node:url'

/** Nothing that keeps a person with a screen reader or weak eyes from working. */
export const expectAccessible = async (page: Page): Promise<void> => {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([])
}

/** Pictures of the real screens for docs/pictures, taken when asked for: `ZHIYIN_PICTURES=1`. */
export const keepPicture = async (page: Page, name: string): Promise<void> => {
  if (process.env['ZHIYIN_PICTURES'] !== '1') return
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({
    path: fileURLToPath(new URL(`../../../docs/pictures/${name}.png`, import.meta.url)),
  })
}
