import type { KeyObject } from 'node:crypto'
import type { Read } from '../database/handle.ts'
import { genuineLines } from './lost-rows.ts'

// What a salvage lost is told at every unlock until somebody who answers for the branch has said that he knows. That is a
// line of the chain itself: whoever can't write one can't keep the branch from hearing of it.

const isLoss = (object: string): boolean => !object.endsWith(' lost 0 chain whole')

export const salvageAcknowledged = 'salvage.acknowledged'

export const acknowledgedObject = (seq: number): string => `salvage:known ${seq}`

const upTo = (object: string): number => Number(/^salvage:known (\d+)$/.exec(object)?.[1] ?? 0)

/** Number of the newest salvage line that names a loss nobody has acknowledged yet; null when there is none. */
export const salvageNews = (db: Read, key: KeyObject): number | null => {
  const known = genuineLines(db, key, salvageAcknowledged).map(({ object }) => upTo(object))
  const lossy = genuineLines(db, key, 'vault.salvaged').filter(({ object }) => isLoss(object))
  const newest = Math.max(0, ...lossy.map(({ seq }) => seq))
  return newest > Math.max(0, ...known) ? newest : null
}
