import { ok, refuse, type Result } from '../result.ts'
import type { Member } from './model.ts'

type Known = Pick<Member, 'relation' | 'birth' | 'occupation' | 'agreed' | 'clientId'>

/** Of a third person only relation, form of address and birth year, until he agrees himself (practice §11). */
export const mayKeepMember = (member: Known): Result<null> => {
  if (member.clientId !== null || member.agreed) return ok(null)
  if (member.birth.length > 4) return refuse('household.refusal.third-person-birth')
  if (member.occupation !== '') return refuse('household.refusal.third-person-occupation')
  return ok(null)
}

/** One head and at most one spouse at a time. */
export const fitsHousehold = (
  others: readonly Pick<Member, 'relation'>[],
  member: Pick<Member, 'relation'>,
): Result<null> => {
  const isSpouse = (relation: string): boolean => relation === 'husband' || relation === 'wife'
  if (member.relation === 'head' && others.some((o) => o.relation === 'head'))
    return refuse('household.refusal.one-head')
  if (isSpouse(member.relation) && others.some((o) => isSpouse(o.relation)))
    return refuse('household.refusal.one-spouse')
  return ok(null)
}
