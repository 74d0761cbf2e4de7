import type { Read, Write } from '../database/handle.ts'
import { failureOfStorage } from '../database/sqlite-failure.ts'
import type { Desk } from '../desk/desk.ts'
import { staffOfSlot } from '../staff/repository.ts'
import { everybody } from '../vault/attempts-book.ts'
import { readHeaders } from '../vault/header-file.ts'
import { handOverRefused, settleRefused, type RefusedAt } from '../vault/refused-tries.ts'
import { attemptsOf, folderOf, type Book } from './folders.ts'

// Wrong passphrases are counted while the vault is closed and nobody can write. Whoever is in next writes them down.

const doorOf = (db: Read, slotId: string): string => {
  if (slotId === 'recovery-card') return 'card'
  const staff = staffOfSlot(db, slotId)
  return staff ? `staff:${staff.id}` : `door:${slotId}`
}

const objectOf = (db: Read, { slotId, tries, first, last }: RefusedAt): string => {
  const [from, to] = [first, last].map((at) => new Date(at).toISOString())
  return slotId === everybody
    ? `attempts ${from}`
    : `${doorOf(db, slotId)} tries:${tries} first:${from} last:${to}`
}

const isWritten = (db: Read, action: string, object: string): boolean =>
  db.one('SELECT 1 FROM audit WHERE object = :object AND action = :action', { object, action }) !== undefined

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
  const refused = handOverRefused(place)
  if (refused.length === 0) return
  ports.step?.('refused-handed-over')
  db.transact(() => {
    for (const each of refused) {
      const action = each.slotId === everybody ? 'attempts.unreadable' : 'session.refused'
      const object = objectOf(db, each)
      if (!isWritten(db, action, object)) say(action, object)
    }
  })
  ports.step?.('refused-recorded')
  settleRefused(place)
}

/** One line a door: who was refused, how often, when first and last. Exactly once, wherever this is cut off. */
export const recordRefusedTries = (recording: Recording): void => {
  try {
    record(recording)
  } catch (error) {
    // A full disk keeps nobody out: the book still holds them for the next time.
    if (!failureOfStorage(error)) throw error
  }
}
