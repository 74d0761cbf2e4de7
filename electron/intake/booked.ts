import type { Parsed } from './parse.ts'

/** What the file adds up to when every client counts once. */
export const bookedOf = (parsed: Parsed): number =>
  parsed.kind === 'client-book' ? parsed.merged.kept.reduce((sum, { row }) => sum + row.amounts.aum, 0) : 0
