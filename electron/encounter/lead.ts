import type { Present } from '../../shared/encounter/view.ts'
import type { Write } from '../database/handle.ts'
import { ensureHousehold, membersOf } from '../household/repository.ts'
import { replacePresent } from './repository.ts'

/**
 * The people at the table: the client always, then those of the household who really belong to it, then named others.
 * What is said reaches exactly these (practice 2).
 */
export const seat = (
  db: Write,
  at: {
    readonly encounterId: number
    readonly clientId: number
    readonly now: number
    readonly today: string
  },
  people: readonly Present[],
): void => {
  const { householdId, memberId } = ensureHousehold(db, at.clientId, at.now)
  const family = new Set(membersOf(db, householdId, at.today).map((member) => member.id))
  const others = people.filter(
    (person) =>
      person.memberId !== memberId &&
      person.relation !== 'head' &&
      (person.memberId === null || family.has(person.memberId)),
  )
  replacePresent(db, at.encounterId, [{ memberId, name: '', relation: 'head' }, ...others])
}
