import { z } from 'zod'
import { channelSchema, riskLevelSchema } from '../assessment/model.ts'
import { clientTypes } from '../client/model.ts'
import { contactChannelSchema } from '../contact/model.ts'
import { premiumSchema } from '../fit/declaration.ts'
import { explanationItems } from '../fit/explanation.ts'
import { declineCauseSchema } from '../intent/model.ts'
import { needInputSchema } from '../need/model.ts'
import { plainDateSchema } from '../plain-date.ts'
import { stepSchema } from './step.ts'

/** Keeping the type needs no word; another one does, as on the client's page (ID-01). */
export const judgements = ['kept', ...clientTypes] as const

export type Judgement = (typeof judgements)[number]

export const isReasoned = (judged: { readonly judgement: Judgement; readonly reason: string }): boolean =>
  judged.judgement === 'kept' || judged.reason.trim() !== ''

const id = z.number().int().positive()
const amount = z.number().int().positive()
const short = z.string().trim().max(60)
const words = z.string().trim().max(2000)
const plain = <T extends string>(type: T) => z.object({ type: z.literal(type) })

export const postponeReasons = ['client-asked', 'client-absent', 'manager-absent', 'branch', 'other'] as const
export const abortReasons = [
  'client-declined',
  'disturbed',
  'wrong-time',
  'opened-by-mistake',
  'other',
] as const
/** The default stands first (practice 7). */
export const skipReasons = ['not-needed-now', 'done-before', 'no-time', 'other'] as const
export const leaveReasons = ['called-away', 'family', 'no-time', 'other'] as const

/** What a window may send. The desk adds what it finds in its rows and asks the machine. */
export const sentEventSchema = z.discriminatedUnion('type', [
  plain('meeting.started').extend({ unscheduled: z.boolean() }),
  plain('step.completed').extend({ step: stepSchema }),
  plain('step.reopened').extend({ step: stepSchema }),
  plain('answer.given').extend({
    step: stepSchema,
    field: z.string().regex(/^[a-z][a-z-]{0,39}$/),
    value: z.string().max(4000),
  }),
  plain('need.recorded').extend({ needId: id.nullable(), need: needInputSchema }),
  plain('type.judged')
    .extend({ judgement: z.enum(judgements), reason: words })
    .refine(isReasoned, { path: ['reason'] }),
  plain('planning.skipped').extend({ reason: z.enum(skipReasons), note: words }),
  plain('product.introduced').extend({ productId: id }),
  plain('fit.chosen').extend({
    needId: id,
    productId: id,
    amount: amount.nullable(),
    premium: premiumSchema.nullable(),
    /** Number of the client's own written choice (insurance only); empty otherwise. */
    writtenChoice: short,
  }),
  plain('explanation.given').extend({ choiceId: id, items: z.array(z.enum(explanationItems)).max(20) }),
  plain('assessment.recorded').extend({
    level: riskLevelSchema,
    date: plainDateSchema,
    serial: short.min(1),
    channel: channelSchema.exclude(['import']),
    confirmedAgain: z.boolean(),
  }),
  plain('intent.agreed').extend({ choiceId: id, amount, recordingNumber: short, paperNumber: short }),
  plain('intent.declined').extend({ choiceId: id.nullable(), cause: declineCauseSchema, note: words }),
  plain('contact.agreed').extend({
    date: plainDateSchema,
    time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^$/),
    channel: contactChannelSchema,
  }),
  plain('contact.declined'),
  plain('contact.left-to-client'),
  plain('farewell.given'),
  plain('client.left-early').extend({ reason: z.enum(leaveReasons) }),
  plain('review.written'),
  plain('meeting.suspended'),
  plain('meeting.resumed'),
  plain('meeting.postponed').extend({
    reason: z.enum(postponeReasons),
    date: plainDateSchema.nullable(),
  }),
  plain('meeting.aborted').extend({ reason: z.enum(abortReasons) }),
  plain('meeting.moved').extend({ clientId: id, why: words.min(1) }),
])

export type SentEvent = z.infer<typeof sentEventSchema>
