import { widenedBy, widenedForBank } from '../../shared/consent/rules.ts'
import type { Figure } from '../../shared/figure/model.ts'
import { covers } from '../../shared/figure/reach.ts'
import type { PrintKind } from '../../shared/printout/kinds.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import { consentsOf } from '../consent/repository.ts'
import type { Read, Write } from '../database/handle.ts'
import { figureEver } from '../figure/repository.ts'
import { householdOf, membersOf } from '../household/repository.ts'
import type { Ground } from '../statement/content.ts'
import { isRecalled } from './recall.ts'

// A sheet printed another time shows what it showed. Whether its readers may still see that is asked each time.

/** Beside the ledger line and outside the content, whose hash stands in the ledger. */
export const keepGround = (db: Write, printoutId: number, { readers, figures, banks }: Ground): void => {
  for (const id of new Set(readers))
    db.run('INSERT INTO printout_reader(printout_id, member_id) VALUES (:printoutId, :id)', {
      printoutId,
      id,
    })
  for (const id of figures)
    db.run('INSERT INTO printout_figure(printout_id, figure_id) VALUES (:printoutId, :id)', {
      printoutId,
      id,
    })
  for (const id of banks)
    db.run('INSERT INTO printout_bank(printout_id, member_id) VALUES (:printoutId, :id)', { printoutId, id })
}

type Id = { readonly id: number }

export const groundOf = (db: Read, printoutId: number): Ground => {
  const ids = (rows: readonly Id[]): readonly number[] => rows.map(({ id }) => id)
  const of = [printoutId]
  return {
    readers: ids(db.all<Id>('SELECT member_id AS id FROM printout_reader WHERE printout_id = ?', of)),
    figures: ids(db.all<Id>('SELECT figure_id AS id FROM printout_figure WHERE printout_id = ?', of)),
    banks: ids(db.all<Id>('SELECT member_id AS id FROM printout_bank WHERE printout_id = ?', of)),
  }
}

const isStillShown = (db: Read, clientId: number, ground: Ground, today: string): boolean => {
  const home = householdOf(db, clientId)
  if (!home) return false
  const members = new Set(membersOf(db, home.householdId, today).map((member) => member.id))
  const consents = consentsOf(db, home.householdId)
  const shows = (figure: Parameters<typeof covers>[0]): boolean =>
    (figure.ownerId === null || members.has(figure.ownerId)) && covers(figure, ground.readers)
  const told = ground.figures.map((id) => figureEver(db, home.householdId, id))
  const own: Figure['reach'] = { kind: 'own' }
  return (
    ground.readers.includes(home.memberId) &&
    ground.readers.every((reader) => members.has(reader)) &&
    told.every((figure) => figure && shows({ ...figure, widened: widenedBy(consents, figure.consents) })) &&
    ground.banks.every((ownerId) =>
      shows({ ownerId, reach: own, widened: widenedForBank(consents, ownerId) }),
    )
  )
}

/** Refused when a reader has left, when something in it is no longer for all of them, or under a wrong name. */
export const mayShowAgain = (
  db: Read,
  printout: { readonly id: number; readonly kind: PrintKind; readonly clientId: number | null },
  today: string,
): Result<null> => {
  if (printout.kind !== 'statement') return ok(null)
  if (isRecalled(db, printout.id)) return refuse('printout.refusal.recalled')
  return printout.clientId !== null && isStillShown(db, printout.clientId, groundOf(db, printout.id), today)
    ? ok(null)
    : refuse('printout.refusal.no-longer-shown')
}
