import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { Browser } from './browser-window.ts'

const foundSchema = z.object({ path: z.string(), headlessOnly: z.boolean() }).nullable()

const finderSchema = z.object({
  findBrowser: z.custom<(root: string) => Promise<unknown>>((value) => typeof value === 'function'),
})

/** The starter's own finder, asked once. It is plain script, so its answer is checked like any foreign value. */
export const openBrowserFinder = (root: URL): (() => Promise<Browser | null>) => {
  const search = async (): Promise<Browser | null> => {
    const finder = finderSchema.parse(await import(new URL('scripts/browser.mjs', root).href))
    return foundSchema.parse(await finder.findBrowser(fileURLToPath(root)))
  }
  let found: Promise<Browser | null> | null = null
  return () => (found ??= search())
}
