import type { IntakeKind } from '../../shared/intake/model.ts'
import { JobRefused, type JobKind } from '../desk/job-kind.ts'
import { parseIntake, type InFile, type Parsed } from './parse.ts'

/** Reads and checks a file away from the keyboard; writes nothing. */
export const inspectJob: JobKind<{ readonly kind: IntakeKind; readonly file: InFile }, Parsed> = {
  writes: false,
  run: async (call, { kind, file }) => {
    const parsed = await parseIntake(kind, file, call.today, (done, total) => {
      call.checkCancelled()
      call.progress(done, total)
    })
    if (!parsed.ok) throw new JobRefused(parsed.failure)
    return parsed.value
  },
}
