import type { JobKind } from '../desk/job-kind.ts'
import { verifyWhole, type Verdict } from './verify.ts'

/** The whole chain and every anchor, off the main thread. */
export const auditVerifyJob: JobKind<Record<string, never>, Verdict> = {
  writes: false,
  run: ({ db, vaultFolder, keys }) => verifyWhole({ db, folder: vaultFolder, keys }),
}
