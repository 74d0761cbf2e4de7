import type { JobKind } from './job-kind.ts'
import { backupJob } from '../backup/backup-job.ts'
import { copyJob } from '../backup/copy-job.ts'
import { drillJob } from '../backup/drill-job.ts'
import { reserveJob } from '../backup/reserve-job.ts'
import { auditVerifyJob } from '../audit/verify-job.ts'
import { applyJob } from '../intake/apply-job.ts'
import { inspectJob } from '../intake/inspect-job.ts'
import { purgeJob } from '../seal/purge-job.ts'
import { openJob, sealJob } from '../seal/seal-job.ts'

/** Everything that runs in the job thread. One line per job. */
export const jobKinds = {
  'audit.verify': auditVerifyJob,
  'backup.run': backupJob,
  'backup.copy': copyJob,
  'backup.drill': drillJob,
  'reserve.keep': reserveJob,
  'intake.apply': applyJob,
  'intake.inspect': inspectJob,
  'seal.open': openJob,
  'seal.purge': purgeJob,
  'seal.run': sealJob,
} as const

export type JobKinds = typeof jobKinds
export type JobName = keyof JobKinds
export type JobInput<N extends JobName> = JobKinds[N] extends JobKind<infer I, infer _O> ? I : never
export type JobOutput<N extends JobName> = JobKinds[N] extends JobKind<infer _I, infer O> ? Awaited<O> : never
