import { z } from 'zod'
import { act, read } from '../procedure.ts'

export const backupContract = {
  /** Copies the whole vault, reopens the copy and checks it. */
  run: act('backup.run').output(z.object({ jobId: z.number() })),
  list: read(null).output(
    z.array(z.object({ name: z.string(), at: z.number(), bytes: z.number(), verified: z.boolean() })),
  ),
}
