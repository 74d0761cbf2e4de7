import { currentAssessment } from '../assessment/repository.ts'
import type { ClientPage } from '../../shared/client/contract.ts'
import type { Client } from '../../shared/client/model.ts'
import { maskDocument, maskPhone } from '../../shared/client/mask.ts'
import { mayTake } from '../../shared/client/owner-rule.ts'
import { ageOn } from '../../shared/plain-date.ts'
import { standingOf } from '../../shared/assessment/validity.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { banOf } from '../contact/repository.ts'
import type { ReadCall } from '../desk/call.ts'
import { clockAt, plainDateAt } from '../desk/zone.ts'
import { sameNameKey } from '../../shared/search/name-text.ts'
import { bearersOf } from '../search/repository.ts'
import { nextContactOf } from './next-contact.ts'
import { currentPosition } from './positions.ts'
import { clientById, typesOf } from './repository.ts'
import { staffNames } from './staff-names.ts'
import { timelineOf } from './timeline.ts'

const ratingOf = (call: ReadCall, clientId: number): ClientPage['rating'] => {
  const assessment = currentAssessment(call.db, clientId)
  const standing = standingOf(assessment, call.today)
  return { level: assessment?.level ?? null, date: assessment?.date ?? null, standing }
}

const bannedOn = (call: ReadCall, clientId: number): string | null => {
  const ban = banOf(call.db, clientId)
  return ban && plainDateAt(ban.at, call.zone)
}

const namesakesOf = (call: ReadCall, client: Client): ClientPage['namesakes'] =>
  bearersOf(call.db, sameNameKey(client.name))
    .filter((other) => other.id !== client.id)
    .map(({ id, name, birthDate, number, owner }) => ({
      id,
      name,
      birthDate,
      numberTail: number?.slice(-4) ?? '',
      owner,
    }))

const typeLinesOf = (
  call: ReadCall,
  clientId: number,
  names: ReadonlyMap<number, string>,
): ClientPage['types'] =>
  typesOf(call.db, clientId).map((line) => ({
    type: line.type,
    confirmed: line.confirmed === 1,
    reason: line.reason,
    by: names.get(line.staffId) ?? '',
    day: plainDateAt(line.at, call.zone),
  }))

const timelineView = (call: ReadCall, clientId: number): ClientPage['timeline'] =>
  timelineOf(call.db, clientId, call.session).map((line) => ({
    ...line,
    params: { ...line.params },
    day: plainDateAt(line.at, call.zone),
    time: clockAt(line.at, call.zone),
  }))

/** Everything the client's page shows; numbers leave the desk masked. */
export const clientPage = (call: ReadCall, id: number): Result<ClientPage> => {
  const client = clientById(call.db, id)
  if (!client) return fail({ code: 'not-found', what: 'client' })
  const names = staffNames(call.db)
  return ok({
    id,
    seq: client.seq,
    number: client.number,
    dossierNumber: client.dossierNumber,
    name: client.name,
    sex: client.sex,
    birthDate: client.birthDate,
    age: client.birthDate === null ? null : ageOn(client.birthDate, call.today),
    documentKind: client.documentKind,
    documentNumber: maskDocument(client.documentNumber),
    idDoubtful: client.idDoubtful,
    phone: maskPhone(client.phone),
    employer: client.employer,
    occupation: client.occupation,
    ownerId: client.ownerId,
    owner: names.get(client.ownerId ?? 0) ?? '',
    nextOwner: names.get(client.nextOwnerId ?? 0) ?? '',
    mayTake: mayTake(client, call.session),
    type: client.type,
    typeConfirmed: client.typeConfirmed,
    types: typeLinesOf(call, id, names),
    rating: ratingOf(call, id),
    contactBannedOn: bannedOn(call, id),
    nextContact: nextContactOf(call.db, id, call.today),
    position: currentPosition(call.db, id) ?? null,
    timeline: timelineView(call, id),
    namesakes: namesakesOf(call, client),
  })
}
