import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { failureOfStorage } from '../database/sqlite-failure.ts'
import { overwriteDurably, writeDurably } from './durable-file.ts'
import { removePatiently, renamePatiently } from './patience.ts'

/** What happened at one door and is not in the audit chain yet: how often, first and last time. */
const talliedSchema = z.object({ times: z.int().min(0), first: z.int(), last: z.int() })
export type Tallied = z.infer<typeof talliedSchema>

/**
 * What is tallied at a door. `begun`: a passphrase was being tried when something cut it off, and nobody knows whether it
 * was the right one. `looked`: who read while nothing could be written. `turnedAway`: how often he was not let into a
 * dossier meanwhile; which one is not said here, where everybody can read it.
 */
export const tallyKinds = ['refused', 'begun', 'looked', 'turnedAway'] as const
export type TallyKind = (typeof tallyKinds)[number]

const entrySchema = z.object({
  count: z.int().min(0),
  until: z.int(),
  refused: talliedSchema.optional(),
  begun: talliedSchema.optional(),
  looked: talliedSchema.optional(),
  turnedAway: talliedSchema.optional(),
  /** What is on its way into the chain: never changed any more, so that it can be recognised there. */
  handed: z.array(talliedSchema.extend({ kind: z.enum(tallyKinds) })).optional(),
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
    const refused = { times: 0, first: now, last: now }
    const fresh = new Map([[everybody, { count: longestCount, until: now + longestWait * 1000, refused }]])
    writeBook(path, fresh)
    return fresh
  }
}

// Whole blocks, so that the book has its room on a disk that later takes nothing more.
const block = 4096

const bytesOf = (book: Book): Buffer => {
  const text = Buffer.from(JSON.stringify(Object.fromEntries(book)))
  return Buffer.concat([text], Math.ceil(text.length / block) * block).fill(0x20, text.length)
}

/**
 * On a full disk the book is written over in its place: a try that can't be counted is not made, and filling the disk
 * would else either shut everybody out or buy free tries. Cut off midway it can't be read, and everybody waits.
 */
export const writeBook = (path: string, book: Book): void => {
  const bytes = bytesOf(book)
  try {
    writeDurably(`${path}.new`, bytes)
    renamePatiently(`${path}.new`, path)
  } catch (error) {
    if (failureOfStorage(error)?.code !== 'disk-full' || !existsSync(path)) throw error
    removePatiently(`${path}.new`)
    overwriteDurably(path, bytes)
  }
}

/** The book has its place before the day on which the disk has none. */
export const keepBook = (path: string): void => {
  if (!existsSync(path)) writeBook(path, new Map())
}

export const withEntry = (book: Book, slotId: string, entry: Entry | undefined): Book => {
  const next = new Map(book)
  if (entry) next.set(slotId, entry)
  else next.delete(slotId)
  return next
}

/** Is something of this door not in the chain yet? */
export const isUnwritten = (entry: Entry): boolean =>
  entry.handed !== undefined || tallyKinds.some((kind) => entry[kind] !== undefined)

/** Without the wait; what is still to be written into the chain stays. */
export const withoutWait = (entry: Entry | undefined): Entry | undefined =>
  entry && isUnwritten(entry) ? { ...entry, count: 0, until: 0 } : undefined

export const oneMore = (before: Tallied | undefined, now: number): Tallied => ({
  times: (before?.times ?? 0) + 1,
  first: before?.first ?? now,
  last: now,
})

/** One try more, with the wait it costs if nothing better is heard of it. */
export const charged = (
  before: Entry | undefined,
  waitAfter: (count: number) => number,
  now: number,
): Entry => {
  const count = (before?.count ?? 0) + 1
  return { ...before, count, until: now + waitAfter(count) * 1000, begun: oneMore(before?.begun, now) }
}

/** The book as one try found it and left it, before it was made. */
export type Charge = { readonly before: Entry | undefined; readonly entry: Entry; readonly now: number }

// Who tried last before this one is known as long as nobody tried after it.
const oneLess = (begun: Tallied | undefined, { before, now }: Charge): Tallied | undefined => {
  if (!begun || begun.times <= 1) return undefined
  const times = begun.times - 1
  const last = begun.last === now ? (before?.begun?.last ?? begun.first) : begun.last
  return { times, first: times === 1 ? last : begun.first, last }
}

const withBegun = ({ begun: _ended, ...rest }: Entry, begun: Tallied | undefined): Entry =>
  begun ? { ...rest, begun } : rest

/**
 * The try has ended. What the book says by now is what counts: others may have been made at this door meanwhile, each
 * with a tally and a wait of its own.
 */
const ended = (latest: Entry | undefined, charge: Charge): Entry =>
  latest ? withBegun(latest, oneLess(latest.begun, charge)) : { count: 0, until: 0 }

/** It was a wrong one: it costs at least what it was charged, and whatever the others cost stays. */
export const foundWrong = (latest: Entry | undefined, charge: Charge): Entry => {
  const entry = ended(latest, charge)
  return {
    ...entry,
    count: Math.max(entry.count, charge.entry.count),
    until: Math.max(entry.until, charge.entry.until),
    refused: oneMore(entry.refused, charge.now),
  }
}

/** It was the right one: no more waits. */
export const foundRight = (latest: Entry | undefined, charge: Charge): Entry | undefined =>
  withoutWait(ended(latest, charge))

/** Nothing was guessed: it costs nothing, unless others were charged on top of it. */
export const foundNothing = (latest: Entry | undefined, charge: Charge): Entry | undefined => {
  const { before } = charge
  const entry = ended(latest, charge)
  const isAlone = entry.count === charge.entry.count && entry.until === charge.entry.until
  const next = isAlone ? { ...entry, count: before?.count ?? 0, until: before?.until ?? 0 } : entry
  return next.count > 0 || isUnwritten(next) ? next : undefined
}
