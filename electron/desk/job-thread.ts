import { parentPort, workerData } from 'node:worker_threads'
import { join } from 'node:path'
import { openSecondConnection } from '../database/open.ts'
import { failureOfSqlite } from '../database/sqlite-failure.ts'
import { auditKeyOf } from '../audit/anchor.ts'
import { appendAudit } from '../audit/chain.ts'
import { databaseFile } from '../vault/state.ts'
import { framesOf } from '../log/log.ts'
import type { Failure } from '../../shared/failure.ts'
import { JobCancelled, JobRefused, type JobCall, type JobKind } from './job-kind.ts'
import { jobKinds } from './job-kinds.ts'
import type { JobMessage, JobStart } from './job-message.ts'
import { stampFor } from './stamp.ts'

// Its own connection to the same database: long reads here never hold up a keystroke on the main thread.

const start = workerData as JobStart
const say = (message: JobMessage): void => parentPort?.postMessage(message)
const monotonicBase = performance.now()

const callFor = (db: JobCall['db']): JobCall => {
  const flag = new Int32Array(start.cancelFlag)
  const vmk = Buffer.from(start.vmk)
  const auditKey = auditKeyOf({ vmk })
  const stamp = stampFor(
    start.session,
    start.boot,
    () => start.monotonicOffset + performance.now() - monotonicBase,
    start.channel,
  )
  let told = 0
  return {
    db,
    session: start.session,
    now: start.now,
    today: start.today,
    zone: start.zone,
    vaultFolder: start.vaultFolder,
    descriptor: start.descriptor,
    keys: {
      vaultId: start.vaultId,
      suite: start.suite,
      dbk: Buffer.from(start.dbk),
      vmk,
    },
    audit: (entry) => appendAudit(db, auditKey, stamp(start.now, entry)),
    progress: (done, total) => {
      // At most ~20 messages a second: a screen can't show more.
      const at = performance.now()
      if (done < total && at - told < 50) return
      told = at
      say({ kind: 'progress', done, total })
    },
    letOthersWrite: () => say({ kind: 'others-may-write' }),
    checkCancelled: () => {
      if (Atomics.load(flag, 0) === 1) throw new JobCancelled()
    },
  }
}

const failureOf = (error: unknown): Failure => {
  if (error instanceof JobCancelled) return { code: 'cancelled' }
  if (error instanceof JobRefused) return error.failure
  if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') return { code: 'disk-full' }
  return failureOfSqlite(error) ?? { code: 'bug', ref: '' }
}

const work = async (): Promise<void> => {
  const { handle, close } = openSecondConnection({
    path: join(start.vaultFolder, databaseFile),
    key: Buffer.from(start.dbk),
    suite: start.suite,
  })
  try {
    const kind = jobKinds[start.kind as keyof typeof jobKinds] as unknown as JobKind<unknown, unknown>
    say({ kind: 'done', output: await kind.run(callFor(handle), start.input) })
  } catch (error) {
    say({ kind: 'failed', failure: failureOf(error), frames: framesOf(error) })
  } finally {
    close()
  }
}

await work()
