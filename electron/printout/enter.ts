import type { Printout } from '../../shared/printout/model.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { WriteCall } from '../desk/call.ts'
import { hashOf, jobOf } from './jobs.ts'
import {
  insertPrintout,
  printoutById,
  sealPrintout,
  type NewPrintout,
  type PrintoutRow,
} from './repository.ts'

// How a sheet comes into the ledger: the line and its number, then the audit row whose head its footer shows.

export const bare = ({ subject: _s, contentHash: _c, head: _h, ...printout }: PrintoutRow): Printout =>
  printout

export type Started = { readonly printout: Printout; readonly job: string }

type Told = Pick<PrintoutRow, 'id' | 'clientId'>

export const tellPrintout = (call: Pick<WriteCall, 'notify'>, { clientId }: Omit<Told, 'id'>): void => {
  call.notify('printout')
  if (clientId !== null) call.notify(`client:${clientId}`)
}

/** The audit row of the act comes into the footer: number, place in the chain and eight signs of its head. */
export const sealed = (call: WriteCall, id: number, action: string): Result<Started> => {
  const row = printoutById(call.db, id)
  if (!row) return fail({ code: 'not-found', what: 'printout' })
  sealPrintout(call.db, id, call.audit({ action, object: `printout:${id}`, detail: row.contentHash }))
  tellPrintout(call, row)
  const stored = printoutById(call.db, id)
  return stored
    ? ok({ printout: bare(stored), job: jobOf(stored) })
    : fail({ code: 'not-found', what: 'printout' })
}

export type Wanted = Pick<
  NewPrintout,
  'kind' | 'clientId' | 'subject' | 'asOf' | 'content' | 'duplicateOf' | 'way'
>

export const enter = (call: WriteCall, wanted: Wanted): number =>
  insertPrintout(call.db, {
    ...wanted,
    year: Number(call.today.slice(0, 4)),
    contentHash: hashOf(wanted.content),
    staffId: call.session.staffId,
    at: call.now,
  })
