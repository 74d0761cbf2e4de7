import { z } from 'zod'

/** Pages of the database that can't be read: the first ones by number, and how many more there are. */
export const damagedPagesSchema = z.object({ pages: z.array(z.number()), more: z.number() })
export type DamagedPages = z.infer<typeof damagedPagesSchema>

const shown = 20

export const listPages = (all: readonly number[]): DamagedPages => ({
  pages: all.slice(0, shown),
  more: Math.max(0, all.length - shown),
})
