import { z } from 'zod'

/** A wish to buy, to be carried out by a teller. It is no deal: that needs a teller's name, time and serial. */
export const intentSchema = z.object({
  id: z.number(),
  choiceId: z.number(),
  needId: z.number(),
  productId: z.number(),
  productName: z.string(),
  amount: z.number(),
  recordingNumber: z.string(),
  paperNumber: z.string(),
  at: z.number(),
})

export type Intent = z.infer<typeof intentSchema>

/** Why there is no intent, as the client sees it (S1 p48). */
export const declineCauses = [
  'think-over',
  'family',
  'price',
  'trust',
  'elsewhere',
  'no-money',
  'other',
] as const

export const declineCauseSchema = z.enum(declineCauses)
