import { z } from 'zod'
import type { FigureKind } from '../figure/kinds.ts'

// The content of a statement: what is on the paper, without words and without layout. Its hash stands in the ledger.

export const markSchema = z.enum(['bank', 'document', 'told', 'estimate'])

const kindSchema = z.custom<FigureKind>((value) => typeof value === 'string')

const flowLineSchema = z.object({
  kind: kindSchema,
  /** Whose income it is, as a member's name; empty for shared lines. */
  person: z.string(),
  monthly: z.number().nullable(),
  yearly: z.number(),
  marks: z.array(markSchema),
})

const balanceLineSchema = z.object({
  kind: kindSchema,
  amount: z.number(),
  share: z.number().nullable(),
  marks: z.array(markSchema),
})

const balanceGroupSchema = z.object({
  group: z.enum(['liquid', 'financial', 'real', 'short', 'long']),
  amount: z.number(),
  share: z.number().nullable(),
  lines: z.array(balanceLineSchema),
})

const memberLineSchema = z.object({
  name: z.string(),
  relation: z.string(),
  sex: z.string(),
  birth: z.string(),
  document: z.string(),
  occupation: z.string(),
  salary: z.number().nullable(),
})

const ratioSchema = z.object({
  key: z.string(),
  part: z.number(),
  whole: z.number(),
  value: z.number().nullable(),
  unit: z.enum(['percent', 'months']),
  range: z.object({
    least: z.number().nullable(),
    most: z.number().nullable(),
    around: z.number().optional(),
  }),
  verdict: z.enum(['fits', 'high', 'low']).nullable(),
})

export const statementContentSchema = z.object({
  client: z.object({ name: z.string(), sex: z.string(), number: z.string(), phone: z.string() }),
  asOf: z.string(),
  /** The newest day of the bank's own books that stands in it; empty when none does. */
  bankAsOf: z.string(),
  readers: z.array(z.string()),
  reference: z.enum(['textbook', 'source-text']),
  members: z.array(memberLineSchema),
  income: z.object({ lines: z.array(flowLineSchema), total: z.number() }),
  expense: z.object({ lines: z.array(flowLineSchema), total: z.number() }),
  surplus: z.number(),
  assets: z.object({ groups: z.array(balanceGroupSchema), total: z.number() }),
  debts: z.object({ groups: z.array(balanceGroupSchema), total: z.number(), share: z.number().nullable() }),
  guarantee: z.number(),
  netWorth: z.number(),
  netShare: z.number().nullable(),
  ratios: z.array(ratioSchema),
})

export type StatementContent = z.infer<typeof statementContentSchema>
export type FlowLine = StatementContent['income']['lines'][number]
export type BalanceGroup = StatementContent['assets']['groups'][number]
export type Mark = z.infer<typeof markSchema>
