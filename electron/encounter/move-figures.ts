import type { WriteCall } from '../desk/call.ts'
import { figureIn, insertFigure, readVersion, removeFigure, updateFigure } from '../figure/repository.ts'
import { ensureHousehold } from '../household/repository.ts'

type Touched = { readonly id: number; readonly born: number; readonly before: string | null }

// Figures this meeting wrote, with the last value they had without it.
const touchedIn = (call: WriteCall, encounterId: number): readonly Touched[] =>
  call.db.all<Touched>(
    `SELECT t.id, t.first = 1 AS born,
       (SELECT o.value FROM figure_version AS o WHERE o.figure_id = t.id AND o.seq < t.first
        ORDER BY o.seq DESC LIMIT 1) AS before
     FROM (SELECT figure_id AS id, min(seq) AS first FROM figure_version WHERE encounter_id = ?
           GROUP BY figure_id) AS t`,
    [encounterId],
  )

/**
 * Figures told in a meeting with the wrong file open go to the person who told them; figures that were only changed
 * get back what they said before (practice 3).
 */
export const moveFigures = (call: WriteCall, encounterId: number, from: number, to: number): void => {
  const { db, now, session } = call
  const old = ensureHousehold(db, from, now)
  const next = ensureHousehold(db, to, now)
  const by = { staffId: session.staffId, at: now, encounterId }
  for (const touched of touchedIn(call, encounterId)) {
    const figure = figureIn(db, old.householdId, touched.id)
    if (!figure) continue
    if (touched.born === 1) {
      const { id: _id, seq: _seq, ...told } = figure
      removeFigure(db, figure, by)
      insertFigure(db, next.householdId, { ...told, ownerId: next.memberId, reach: { kind: 'own' } }, by)
    } else if (touched.before !== null) {
      const earlier = readVersion(touched.before)
      updateFigure(db, { ...earlier, seq: figure.seq }, by)
    }
  }
}
