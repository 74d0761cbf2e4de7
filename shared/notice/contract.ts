import { z } from 'zod'
import { damagedPagesSchema } from '../audit/damaged-pages.ts'
import { read } from '../procedure.ts'

export const noticeSchema = z.discriminatedUnion('kind', [
  z.object({ seq: z.number(), kind: z.literal('changed'), topics: z.array(z.string()) }),
  z.object({ seq: z.number(), kind: z.literal('job'), jobId: z.number() }),
  /** The desk is on its way out: everything leaves the screen at once. */
  z.object({ seq: z.number(), kind: z.literal('locked') }),
  z.object({ seq: z.number(), kind: z.literal('backup-failed') }),
  /** The disk was full and the ballast was given up: the same save goes through now. */
  z.object({ seq: z.number(), kind: z.literal('reserve-freed') }),
  z.object({ seq: z.number(), kind: z.literal('locked-soon'), seconds: z.number() }),
  /** In a meeting: nothing but the neutral cover on the screen, or back to what was there. */
  z.object({ seq: z.number(), kind: z.literal('covered'), isUp: z.boolean() }),
  damagedPagesSchema.extend({
    seq: z.number(),
    kind: z.literal('verdict'),
    verdict: z.string(),
    row: z.number().nullable(),
    /** The salvage whose losses nobody has acknowledged yet. */
    salvage: z.number().nullable(),
  }),
  /** The write-ahead log is larger than it may get and can't be emptied. */
  z.object({ seq: z.number(), kind: z.literal('log-grown'), mebibytes: z.number() }),
])

export type Notice = z.infer<typeof noticeSchema>

export const noticeContract = {
  /** A long poll: answers when something happened after `after`, or empty after at most 25 s. */
  next: read(null)
    .input(z.object({ after: z.number(), waitMs: z.number().int().min(0).max(25_000).default(25_000) }))
    .output(z.object({ last: z.number(), notices: z.array(noticeSchema) })),
}
