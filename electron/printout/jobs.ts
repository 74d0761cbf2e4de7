import { createHash } from 'node:crypto'
import type { PrintFrame, Sheet } from '../../shared/printout/model.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { StatementContent } from '../../shared/statement/content.ts'
import { statementHtml } from '../../shared/statement/page.ts'
import { longDate } from '../../shared/statement/words.ts'
import { statement as words } from '../../shared/text/zh-CN/statement.ts'
import type { ReadCall } from '../desk/call.ts'
import { clockAt, plainDateAt } from '../desk/zone.ts'
import { currentPolicy } from '../setting/repository.ts'
import { mayShowAgain } from './ground.ts'
import { contentOf, printoutById, type PrintoutRow } from './repository.ts'

// A job is a print page somebody may fetch: a preview kept in memory, or a line of the ledger.

type Here = Pick<ReadCall, 'db' | 'desk' | 'session' | 'zone' | 'now' | 'today' | 'ports'>

const shelfName = 'printout.previews'
const mostPreviews = 8

const previews = (call: Here): Map<string, StatementContent> => {
  const known = call.desk.shelf.get(shelfName)
  if (known instanceof Map) return known as Map<string, StatementContent>
  const fresh = new Map<string, StatementContent>()
  call.desk.shelf.set(shelfName, fresh)
  return fresh
}

export const keepPreview = (call: Here, content: StatementContent): string => {
  const kept = previews(call)
  const job = `v${call.ports.random(16).toString('hex')}`
  kept.set(job, content)
  const [oldest] = kept.keys()
  if (kept.size > mostPreviews && oldest !== undefined) kept.delete(oldest)
  return job
}

export const jobOf = (printout: Pick<PrintoutRow, 'id'>): string => `p${printout.id}`

export const hashOf = (content: string): string => createHash('sha256').update(content, 'utf8').digest('hex')

const timeWords = (at: number, zone: string): string =>
  `${longDate(plainDateAt(at, zone))} ${clockAt(at, zone)}`

const frameOf = (call: Here, row: PrintoutRow | null): PrintFrame => {
  const { bank, branch } = currentPolicy(call.db)
  const sheets: readonly Sheet[] = row?.way === 'paper' ? ['client', 'bank'] : ['client']
  return {
    bank,
    branch,
    maker: row?.by ?? call.session.name,
    printedAt: timeWords(row?.at ?? call.now, call.zone),
    record: row && {
      number: row.number,
      copy: row.copy,
      again: row.again,
      duplicate: row.duplicate,
      head: row.head.slice(0, 8),
    },
    sample: call.session.book === 'sample',
    sheets,
  }
}

const anchoredName = 'printout.anchored'

// The head on paper must be one the vault can prove later: an anchor is written before the first page leaves.
const anchorOnce = (call: Here, row: PrintoutRow): void => {
  const known = call.desk.shelf.get(anchoredName)
  const seqs = known instanceof Set ? known : new Set()
  if (seqs.has(row.seq)) return
  call.desk.open()?.anchor()
  call.desk.shelf.set(anchoredName, seqs.add(row.seq))
}

type Sheets = { readonly html: string; readonly fileName: string }

/** The whole print page of a job. File names carry a number, never a client. */
export const pageOf = (call: Here, job: string): Result<Sheets> => {
  const preview = previews(call).get(job)
  if (preview)
    return ok({
      html: statementHtml(preview, frameOf(call, null)),
      fileName: `${words.title}-${words.preview}.pdf`,
    })
  const row = /^p\d{1,12}$/.test(job) ? printoutById(call.db, Number(job.slice(1))) : undefined
  const content = row && contentOf(call.db, row.id)
  if (!row || !content) return fail({ code: 'not-found', what: 'printout' })
  const shown = mayShowAgain(call.db, row, call.today)
  if (!shown.ok) return shown
  anchorOnce(call, row)
  return ok({
    html: statementHtml(content, frameOf(call, row)),
    fileName: `${words.title}-${row.number}.pdf`,
  })
}
