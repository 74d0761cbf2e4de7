import { z } from 'zod'
import { assessmentSchema } from '../assessment/model.ts'
import { contactPlanSchema } from '../contact/model.ts'
import { declarationFlags } from '../fit/declaration.ts'
import { explanationItems } from '../fit/explanation.ts'
import { intentSchema } from '../intent/model.ts'
import { needSchema } from '../need/model.ts'
import { stepSchema } from './step.ts'

export const fitReportSchema = z.object({
  level: z.enum(['ok', 'not-applicable', 'none', 'expired', 'unconfirmed', 'above']),
  means: z.enum(['ok', 'unknown', 'below-minimum', 'beyond-means']),
  term: z.enum(['ok', 'not-applicable', 'too-long']),
  seniorCare: z.boolean(),
})

export const choiceSchema = z.object({
  id: z.number(),
  needId: z.number(),
  productId: z.number(),
  productName: z.string(),
  level: z.number(),
  amount: z.number().nullable(),
  report: fitReportSchema,
  flags: z.array(z.enum(declarationFlags)),
  incomeShare: z.number().nullable(),
  budgetShare: z.number().nullable(),
  lastPayingAge: z.number().nullable(),
  items: z.array(z.object({ item: z.enum(explanationItems), told: z.boolean() })),
  needsRecording: z.boolean(),
  declineCause: z.string().nullable(),
  decided: z.boolean(),
})

export type Choice = z.infer<typeof choiceSchema>

export const presentSchema = z.object({
  memberId: z.number().nullable(),
  name: z.string().trim().max(60),
  relation: z.string().trim().max(20),
})

export type Present = z.infer<typeof presentSchema>

const stepViewSchema = z.object({
  step: stepSchema,
  state: z.enum(['done', 'skipped', 'current', 'open', 'closed']),
  /** Rule names: what is missing here, or why the step is closed. */
  reasons: z.array(z.string()),
})

export type StepView = z.infer<typeof stepViewSchema>

/** What a diary holds of a meeting: with whom, when, where, and whether it goes on. */
const diary = {
  id: z.number(),
  clientId: z.number(),
  clientName: z.string(),
  staffName: z.string(),
  step: stepSchema,
  suspendedAt: z.number().nullable(),
  appointment: z.object({ date: z.string().nullable(), time: z.string(), place: z.string() }),
  createdAt: z.number(),
  changedAt: z.number(),
  endedAt: z.number().nullable(),
}

/** What is known of a meeting out of the dossier. */
const headSchema = z.object({
  leftEarly: z.boolean(),
  source: z.string(),
  number: z.number(),
  /** The colleague whose client was received (代接待); empty: nobody else's. */
  onBehalfOf: z.string(),
  needs: z.number(),
  intents: z.number(),
})

/** A meeting as lists show it. `head` is null while the dossier is shut for whoever asks. */
export const encounterLineSchema = z.object({ ...diary, head: headSchema.nullable() })

export type EncounterLine = z.infer<typeof encounterLineSchema>

export const encounterViewSchema = headSchema.extend({
  ...diary,
  seq: z.number(),
  /** False for a process version this product no longer knows: readable, nothing can be added. */
  alive: z.boolean(),
  continuesId: z.number().nullable(),
  present: z.array(presentSchema),
  steps: z.array(stepViewSchema),
  /** Every kind of event with the rules against it; an empty list means it may happen now. */
  events: z.array(z.object({ type: z.string(), reasons: z.array(z.string()) })),
  answers: z.array(z.object({ step: stepSchema, field: z.string(), value: z.string(), at: z.number() })),
  needList: z.array(needSchema),
  choices: z.array(choiceSchema),
  intentList: z.array(intentSchema),
  contact: contactPlanSchema.nullable(),
  /** The client asked not to be contacted for selling any more (practice 7). */
  contactBanned: z.boolean(),
  assessment: assessmentSchema
    .extend({ lastDay: z.string(), standing: z.enum(['valid', 'expired', 'unconfirmed']) })
    .nullable(),
  /** Days of the assessments known here, for the warning of order 2025-7 Art. 29. */
  assessmentDays: z.array(z.string()),
  clientType: z.string(),
  age: z.number().nullable(),
  /** What the bank's books say about the client, in fen. */
  assets: z.object({ asOf: z.string(), total: z.number() }).nullable(),
  /** Who asked for the move that waits for a supervisor; null: none waits. */
  moveAskedBy: z.number().nullable(),
  /** The last move asked for was sent back by somebody else. */
  moveDeclined: z.object({ by: z.string(), why: z.string() }).nullable(),
})

export type EncounterView = z.infer<typeof encounterViewSchema>
