import type { printoutContract } from '../../shared/printout/contract.ts'
import type { Printout } from '../../shared/printout/model.ts'
import { mayDuplicate, mayFinish, mayGiveBack, mayPrintAgain } from '../../shared/printout/rules.ts'
import { fail, ok, refuse, type Result } from '../../shared/result.ts'
import type { WriteCall } from '../desk/call.ts'
import type { Handlers } from '../desk/handlers-type.ts'
import { currentPolicy } from '../setting/repository.ts'
import { statementFor, type Ground } from '../statement/content.ts'
import { missingGlyphs } from './glyphs.ts'
import { groundOf, keepGround, mayShowAgain } from './ground.ts'
import { hashOf, jobOf, keepPreview, pageOf } from './jobs.ts'
import {
  contentOf,
  countAgain,
  insertPrintout,
  listPrintouts,
  printoutById,
  sealPrintout,
  setOutcome,
  setReturned,
  type NewPrintout,
  type PrintoutRow,
} from './repository.ts'

const missing: Result<never> = fail({ code: 'not-found', what: 'printout' })

const bare = ({ contentHash: _c, head: _h, ...printout }: PrintoutRow): Printout => printout

// The audit row of the act comes into the footer: number, place in the chain and eight signs of its head.
const sealed = (call: WriteCall, id: number, action: string): Result<{ printout: Printout; job: string }> => {
  const row = printoutById(call.db, id)
  if (!row) return missing
  sealPrintout(call.db, id, call.audit({ action, object: `printout:${id}`, detail: row.contentHash }))
  call.notify('printout')
  call.notify(`client:${row.clientId}`)
  const stored = printoutById(call.db, id)
  return stored ? ok({ printout: bare(stored), job: jobOf(stored) }) : missing
}

type Wanted = Pick<NewPrintout, 'clientId' | 'asOf' | 'content' | 'duplicateOf' | 'way'>

const enter = (call: WriteCall, ground: Ground, wanted: Wanted): number => {
  const id = insertPrintout(call.db, {
    ...wanted,
    year: Number(call.today.slice(0, 4)),
    contentHash: hashOf(wanted.content),
    staffId: call.session.staffId,
    at: call.now,
  })
  keepGround(call.db, id, ground)
  return id
}

export const printoutHandlers: Handlers<typeof printoutContract> = {
  prepare: (call, { clientId, readers }) => {
    const made = statementFor(call.db, { clientId, readers, today: call.today })
    if (!made.ok) return made
    const { content } = made.value
    const { bank, branch } = currentPolicy(call.db)
    const glyphs = missingGlyphs([content, bank, branch, call.session.name])
    return ok({ job: keepPreview(call, content), glyphs: [...glyphs] })
  },
  start: (call, { clientId, readers, way, glyphsAccepted }) => {
    const made = statementFor(call.db, { clientId, readers, today: call.today })
    if (!made.ok) return made
    const { content, ground } = made.value
    if (!glyphsAccepted && missingGlyphs(content).length > 0) return refuse('printout.refusal.glyph')
    const text = JSON.stringify(content)
    const id = enter(call, ground, { clientId, asOf: content.asOf, content: text, duplicateOf: null, way })
    return sealed(call, id, 'printout.started')
  },
  again: (call, { id }) => {
    const row = printoutById(call.db, id)
    if (!row) return missing
    const allowed = mayPrintAgain(row.outcome)
    if (!allowed.ok) return allowed
    const shown = mayShowAgain(call.db, row, call.today)
    if (!shown.ok) return shown
    countAgain(call.db, id)
    return sealed(call, id, 'printout.repeated')
  },
  duplicate: (call, { id, way }) => {
    const row = printoutById(call.db, id)
    const content = row && contentOf(call.db, id)
    if (!row || !content) return missing
    const allowed = mayDuplicate(row.outcome)
    if (!allowed.ok) return allowed
    const shown = mayShowAgain(call.db, row, call.today)
    if (!shown.ok) return shown
    const { clientId, asOf } = row
    const copy = enter(call, groundOf(call.db, id), {
      clientId,
      asOf,
      content: JSON.stringify(content),
      duplicateOf: id,
      way,
    })
    return sealed(call, copy, 'printout.duplicated')
  },
  finish: (call, { id, outcome }) => {
    const row = printoutById(call.db, id)
    if (!row) return missing
    const allowed = mayFinish(row.outcome, outcome)
    if (!allowed.ok) return allowed
    setOutcome(call.db, id, outcome)
    call.audit({ action: `printout.${outcome}`, object: `printout:${id}` })
    call.notify('printout')
    call.notify(`client:${row.clientId}`)
    return ok(bare({ ...row, outcome }))
  },
  giveBack: (call, { id, returned }) => {
    const row = printoutById(call.db, id)
    if (!row) return missing
    const allowed = mayGiveBack(row.outcome, row.returned, returned)
    if (!allowed.ok) return allowed
    setReturned(call.db, id, returned)
    call.audit({ action: `printout.${returned}`, object: `printout:${id}` })
    call.notify('printout')
    return ok(bare({ ...row, returned }))
  },
  page: (call, { job }) => pageOf(call, job),
  list: (call, wanted) => {
    const { rows, more } = listPrintouts(call.db, wanted)
    return ok({ rows: rows.map(bare), more })
  },
}
