import { z } from 'zod'
import { act, read, write } from '../procedure.ts'
import { readersSchema } from '../statement/contract.ts'
import { printoutSchema, ways } from './model.ts'

const id = z.number().int().positive()

/** Opaque to everybody but the desk. */
const jobSchema = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)

/** A line of the ledger and the job under which its pages are fetched. */
export const startedSchema = z.object({ printout: printoutSchema, job: jobSchema })

/** What a form's preview is answered with: its job, and the signs the bundled fonts can't print. */
export const previewSchema = z.object({ job: jobSchema, glyphs: z.array(z.string()) })

export const waySchema = z.enum(ways)

// Below, right null means: whoever may print this kind of form (`shared/printout/kinds.ts`); the desk asks per line.
export const printoutContract = {
  /** A preview: watermark, no number, nothing written. `glyphs` are the signs the bundled fonts can't print. */
  prepare: act('statement.print')
    .input(z.object({ clientId: id, readers: readersSchema }))
    .output(previewSchema),
  /** Ledger line and audit line first, then the paper. */
  start: write('statement.print', {
    clientId: id,
    readers: readersSchema,
    way: waySchema,
    glyphsAccepted: z.boolean(),
    /** The preview that was looked at: refused when the sheet would show anything else by now. */
    preview: jobSchema.optional(),
  }).output(startedSchema),
  /** The same number once more, after a failure. */
  again: write(null, { id }).output(startedSchema),
  /** A later copy of a good one: a new number, the same content. */
  duplicate: write(null, { id, way: waySchema }).output(startedSchema),
  /** How it ended, as the user saw it. */
  finish: write(null, {
    id,
    outcome: z.enum(['saved', 'taken', 'failed', 'void', 'cancelled']),
  }).output(printoutSchema),
  /** The signed copy came back, or a wrong one was taken back (or could not be). */
  giveBack: write(null, { id, returned: z.enum(['signed', 'recalled', 'lost']) }).output(printoutSchema),
  /** Judged anew at every look: a preview that no longer stands is refused. */
  page: read(null)
    .input(z.object({ job: jobSchema }))
    .output(z.object({ html: z.string(), fileName: z.string() })),
  list: read(null)
    .input(z.object({ clientId: id.optional(), before: id.optional() }))
    .output(z.object({ rows: z.array(printoutSchema), more: z.boolean() })),
}
