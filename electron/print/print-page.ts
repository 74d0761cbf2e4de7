import { z } from 'zod'

/** A sheet as the desk makes it: static HTML without script, and the name its file is to have. */
const pageSchema = z.object({ html: z.string(), fileName: z.string().optional() })
export type PrintPage = z.infer<typeof pageSchema>

type Call = (path: readonly string[], input: unknown) => Promise<unknown>

export const loadPrintPage = async (call: Call, job: string): Promise<PrintPage> =>
  pageSchema.parse(await call(['printout', 'page'], { job }))
