import { z } from 'zod'
import { plainDateSchema } from '../plain-date.ts'
import { dossierTagSchema } from '../dossier/model.ts'
import { read, write } from '../procedure.ts'
import { riskLevelSchema } from '../assessment/model.ts'
import { contactChannelSchema } from '../contact/model.ts'
import { clientTypes, documentKinds, sexes } from './model.ts'
import { revealFields, revealReasons } from '../reveal/model.ts'

const id = z.number().int().positive()
const typeSchema = z.enum(clientTypes)
const fen = z.number().int()

/** One line of a client's past. `title` and `words` are text keys; `note` is somebody's own words. */
export const timelineLineSchema = z.object({
  key: z.string(),
  at: z.number(),
  title: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  words: z.array(z.string()).optional(),
  note: z.string(),
  by: z.string(),
  /** Where a click leads; null: nowhere. */
  route: z.string().nullable(),
})

export type TimelineLine = z.infer<typeof timelineLineSchema>

const ratingSchema = z.object({
  level: riskLevelSchema.nullable(),
  date: plainDateSchema.nullable(),
  standing: z.enum(['none', 'valid', 'expired']),
})

export type Rating = z.infer<typeof ratingSchema>

const listRowSchema = z.object({
  id,
  number: z.string().nullable(),
  name: z.string(),
  sex: z.enum(sexes),
  age: z.number().int().nullable(),
  /** Type and rating are in the dossier: null while that one is shut for whoever asks. */
  type: typeSchema.nullable(),
  typeConfirmed: z.boolean(),
  owner: z.string(),
  nextOwner: z.string(),
  aum: fen,
  asOf: plainDateSchema.nullable(),
  rating: ratingSchema.nullable(),
  /** Null: it lies open. */
  dossier: dossierTagSchema.nullable(),
})

export type ClientRow = z.infer<typeof listRowSchema>

const cursorSchema = z.object({ aum: fen, id })

export const ownerFilterSchema = z.union([z.literal('all'), z.literal('none'), id])

export type OwnerFilter = z.infer<typeof ownerFilterSchema>

const countSchema = z.object({
  ownerId: id.nullable(),
  owner: z.string(),
  clients: z.number().int(),
  aum: fen,
})

export type OwnerCount = z.infer<typeof countSchema>

export const positionSchema = z.object({
  asOf: plainDateSchema,
  aum: fen,
  demand: fen,
  time: fen,
  wealth: fen,
  fund: fen,
  insurance: fen,
  bond: fen,
  metal: fen,
  loan: fen,
})

const typeLineSchema = z.object({
  type: typeSchema,
  confirmed: z.boolean(),
  reason: z.string(),
  by: z.string(),
  day: plainDateSchema,
})

/** Somebody else of the same name: the two are always shown together with what tells them apart (practice §3). */
export const namesakeSchema = z.object({
  id,
  name: z.string(),
  birthDate: plainDateSchema.nullable(),
  numberTail: z.string(),
  owner: z.string(),
})

/** What was agreed to happen next: a meeting with a date, a call or visit, or the client will get in touch. */
export const nextContactSchema = z.object({
  kind: z.enum(['meeting', 'agreed', 'call-back', 'left-to-client']),
  date: plainDateSchema.nullable(),
  time: z.string(),
  channel: contactChannelSchema.nullable(),
})

export type NextContact = z.infer<typeof nextContactSchema>

export const clientPageSchema = z.object({
  id,
  seq: z.number().int(),
  number: z.string().nullable(),
  dossierNumber: z.string().nullable(),
  name: z.string(),
  sex: z.enum(sexes),
  birthDate: plainDateSchema.nullable(),
  age: z.number().int().nullable(),
  documentKind: z.enum(documentKinds),
  /** Masked on the desk, like the phone; `client.reveal` opens one of them and leaves an audit line. */
  documentNumber: z.string(),
  idDoubtful: z.boolean(),
  phone: z.string(),
  employer: z.string(),
  occupation: z.string(),
  ownerId: id.nullable(),
  owner: z.string(),
  nextOwner: z.string(),
  /** Whether the person who looks may take this client over. */
  mayTake: z.boolean(),
  type: typeSchema,
  typeConfirmed: z.boolean(),
  types: z.array(typeLineSchema),
  rating: ratingSchema,
  /** The day the client asked not to be contacted for selling any more; null: never. */
  contactBannedOn: plainDateSchema.nullable(),
  nextContact: nextContactSchema.nullable(),
  position: positionSchema.nullable(),
  timeline: z.array(timelineLineSchema.extend({ day: plainDateSchema, time: z.string() })),
  namesakes: z.array(namesakeSchema),
})

export type ClientPage = z.infer<typeof clientPageSchema>

export const clientContract = {
  /** One by type holds only those whose dossier lies open for whoever asks. */
  list: read('client.read')
    .input(
      z.object({
        owner: ownerFilterSchema.default('all'),
        type: z.union([z.literal('all'), typeSchema]).default('all'),
        after: cursorSchema.nullable().default(null),
      }),
    )
    .output(z.object({ rows: z.array(listRowSchema), next: cursorSchema.nullable() })),
  counts: read('client.read').output(
    z.object({
      owners: z.array(countSchema),
      clients: z.number().int(),
      aum: fen,
      asOf: plainDateSchema.nullable(),
    }),
  ),
  page: read('client.read').input(z.object({ id })).output(clientPageSchema),
  reveal: read('client.reveal')
    .input(
      z.object({
        id,
        field: z.enum(revealFields),
        reason: z.enum(revealReasons),
        words: z.string().trim().max(100).default(''),
      }),
    )
    .output(z.object({ value: z.string() })),
  /** Taking a client nobody has or one handed over; the head of the centre gives anybody's. */
  setOwner: write('client.read', { id, seq: z.number().int(), ownerId: id.nullable() }).output(
    z.object({ seq: z.number().int() }),
  ),
  setType: write('client.edit', {
    id,
    seq: z.number().int(),
    type: typeSchema,
    reason: z.string().trim().min(1).max(200),
  }).output(z.object({ seq: z.number().int() })),
}
