import type { Page } from '@playwright/test'
import { deskOf } from './support/desk-of.ts'
import { expectAccessible } from './support/look.ts'
import { expect, test } from './support/test.ts'

// Every place of the spine, on the sample book, as a newcomer, a screen reader and weak eyes meet it.

test.use({ at: '2026-11-25T09:00:00+08:00' })

const places = async (page: Page): Promise<readonly string[]> => {
  const desk = await deskOf(page)
  const { rows } = await desk.client.list({})
  const id = rows.find((row) => row.name === '陈知远')?.id ?? 0
  const walkIn = { source: 'walk-in' as const, appointment: null, present: [], continues: null }
  const meeting = (await desk.encounter.start({ ...walkIn, clientId: id })).id
  return [
    '/client',
    `/client/${id}`,
    `/client/${id}/household`,
    `/client/${id}/money`,
    `/client/${id}/meetings`,
    `/client/${id}/identity`,
    '/intake',
    '/intake/client-book',
    '/product',
    '/encounter',
    `/encounter/${meeting}`,
    `/encounter/${meeting}/face`,
    '/report',
    '/archive',
    '/archive/loan',
    '/archive/register',
    '/settings',
    '/staff',
    '/setup',
  ]
}

// The page has drawn what the desk answered: its words are the same twice in a row.
const settled = async (page: Page): Promise<void> => {
  let before = ''
  await expect
    .poll(async () => {
      const words = await page.locator('body').innerText()
      const same = words === before && words !== ''
      before = words
      return same
    })
    .toBe(true)
}

const visit = async (page: Page, place: string): Promise<void> => {
  await page.evaluate((path) => {
    location.hash = `#${path}`
  }, place)
  await expect(page.locator('main').first()).toBeVisible()
  await settled(page)
}

/** A text key that reached the screen instead of its words. */
const keys = /\b[a-z][a-zA-Z]+\.[a-z][\w-]*(?:\.[a-zA-Z][\w-]*)+\b/

const isWideEnough = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth + 1)

const walkAll = async (page: Page, check: (place: string) => Promise<void>): Promise<void> => {
  for (const place of await places(page)) {
    await visit(page, place)
    await test.step(place, () => check(place))
  }
}

const openSample = async (page: Page, language: 'zh-CN' | 'en'): Promise<void> => {
  const desk = await deskOf(page)
  await desk.session.setLanguage({ language })
  await desk.session.openSample()
  await page.reload()
  await expect(page.getByRole('navigation').first()).toBeVisible()
}

test('every place in Chinese is readable by all, and no word of it is missing', async ({ page }) => {
  test.setTimeout(180_000)
  await openSample(page, 'zh-CN')
  await walkAll(page, async () => {
    await expectAccessible(page)
    const words = await page.locator('body').innerText()
    expect(words).not.toMatch(keys)
    const controls = await page.locator('button, label, h1, h2, h3, th, [role="tab"]').allInnerTexts()
    const foreign = controls.filter((text) => /[A-Za-z]{3,}/.test(text.replaceAll(/English|Ctrl/g, '')))
    expect(foreign).toEqual([])
    expect(await page.title()).toBe('知音')
  })
})

test('every place in English is readable by all, and no word of it is left in Chinese', async ({ page }) => {
  test.setTimeout(180_000)
  await openSample(page, 'en')
  await walkAll(page, async (place) => {
    await expectAccessible(page)
    expect(await page.locator('body').innerText()).not.toMatch(keys)
    const controls = await page.locator('button, label, h1, h2, h3, th, [role="tab"]').allInnerTexts()
    const names = /陈知远|沈若溪|女儿安禾|陈老先生|陈老太太|林样|简体中文|知音|陈/g
    const foreign = controls.filter((text) => /\p{Script=Han}/u.test(text.replaceAll(names, '')))
    expect(foreign, place).toEqual([])
  })
})

test('at 200 % every place stacks into one column and nothing is cut off at the side', async ({ page }) => {
  test.setTimeout(120_000)
  await openSample(page, 'zh-CN')
  await page.setViewportSize({ width: 683, height: 384 })
  await walkAll(page, async (place) => {
    expect(await isWideEnough(page), place).toBe(true)
  })
})
