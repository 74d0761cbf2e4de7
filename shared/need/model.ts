import { z } from 'zod'
import { plainDateSchema } from '../plain-date.ts'

/** What a need is about (S1 p45–46). */
export const needAreas = [
  'education',
  'retirement',
  'protection',
  'investment',
  'cash',
  'housing',
  'inheritance',
  'tax',
  'other',
] as const

export const needAreaSchema = z.enum(needAreas)

export const priorities = ['high', 'middle', 'low'] as const

/** Where a number comes from: said, seen on paper, or estimated (practice 2). */
export const evidences = ['said', 'seen', 'estimated'] as const

export const needInputSchema = z.object({
  area: needAreaSchema,
  /** The client's own words. */
  words: z.string().trim().min(1).max(2000),
  amount: z.number().int().nonnegative().nullable(),
  forWhom: z.string().trim().max(60),
  priority: z.enum(priorities),
  evidence: z.enum(evidences),
  /** The day by which the money must be there. */
  latest: plainDateSchema.nullable(),
})

export type NeedInput = z.infer<typeof needInputSchema>

export const needSchema = needInputSchema.extend({
  id: z.number(),
  /** The meeting it was first told in, when it was carried over (续谈). */
  carriedFrom: z.number().nullable(),
})

export type Need = z.infer<typeof needSchema>
