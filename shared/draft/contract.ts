import { z } from 'zod'
import { read, write } from '../procedure.ts'

const place = z.string().min(1).max(200)
const field = z.string().min(1).max(120)

/** Unsaved input, kept per person so that a lock or a crash comes back to the same half sentence. */
export const draftContract = {
  list: read(null)
    .input(z.object({ place }))
    .output(z.array(z.object({ field: z.string(), value: z.string(), at: z.number() }))),
  put: write(null, { place, field, value: z.string().max(20_000) }).output(z.object({ at: z.number() })),
  drop: write(null, { place, field: field.optional() }).output(z.object({})),
}
