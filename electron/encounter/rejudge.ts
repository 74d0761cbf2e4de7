import type { Client } from '../../shared/client/model.ts'
import { declarationOf, premiumSchema } from '../../shared/fit/declaration.ts'
import { fits, isAssessed } from '../../shared/fit/check.ts'
import type { Intent } from '../../shared/intent/model.ts'
import type { PlainDate } from '../../shared/plain-date.ts'
import { ageOn } from '../../shared/plain-date.ts'
import { clientById } from '../client/repository.ts'
import type { WriteCall } from '../desk/call.ts'
import { plainDateAt } from '../desk/zone.ts'
import { declineChoice, judgeChoice } from '../fit/repository.ts'
import { removeIntent } from '../intent/void.ts'
import { intentsOf } from '../intent/repository.ts'
import { needsOf } from '../need/repository.ts'
import type { ChoiceState } from './choices.ts'
import { choiceStates } from './choices.ts'
import { fitOf } from './fit-of.ts'
import { encounterById } from './repository.ts'

type Judging = {
  readonly call: WriteCall
  readonly encounterId: number
  readonly client: Client
  readonly today: PlainDate
}

// The checks of one choice as they stand for the right client; false when it may not be chosen at all.
const judged = (j: Judging, { row, product }: ChoiceState, amount: number | null): boolean => {
  const { db } = j.call
  const need = needsOf(db, j.encounterId).find(({ id }) => id === row.needId)
  const written = row.writtenChoice !== ''
  const report = fitOf(db, j.client, product, { amount, latest: need?.latest ?? null, written }, j.today)
  const premium = row.premium === null ? null : premiumSchema.parse(JSON.parse(row.premium))
  const age = j.client.birthDate === null ? 0 : ageOn(j.client.birthDate, j.today)
  judgeChoice(db, row.id, report, premium === null ? [] : declarationOf(premium, age).flags)
  return isAssessed(report) && fits(report, product, written)
}

const voidIntent = (j: Judging, intent: Intent): void => {
  removeIntent(j.call.db, intent.id)
  j.call.audit({ action: 'intent.void', object: `intent:${intent.id}` })
}

// An intent stands when everything that was asked for it is there under the right name too.
const holds = (j: Judging, intent: Intent): boolean => {
  const state = choiceStates(j.call.db, j.encounterId).find(({ row }) => row.id === intent.choiceId)
  if (state?.explained !== true) return false
  // Without an age nobody can tell whether a declaration is owed.
  if (state.row.premium !== null && j.client.birthDate === null) return false
  return state.row.flags === '[]' || intent.paperNumber !== ''
}

const judgeOne = (j: Judging, state: ChoiceState): void => {
  const intent = intentsOf(j.call.db, j.encounterId).find(({ choiceId }) => choiceId === state.row.id)
  const fitting = judged(j, state, intent?.amount ?? state.row.amount)
  const stands = intent !== undefined && fitting && holds(j, intent)
  if (intent && !stands) voidIntent(j, intent)
  if (!fitting || (intent && !stands)) declineChoice(j.call.db, state.row.id, 'wrong-client', '')
}

/**
 * Choices and intents made with the wrong file open are judged for the client they belong to: on the day the meeting
 * was held. What does not fit this client ends, and may be chosen anew (practice 3, S8).
 */
export const rejudge = (call: WriteCall, encounterId: number): void => {
  const encounter = encounterById(call.db, encounterId)
  const client = encounter && clientById(call.db, encounter.clientId)
  if (!client) throw new Error('a moved meeting without its client')
  const today = encounter.endedAt === null ? call.today : plainDateAt(encounter.endedAt, call.zone)
  for (const state of choiceStates(call.db, encounterId))
    if (!state.declined) judgeOne({ call, encounterId, client, today }, state)
}
