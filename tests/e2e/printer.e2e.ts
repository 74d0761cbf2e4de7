import type { Page } from '@playwright/test'
import { expectAccessible } from './support/look.ts'
import { expect, test } from './support/test.ts'

// The shell's printers in the print dialog. A browser has no shell, so its verbs are put in after the page is there.

test.use({ at: '2026-11-25T09:00:00+08:00' })

type Said = { said: unknown[] }

const putVerbsIn = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const said: unknown[] = []
    const zhiyin = {
      printers: async () => [
        { name: 'hp-1', label: '柜台打印机', isLast: false },
        { name: 'hp-2', label: '理财室打印机', isLast: true },
      ],
      pdf: async (job: string) => (await fetch(`/host/pdf/${job}`)).blob(),
      print: async (_job: string, printer?: string) => {
        said.push(printer ?? 'ask')
        return 'printed'
      },
    }
    Object.assign(globalThis, { zhiyin, said })
  })

test('the last printer is chosen already, another one or the system’s question is one choice away', async ({
  page,
}) => {
  await page.getByRole('button', { name: '打开样例账簿' }).click()
  await page.getByRole('link', { name: '客户', exact: true }).first().click()
  const list = page.getByRole('table', { name: '客户', exact: true })
  await list.getByRole('row').filter({ hasText: '陈知远' }).getByRole('button').click()
  await page.getByRole('tab', { name: '财务' }).click()
  await page.getByRole('group', { name: '谁会看到' }).getByRole('button', { name: '陈知远' }).click()
  await putVerbsIn(page)
  const print = async (printer: string | null): Promise<void> => {
    await page.getByRole('button', { name: '打印报告' }).click()
    const field = page.getByRole('combobox', { name: '打印机' })
    await expect(field).toHaveText('理财室打印机')
    if (printer !== null) {
      await field.click()
      await page.getByRole('option', { name: printer }).click()
    } else await expectAccessible(page)
    await page.getByRole('button', { name: '打印', exact: true }).click()
    await page.getByRole('button', { name: '已取件' }).click()
    await page.getByRole('button', { name: '关闭' }).click()
  }
  await print(null)
  await print('柜台打印机')
  await print('打印时再选')
  expect(await page.evaluate(() => (globalThis as unknown as Said).said)).toEqual(['hp-2', 'hp-1', 'ask'])
})
