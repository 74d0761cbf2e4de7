import { readFileSync, renameSync } from 'node:fs'
import { z } from 'zod'
import { fail, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import { writeDurably } from './durable-file.ts'

const bookSchema = z.record(z.string(), z.object({ count: z.int().min(0), until: z.int() }))
type Book = z.infer<typeof bookSchema>

const longestWait = 300

/** 1, 2, 4 … 300 seconds. It grows, but never locks anybody out for good. */
export const waitAfter = (count: number): number => (count <= 0 ? 0 : Math.min(2 ** (count - 1), longestWait))

const readBook = (path: string): Book => {
  try {
    return bookSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    // Anyone who can edit this file can also delete it: it slows guessing at the screen, the KDF slows the rest.
    return {}
  }
}

const writeBook = (path: string, book: Book): void => {
  writeDurably(`${path}.new`, Buffer.from(JSON.stringify(book)))
  renameSync(`${path}.new`, path)
}

/** Whole seconds until this slot may be tried again; 0 means now. */
export const secondsToWait = (path: string, slotId: string, now: number): number => {
  const entry = readBook(path)[slotId]
  if (!entry) return 0
  const waiting = Math.ceil((entry.until - now) / 1000)
  return Math.max(0, Math.min(waiting, waitAfter(entry.count)))
}

const refusal = (waitSeconds: number): Result<never> => fail({ code: 'wrong-passphrase', waitSeconds })

/**
 * Counts an attempt before it is made, so that pulling the plug doesn't buy a free one. Refused while the wait of the
 * last one runs; the slot is then not tried at all.
 */
const chargeAttempt = (path: string, slotId: string, now: number): Result<number> => {
  const book = readBook(path)
  const entry = book[slotId] ?? { count: 0, until: 0 }
  const waiting = secondsToWait(path, slotId, now)
  if (waiting > 0) {
    // A clock that was set back must not stretch the wait: it starts again from here, once.
    const limit = now + waitAfter(entry.count) * 1000
    if (entry.until > limit) writeBook(path, { ...book, [slotId]: { ...entry, until: limit } })
    return refusal(waiting)
  }
  const count = entry.count + 1
  writeBook(path, { ...book, [slotId]: { count, until: now + waitAfter(count) * 1000 } })
  return ok(count)
}

const clearAttempts = (path: string, slotId: string): void => {
  const { [slotId]: _done, ...rest } = readBook(path)
  writeBook(path, rest)
}

/** Tries a passphrase under the growing wait, which survives a restart. Success clears the count. */
export const tryWithWait = async <T>(
  book: { readonly path: string; readonly slotId: string; readonly now: number },
  attempt: () => Promise<Result<T>>,
): Promise<Result<T>> => {
  const charged = chargeAttempt(book.path, book.slotId, book.now)
  if (!charged.ok) return charged
  const answer = await attempt()
  if (answer.ok) clearAttempts(book.path, book.slotId)
  if (answer.ok || answer.failure.code !== 'wrong-passphrase') return answer
  return refusal(waitAfter(charged.value))
}
