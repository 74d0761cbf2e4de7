import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { fail, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import { writeDurably } from './durable-file.ts'
import { renamePatiently } from './patience.ts'

const entrySchema = z.object({ count: z.int().min(0), until: z.int() })
type Entry = z.infer<typeof entrySchema>

// A map, because a name may be typed by anybody: on a plain object `constructor` would find something.
type Book = ReadonlyMap<string, Entry>

const longestWait = 300
const longestCount = 10

/** 1, 2, 4 … 300 seconds. It grows, but never locks anybody out for good. */
export const waitAfter = (count: number): number => (count <= 0 ? 0 : Math.min(2 ** (count - 1), longestWait))

/** The line that counts for every slot: written when the book could not be read any more. */
const everybody = '*'

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT'

const parseBook = (text: string): Book => {
  const parsed: unknown = JSON.parse(text)
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) throw new Error('no book')
  return new Map(Object.entries(parsed).map(([slotId, entry]) => [slotId, entrySchema.parse(entry)]))
}

/**
 * What was counted is lost with an unreadable book, so everybody waits the longest once instead of not at all. Whoever
 * can spoil this file can also delete it: it slows guessing at the screen, the KDF slows the rest.
 */
const readBook = (path: string, now: number): Book => {
  try {
    return parseBook(readFileSync(path, 'utf8'))
  } catch (error) {
    if (isMissing(error)) return new Map()
    const fresh = new Map([[everybody, { count: longestCount, until: now + longestWait * 1000 }]])
    writeBook(path, fresh)
    return fresh
  }
}

const writeBook = (path: string, book: Book): void => {
  writeDurably(`${path}.new`, Buffer.from(JSON.stringify(Object.fromEntries(book))))
  renamePatiently(`${path}.new`, path)
}

const secondsOf = (entry: Entry | undefined, now: number): number => {
  if (!entry) return 0
  const waiting = Math.ceil((entry.until - now) / 1000)
  return Math.max(0, Math.min(waiting, waitAfter(entry.count)))
}

const longestOf = (book: Book, slotId: string, now: number): number =>
  Math.max(secondsOf(book.get(slotId), now), secondsOf(book.get(everybody), now))

/** Whole seconds until this slot may be tried again; 0 means now. */
export const secondsToWait = (path: string, slotId: string, now: number): number =>
  longestOf(readBook(path, now), slotId, now)

const refusal = (waitSeconds: number): Result<never> => fail({ code: 'wrong-passphrase', waitSeconds })

// A clock that was set back must not stretch a wait: it starts again from here, once.
const shortened = (entry: Entry, now: number): Entry => ({
  ...entry,
  until: Math.min(entry.until, now + waitAfter(entry.count) * 1000),
})

const withEntry = (book: Book, slotId: string, entry: Entry | undefined): Book => {
  const next = new Map(book)
  if (entry) next.set(slotId, entry)
  else next.delete(slotId)
  return next
}

type Charged = { readonly before: Entry | undefined; readonly count: number }

/**
 * Counts an attempt before it is made, so that pulling the plug doesn't buy a free one. Refused while the wait of the
 * last one runs; the slot is then not tried at all.
 */
const chargeAttempt = (path: string, slotId: string, now: number): Result<Charged> => {
  const book = readBook(path, now)
  const before = book.get(slotId)
  const waiting = longestOf(book, slotId, now)
  if (waiting > 0) {
    const mended = new Map([...book].map(([name, entry]) => [name, shortened(entry, now)]))
    if ([...mended].some(([name, { until }]) => until !== book.get(name)?.until)) writeBook(path, mended)
    return refusal(waiting)
  }
  const count = (before?.count ?? 0) + 1
  const entry = { count, until: now + waitAfter(count) * 1000 }
  writeBook(path, withEntry(withEntry(book, everybody, undefined), slotId, entry))
  return ok({ before, count })
}

/**
 * Tries a passphrase under the growing wait, which survives a restart. Success clears the count; a refusal for another
 * reason than a wrong passphrase leaves it as it was, because nothing was guessed.
 */
export const tryWithWait = async <T>(
  place: { readonly path: string; readonly slotId: string; readonly now: number },
  attempt: () => Promise<Result<T>>,
): Promise<Result<T>> => {
  const { path, slotId, now } = place
  const charged = chargeAttempt(path, slotId, now)
  if (!charged.ok) return charged
  const answer = await attempt()
  if (!answer.ok && answer.failure.code === 'wrong-passphrase') return refusal(waitAfter(charged.value.count))
  const entry = answer.ok ? undefined : charged.value.before
  writeBook(path, withEntry(readBook(path, now), slotId, entry))
  return answer
}

/** A new passphrase begins without the waits its predecessor earned. */
export const forgetAttempts = (path: string, slotId: string, now: number): void => {
  const book = readBook(path, now)
  if (book.has(slotId)) writeBook(path, withEntry(book, slotId, undefined))
}
