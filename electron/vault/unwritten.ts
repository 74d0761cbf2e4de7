import {
  oneMore,
  readBook,
  withEntry,
  writeBook,
  type Book,
  type Entry,
  type Tallied,
} from './attempts-book.ts'

// A vault that is locked, or whose disk is full, can't be written to: the book of attempts keeps what happened until
// somebody can. What is handed over stays in the book, unchanged, until it is known to be in the chain: cut off anywhere,
// it is neither lost nor written twice.

type Place = {
  readonly path: string
  readonly now: number
  /** Two vaults share one book: whose doors are settled here. */
  readonly isOurs: (slotId: string) => boolean
}

export type Unwritten = Tallied & { readonly kind: 'refused' | 'looked'; readonly slotId: string }

/** Somebody reads a vault that can't be written to; where not even that can be noted, nobody does. */
export const noteLook = (path: string, slotId: string, now: number): void => {
  const book = readBook(path, now)
  const entry = book.get(slotId)
  const looked = oneMore(entry?.looked, now)
  writeBook(path, withEntry(book, slotId, { count: 0, until: 0, ...entry, looked }))
}

const changed = ({ isOurs }: Place, book: Book, change: (entry: Entry) => Entry): Book =>
  new Map([...book].map(([slotId, entry]) => [slotId, isOurs(slotId) ? change(entry) : entry]))

const handed = ({ refused, looked, ...entry }: Entry): Entry => {
  const fresh = [
    ...(refused ? [{ kind: 'refused' as const, ...refused }] : []),
    ...(looked ? [{ kind: 'looked' as const, ...looked }] : []),
  ]
  return fresh.length === 0 ? entry : { ...entry, handed: [...(entry.handed ?? []), ...fresh] }
}

/** Everything since the last time, door by door; asked again it answers the same, until it is settled. */
export const handOver = (place: Place): readonly Unwritten[] => {
  const book = readBook(place.path, place.now)
  const next = changed(place, book, handed)
  const isFresh = ([slotId, { refused, looked }]: [string, Entry]): boolean =>
    place.isOurs(slotId) && (refused !== undefined || looked !== undefined)
  if ([...book].some(isFresh)) writeBook(place.path, next)
  return [...next]
    .filter(([slotId]) => place.isOurs(slotId))
    .flatMap(([slotId, entry]) => (entry.handed ?? []).map((each) => ({ slotId, ...each })))
}

const settled = ({ handed: _written, ...entry }: Entry): Entry => entry

const isWorthKeeping = ({ count, refused, looked, handed: left }: Entry): boolean =>
  count > 0 || refused !== undefined || looked !== undefined || left !== undefined

/** It is in the chain now. */
export const settleHanded = (place: Place): void => {
  const next = changed(place, readBook(place.path, place.now), settled)
  writeBook(place.path, new Map([...next].filter(([, entry]) => isWorthKeeping(entry))))
}
