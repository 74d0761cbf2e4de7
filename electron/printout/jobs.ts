import { createHash } from 'node:crypto'
import { formHtml } from '../../shared/printout/form-page.ts'
import { mayPrintKind, type PrintKind } from '../../shared/printout/kinds.ts'
import { mayBeSeenNow } from '../../shared/printout/rules.ts'
import type { PrintFrame, Sheet } from '../../shared/printout/model.ts'
import { fail, ok, refuse, type Result } from '../../shared/result.ts'
import type { StatementContent } from '../../shared/statement/content.ts'
import { statementHtml } from '../../shared/statement/page.ts'
import { longDate } from '../../shared/statement/words.ts'
import { statement as words } from '../../shared/text/zh-CN/statement.ts'
import type { ReadCall } from '../desk/call.ts'
import { clockAt, plainDateAt } from '../desk/zone.ts'
import { mayOpen, mayOpenAll } from '../dossier/access.ts'
import { isFaceUp } from '../encounter/face-up.ts'
import { currentPolicy } from '../setting/repository.ts'
import { statementFor, type StatementRequest } from '../statement/content.ts'
import { mayShowAgain } from './ground.ts'
import { contentOf, printoutById, type Printed, type PrintoutRow } from './repository.ts'

// A job is a print page somebody may fetch: a preview kept in memory, or a line of the ledger.

type Here = Pick<ReadCall, 'db' | 'desk' | 'session' | 'zone' | 'now' | 'today' | 'ports'>

export const previewShelf = 'printout.previews'
const mostPreviews = 8

/** A page before it is printed, and what is asked each time before it is shown. */
export type Preview = {
  readonly printed: Printed
  readonly kind: PrintKind
  /** Whose dossiers it shows something out of. */
  readonly clientIds: readonly number[]
  /** Of a statement: what was asked for, so that it can be made anew; null for everything else. */
  readonly asked: Omit<StatementRequest, 'today'> | null
}

const previews = (call: Here): Map<string, Preview> => {
  const known = call.desk.shelf.get(previewShelf)
  if (known instanceof Map) return known as Map<string, Preview>
  const fresh = new Map<string, Preview>()
  call.desk.shelf.set(previewShelf, fresh)
  return fresh
}

export const keepPreview = (call: Here, preview: Preview): string => {
  const kept = previews(call)
  const job = `v${call.ports.random(16).toString('hex')}`
  kept.set(job, preview)
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

const sheetsOf = (row: PrintoutRow | null): readonly Sheet[] =>
  row?.way === 'paper' ? ['client', 'bank'] : ['client']

const drawn = (call: Here, printed: Printed, row: PrintoutRow | null): Sheets => {
  const frame = frameOf(call, row)
  const html =
    printed.kind === 'statement'
      ? statementHtml(printed.content, { ...frame, sheets: sheetsOf(row) })
      : formHtml(printed.content, frame)
  const title = printed.kind === 'statement' ? words.title : printed.content.title
  return { html, fileName: `${title}-${row?.number ?? words.preview}.pdf` }
}

/** A statement is in the dossier; a form about where the dossier is stands outside it. */
export const mayShowSheet = (
  call: Pick<Here, 'db' | 'session'>,
  { kind, clientId }: Pick<PrintoutRow, 'kind' | 'clientId'>,
): Result<null> =>
  kind === 'statement' && clientId !== null ? mayOpen(call.db, call.session, clientId) : ok(null)

const changed = (): Result<never> => refuse('printout.refusal.changed')

/** Only the newest previews are kept, and none over a lock: nothing is known of what an older one showed. */
const gone = (): Result<never> => refuse('printout.refusal.preview-gone')

const isSame = (printed: Printed, content: StatementContent): boolean =>
  JSON.stringify(printed.content) === JSON.stringify(content)

// A consent withdrawn, a figure changed, a reader who left: what was drawn before is not shown any more (PIPL art. 15).
const stillStands = (call: Here, { printed, asked }: Preview): Result<null> => {
  if (asked === null) return ok(null)
  const made = statementFor(call.db, { ...asked, today: call.today })
  return made.ok && isSame(printed, made.value.content) ? ok(null) : changed()
}

/** What goes onto paper is what was looked at, and a preview the desk no longer has can't be compared with. */
export const isAsPreviewed = (call: Here, job: string, content: StatementContent): Result<null> => {
  const preview = previews(call).get(job)
  if (!preview) return gone()
  return isSame(preview.printed, content) ? ok(null) : changed()
}

const previewOf = (call: Here, preview: Preview): Result<Sheets> => {
  const { printed, kind, clientIds } = preview
  if (!mayPrintKind(call.session.rights, kind)) return fail({ code: 'not-found', what: 'printout' })
  const seen = mayBeSeenNow(kind, isFaceUp(call))
  if (!seen.ok) return seen
  const open = mayOpenAll(call.db, call.session, clientIds)
  if (!open.ok) return open
  const stands = stillStands(call, preview)
  return stands.ok ? ok(drawn(call, printed, null)) : stands
}

/** The whole print page of a job. File names carry a number, never a client. */
export const pageOf = (call: Here, job: string): Result<Sheets> => {
  const preview = previews(call).get(job)
  if (preview) return previewOf(call, preview)
  if (/^v[0-9a-f]+$/.test(job)) return gone()
  const row = /^p\d{1,12}$/.test(job) ? printoutById(call.db, Number(job.slice(1))) : undefined
  const printed = row && contentOf(call.db, row)
  if (!row || !printed || !mayPrintKind(call.session.rights, row.kind))
    return fail({ code: 'not-found', what: 'printout' })
  const seen = mayBeSeenNow(row.kind, isFaceUp(call))
  if (!seen.ok) return seen
  const open = mayShowSheet(call, row)
  if (!open.ok) return open
  const shown = mayShowAgain(call.db, row, call.today)
  if (!shown.ok) return shown
  anchorOnce(call, row)
  return ok(drawn(call, printed, row))
}
