import { spawnSync } from 'node:child_process'
import { cpSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { spoilPage } from '../support/damage.ts'
import { takeInBank } from './support/bank.ts'
import { deskOf, enterQuickly } from './support/desk-of.ts'
import { firstPerson, lockScreen, unlockScreen } from './support/enter.ts'
import { expectAccessible } from './support/look.ts'
import type { Preview } from './support/preview.ts'
import { expect, test } from './support/test.ts'

const program = fileURLToPath(new URL('../../electron/desk/vault-cli.ts', import.meta.url))

type Told = {
  readonly ok: boolean
  readonly value: { readonly tables: readonly { readonly lost: string }[] }
}

/** The vault of this folder, with one page spoilt that held something, salvaged and put in its own place. */
const salvageInPlace = ({ dataFolder }: Preview): void => {
  const [kept, into] = [`${dataFolder}-kept`, `${dataFolder}-saved`]
  cpSync(dataFolder, kept, { recursive: true })
  const pages = statSync(join(dataFolder, 'vault', 'vault.db')).size / 4096
  for (let page = pages - 2; page > 2; page -= 5) {
    spoilPage(join(dataFolder, 'vault'), page)
    const words = [program, 'salvage', '--data', dataFolder, '--into', into]
    const input = JSON.stringify({ passphrase: firstPerson.passphrase })
    const ran = spawnSync(process.execPath, words, { input })
    const told = ran.status === 0 ? (JSON.parse(ran.stdout.toString()) as Told) : undefined
    rmSync(dataFolder, { recursive: true })
    if (told?.value.tables.some(({ lost }) => /\d/.test(lost)) === true) break
    rmSync(into, { recursive: true, force: true })
    cpSync(kept, dataFolder, { recursive: true })
  }
  renameSync(into, dataFolder)
  rmSync(kept, { recursive: true })
}

/** The check that follows every unlock, here asked for: it tells what it found when it ends. */
const check = async (page: Page): Promise<void> => {
  const desk = await deskOf(page)
  const { jobId } = await desk.audit.verify()
  await expect.poll(async () => (await desk.job.state({ id: jobId })).state).toBe('done')
}

test('whoever unlocks a salvaged vault is told that something was lost, until the head says that he knows', async ({
  page,
  preview,
}) => {
  await enterQuickly(page)
  await takeInBank(await deskOf(page))
  await preview.whileStopped(() => salvageInPlace(preview))
  const loss = page.getByRole('status').filter({ hasText: '这个保险库是抢救出来的' })
  await page.goto(preview.url())
  await unlockScreen(page)
  await check(page)
  await expect(loss).toBeVisible()
  await expectAccessible(page)
  await lockScreen(page)
  await unlockScreen(page)
  await check(page)
  await loss.getByRole('button', { name: '已知悉，不再提示' }).click()
  await expect(loss).toBeHidden()
  const lines = await (await deskOf(page)).audit.list({ before: null, limit: 20 })
  expect(lines.map(({ action }) => action)).toContain('salvage.acknowledged')
  await lockScreen(page)
  await unlockScreen(page)
  await check(page)
  const { notices } = await (await deskOf(page)).notice.next({ after: 0, waitMs: 0 })
  expect(notices.find(({ kind }) => kind === 'verdict')).toMatchObject({ salvage: null })
  await expect(loss).toBeHidden()
})
