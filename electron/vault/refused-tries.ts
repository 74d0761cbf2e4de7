import { readBook, writeBook, type Book, type Entry, type Refused } from './attempts-book.ts'

// A locked vault can't be written to, so the book keeps what was refused until somebody is in. What is handed over stays
// in the book, unchanged, until it is known to be in the chain: cut off anywhere, it is neither lost nor written twice.

type Place = {
  readonly path: string
  readonly now: number
  /** Two vaults share one book: whose doors are settled here. */
  readonly isOurs: (slotId: string) => boolean
}

export type RefusedAt = Refused & { readonly slotId: string }

const changed = ({ isOurs }: Place, book: Book, change: (entry: Entry) => Entry): Book =>
  new Map([...book].map(([slotId, entry]) => [slotId, isOurs(slotId) ? change(entry) : entry]))

const handed = ({ refused, ...entry }: Entry): Entry =>
  refused ? { ...entry, handed: [...(entry.handed ?? []), refused] } : entry

/** Everything that was refused since the last time, door by door; asked again it answers the same, until it is settled. */
export const handOverRefused = (place: Place): readonly RefusedAt[] => {
  const book = readBook(place.path, place.now)
  const next = changed(place, book, handed)
  if ([...book].some(([slotId, { refused }]) => refused && place.isOurs(slotId))) writeBook(place.path, next)
  return [...next]
    .filter(([slotId]) => place.isOurs(slotId))
    .flatMap(([slotId, entry]) => (entry.handed ?? []).map((refused) => ({ slotId, ...refused })))
}

const settled = ({ handed: _written, ...entry }: Entry): Entry => entry

/** It is in the chain now. */
export const settleRefused = (place: Place): void => {
  const next = changed(place, readBook(place.path, place.now), settled)
  writeBook(
    place.path,
    new Map([...next].filter(([, { count, refused, handed: left }]) => count > 0 || refused || left)),
  )
}
