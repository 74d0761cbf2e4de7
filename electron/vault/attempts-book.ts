import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { writeDurably } from './durable-file.ts'
import { renamePatiently } from './patience.ts'

/** Wrong tries at one door since they were last written into the audit chain: how many, the first and the last. */
const refusedSchema = z.object({ tries: z.int().min(0), first: z.int(), last: z.int() })
export type Refused = z.infer<typeof refusedSchema>

const entrySchema = z.object({
  count: z.int().min(0),
  until: z.int(),
  refused: refusedSchema.optional(),
  /** What is on its way into the chain: never changed any more, so that it can be recognised there. */
  handed: z.array(refusedSchema).optional(),
})
export type Entry = z.infer<typeof entrySchema>

// A map, because a name may be typed by anybody: on a plain object `constructor` would find something.
export type Book = ReadonlyMap<string, Entry>

export const longestWait = 300
const longestCount = 10

/** The line that counts for every slot: written when the book could not be read any more. */
export const everybody = '*'

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT'

const parseBook = (text: string): Book => {
  const parsed: unknown = JSON.parse(text)
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) throw new Error('no book')
  return new Map(Object.entries(parsed).map(([slotId, entry]) => [slotId, entrySchema.parse(entry)]))
}

/**
 * What was counted is lost with an unreadable book, so everybody waits the longest once instead of not at all, and that
 * it was unreadable goes into the chain. Whoever can spoil this file can also delete it: it slows guessing at the screen,
 * the KDF slows the rest.
 */
export const readBook = (path: string, now: number): Book => {
  try {
    return parseBook(readFileSync(path, 'utf8'))
  } catch (error) {
    if (isMissing(error)) return new Map()
    const refused = { tries: 0, first: now, last: now }
    const fresh = new Map([[everybody, { count: longestCount, until: now + longestWait * 1000, refused }]])
    writeBook(path, fresh)
    return fresh
  }
}

export const writeBook = (path: string, book: Book): void => {
  writeDurably(`${path}.new`, Buffer.from(JSON.stringify(Object.fromEntries(book))))
  renamePatiently(`${path}.new`, path)
}

export const withEntry = (book: Book, slotId: string, entry: Entry | undefined): Book => {
  const next = new Map(book)
  if (entry) next.set(slotId, entry)
  else next.delete(slotId)
  return next
}

/** Without the wait; what is still to be written into the chain stays. */
export const withoutWait = (entry: Entry | undefined): Entry | undefined =>
  entry?.refused || entry?.handed ? { ...entry, count: 0, until: 0 } : undefined

const oneMore = (before: Refused | undefined, now: number): Refused => ({
  tries: (before?.tries ?? 0) + 1,
  first: before?.first ?? now,
  last: now,
})

/** One wrong try more, with the wait it costs. */
export const charged = (
  before: Entry | undefined,
  waitAfter: (count: number) => number,
  now: number,
): Entry => {
  const count = (before?.count ?? 0) + 1
  return { ...before, count, until: now + waitAfter(count) * 1000, refused: oneMore(before?.refused, now) }
}
