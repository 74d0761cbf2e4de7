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

export const insertNeed = (
  db: Write,
  encounterId: number,
  need: NeedInput,
  at: number,
  carriedFrom: number | null,
): number =>
  db.run(
    `INSERT INTO need(encounter_id, area, words, amount, for_whom, priority, evidence, latest, carried_from, at)
     VALUES (:encounterId, :area, :words, :amount, :forWhom, :priority, :evidence, :latest, :carriedFrom, :at)`,
    { encounterId, ...bound(need), carriedFrom, at },
  ).id

export const updateNeed = (db: Write, id: number, need: NeedInput, at: number): void => {
  db.run(
    `UPDATE need SET area = :area, words = :words, amount = :amount, for_whom = :forWhom, priority = :priority,
       evidence = :evidence, latest = :latest, at = :at WHERE id = :id`,
    { id, ...bound(need), at },
  )
}

/** 续谈: the earlier meeting's needs stand in the new one, and nothing is asked again. */
export const carryNeeds = (db: Write, from: number, to: number, at: number): number => {
  const needs = needsOf(db, from)
  for (const need of needs) insertNeed(db, to, need, at, need.id)
  return needs.length
}
