import { z } from 'zod'
import { failureSchema } from '../failure.ts'
import { act, read } from '../procedure.ts'

const placeSchema = z.enum(['here', 'away'])

export const backupLineSchema = z.object({
  /** On this PC, or on the second target. */
  place: placeSchema,
  name: z.string(),
  at: z.number(),
  bytes: z.number(),
  verified: z.boolean(),
})

export type BackupLineView = z.infer<typeof backupLineSchema>

export const backupStatusSchema = z.object({
  /** The folder of the second target; empty when none is set. */
  secondTarget: z.string(),
  /** The vault's own disk: a copy there dies with it. */
  sameDisk: z.boolean(),
  /** When a backup last was whole on the second target. */
  lastGoodThere: z.number().nullable(),
  /** Full working days since then on which something was left without a copy elsewhere. */
  workingDaysWithout: z.number(),
  /** Three of them: a hand is needed now (practice 12). */
  overdue: z.boolean(),
  /** Why the last try failed. */
  trouble: failureSchema.nullable(),
  restoreDrillAt: z.number().nullable(),
  /** The ballast for a full disk: there, or given up. */
  reserve: z.boolean(),
})

export type BackupStatus = z.infer<typeof backupStatusSchema>

const jobs = z.object({ jobId: z.number(), copyId: z.number().nullable() })

export const backupContract = {
  /** Copies the whole vault, reopens the copy and checks it; then carries it to the second target, where one is set. */
  run: act('backup.run').output(jobs),
  list: read(null).output(z.array(backupLineSchema)),
  status: read(null).output(backupStatusSchema),
  /** A typed folder on another disk or a share (docs/decisions/0015); empty: none any more. */
  setSecond: act('backup.run')
    .input(z.object({ folder: z.string().trim().max(400) }))
    .output(backupStatusSchema),
  /** Restores the newest verified backup of one place beside the vault and checks it. */
  drill: act('backup.run')
    .input(z.object({ place: placeSchema }))
    .output(z.object({ jobId: z.number() })),
  /** What a drill found; `sheet` is a print job with one statement of the restored vault. */
  drilled: read('backup.run')
    .input(z.object({ jobId: z.number() }))
    .output(
      z.object({
        name: z.string(),
        madeAt: z.number(),
        rows: z.number(),
        files: z.number(),
        ms: z.number(),
        sheet: z.string().nullable(),
      }),
    ),
  /** How many pages the sheet had: only then the drill counts. */
  confirmDrill: act('backup.run')
    .input(z.object({ jobId: z.number(), pages: z.number().int().min(0).max(100) }))
    .output(backupStatusSchema),
  /** Gives the ballast up: 64 MiB at once on a full disk. */
  freeReserve: act('backup.run').output(backupStatusSchema),
}
