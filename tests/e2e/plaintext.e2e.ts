import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findWords } from '../support/find-words.ts'
import { deskOf, enterQuickly } from './support/desk-of.ts'
import { firstPerson } from './support/enter.ts'
import { openOwnBrowser } from './support/own-browser.ts'
import { expect, test } from './support/test.ts'

const saved = '钟离未央'
const unsaved = '半句未存'

test('after a power cut no file on the disk shows what was on the screen', async ({ preview }) => {
  const temp = mkdtempSync(join(tmpdir(), 'plaintext-'))
  const { page, profile, kill9 } = await openOwnBrowser(preview.url(), temp)
  await enterQuickly(page)
  const desk = await deskOf(page)
  await desk.staff.add({ name: saved, post: '柜员' })
  await page.goto(new URL('/#/settings', page.url()).href)
  await page.reload()
  await expect(page.getByText(saved)).toBeVisible()
  await page.getByLabel('姓名', { exact: true }).fill(unsaved)
  await expect
    .poll(async () => (await desk.draft.list({ place: '/settings' })).map(({ value }) => value))
    .toContain(unsaved)
  await kill9()
  await preview.kill9()
  expect(readdirSync(profile).length).toBeGreaterThan(0)
  expect(findWords([preview.dataFolder, temp], [saved, unsaved, firstPerson.passphrase])).toEqual([])
  // The search itself works: a word written in clear is found.
  writeFileSync(join(profile, 'planted'), Buffer.from(`x${saved}`, 'utf16le'))
  expect(findWords([temp], [saved])).toHaveLength(1)
  rmSync(temp, { recursive: true, force: true })
})
