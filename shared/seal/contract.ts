import { z } from 'zod'
import { plainDateSchema } from '../plain-date.ts'
import { previewSchema, startedSchema, waySchema } from '../printout/contract.ts'
import { act, read, write } from '../procedure.ts'
import { sealReasons } from './model.ts'

const id = z.number().int().positive()
const reason = z.enum(sealReasons)
const words = z.string().trim().min(1).max(200)
const job = z.object({ jobId: z.number().int() })

/** All that is known of somebody without opening the file (practice 1). */
const whoSchema = z.object({
  clientId: id,
  /** Masked. */
  name: z.string(),
  number: z.string().nullable(),
  dossierNumber: z.string().nullable(),
  owner: z.string(),
})

/** Null, and no note, for whoever is not to know it. */
const why = { reason: reason.nullable(), note: z.string() }

const proposalSchema = whoSchema.extend({
  id,
  ...why,
  by: z.string(),
  at: z.number(),
  /** Whether the person who looks proposed it: then another has to do it. */
  isOwn: z.boolean(),
})

export type SealProposal = z.infer<typeof proposalSchema>

const sealedSchema = whoSchema.extend({
  place: z.string(),
  retainUntil: plainDateSchema.nullable(),
  aum: z.number().int(),
  asOf: plainDateSchema.nullable(),
  ...why,
  proposedBy: z.string(),
  sealedBy: z.string(),
  sealedAt: z.number(),
  sha256: z.string(),
  auditSeq: z.number().int(),
  auditHead: z.string(),
  /** Rows of client books that wait for the opening. */
  waiting: z.number().int(),
  /** The file is not where it should be: an alarm. */
  isMissing: z.boolean(),
})

export type SealedView = z.infer<typeof sealedSchema>

const emergencySchema = z.object({
  id,
  name: z.string(),
  number: z.string().nullable(),
  by: z.string(),
  second: z.string(),
  way: z.enum(['key', 'card']),
  reason: z.string(),
  at: z.number(),
})

export type SealEmergency = z.infer<typeof emergencySchema>

const cardSchema = z.object({ words: z.array(z.string()), code: z.string(), ask: z.array(z.number().int()) })

const copiesSchema = z.object({
  count: z.number().int(),
  until: plainDateSchema.nullable(),
  away: z.enum(['none', 'seen', 'unknown']),
  elsewhere: z.boolean(),
  quarantine: z.array(z.string()).readonly(),
})

export const sealContract = {
  /** What is asked and what is closed of one client. */
  of: read('client.read')
    .input(z.object({ clientId: id }))
    .output(z.object({ proposal: proposalSchema.nullable(), sealed: sealedSchema.nullable() })),
  proposals: read('dossier.register').output(z.array(proposalSchema)),
  /** Stubs only; found by a client or dossier number, by a keeper also by the full name (its keyed hash). */
  sealed: read('dossier.register')
    .input(z.object({ find: z.string().trim().max(60).default('') }))
    .output(z.array(sealedSchema)),
  /** What has to be known before the act: copies that still hold the open dossier, and how long. */
  olderCopies: read('dossier.register').output(copiesSchema),
  /** Older backups that still hold something sealed since, and who asked to be rid of them. */
  copies: read('dossier.register').output(
    copiesSchema.extend({
      request: z.object({ id, by: z.string(), at: z.number(), isOwn: z.boolean() }).nullable(),
    }),
  ),
  /** The keeper asks, the head agrees: a new backup is made, and the older ones are removed, here and on the second target (decisions 2). */
  askPurge: write('dossier.seal', {}).output(z.object({ id })),
  purge: act('backup.run').input(z.object({ id })).output(job),
  propose: write('dossier.propose-seal', { clientId: id, reason, note: z.string().trim().max(200) }).output(
    z.object({ id }),
  ),
  withdraw: write('dossier.propose-seal', { id }).output(z.object({})),
  refuse: write('dossier.seal', { id, why: words }).output(z.object({})),
  /** Closes the dossier behind the archive key; the proposer can't. */
  run: act('dossier.seal')
    .input(z.object({ proposalId: id }))
    .output(job),
  /** Needs the archive key in this very session. */
  open: act('dossier.open')
    .input(z.object({ clientId: id, reason: words }))
    .output(job),
  /** Without a keeper: the head of the centre, a second person's passphrase and, without a key, the recovery card. */
  openEmergency: act('dossier.emergency')
    .input(
      z.object({
        clientId: id,
        reason: words,
        secondSlotId: z.string().min(1).max(64),
        passphrase: z.string().min(1).max(200),
        card: z.string().max(400).default(''),
      }),
    )
    .output(z.object({ card: cardSchema.nullable() })),
  /** What a keeper has to see before anything else, and stubs whose file is gone. */
  alarms: read('dossier.register').output(
    z.object({ emergencies: z.array(emergencySchema), missing: z.array(whoSchema) }),
  ),
  /** 封存证明: a preview, and its line in the print ledger. */
  prepareCertificate: act('dossier.register')
    .input(z.object({ clientId: id }))
    .output(previewSchema),
  startCertificate: write('dossier.register', {
    clientId: id,
    way: waySchema,
    glyphsAccepted: z.boolean(),
  }).output(startedSchema),
  acknowledge: write('dossier.open', { id }).output(z.object({})),
}
