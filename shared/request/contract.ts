import { z } from 'zod'
import { read, requestKeySchema } from '../procedure.ts'

/** After a deadline the window doesn't know whether its write was done: it asks here before it says so. */
export const requestContract = {
  outcome: read(null)
    .input(z.object({ requestKey: requestKeySchema }))
    .output(z.object({ done: z.boolean() })),
}
