import { ok, refuse, type Result } from '../result.ts'
import type { Reach } from './model.ts'

// Family secrecy (practice §2): a figure enters an output only if its reach covers everybody who will read it.

type Reaching = {
  readonly ownerId: number | null
  readonly reach: Reach
  readonly widened: Reach | null
}

export const reaches = (reach: Reach | null, reader: number): boolean =>
  reach !== null && (reach.kind === 'family' || (reach.kind === 'named' && reach.members.includes(reader)))

export const covers = (figure: Reaching, readers: readonly number[]): boolean =>
  readers.length > 0 &&
  readers.every(
    (reader) => figure.ownerId === reader || reaches(figure.reach, reader) || reaches(figure.widened, reader),
  )

export const coveredFor = <F extends Reaching>(
  figures: readonly F[],
  readers: readonly number[],
): readonly F[] => figures.filter((figure) => covers(figure, readers))

/** Everybody who is reached by one of them; null when there is none. */
export const joined = (all: readonly Reach[]): Reach | null => {
  if (all.some((reach) => reach.kind === 'family')) return { kind: 'family' }
  const members = [...new Set(all.flatMap((reach) => (reach.kind === 'named' ? reach.members : [])))]
  return members.length === 0 ? null : { kind: 'named', members }
}

/** Does `wide` let anybody see it whom `narrow` does not? */
export const isWider = (wide: Reach, narrow: Reach): boolean => {
  if (wide.kind === 'own' || narrow.kind === 'family') return false
  if (wide.kind === 'family') return true
  const seen = narrow.kind === 'named' ? narrow.members : []
  return wide.members.some((member) => !seen.includes(member))
}

/**
 * What a manager may set by himself. New: what was said, for those who were there (`present`), never wider.
 * Later: narrower at any time; wider only by the owner's recorded consent, which stands beside the figure (F40).
 */
export const maySetReach = (
  next: { readonly ownerId: number | null; readonly reach: Reach },
  before: Reach | null,
  present: readonly number[],
): Result<null> => {
  const { ownerId, reach } = next
  if (ownerId === null && reach.kind === 'own') return refuse('figure.refusal.joint-needs-readers')
  const ground: Reach =
    before ?? (present.length > 0 ? { kind: 'named', members: [...present] } : { kind: 'own' })
  const asked: Reach =
    reach.kind === 'named'
      ? { ...reach, members: reach.members.filter((member) => member !== ownerId) }
      : reach
  return isWider(asked, ground) ? refuse('figure.refusal.reach-needs-consent') : ok(null)
}
