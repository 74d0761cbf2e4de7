import type { Read, Write } from '../database/handle.ts'
import { failureOfStorage, isOfTheDisk } from '../database/sqlite-failure.ts'
import type { Desk } from '../desk/desk.ts'
import { staffOfSlot } from '../staff/repository.ts'
import { everybody, keepBook } from '../vault/attempts-book.ts'
import { readHeaders } from '../vault/header-file.ts'
import { handOver, settleHanded, type Unwritten } from '../vault/unwritten.ts'
import { attemptsOf, folderOf, type Book } from './folders.ts'

// Wrong passphrases are counted while the vault is closed and nobody can write; on a full disk it is only read. Whoever
// is in next writes down what happened meanwhile.

const actionOf = {
  refused: 'session.refused',
  begun: 'session.cut-off',
  looked: 'session.read-only',
  turnedAway: 'dossier.refused',
} as const

const doorOf = (db: Read, slotId: string): string => {
  if (slotId === 'recovery-card') return 'card'
  const staff = staffOfSlot(db, slotId)
  return staff ? `staff:${staff.id}` : `door:${slotId}`
}

type Line = { readonly action: string; readonly object: string }

const lineOf = (db: Read, { kind, slotId, times, first, last }: Unwritten): Line => {
  const [from, to] = [first, last].map((at) => new Date(at).toISOString())
  if (slotId === everybody) return { action: 'attempts.unreadable', object: `attempts ${from}` }
  const object = `${doorOf(db, slotId)} times:${times} first:${from} last:${to}`
  return { action: actionOf[kind], object }
}

// By the index on `object`, which leaves meetings out.
const sameLine = `
  SELECT 1 FROM audit WHERE object NOT GLOB 'encounter:*' AND object = :object AND action = :action`

const isWritten = (db: Read, line: Line): boolean => db.one(sameLine, line) !== undefined

type Recording = {
  readonly desk: Desk
  readonly book: Book
  readonly db: Write
  readonly say: (action: string, object: string) => void
}

const record = ({ desk, book, db, say }: Recording): void => {
  const { ports } = desk
  const sample = readHeaders(folderOf(ports.dataFolder, 'sample')).readable
  const isSample = (slotId: string): boolean =>
    sample.some(({ slots }) => slots.some(({ id }) => id === slotId))
  const place = {
    path: attemptsOf(ports.dataFolder),
    now: ports.clock.now(),
    isOurs: (slotId: string) => isSample(slotId) === (book === 'sample'),
  }
  keepBook(place.path)
  const unwritten = handOver(place)
  if (unwritten.length === 0) return
  ports.step?.('unwritten-handed-over')
  db.transact(() => {
    for (const line of unwritten.map((each) => lineOf(db, each)))
      if (!isWritten(db, line)) say(line.action, line.object)
  })
  ports.step?.('unwritten-recorded')
  settleHanded(place)
}

/**
 * One line a door: whose, how often, first and last time. Exactly once, wherever this is cut off. Says whether a page
 * stood in the way that can't be read: then nothing more is to be written here.
 */
export const writeDownUnwritten = (recording: Recording): { readonly isDamaged: boolean } => {
  try {
    record(recording)
    return { isDamaged: false }
  } catch (error) {
    // A disk that takes nothing keeps nobody out: the book still holds them for the next time.
    if (!isOfTheDisk(error)) throw error
    return { isDamaged: failureOfStorage(error)?.code === 'damaged' }
  }
}
