import { z } from 'zod'
import { riskLevelSchema } from '../assessment/model.ts'
import { plainDateSchema } from '../plain-date.ts'

export const productKinds = [
  'deposit',
  'treasury',
  'wealth',
  'fund',
  'insurance',
  'metal',
  'trust',
  'other',
] as const

export type ProductKind = (typeof productKinds)[number]

/** Whether a product may be shown to clients; private ones wait for the qualified-investor rule. */
export const shelfStates = ['offered', 'qualified-investor-not-established'] as const

export type ShelfState = (typeof shelfStates)[number]

export const productSchema = z.object({
  id: z.number(),
  code: z.string(),
  name: z.string(),
  kind: z.enum(productKinds),
  level: riskLevelSchema,
  /** Deposit rate or benchmark in hundredths of a percent (1.05% = 105); null where there is none. */
  rate: z.number().int().nullable(),
  /** Null: no fixed term. */
  termDays: z.number().int().positive().nullable(),
  /** Smallest purchase in fen. */
  minimum: z.number().int(),
  openFrom: plainDateSchema.nullable(),
  /** Null: no end of subscription. */
  openTo: plainDateSchema.nullable(),
  audience: z.string(),
  state: z.enum(shelfStates),
})

export type Product = z.infer<typeof productSchema>

export type ShelfProduct = Omit<Product, 'id' | 'state'>

/** Family trusts and other private products are kept on the shelf but offered to nobody yet (order 2025-7 Art. 30). */
export const shelfStateOf = (kind: ProductKind): ShelfState =>
  kind === 'trust' ? 'qualified-investor-not-established' : 'offered'
