import { z } from 'zod'
import { act } from '../procedure.ts'

export const uploadLimit = 64 * 1024 * 1024
export const partLimit = 512 * 1024

const isBlob = (value: unknown): value is Blob =>
  typeof value === 'object' && value !== null && 'size' in value && 'arrayBuffer' in value

export const blobSchema = z.custom<Blob>(isBlob, 'blob')

/** A file on its way in: kept in the desk's memory only, dropped on lock, one at a time. */
export const uploadContract = {
  begin: act(null)
    .input(z.object({ name: z.string().min(1).max(255), size: z.number().int().min(1) }))
    .output(z.object({ id: z.number() })),
  part: act(null)
    .input(z.object({ id: z.number(), no: z.number().int().min(0), bytes: blobSchema }))
    .output(z.object({ received: z.number() })),
  drop: act(null)
    .input(z.object({ id: z.number() }))
    .output(z.object({})),
}
