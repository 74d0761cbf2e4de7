import { listPages, type DamagedPages } from '../../shared/audit/damaged-pages.ts'
import { pageDamage } from '../database/page-check.ts'
import { failureOfSqlite } from '../database/sqlite-failure.ts'
import type { JobCall, JobKind } from '../desk/job-kind.ts'
import { auditKeyOf } from './anchor.ts'
import { salvageNews } from './salvage-news.ts'
import { verifyWhole, type Verdict } from './verify.ts'

export type Checked = DamagedPages & {
  readonly kind: Verdict['kind'] | 'damaged'
  readonly row: number | null
  /** The salvage whose losses nobody has acknowledged yet. */
  readonly salvage: number | null
}

const damaged = (pages: readonly number[]): Checked => ({
  kind: 'damaged',
  row: null,
  salvage: null,
  ...listPages(pages),
})

const check = ({ db, vaultFolder, keys }: JobCall): Checked => {
  const { isSound, pages } = pageDamage(db)
  if (!isSound) return damaged(pages)
  const { kind, row } = verifyWhole({ db, folder: vaultFolder, keys })
  return { kind, row, salvage: salvageNews(db, auditKeyOf(keys)), ...listPages([]) }
}

/** Every page of the database, then the whole chain and every anchor, off the main thread. */
export const auditVerifyJob: JobKind<Record<string, never>, Checked> = {
  writes: false,
  run: (call) => {
    try {
      return check(call)
    } catch (error) {
      // A page that leads to all others ends the search for the rest.
      if (failureOfSqlite(error)?.code === 'damaged') return damaged([])
      throw error
    }
  },
}
