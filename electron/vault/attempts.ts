import { fail, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import { isOfTheDisk } from '../database/sqlite-failure.ts'
import {
  charged,
  everybody,
  foundNothing,
  foundRight,
  foundWrong,
  longestWait,
  readBook,
  withEntry,
  withoutWait,
  writeBook,
  type Book,
  type Charge,
  type Entry,
} from './attempts-book.ts'

/** 1, 2, 4 … 300 seconds. It grows, but never locks anybody out for good. */
export const waitAfter = (count: number): number => (count <= 0 ? 0 : Math.min(2 ** (count - 1), longestWait))

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

/**
 * Counts an attempt before it is made, so that pulling the plug doesn't buy a free one. Refused while the wait of the
 * last one runs; the slot is then not tried at all.
 */
const chargeAttempt = (path: string, slotId: string, now: number): Result<Charge> => {
  const book = readBook(path, now)
  const before = book.get(slotId)
  const waiting = longestOf(book, slotId, now)
  if (waiting > 0) {
    const mended = new Map([...book].map(([name, entry]) => [name, shortened(entry, now)]))
    if ([...mended].some(([name, { until }]) => until !== book.get(name)?.until)) writeBook(path, mended)
    return refusal(waiting)
  }
  const entry = charged(before, waitAfter, now)
  const all = withoutWait(book.get(everybody))
  writeBook(path, withEntry(withEntry(book, everybody, all), slotId, entry))
  return ok({ before, entry, now })
}

type Place = { readonly path: string; readonly slotId: string; readonly now: number }

type Found = (latest: Entry | undefined, charge: Charge) => Entry | undefined

const foundBy = (answer: Result<unknown>): Found => {
  if (answer.ok) return foundRight
  return answer.failure.code === 'wrong-passphrase' ? foundWrong : foundNothing
}

// Cut off before this, or where even the book's own place can't be written any more, the try stays one that was begun: it
// costs the same wait, and the chain does not call it a wrong passphrase. Whatever it was, the answer stands: what the
// right passphrase opened is neither kept from its person nor left in memory for nobody.
const note = ({ path, slotId, now }: Place, charge: Charge, found: Found): void => {
  try {
    const book = readBook(path, now)
    writeBook(path, withEntry(book, slotId, found(book.get(slotId), charge)))
  } catch (error) {
    if (!isOfTheDisk(error)) throw error
  }
}

/**
 * Tries a passphrase under the growing wait, which survives a restart. Success clears the count; a refusal for another
 * reason than a wrong passphrase leaves it as it was, because nothing was guessed.
 */
export const tryWithWait = async <T>(place: Place, attempt: () => Promise<Result<T>>): Promise<Result<T>> => {
  const { path, slotId, now } = place
  const counted = chargeAttempt(path, slotId, now)
  if (!counted.ok) return counted
  const answer = await attempt()
  const found = foundBy(answer)
  note(place, counted.value, found)
  return found === foundWrong ? refusal(waitAfter(counted.value.entry.count)) : answer
}

/** A new passphrase begins without the waits its predecessor earned. */
export const forgetAttempts = (path: string, slotId: string, now: number): void => {
  const book = readBook(path, now)
  if (book.has(slotId)) writeBook(path, withEntry(book, slotId, withoutWait(book.get(slotId))))
}
