import { z } from 'zod'
import { read, write } from '../procedure.ts'
import { figureInput, figureSchema, reachSchema } from './model.ts'

const clientAndMeeting = { clientId: z.number(), encounterId: z.number().optional() }

/** The bank's own class totals: shown beside the typed figures, changed by imports only. */
export const bankFigureSchema = figureSchema
  .omit({ id: true, seq: true, place: true, source: true })
  .extend({ source: z.literal('bank') })

export type BankFigure = z.infer<typeof bankFigureSchema>

export const figureContract = {
  /** The manager's own sheet: everything of this household, with owner and reach. */
  list: read('client.read')
    .input(z.object(clientAndMeeting))
    .output(
      z.object({
        figures: z.array(figureSchema),
        bank: z.array(bankFigureSchema),
        /** Reach a new figure starts with: those present. */
        startReach: reachSchema,
        today: z.string(),
      }),
    ),
  put: write('client.edit', {
    ...clientAndMeeting,
    ...figureInput,
    /** Who heard it, when it is typed after the meeting. */
    present: z.array(z.number()).max(20).optional(),
    id: z.number().optional(),
    seq: z.number().optional(),
  }).output(figureSchema),
  remove: write('client.edit', { clientId: z.number(), id: z.number(), seq: z.number() }).output(
    z.object({}),
  ),
  /** Earlier values of one figure, newest first. */
  history: read('client.read')
    .input(z.object({ clientId: z.number(), id: z.number() }))
    .output(z.array(figureSchema.extend({ at: z.number(), by: z.string(), removed: z.boolean() }))),
}
