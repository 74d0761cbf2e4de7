import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { expect, realElectron, test, whyNot } from '../support/electron-app.ts'

// The bank's work in the real binary: paper, a meeting's step, and the desk's own machinery under BoringSSL.

type Shell = { readonly zhiyin: { readonly pdf: (job: string) => Promise<Blob> } }

// Skipped, with the reason in the report, only where the binary is not there; hosted runners have it and run them.
test.beforeEach(() => test.skip(whyNot !== null, `real-electron: ${whyNot}`))
test.setTimeout(180_000)

const openSample = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: '打开样例账簿' }).click()
  await expect(page.getByRole('navigation', { name: '主菜单' })).toBeVisible()
}

const openClient = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('link', { name: '客户', exact: true }).first().click()
  const list = page.getByRole('table', { name: '客户', exact: true })
  await list.getByRole('row').filter({ hasText: name }).getByRole('button').click()
}

test('one step of a meeting is taken and kept', realElectron, async ({ window }) => {
  await openSample(window)
  await openClient(window, '陈知远')
  await window.getByRole('button', { name: '开始会面' }).first().click()
  await expect(window.getByRole('heading', { name: '接待', level: 1 })).toBeVisible()
  await window.reload()
  await expect(window.getByRole('heading', { name: '接待', level: 1 })).toBeVisible()
})

test('a sheet becomes a PDF in a window without script', realElectron, async ({ window }) => {
  await openSample(window)
  await openClient(window, '陈知远')
  await window.getByRole('tab', { name: '财务' }).click()
  await window.getByRole('group', { name: '谁会看到' }).getByRole('button', { name: '陈知远' }).click()
  await window.getByRole('button', { name: '打印报告' }).click()
  await expect(window.getByRole('img', { name: /报告预览 1/ })).toBeVisible({ timeout: 60_000 })
})

test('a job that does not exist becomes no paper', realElectron, async ({ window }) => {
  await openSample(window)
  const answer = await window.evaluate(() =>
    (globalThis as unknown as Shell).zhiyin.pdf('no-such-job').then(
      () => 'a sheet',
      () => 'none',
    ),
  )
  expect(answer).toBe('none')
})

test('a backup runs in the desk’s job thread', realElectron, async ({ window }) => {
  await openSample(window)
  await window.getByRole('link', { name: '设置', exact: true }).click()
  await window.getByRole('button', { name: '现在备份' }).click()
  await expect(window.getByRole('button', { name: '正在备份…' })).toBeHidden({ timeout: 60_000 })
})

test(
  'keys, ciphers, Argon2 and threads are there in a process like the desk’s',
  realElectron,
  async ({ app }) => {
    const probe = fileURLToPath(new URL('../support/desk-probe.mjs', import.meta.url))
    const answers = await app.evaluate(
      ({ utilityProcess }, file) =>
        new Promise((resolve) => {
          const child = utilityProcess.fork(file)
          child.once('message', resolve)
        }),
      probe,
    )
    expect(answers).toEqual({
      ecdh: true,
      hkdf: '271bb05c4ad18839',
      gcm: 'zhiyin',
      argon2: '722ff708347bf94a06f0f603774bf7f83da78870596e6ff650968daf2f2e2bf6',
      thread: 'a thread',
      database: 'opened',
    })
  },
)
