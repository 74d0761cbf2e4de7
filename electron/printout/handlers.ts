import type { printoutContract } from '../../shared/printout/contract.ts'
import { maskName } from '../../shared/client/mask.ts'
import { holdersOf, kindsSeenBy, mayPrintKind } from '../../shared/printout/kinds.ts'
import {
  mayBeSeenNow,
  mayDuplicate,
  mayFinish,
  mayGiveBack,
  mayPrintAgain,
} from '../../shared/printout/rules.ts'
import { fail, ok, refuse, type Result } from '../../shared/result.ts'
import type { ReadCall } from '../desk/call.ts'
import type { Handlers } from '../desk/handlers-type.ts'
import { isFaceUp } from '../encounter/face-up.ts'
import { currentPolicy } from '../setting/repository.ts'
import { statementFor } from '../statement/content.ts'
import { bare, enter, sealed, tellPrintout } from './enter.ts'
import { missingGlyphs } from './glyphs.ts'
import { groundOf, keepGround, mayShowAgain } from './ground.ts'
import { isAsPreviewed, keepPreview, mayShowSheet, pageOf } from './jobs.ts'
import {
  contentOf,
  countAgain,
  listPrintouts,
  printoutById,
  setOutcome,
  setReturned,
  type PrintoutRow,
} from './repository.ts'

const missing: Result<never> = fail({ code: 'not-found', what: 'printout' })

/** A line of the ledger, for who may print its kind. */
const lineFor = (call: Pick<ReadCall, 'db' | 'session'>, id: number): Result<PrintoutRow> => {
  const row = printoutById(call.db, id)
  if (!row) return missing
  if (mayPrintKind(call.session.rights, row.kind)) return ok(row)
  return fail({ code: 'forbidden', right: holdersOf[row.kind].print[0] ?? 'statement.print' })
}

type Here = Pick<ReadCall, 'db' | 'session' | 'desk' | 'ports'>

/** A line whose sheet is to be shown once more: what is in a dossier is shown to whoever may open it. */
const openLine = (call: Here, id: number): Result<PrintoutRow> => {
  const line = lineFor(call, id)
  if (!line.ok) return line
  const seen = mayBeSeenNow(line.value.kind, isFaceUp(call))
  if (!seen.ok) return seen
  const open = mayShowSheet(call, line.value)
  return open.ok ? line : open
}

export const printoutHandlers: Handlers<typeof printoutContract> = {
  prepare: (call, { clientId, readers }) => {
    const made = statementFor(call.db, { clientId, readers, today: call.today })
    if (!made.ok) return made
    const { content } = made.value
    const { bank, branch } = currentPolicy(call.db)
    const glyphs = missingGlyphs([content, bank, branch, call.session.name])
    const printed = { kind: 'statement', content } as const
    const asked = { clientId, readers }
    const job = keepPreview(call, { printed, kind: 'statement', clientIds: [clientId], asked })
    return ok({ job, glyphs: [...glyphs] })
  },
  start: (call, { clientId, readers, way, glyphsAccepted, preview }) => {
    const made = statementFor(call.db, { clientId, readers, today: call.today })
    if (!made.ok) return made
    const { content, ground } = made.value
    const seen = preview === undefined ? ok(null) : isAsPreviewed(call, preview, content)
    if (!seen.ok) return seen
    if (!glyphsAccepted && missingGlyphs(content).length > 0) return refuse('printout.refusal.glyph')
    const sheet = { clientId, asOf: content.asOf, content: JSON.stringify(content) }
    const id = enter(call, { ...sheet, kind: 'statement', subject: '', duplicateOf: null, way })
    keepGround(call.db, id, ground)
    return sealed(call, id, 'printout.started')
  },
  again: (call, { id }) => {
    const line = openLine(call, id)
    if (!line.ok) return line
    const allowed = mayPrintAgain(line.value.outcome)
    if (!allowed.ok) return allowed
    const shown = mayShowAgain(call.db, line.value, call.today)
    if (!shown.ok) return shown
    countAgain(call.db, id)
    return sealed(call, id, 'printout.repeated')
  },
  duplicate: (call, { id, way }) => {
    const line = openLine(call, id)
    if (!line.ok) return line
    const row = line.value
    const printed = contentOf(call.db, row)
    if (!printed) return missing
    const allowed = mayDuplicate(row.outcome)
    if (!allowed.ok) return allowed
    const shown = mayShowAgain(call.db, row, call.today)
    if (!shown.ok) return shown
    const { kind, clientId, subject, asOf } = row
    const content = JSON.stringify(printed.content)
    const copy = enter(call, { kind, clientId, subject, asOf, content, duplicateOf: id, way })
    if (kind === 'statement') keepGround(call.db, copy, groundOf(call.db, id))
    return sealed(call, copy, 'printout.duplicated')
  },
  finish: (call, { id, outcome }) => {
    const line = lineFor(call, id)
    if (!line.ok) return line
    const allowed = mayFinish(line.value.outcome, outcome)
    if (!allowed.ok) return allowed
    setOutcome(call.db, id, outcome)
    call.audit({ action: `printout.${outcome}`, object: `printout:${id}` })
    tellPrintout(call, line.value)
    return ok(bare({ ...line.value, outcome }))
  },
  giveBack: (call, { id, returned }) => {
    const line = lineFor(call, id)
    if (!line.ok) return line
    const allowed = mayGiveBack(line.value.outcome, line.value.returned, returned)
    if (!allowed.ok) return allowed
    setReturned(call.db, id, returned)
    call.audit({ action: `printout.${returned}`, object: `printout:${id}` })
    call.notify('printout')
    return ok(bare({ ...line.value, returned }))
  },
  page: (call, { job }) => pageOf(call, job),
  list: (call, wanted) => {
    const { rights } = call.session
    const { rows, more } = listPrintouts(call.db, { ...wanted, kinds: kindsSeenBy(rights) })
    // A keeper's own forms name clients too: in full only to those who may see clients.
    const named = rights.includes('client.read')
      ? rows
      : rows.map((row) => ({ ...row, clientName: maskName(row.clientName) }))
    return ok({ rows: named.map(bare), more })
  },
}
