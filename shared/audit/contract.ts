import { z } from 'zod'
import { act, read, write } from '../procedure.ts'
import { damagedPagesSchema } from './damaged-pages.ts'

export const auditLineSchema = z.object({
  seq: z.number(),
  at: z.number(),
  staff: z.string(),
  channel: z.enum(['window', 'cli']),
  action: z.string(),
  object: z.string(),
  head: z.string(),
})

export const auditContract = {
  list: read('audit.read')
    .input(z.object({ before: z.number().nullable(), limit: z.number().int().min(1).max(200).default(50) }))
    .output(z.array(auditLineSchema)),
  /** Walks the whole chain in a job; the verdict comes as a notice and stands in `verdict`. */
  verify: act('audit.read').output(z.object({ jobId: z.number() })),
  verdict: read(null).output(
    damagedPagesSchema.extend({
      verdict: z.enum([
        'intact',
        'salvaged',
        'altered',
        'truncated',
        'replaced',
        'unanchored',
        'header-replaced',
        'damaged',
        'unchecked',
      ]),
      row: z.number().nullable(),
      at: z.number().nullable(),
    }),
  ),
  /** Somebody who answers for the branch knows what this salvage lost: it is told at no further unlock. */
  acknowledge: write('staff.manage', { salvage: z.number().int() }).output(
    z.object({ salvage: z.number().nullable() }),
  ),
}
