import { z } from 'zod'
import { greatestAmount } from '../money.ts'
import { plainDateSchema, type PlainDate } from '../plain-date.ts'
import { figureKinds, type FigureKind } from './kinds.ts'

/** 证 seen on a document, 述 told by the client, 估 estimated; 行 (the bank's own books) is never typed. */
export const sources = ['document', 'told', 'estimate'] as const

export type Source = (typeof sources)[number] | 'bank'

export const periods = ['month', 'year'] as const

export type Period = (typeof periods)[number]

/** Who may see a figure (FT-13). `named` holds member ids. */
export const reachSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('own') }),
  z.object({ kind: z.literal('named'), members: z.array(z.number()).min(1).max(20) }),
  z.object({ kind: z.literal('family') }),
])

export type Reach = z.infer<typeof reachSchema>

export const amountSchema = z.number().int().min(0).max(greatestAmount)

const fields = {
  kind: z.enum(figureKinds as readonly [FigureKind, ...FigureKind[]]),
  /** Member id; null means: of head and spouse together. */
  ownerId: z.number().nullable(),
  amount: amountSchema,
  period: z.enum(periods),
  source: z.enum(sources),
  reach: reachSchema,
  /** Where it lies: another bank, an address; free text, may be empty. */
  place: z.string().trim().max(60),
  asOf: plainDateSchema,
}

export const figureInput = fields

export const figureSchema = z.object({
  ...fields,
  id: z.number(),
  seq: z.number(),
  /** A consent in force that concerns the reader of this page widens it. */
  consented: z.boolean(),
})

export type Figure = z.infer<typeof figureSchema>

/** What the statement counts with, typed figures and the bank's own balances alike. */
export type Counted = {
  readonly kind: FigureKind
  readonly ownerId: number | null
  readonly amount: number
  readonly period: Period
  readonly source: Source
  readonly asOf: PlainDate
  readonly reach: Reach
  /** Reach that a recorded consent adds (F40); null without one. */
  readonly widened: Reach | null
}

/** The amount for a year: what was told for a month counts twelve times. */
export const yearly = (figure: Pick<Counted, 'amount' | 'period'>): number =>
  figure.period === 'month' ? figure.amount * 12 : figure.amount
