import type { IntakeKind } from '../../shared/intake/model.ts'
import { ownersOf } from '../../shared/intake/owners.ts'
import type { Read } from '../database/handle.ts'
import { JobRefused, type JobKind } from '../desk/job-kind.ts'
import { bookedOf } from './booked.ts'
import { countLines, judgeLines } from './judge.ts'
import { missingFrom } from './missing.ts'
import { parseIntake, type InFile, type Parsed } from './parse.ts'
import type { Inspected } from './waiting.ts'

const inspected = (db: Read, parsed: Parsed): Inspected => {
  const lines = judgeLines(db, parsed)
  return {
    parsed,
    lines,
    counts: countLines(lines, missingFrom(db, parsed)),
    owners: parsed.kind === 'client-book' ? ownersOf(parsed.merged.kept) : [],
    booked: bookedOf(parsed),
  }
}

/** Reads, checks and compares a file away from the keyboard; writes nothing. */
export const inspectJob: JobKind<{ readonly kind: IntakeKind; readonly file: InFile }, Inspected> = {
  writes: false,
  run: async (call, { kind, file }) => {
    const parsed = await parseIntake(kind, file, call.today, (done, total) => {
      call.checkCancelled()
      call.progress(done, total)
    })
    if (!parsed.ok) throw new JobRefused(parsed.failure)
    return inspected(call.db, parsed.value)
  },
}
