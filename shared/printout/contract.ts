import { z } from 'zod'
import { act, read, write } from '../procedure.ts'
import { readersSchema } from '../statement/contract.ts'
import { printoutSchema, ways } from './model.ts'

const id = z.number().int().positive()

/** Opaque to everybody but the desk. */
const jobSchema = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)

const started = z.object({ printout: printoutSchema, job: jobSchema })

export const printoutContract = {
  /** A preview: watermark, no number, nothing written. `glyphs` are the signs the bundled fonts can't print. */
  prepare: act('statement.print')
    .input(z.object({ clientId: id, readers: readersSchema }))
    .output(z.object({ job: jobSchema, glyphs: z.array(z.string()) })),
  /** Ledger line and audit line first, then the paper. */
  start: write('statement.print', {
    clientId: id,
    readers: readersSchema,
    way: z.enum(ways),
    glyphsAccepted: z.boolean(),
  }).output(started),
  /** The same number once more, after a failure. */
  again: write('statement.print', { id }).output(started),
  /** A later copy of a good one: a new number, the same content. */
  duplicate: write('statement.print', { id, way: z.enum(ways) }).output(started),
  /** How it ended, as the user saw it. */
  finish: write('statement.print', {
    id,
    outcome: z.enum(['saved', 'taken', 'failed', 'void', 'cancelled']),
  }).output(printoutSchema),
  /** The signed copy came back, or a wrong one was taken back (or could not be). */
  giveBack: write('statement.print', { id, returned: z.enum(['signed', 'recalled', 'lost']) }).output(
    printoutSchema,
  ),
  page: read('statement.print')
    .input(z.object({ job: jobSchema }))
    .output(z.object({ html: z.string(), fileName: z.string() })),
  list: read('client.read')
    .input(z.object({ clientId: id.optional(), before: id.optional() }))
    .output(z.object({ rows: z.array(printoutSchema), more: z.boolean() })),
}
