import type { Read } from '../database/handle.ts'
import type { Parsed } from './parse.ts'

/** How many clients of the newest book are not in this file; they keep their figures with their old date. */
export const missingFrom = (db: Read, parsed: Parsed): number => {
  if (parsed.kind !== 'client-book') return 0
  // A rejected row still shows that the client is there.
  const there = new Set([
    ...parsed.merged.kept.map(({ row }) => row.number),
    ...parsed.sheet.rejected.map(({ number }) => number),
  ])
  const current = db.all<{ number: string }>(
    'SELECT number FROM client WHERE number IS NOT NULL AND as_of = (SELECT max(as_of) FROM client)',
  )
  return current.filter(({ number }) => !there.has(number)).length
}
