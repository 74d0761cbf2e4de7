import { z } from 'zod'
import { failureSchema } from '../../shared/failure.ts'
import type { Read } from '../database/handle.ts'
import { readSetting } from '../setting/repository.ts'

// What backups leave behind as dated settings of the vault.

export const markKeys = {
  awayGood: 'backupAwayGood',
  awayTrouble: 'backupAwayTrouble',
  compactedAt: 'backupCompactedAt',
  drillAt: 'restoreDrillAt',
} as const

const marksSchema = z.object({
  /** The last backup that was whole on the second target. */
  awayGood: z.object({ at: z.number(), name: z.string() }).nullable().catch(null),
  /** Why the last try there failed; null after a good one. */
  awayTrouble: failureSchema.nullable().catch(null),
  compactedAt: z.number().nullable().catch(null),
  drillAt: z.number().nullable().catch(null),
})

export type Marks = z.infer<typeof marksSchema>

export const readMarks = (db: Read): Marks =>
  marksSchema.parse({
    awayGood: readSetting(db, markKeys.awayGood),
    awayTrouble: readSetting(db, markKeys.awayTrouble),
    compactedAt: readSetting(db, markKeys.compactedAt),
    drillAt: readSetting(db, markKeys.drillAt),
  })
