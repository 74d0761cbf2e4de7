import { z } from 'zod'
import { printKinds } from './kinds.ts'

/** How a print act ended; the user says so, the printer can't (decisions: window.print() knows nothing). */
export const outcomes = ['started', 'saved', 'taken', 'failed', 'void', 'cancelled'] as const

export type Outcome = (typeof outcomes)[number]

/** Out with the client; signed and back (已签回); taken back because it was wrong (收回); not to be had back (未收回). */
export const returns = ['out', 'signed', 'recalled', 'lost'] as const

export type Return = (typeof returns)[number]

export const ways = ['save', 'paper'] as const

/** Both labelled copies of a client's sheet belong to one number; every other form is one sheet. */
export type Sheet = 'client' | 'bank'

export const printoutSchema = z.object({
  id: z.number(),
  number: z.string(),
  kind: z.enum(printKinds),
  /** Null for a form that belongs to no client. */
  clientId: z.number().nullable(),
  clientName: z.string(),
  asOf: z.string(),
  copy: z.number(),
  /** How often it was printed again under its number after a failure. */
  again: z.number(),
  duplicate: z.boolean(),
  way: z.enum(ways),
  outcome: z.enum(outcomes),
  returned: z.enum(returns),
  by: z.string(),
  at: z.number(),
  seq: z.number(),
})

export type Printout = z.infer<typeof printoutSchema>

/** What stands around the content: who made it, when, under which number. The footer may differ, the content not. */
export type PrintFrame = {
  readonly bank: string
  readonly branch: string
  readonly maker: string
  readonly printedAt: string
  /** Null while it is only a preview: no number, no copy. */
  readonly record: {
    readonly number: string
    readonly copy: number
    readonly again: number
    readonly duplicate: boolean
    readonly head: string
  } | null
  readonly sample: boolean
}

/** A statement's frame also says which labelled copies are printed. */
export type StatementFrame = PrintFrame & { readonly sheets: readonly Sheet[] }

/** Numbers of one branch and year without gaps: BB-2026-000017. */
export const printNumber = (year: number, sequence: number): string =>
  `BB-${year}-${String(sequence).padStart(6, '0')}`
