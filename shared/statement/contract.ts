import { z } from 'zod'
import { read } from '../procedure.ts'
import { statementContentSchema } from './content.ts'

export const readersSchema = z.array(z.number().int().positive()).min(1).max(20)

export const statementContract = {
  /** Tables, totals, ratios and chart values as these readers may see them. */
  view: read('client.read')
    .input(z.object({ clientId: z.number().int().positive(), readers: readersSchema }))
    .output(statementContentSchema),
}
