import type { Need, NeedInput } from '../../shared/need/model.ts'
import type { Read, Write } from '../database/handle.ts'

export const needsOf = (db: Read, encounterId: number): readonly Need[] =>
  db.all(
    `SELECT id, area, words, amount, for_whom AS forWhom, priority, evidence, latest, carried_from AS carriedFrom
     FROM need WHERE encounter_id = ? ORDER BY id`,
    [encounterId],
  )

const bound = (need: NeedInput) => ({
  area: need.area,
  words: need.words,
  amount: need.amount,
  forWhom: need.forWhom,
  priority: need.priority,
  evidence: need.evidence,
  latest: need.latest,
})

type Origin = { readonly needId: number; readonly encounterId: number; readonly carriedFrom: number | null }

// A need told now reaches the people at the table; one carried over reaches whom it reached before (practice 2).
const keepHearers = (db: Write, { needId, encounterId, carriedFrom }: Origin): void => {
  if (carriedFrom === null)
    db.run(
      `INSERT INTO need_hearer(need_id, member_id)
       SELECT DISTINCT :needId, member_id FROM encounter_present
       WHERE encounter_id = :encounterId AND member_id IS NOT NULL`,
      { needId, encounterId },
    )
  else
    db.run(
      `INSERT INTO need_hearer(need_id, member_id)
       SELECT :needId, member_id FROM need_hearer WHERE need_id = :carriedFrom`,
      { needId, carriedFrom },
    )
}

export const insertNeed = (
  db: Write,
  encounterId: number,
  need: NeedInput,
  at: number,
  carriedFrom: number | null,
): number => {
  const { id } = db.run(
    `INSERT INTO need(encounter_id, area, words, amount, for_whom, priority, evidence, latest, carried_from, at)
     VALUES (:encounterId, :area, :words, :amount, :forWhom, :priority, :evidence, :latest, :carriedFrom, :at)`,
    { encounterId, ...bound(need), carriedFrom, at },
  )
  keepHearers(db, { needId: id, encounterId, carriedFrom })
  return id
}

/** A correction reaches nobody new, and no longer those who have left the table since. */
export const updateNeed = (db: Write, id: number, need: NeedInput, at: number): void => {
  db.run(
    `UPDATE need SET area = :area, words = :words, amount = :amount, for_whom = :forWhom, priority = :priority,
       evidence = :evidence, latest = :latest, at = :at WHERE id = :id`,
    { id, ...bound(need), at },
  )
  db.run(
    `DELETE FROM need_hearer WHERE need_id = :id AND member_id NOT IN (
       SELECT p.member_id FROM encounter_present p JOIN need n ON n.encounter_id = p.encounter_id
       WHERE n.id = :id AND p.member_id IS NOT NULL)`,
    { id },
  )
}

/**
 * The needs everybody at the table may see: each of them heard it told. A guest without a place in the household
 * counts as somebody who did not, and so does a table nobody is seated at.
 */
export const needsForTable = (db: Read, encounterId: number): readonly Need[] => {
  const open = db.all<{ id: number }>(
    `SELECT n.id FROM need n WHERE n.encounter_id = :encounterId
       AND EXISTS (SELECT 1 FROM encounter_present p WHERE p.encounter_id = :encounterId)
       AND NOT EXISTS (SELECT 1 FROM encounter_present p WHERE p.encounter_id = :encounterId
         AND NOT EXISTS (SELECT 1 FROM need_hearer h WHERE h.need_id = n.id AND h.member_id = p.member_id))`,
    { encounterId },
  )
  return needsOf(db, encounterId).filter((need) => open.some(({ id }) => id === need.id))
}

/** After a move to the right file its needs were told by the client now seated, and heard by nobody of the old family. */
export const rehearNeeds = (db: Write, encounterId: number): void => {
  db.run('DELETE FROM need_hearer WHERE need_id IN (SELECT id FROM need WHERE encounter_id = ?)', [
    encounterId,
  ])
  for (const { id } of needsOf(db, encounterId))
    keepHearers(db, { needId: id, encounterId, carriedFrom: null })
}

/** 续谈: the earlier meeting's needs stand in the new one, and nothing is asked again. */
export const carryNeeds = (db: Write, from: number, to: number, at: number): number => {
  const needs = needsOf(db, from)
  for (const need of needs) insertNeed(db, to, need, at, need.id)
  return needs.length
}
