import { z } from 'zod'
import { reachSchema } from '../figure/model.ts'
import { plainDateSchema } from '../plain-date.ts'
import { read, write } from '../procedure.ts'

/** F40 as a recorded answer: who agreed that whom may see what, by which paper. */
export const consentSchema = z.object({
  id: z.number(),
  memberId: z.number(),
  reach: reachSchema,
  /** Covers what the bank knows from its own books. */
  bank: z.boolean(),
  paper: z.string(),
  signedOn: z.string(),
  endedOn: z.string().nullable(),
  figures: z.number(),
})

export type Consent = z.infer<typeof consentSchema>

export const consentContract = {
  list: read('client.read')
    .input(z.object({ clientId: z.number() }))
    .output(z.array(consentSchema)),
  /** Widens the named figures of this owner; figures told later keep the reach they were told with. */
  record: write('client.edit', {
    clientId: z.number(),
    memberId: z.number(),
    reach: reachSchema,
    bank: z.boolean(),
    figureIds: z.array(z.number()).max(200),
    paper: z.string().trim().min(1).max(40),
    signedOn: plainDateSchema,
  }).output(consentSchema),
  /** As easy as giving it (PIPL art. 15): from now on everything has its old reach again. */
  withdraw: write('client.edit', { clientId: z.number(), id: z.number() }).output(consentSchema),
}
