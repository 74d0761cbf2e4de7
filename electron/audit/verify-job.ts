import type { Read } from '../database/handle.ts'
import { failureOfSqlite } from '../database/sqlite-failure.ts'
import type { JobCall, JobKind } from '../desk/job-kind.ts'
import { verifyWhole, type Verdict } from './verify.ts'

export type Checked = { readonly kind: Verdict['kind'] | 'damaged'; readonly row: number | null }

const damaged: Checked = { kind: 'damaged', row: null }

const isSound = (db: Read): boolean =>
  db.all<{ quick_check: string }>('PRAGMA quick_check').every((line) => line.quick_check === 'ok')

const check = ({ db, vaultFolder, keys }: JobCall): Checked => {
  if (!isSound(db)) return damaged
  const { kind, row } = verifyWhole({ db, folder: vaultFolder, keys })
  return { kind, row }
}

/** Every page of the database, then the whole chain and every anchor, off the main thread. */
export const auditVerifyJob: JobKind<Record<string, never>, Checked> = {
  writes: false,
  run: (call) => {
    try {
      return check(call)
    } catch (error) {
      // A page whose seal is broken is not listed by the check: it ends it.
      if (failureOfSqlite(error)?.code === 'damaged') return damaged
      throw error
    }
  },
}
