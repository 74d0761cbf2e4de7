import { z } from 'zod'
import { read, write } from '../procedure.ts'

/** A wall clock of the branch, `HH:MM`. */
export const clockSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** Branch policy: each is a dated row in the vault, the newest one holds. */
export const policySchema = z.object({
  bank: z.string().trim().min(1).max(60),
  branch: z.string().trim().min(1).max(60),
  zone: z.string().trim().min(1).max(60),
  /** Idle minutes before the screen locks; 1–15, in a meeting up to 30. */
  idleMinutes: z.number().int().min(1).max(15),
  meetingIdleMinutes: z.number().int().min(1).max(30),
  /** Reference for the surplus ratio: `common` is 30 %, `source` the text's 60 % (S0 L99). */
  ratioSet: z.enum(['common', 'source']),
  /** Level from which a product counts as high-risk for persons of 65 and above. */
  seniorFrom: z.enum(['R3', 'R4', 'R5']),
  /** In front of every new dossier number; empty: from the branch's name. */
  branchCode: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9]{0,8}$/),
  /** When the archive keeper is there; due times of dossiers count these hours only (practice 1). */
  keeperFrom: clockSchema,
  keeperUntil: clockSchema,
})

export type Policy = z.infer<typeof policySchema>

export const settingContract = {
  get: read(null).output(policySchema),
  put: write('settings.edit', policySchema.partial().shape).output(policySchema),
}
