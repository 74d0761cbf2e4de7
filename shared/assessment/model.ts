import { z } from 'zod'
import { plainDateSchema } from '../plain-date.ts'

/** C1 … C5 as the number 1 … 5; names differ from bank to bank and are text. */
export const riskLevelSchema = z.number().int().min(1).max(5)

export type RiskLevel = z.infer<typeof riskLevelSchema>

/** How the bank's result reached us. It is always the bank's result: this product sets no level of its own. */
export const channels = ['counter-slip', 'mobile-bank', 'terminal', 'import'] as const

export const channelSchema = z.enum(channels)

export type AssessmentChannel = z.infer<typeof channelSchema>

export const assessmentSchema = z.object({
  level: riskLevelSchema,
  date: plainDateSchema,
  /** The bank's serial number of the slip; empty when it came with the client book. */
  serial: z.string(),
  channel: channelSchema,
})

export type Assessment = z.infer<typeof assessmentSchema>
