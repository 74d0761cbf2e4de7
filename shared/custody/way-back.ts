import { ok, refuse, type Result } from '../result.ts'
import type { Right } from '../staff/rights.ts'

// A dossier goes into the cabinet only when it can come out again: the keeper is never the giver, and nobody lends to
// himself. A branch with one login keeps its dossiers in use until a second person is there.

/** What each of the others may do: those who are not the giver, and those who are not the owner. */
export type Others = {
  readonly thanGiver: readonly (readonly Right[])[]
  readonly thanOwner: readonly (readonly Right[])[]
}

export const mayGoAway = ({ thanGiver, thanOwner }: Others): Result<null> => {
  if (!thanGiver.some((rights) => rights.includes('dossier.accept')))
    return refuse('custody.refusal.nobody-accepts')
  // A standing loan or an approved check-out: one of the two, from somebody else than the one who works with it.
  const lends = (rights: readonly Right[]): boolean =>
    rights.includes('dossier.grant-loan') || rights.includes('dossier.approve')
  return thanOwner.some(lends) ? ok(null) : refuse('custody.refusal.nobody-lends')
}
