import { z } from 'zod'
import { plainDateSchema } from '../plain-date.ts'
import { act, read } from '../procedure.ts'
import { intakeKinds, rejections, verdicts, warnings } from './model.ts'

const count = z.number().int().min(0)
const fen = z.number().int()
const previewId = z.number().int().positive()
const kindSchema = z.enum(intakeKinds)

export const countsSchema = z.object({
  new: count,
  updated: count,
  unchanged: count,
  repeated: count,
  rejected: count,
  /** Rows of sealed dossiers: kept behind the archive key until the opening. */
  sealed: count,
  warned: count,
  /** Clients of the newest book who are not in this one: kept with their old date. */
  missing: count,
})

export type Counts = z.infer<typeof countsSchema>

const ownerSchema = z.object({
  /** As in the file; empty: no owner named. */
  name: z.string(),
  clients: count,
  aum: fen,
  staffId: z.number().int().nullable(),
})

export const intakePreviewSchema = z.object({
  previewId,
  kind: kindSchema,
  fileName: z.string(),
  encoding: z.enum(['utf-8', 'gb18030', 'xlsx']),
  headerLine: z.number().int(),
  asOf: plainDateSchema.nullable(),
  /** The newest file of this kind taken in so far. */
  newest: plainDateSchema.nullable(),
  mapping: z.array(z.object({ field: z.string(), heading: z.string() })),
  unknownHeadings: z.array(z.string()),
  rows: count,
  counts: countsSchema,
  control: z.object({ sum: fen, stated: fen.nullable(), statedRows: count.nullable(), booked: fen }),
  owners: z.array(ownerSchema),
})

export type IntakePreview = z.infer<typeof intakePreviewSchema>

export const intakeLineSchema = z.object({
  line: z.number().int(),
  number: z.string(),
  /** Masked. */
  name: z.string(),
  verdict: z.enum(verdicts),
  reason: z.enum(rejections).nullable(),
  warnings: z.array(z.enum(warnings)),
  /** Field names; for a repeated row those in which the later row differs. */
  differences: z.array(z.string()),
  /** Of a repeated row: the line that counts. */
  by: z.number().int().nullable(),
})

export type IntakeLine = z.infer<typeof intakeLineSchema>

const filters = ['all', 'new', 'updated', 'unchanged', 'repeated', 'rejected', 'sealed', 'warned'] as const

export type LineFilter = (typeof filters)[number]

export const lineFilters: readonly LineFilter[] = filters

const resultSchema = z.object({
  kind: kindSchema,
  asOf: plainDateSchema,
  counts: countsSchema,
  written: count,
  booked: fen,
})

export type IntakeResult = z.infer<typeof resultSchema>

const jobSchema = z.object({ jobId: z.number().int() })

export const intakeContract = {
  /** Reads an uploaded file in the job thread; the job's number is the preview's. Nothing is written. */
  inspect: act('intake.run')
    .input(z.object({ uploadId: z.number().int(), kind: kindSchema }))
    .output(jobSchema),
  preview: read('intake.run').input(z.object({ previewId })).output(intakePreviewSchema),
  lines: read('intake.run')
    .input(z.object({ previewId, filter: z.enum(filters).default('all'), from: count.default(0) }))
    .output(z.object({ lines: z.array(intakeLineSchema), total: count })),
  /** Writes the whole file in one transaction; cancelling at any row leaves everything as it was. */
  apply: act('intake.run')
    .input(
      z.object({
        previewId,
        asOf: plainDateSchema,
        /** `new` adds a colleague without login; null leaves these clients without owner. */
        owners: z.array(
          z.object({ name: z.string(), staffId: z.union([z.number().int(), z.literal('new'), z.null()]) }),
        ),
      }),
    )
    .output(jobSchema),
  result: read('intake.run')
    .input(z.object({ jobId: z.number().int() }))
    .output(resultSchema),
  /** The newest file of each kind. */
  newest: read('client.read').output(
    z.array(
      z.object({
        kind: kindSchema,
        asOf: plainDateSchema,
        fileName: z.string(),
        by: z.string(),
        day: plainDateSchema,
      }),
    ),
  ),
}
