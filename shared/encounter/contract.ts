import { z } from 'zod'
import { contactSourceSchema } from '../contact/model.ts'
import { plainDateSchema } from '../plain-date.ts'
import { act, read, write } from '../procedure.ts'
import { faceSchema } from './face.ts'
import { sentEventSchema } from './sent.ts'
import { stepSchema } from './step.ts'
import { encounterLineSchema, encounterViewSchema, fitReportSchema, presentSchema } from './view.ts'

const id = z.number().int().positive()

/** One page that shows a client's face, on one screen; random, and only as long as the page stands. */
const faceKey = z.string().min(8).max(64)

const shelfLineSchema = z.object({
  productId: z.number(),
  code: z.string(),
  name: z.string(),
  kind: z.string(),
  level: z.number(),
  termDays: z.number().nullable(),
  minimum: z.number(),
  report: fitReportSchema,
  isInsurance: z.boolean(),
  chosen: z.boolean(),
})

export type ShelfLine = z.infer<typeof shelfLineSchema>

// Mostly two of one name: the birth date tells them apart.
const movedSchema = z.object({ name: z.string(), birthDate: plainDateSchema.nullable() })

const moveSchema = z.object({
  id: z.number(),
  encounterId: z.number(),
  number: z.number(),
  from: movedSchema,
  to: movedSchema,
  why: z.string(),
  requestedBy: z.string(),
  requestedAt: z.number(),
  /** Asked for by whoever looks at the list: he may take it back, and never confirms it. */
  isOwn: z.boolean(),
  /** Both dossiers are out with the one who asked; until then it can't be confirmed. */
  isReady: z.boolean(),
})

const scriptSchema = z.object({
  kind: z.enum(['words', 'rule', 'action']),
  id: z.string(),
  zh: z.string(),
  en: z.string(),
})

export const encounterContract = {
  start: write('encounter.lead', {
    clientId: id,
    source: contactSourceSchema,
    /** Null: the client is here, unannounced; preparation skips itself (未预约). */
    appointment: z
      .object({
        date: plainDateSchema,
        time: z.string().max(5),
        place: z.string().trim().max(60),
      })
      .nullable(),
    present: z.array(presentSchema).max(20),
    /** The earlier meeting whose needs are carried over (续谈). */
    continues: id.nullable(),
  }).output(z.object({ id: z.number() })),
  get: read('encounter.lead').input(z.object({ id })).output(encounterViewSchema),
  /** Own meetings that are not over, or all that are over of one client. */
  list: read('encounter.lead')
    .input(z.object({ clientId: id.nullable(), over: z.boolean() }))
    .output(z.array(encounterLineSchema)),
  send: write('encounter.lead', { id, seq: z.number().int().nonnegative(), event: sentEventSchema }).output(
    encounterViewSchema,
  ),
  /** The shelf as it looks for this client and this need. Products not open to the person are not in it. */
  shelf: read('encounter.lead')
    .input(z.object({ id, needId: id.nullable() }))
    .output(z.array(shelfLineSchema)),
  /** From here on the client looks at the screen: no internal form is shown or printed (practice 10). */
  face: read('encounter.lead')
    .input(z.object({ id, face: faceKey }))
    .output(faceSchema),
  leaveFace: act('encounter.lead')
    .input(z.object({ face: faceKey }))
    .output(z.object({})),
  script: read('encounter.lead')
    .input(z.object({ step: stepSchema }))
    .output(z.array(scriptSchema)),
  moves: read('encounter.supervise').output(z.array(moveSchema)),
  confirmMove: write('encounter.supervise', { moveId: id }).output(z.object({})),
  declineMove: write('encounter.supervise', {
    moveId: id,
    why: z.string().trim().min(1).max(200),
  }).output(z.object({})),
  /** By who asked for it, of a meeting. */
  withdrawMove: write('encounter.lead', { id }).output(z.object({})),
}
