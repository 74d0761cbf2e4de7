import type { JobKind } from '../desk/job-kind.ts'
import { verifyWhole, type Verdict } from './verify.ts'

export type Checked = { readonly kind: Verdict['kind'] | 'damaged'; readonly row: number | null }

/** Every page of the database, then the whole chain and every anchor, off the main thread. */
export const auditVerifyJob: JobKind<Record<string, never>, Checked> = {
  writes: false,
  run: ({ db, vaultFolder, keys }) => {
    const lines = db.all<{ quick_check: string }>('PRAGMA quick_check')
    if (lines.some((line) => line.quick_check !== 'ok')) return { kind: 'damaged', row: null }
    const { kind, row } = verifyWhole({ db, folder: vaultFolder, keys })
    return { kind, row }
  },
}
