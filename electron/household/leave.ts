import { consentsOf, endConsent } from '../consent/repository.ts'
import type { Write } from '../database/handle.ts'
import { figuresOf, moveFigure, updateFigure, type By } from '../figure/repository.ts'
import { endMember, ensureHousehold, type Belonging } from './repository.ts'

type Leaving = Belonging & { readonly clientId: number; readonly until: string; readonly by: By }

/**
 * A client who leaves gets a household of his own and takes what is his alone along, now only for himself; what he
 * agreed to before ends. The old household keeps what was told together.
 */
export const leaveHousehold = (
  db: Write,
  { householdId, memberId, clientId, until, by }: Leaving,
): Belonging => {
  for (const consent of consentsOf(db, householdId))
    if (consent.memberId === memberId && consent.endedOn === null) endConsent(db, consent.id, until)
  endMember(db, memberId, until)
  const home = ensureHousehold(db, clientId, by.at)
  for (const figure of figuresOf(db, householdId)) {
    if (figure.ownerId !== memberId) continue
    moveFigure(db, figure.id, home.householdId)
    updateFigure(db, { ...figure, ownerId: home.memberId, reach: { kind: 'own' }, consents: [] }, by)
  }
  return home
}
