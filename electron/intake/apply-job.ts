import { mayOwn } from '../../shared/client/owner-rule.ts'
import type { Counts, IntakeResult } from '../../shared/intake/contract.ts'
import type { PlainDate } from '../../shared/plain-date.ts'
import { refuse } from '../../shared/result.ts'
import type { Staff } from '../../shared/staff/contract.ts'
import { staffNames } from '../client/staff-names.ts'
import { JobRefused, type JobCall, type JobKind } from '../desk/job-kind.ts'
import { allProducts } from '../product/repository.ts'
import { optimizeIndex } from '../search/index-client.ts'
import { insertStaff, staffById, staffByName } from '../staff/repository.ts'
import { absentFields } from './absent-fields.ts'
import { applyBookRow, type Applied } from './apply-book.ts'
import { applyShelfRow } from './apply-shelf.ts'
import { bookedOf } from './booked.ts'
import { missingFrom } from './missing.ts'
import { rememberOwners } from './owner-names.ts'
import type { Parsed } from './parse.ts'
import { newestIntake, recordIntake } from './repository.ts'
import { keepSealed, sealedByNumber } from './sealed.ts'
import { worthSteps } from './worth-steps.ts'

export type ApplyInput = {
  readonly parsed: Parsed
  readonly asOf: PlainDate
  readonly owners: readonly { readonly name: string; readonly staffId: number | 'new' | null }[]
}

const refuseOlder = (call: JobCall, { parsed, asOf }: ApplyInput): void => {
  const newest = newestIntake(call.db, parsed.kind)
  if (newest === undefined || newest.asOf <= asOf) return
  const refusal = refuse('intake.refusal.older', { asOf, newest: newest.asOf })
  if (!refusal.ok) throw new JobRefused(refusal.failure)
}

const owning = (staff: Staff): number => {
  const judged = mayOwn(staff)
  if (!judged.ok) throw new JobRefused(judged.failure)
  return staff.id
}

const settleOwners = (call: JobCall, { owners }: ApplyInput): ReadonlyMap<string, number | null> => {
  const { db, now, session } = call
  // Somebody may have added the colleague between the preview and now: one person is one row.
  const add = (name: string): number => {
    const there = staffByName(db, name)
    if (there) return owning(there)
    const id = insertStaff(db, { name, post: '', roles: [], slotId: null, at: now })
    call.audit({ action: 'staff.added', object: `staff:${id}` })
    return id
  }
  const known = (id: number | null): number | null => {
    if (id === null) return null
    const staff = staffById(db, id)
    if (!staff) throw new JobRefused({ code: 'not-found', what: 'staff' })
    return owning(staff)
  }
  const settled = new Map(
    owners.map(({ name, staffId }) => [name, staffId === 'new' ? add(name) : known(staffId)]),
  )
  rememberOwners(db, settled, now, session.staffId)
  return settled
}

/** What one row of the file does, by the kind of the file. */
const rowsOf = (call: JobCall, input: ApplyInput): readonly (() => Applied)[] => {
  const { parsed, asOf } = input
  const { db, now, session } = call
  if (parsed.kind === 'product-shelf') {
    const shelf = new Map(allProducts(db).map((product) => [product.code, product]))
    return parsed.merged.kept.map(
      ({ row }) =>
        () =>
          applyShelfRow(db, shelf, row, asOf),
    )
  }
  const owners = settleOwners(call, input)
  const applying = {
    asOf,
    staffId: session.staffId,
    at: now,
    ownerOf: (name: string) => owners.get(name),
    ownerNames: staffNames(db),
    steps: worthSteps(db),
    absent: absentFields(parsed),
  }
  const sealed = sealedByNumber(db)
  const keep = sealed.size === 0 ? undefined : keepSealed(call, parsed.sha256, applying)
  return parsed.merged.kept.map(({ row }) => {
    const clientId = sealed.get(row.number)
    return clientId !== undefined && keep ? () => keep(clientId, row) : () => applyBookRow(db, row, applying)
  })
}

const countsOf = (parsed: Parsed, applied: readonly Applied[], missing: number): Counts => {
  const of = (verdict: Applied['verdict']): number =>
    applied.filter((each) => each.verdict === verdict).length
  return {
    new: of('new'),
    updated: of('updated'),
    unchanged: of('unchanged'),
    repeated: parsed.merged.repeats.length,
    rejected: parsed.sheet.rejected.length,
    sealed: of('sealed'),
    warned: parsed.merged.kept.filter(({ warnings }) => warnings.length > 0).length,
    missing,
  }
}

const applyAll = (call: JobCall, input: ApplyInput): IntakeResult => {
  const { parsed, asOf } = input
  refuseOlder(call, input)
  const missing = missingFrom(call.db, parsed)
  const rows = rowsOf(call, input)
  const applied = rows.map((apply, at) => {
    call.checkCancelled()
    call.progress(at, rows.length)
    return apply()
  })
  const counts = countsOf(parsed, applied, missing)
  const written = applied.filter((each) => each.written).length
  const { fileName, sha256, kind } = parsed
  if (written > 0) {
    const { staffId } = call.session
    recordIntake(call.db, {
      kind,
      fileName,
      sha256,
      asOf,
      counts: JSON.stringify(counts),
      staffId,
      at: call.now,
    })
    if (kind === 'client-book') optimizeIndex(call.db)
  }
  call.audit({
    action: 'intake.applied',
    object: `intake:${kind}`,
    detail: `${sha256} ${JSON.stringify(counts)}`,
  })
  call.progress(rows.length, rows.length)
  return { kind, asOf, counts, written, booked: bookedOf(parsed) }
}

/** The whole file or nothing: one transaction under the write gate; stopping at any row rolls everything back. */
export const applyJob: JobKind<ApplyInput, IntakeResult> = {
  writes: true,
  run: (call, input) => call.db.transact(() => applyAll(call, input)),
}
