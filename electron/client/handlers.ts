import type { ClientRow, clientContract, Rating } from '../../shared/client/contract.ts'
import type { RiskLevel } from '../../shared/assessment/model.ts'
import { standingOf } from '../../shared/assessment/validity.ts'
import { mayBecomeOwner, mayOwn } from '../../shared/client/owner-rule.ts'
import { ageOn, type PlainDate } from '../../shared/plain-date.ts'
import { fail, ok, refuse, type Result } from '../../shared/result.ts'
import type { DossierTag } from '../../shared/dossier/model.ts'
import { shutFor } from '../dossier/shut.ts'
import { tagsOf } from '../dossier/tags.ts'
import type { Handlers } from '../desk/handlers-type.ts'
import type { Read } from '../database/handle.ts'
import { staffById } from '../staff/repository.ts'
import { clientList, newestDay, ownerCounts, pageSize, type ListRow } from './list.ts'
import { setOwner } from './owners.ts'
import { clientPage } from './page.ts'
import { clientById, setType } from './repository.ts'
import { staffNames } from './staff-names.ts'

export const ratingOf = (level: number | null, date: PlainDate | null, today: PlainDate): Rating => ({
  level: level as RiskLevel | null,
  date,
  standing: standingOf(date === null ? undefined : { date }, today),
})

type Beside = {
  readonly names: ReadonlyMap<number, string>
  readonly tags: ReadonlyMap<number, DossierTag>
  readonly shut: ReadonlySet<number>
  readonly today: PlainDate
}

const rowView = (row: ListRow, { names, tags, shut, today }: Beside): ClientRow => ({
  id: row.id,
  number: row.number,
  name: row.name,
  sex: row.sex,
  age: row.birthDate === null ? null : ageOn(row.birthDate, today),
  type: shut.has(row.id) ? null : row.type,
  typeConfirmed: !shut.has(row.id) && row.typeConfirmed === 1,
  owner: names.get(row.ownerId ?? 0) ?? '',
  nextOwner: names.get(row.nextOwnerId ?? 0) ?? '',
  aum: row.aum,
  asOf: row.asOf,
  rating: shut.has(row.id) ? null : ratingOf(row.level, row.levelDate, today),
  dossier: tags.get(row.id) ?? null,
})

const ownerWanted = (db: Read, ownerId: number | null): Result<null> => {
  if (ownerId === null) return ok(null)
  const staff = staffById(db, ownerId)
  return staff ? mayOwn(staff) : fail({ code: 'not-found', what: 'staff' })
}

export const clientHandlers: Handlers<typeof clientContract> = {
  list: (call, wanted) => {
    const found = clientList(call.db, call.session.staffId, wanted)
    const page = found.slice(0, pageSize)
    const ids = page.map(({ id }) => id)
    const beside = {
      names: staffNames(call.db),
      tags: tagsOf(call.db, ids),
      shut: shutFor(call.db, call.session, ids),
      today: call.today,
    }
    const last = found.length > pageSize ? page.at(-1) : undefined
    return ok({
      rows: page.map((row) => rowView(row, beside)),
      next: last ? { aum: last.aum, id: last.id } : null,
    })
  },
  counts: (call) => {
    const owners = ownerCounts(call.db)
    return ok({
      owners,
      clients: owners.reduce((sum, each) => sum + each.clients, 0),
      aum: owners.reduce((sum, each) => sum + each.aum, 0),
      asOf: newestDay(call.db),
    })
  },
  page: (call, { id }) => clientPage(call, id),
  reveal: async (call, { id, field, reason, words }) => {
    const client = clientById(call.db, id)
    if (!client) return fail({ code: 'not-found', what: 'client' })
    if (reason === 'other' && words === '') return refuse('client.refusal.reason-words')
    // The line is on disk before the number is on the screen.
    await call.note({
      action: 'client.revealed',
      object: `client:${id}`,
      detail: `${field}:${reason}:${words}`,
    })
    return ok({ value: client[field] })
  },
  setOwner: (call, { id, seq, ownerId }) => {
    const client = clientById(call.db, id)
    if (!client) return fail({ code: 'not-found', what: 'client' })
    if (client.seq !== seq) return fail({ code: 'stale', expected: seq, got: client.seq })
    const allowed = mayBecomeOwner(client, ownerId, call.session)
    if (!allowed.ok) return allowed
    const wanted = ownerWanted(call.db, ownerId)
    if (!wanted.ok) return wanted
    const { staffId } = call.session
    setOwner(call.db, { clientId: id, ownerId, previousId: client.ownerId, staffId, at: call.now })
    call.audit({ action: 'client.owner-set', object: `client:${id}`, detail: `staff:${ownerId ?? 0}` })
    call.notify('client')
    return ok({ seq: seq + 1 })
  },
  setType: (call, { id, seq, type, reason }) => {
    const client = clientById(call.db, id)
    if (!client) return fail({ code: 'not-found', what: 'client' })
    if (client.seq !== seq) return fail({ code: 'stale', expected: seq, got: client.seq })
    setType(call.db, {
      clientId: id,
      type,
      previous: client.type,
      confirmed: true,
      reason,
      staffId: call.session.staffId,
      at: call.now,
    })
    call.audit({ action: 'client.type-set', object: `client:${id}`, detail: type })
    call.notify(`client:${id}`)
    call.notify('client')
    return ok({ seq: seq + 1 })
  },
}
