import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { fileURLToPath } from 'node:url'

/** A button on its way from grey to blue is neither; colours are judged once nothing moves. Spinners never end. */
const stillness = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const nextFrame = () => new Promise((drawn) => requestAnimationFrame(drawn))
    const moving = () =>
      document
        .getAnimations()
        .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime ?? 0))
    await nextFrame()
    await nextFrame()
    while (moving().length > 0) {
      await Promise.allSettled(moving().map(({ finished }) => finished))
      await nextFrame()
    }
  })

/** Nothing that keeps a person with a screen reader or weak eyes from working. */
export const expectAccessible = async (page: Page): Promise<void> => {
  await stillness(page)
  const { violations } = await new AxeBuilder({ page }).analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([])
}

/** Writes one folder's name in place of another, in the text and in the fields of the page. */
const rename = (page: Page, from: string, to: string): Promise<void> =>
  page.evaluate(
    ([was, is]) => {
      const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      for (let node = words.nextNode(); node; node = words.nextNode())
        node.nodeValue = node.nodeValue?.replaceAll(was, is) ?? ''
      for (const input of document.querySelectorAll('input'))
        input.setAttribute('value', (input.value = input.value.replaceAll(was, is)))
    },
    [from, to] as const,
  )

/** What the folder beside the data folder is called in a picture, whatever this machine calls it. */
const pictured = 'E:\\知音备份'

/**
 * Pictures of the real screens for docs/pictures, taken when asked for: `ZHIYIN_PICTURES=1`. A folder of the machine that
 * takes them is in none: where one is shown, the picture names another.
 */
export const keepPicture = async (page: Page, name: string, folder = ''): Promise<void> => {
  if (process.env['ZHIYIN_PICTURES'] !== '1') return
  await page.evaluate(() => document.fonts.ready)
  await stillness(page)
  if (folder !== '') await rename(page, folder, pictured)
  await page.screenshot({
    path: fileURLToPath(new URL(`../../../docs/pictures/${name}.png`, import.meta.url)),
  })
  if (folder !== '') await rename(page, pictured, folder)
}

/** Everything one can click is reached by Tab alone (a group of choices is one stop), and shows its focus. */
export const expectReachable = async (page: Page): Promise<void> => {
  const clickable = 'a[href], button:not(:disabled), input:not(:disabled), textarea:not(:disabled)'
  const inGroup = '[role="group"] [tabindex="-1"]'
  const named = (elements: readonly Element[]) =>
    elements
      .filter((element) => element.checkVisibility() && !element.closest('[aria-hidden="true"]'))
      .map((element) => element.getAttribute('data-field') ?? element.textContent?.trim() ?? '')
  const wanted = await page.locator(`:is(${clickable}):not(${inGroup})`).evaluateAll(named)
  const reached = new Set<string>()
  // A list one can scroll is a stop of its own, and the first stop may be in the middle: twice round at the most.
  for (let step = 0; step < 2 * wanted.length + 20; step += 1) {
    if (wanted.every((name) => reached.has(name))) break
    await page.keyboard.press('Tab')
    const focus = await page.evaluate(() => {
      const element = document.activeElement
      if (!element || element === document.body) return null
      const framed = [element, element.closest('.MuiInputBase-root')].some(
        (each) => each && getComputedStyle(each).outlineStyle === 'solid',
      )
      return { name: element.getAttribute('data-field') ?? element.textContent?.trim() ?? '', framed }
    })
    if (!focus) continue
    expect(focus).toEqual({ name: focus.name, framed: true })
    reached.add(focus.name)
  }
  expect(wanted.filter((name) => !reached.has(name))).toEqual([])
}
