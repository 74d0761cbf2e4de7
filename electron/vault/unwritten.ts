import {
  isUnwritten,
  oneMore,
  readBook,
  tallyKinds,
  withEntry,
  writeBook,
  type Book,
  type Entry,
  type Tallied,
  type TallyKind,
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

export type Unwritten = Tallied & { readonly kind: TallyKind; readonly slotId: string }

/**
 * What somebody does in a vault that can't be written to. Where not even that he reads can be noted, nobody does.
 */
export const noteWithoutRoom = (
  path: string,
  kind: 'looked' | 'turnedAway',
  slotId: string,
  now: number,
): void => {
  const book = readBook(path, now)
  const entry = book.get(slotId) ?? { count: 0, until: 0 }
  writeBook(path, withEntry(book, slotId, { ...entry, [kind]: oneMore(entry[kind], now) }))
}

const changed = ({ isOurs }: Place, book: Book, change: (entry: Entry) => Entry): Book =>
  new Map([...book].map(([slotId, entry]) => [slotId, isOurs(slotId) ? change(entry) : entry]))

const handed = (entry: Entry): Entry => {
  const fresh = tallyKinds.flatMap((kind) => {
    const tally = entry[kind]
    return tally ? [{ kind, ...tally }] : []
  })
  const { count, until, handed: before = [] } = entry
  return fresh.length === 0 ? entry : { count, until, handed: [...before, ...fresh] }
}

/** Everything since the last time, door by door; asked again it answers the same, until it is settled. */
export const handOver = (place: Place): readonly Unwritten[] => {
  const book = readBook(place.path, place.now)
  const next = changed(place, book, handed)
  const isFresh = ([slotId, entry]: [string, Entry]): boolean =>
    place.isOurs(slotId) && tallyKinds.some((kind) => entry[kind] !== undefined)
  if ([...book].some(isFresh)) writeBook(place.path, next)
  return [...next]
    .filter(([slotId]) => place.isOurs(slotId))
    .flatMap(([slotId, entry]) => (entry.handed ?? []).map((each) => ({ slotId, ...each })))
}

const settled = ({ handed: _written, ...entry }: Entry): Entry => entry

const isWorthKeeping = (entry: Entry): boolean => entry.count > 0 || isUnwritten(entry)

/** It is in the chain now. */
export const settleHanded = (place: Place): void => {
  const next = changed(place, readBook(place.path, place.now), settled)
  writeBook(place.path, new Map([...next].filter(([, entry]) => isWorthKeeping(entry))))
}
