import { z } from 'zod'
import { dossierStateSchema } from '../dossier/model.ts'
import { plainDateSchema } from '../plain-date.ts'
import { previewSchema, startedSchema, waySchema } from '../printout/contract.ts'
import { act, read, write } from '../procedure.ts'
import { clockSchema } from '../setting/contract.ts'
import { checkoutStates } from './checkout.ts'

const id = z.number().int().positive()
const ids = z.array(id).min(1).max(500)
const place = z.string().trim().min(1).max(20)
const purpose = z.string().trim().min(2).max(100)
const reason = z.string().trim().min(2).max(100)

/** Why a dossier is on the day's list. */
export const touchReasons = ['meeting', 'figure', 'consent', 'type', 'print', 'opened', 'held'] as const

export type TouchReason = (typeof touchReasons)[number]

const lateSchema = z.object({ days: z.number(), hours: z.number() })

/** One dossier on a list: what may stand outside it, nothing of what is in it. */
export const lineSchema = z.object({
  clientId: id,
  /** Masked for whoever may not see clients. */
  name: z.string(),
  clientNumber: z.string().nullable(),
  dossierNumber: z.string().nullable(),
  state: dossierStateSchema.nullable(),
  holderId: id.nullable(),
  holder: z.string(),
  place: z.string(),
  purpose: z.string(),
  since: z.number().nullable(),
  dueAt: z.number().nullable(),
  /** How long past its time, in the keeper's days and hours; null: in time. */
  late: lateSchema.nullable(),
})

export type DossierLine = z.infer<typeof lineSchema>

const touchedSchema = lineSchema.extend({ reasons: z.array(z.enum(touchReasons)), runs: z.boolean() })

export type TouchedLine = z.infer<typeof touchedSchema>

const waitingSchema = lineSchema.extend({ lastPlace: z.string(), isOwn: z.boolean() })

export type WaitingLine = z.infer<typeof waitingSchema>

export const loanSchema = z.object({
  id,
  staffId: id,
  staff: z.string(),
  fromDay: plainDateSchema,
  untilDay: plainDateSchema,
  grantedBy: z.string(),
  at: z.number(),
  revokedBy: z.string(),
  inForce: z.boolean(),
})

export type LoanLine = z.infer<typeof loanSchema>

export const checkoutSchema = z.object({
  id,
  clientId: id,
  name: z.string(),
  dossierNumber: z.string().nullable(),
  dossierState: dossierStateSchema.nullable(),
  staffId: id,
  staff: z.string(),
  purpose: z.string(),
  dueAt: z.number(),
  state: z.enum(checkoutStates),
  askedAt: z.number(),
  decidedBy: z.string(),
  reason: z.string(),
  late: lateSchema.nullable(),
})

export type CheckoutLine = z.infer<typeof checkoutSchema>

const registerRowSchema = z.object({
  id,
  at: z.number(),
  clientId: id,
  name: z.string(),
  clientNumber: z.string().nullable(),
  dossierNumber: z.string().nullable(),
  move: z.string(),
  by: z.string(),
  other: z.string(),
  purpose: z.string(),
  place: z.string(),
  dueAt: z.number().nullable(),
  note: z.string(),
})

export type RegisterRow = z.infer<typeof registerRowSchema>

/** One place of the cabinets: how many stand there, and whether one that belongs there is overdue. */
const placeSchema = z.object({ place: z.string(), count: z.number(), late: z.boolean() })

export type CabinetPlace = z.infer<typeof placeSchema>

const period = { from: plainDateSchema, until: plainDateSchema }
const sheet = { way: waySchema, glyphsAccepted: z.boolean() }

export const custodyContract = {
  /** Where one dossier is, without anything that is in it. */
  state: read('client.read')
    .input(z.object({ clientId: id }))
    .output(
      lineSchema.extend({
        isOwner: z.boolean(),
        hasLoan: z.boolean(),
        request: z.enum(checkoutStates).nullable(),
      }),
    ),
  counts: read('dossier.register').output(
    z.object({
      inCabinet: z.number(),
      out: z.number(),
      late: z.number(),
      waiting: z.number(),
      sealed: z.number(),
      places: z.array(placeSchema),
    }),
  ),
  /** 建档 by hand. */
  open: write('client.edit', { clientId: id }).output(z.object({ dossierNumber: z.string() })),
  /** 期初建账: everything that already stands in one cabinet. */
  book: act('settings.edit')
    .input(z.object({ ownerId: id.nullable(), place }))
    .output(z.object({ booked: z.number() })),
  /** Today's list of whoever asks, what he handed in and waits, and whether the keeper has gone home. */
  today: read('dossier.hand-in').output(
    z.object({ rows: z.array(touchedSchema), given: z.array(lineSchema), closed: z.boolean() }),
  ),
  handIn: write('dossier.hand-in', { clientIds: ids }).output(z.object({ given: z.number() })),
  withdraw: write('dossier.hand-in', { clientId: id }).output(z.object({})),
  waiting: read('dossier.accept').output(z.array(waitingSchema)),
  accept: write('dossier.accept', {
    items: z
      .array(z.object({ clientId: id, place }))
      .min(1)
      .max(500),
  }).output(z.object({ accepted: z.number() })),
  sendBack: write('dossier.accept', { clientId: id, reason }).output(z.object({})),
  /** Everything somebody has out. */
  out: read('dossier.register').output(z.object({ rows: z.array(lineSchema), closed: z.boolean() })),
  /** Own clients in the cabinet, and whether a standing loan lets them be taken. */
  own: read('dossier.take-out').output(z.object({ rows: z.array(lineSchema), hasLoan: z.boolean() })),
  takeOut: write('dossier.take-out', { clientIds: ids }).output(z.object({ taken: z.number() })),
  loans: read('dossier.register').output(z.array(loanSchema)),
  grantLoan: write('dossier.grant-loan', { staffId: id, ...period }).output(z.object({ id })),
  revokeLoan: write('dossier.grant-loan', { id }).output(z.object({})),
  ask: write('dossier.request', {
    clientId: id,
    purpose,
    dueDay: plainDateSchema,
    dueClock: clockSchema,
  }).output(z.object({ id })),
  withdrawRequest: write('dossier.request', { id }).output(z.object({})),
  approve: write('dossier.approve', { id }).output(z.object({})),
  decline: write('dossier.approve', { id, reason }).output(z.object({})),
  issue: write('dossier.accept', { id }).output(z.object({})),
  /** Own requests; all open ones for those who approve or issue. */
  requests: read(null).output(z.array(checkoutSchema)),
  register: read('dossier.register')
    .input(
      z.object({
        ...period,
        /** A client or dossier number, whole or its last four. */
        number: z.string().trim().max(40).default(''),
        staffId: id.nullable().default(null),
        before: id.optional(),
      }),
    )
    .output(z.object({ rows: z.array(registerRowSchema), more: z.boolean() })),
  prepareRegister: act('dossier.register').input(z.object(period)).output(previewSchema),
  printRegister: write('dossier.register', { ...period, ...sheet }).output(startedSchema),
  /** The slip of what one person handed in today, for both signatures. */
  prepareHandIn: act('dossier.hand-in').output(previewSchema),
  printHandIn: write('dossier.hand-in', sheet).output(startedSchema),
}
