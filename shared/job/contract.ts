import { z } from 'zod'
import { failureSchema } from '../failure.ts'
import { act, read } from '../procedure.ts'

export const jobViewSchema = z.object({
  id: z.number(),
  kind: z.string(),
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  done: z.number(),
  total: z.number(),
  failure: failureSchema.nullable(),
})

export type JobView = z.infer<typeof jobViewSchema>

/** Long work: one at a time, with progress; its result is fetched from the feature that started it. */
export const jobContract = {
  state: read(null)
    .input(z.object({ id: z.number() }))
    .output(jobViewSchema),
  cancel: act(null)
    .input(z.object({ id: z.number() }))
    .output(jobViewSchema),
}
