import { z } from 'zod'
import { sexes } from '../client/model.ts'
import { dossierTagSchema } from '../dossier/model.ts'
import { plainDateSchema } from '../plain-date.ts'
import { read } from '../procedure.ts'

const foundSchema = z.object({
  id: z.number().int(),
  name: z.string(),
  sex: z.enum(sexes),
  birthDate: plainDateSchema.nullable(),
  numberTail: z.string(),
  dossierNumber: z.string().nullable(),
  /** Masked; empty while the dossier is shut for whoever asks. Birth date and number tell people apart all the same. */
  phone: z.string(),
  owner: z.string(),
  /** Others bear the same name: they stand next to each other, with what tells them apart. */
  namesake: z.boolean(),
  /** Null: the dossier lies open. */
  dossier: dossierTagSchema.nullable(),
})

export type Found = z.infer<typeof foundSchema>

export const searchContract = {
  /** A sealed client is found by client or dossier number; by his full name only by a keeper (decisions 2). */
  find: read('client.read')
    .input(z.object({ q: z.string().max(80) }))
    .output(z.object({ rows: z.array(foundSchema), hint: z.enum(['none', 'tail-or-whole', 'more']) })),
}
