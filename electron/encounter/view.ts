import { lastValidDay, standingOf } from '../../shared/assessment/validity.ts'
import type { Client } from '../../shared/client/model.ts'
import type { Facts } from '../../shared/encounter/facts.ts'
import type { Choice, EncounterLine, EncounterView } from '../../shared/encounter/view.ts'
import { openEvents, stepStates } from '../../shared/encounter/step-view.ts'
import type { Step } from '../../shared/encounter/step.ts'
import { processVersion } from '../../shared/encounter/step.ts'
import { declarationFlags } from '../../shared/fit/declaration.ts'
import { needsRecording } from '../../shared/fit/product.ts'
import type { PlainDate } from '../../shared/plain-date.ts'
import { ageOn } from '../../shared/plain-date.ts'
import { assessmentsOf, currentAssessment } from '../assessment/repository.ts'
import { currentPosition } from '../client/positions.ts'
import { clientById } from '../client/repository.ts'
import { banOf, contactOf } from '../contact/repository.ts'
import type { Read } from '../database/handle.ts'
import { intentsOf } from '../intent/repository.ts'
import { needsOf } from '../need/repository.ts'
import { answersOf } from './answers.ts'
import type { ChoiceState } from './choices.ts'
import { choiceStates } from './choices.ts'
import { factsOf } from './facts.ts'
import { declarationToday, premiumIn } from './flags-of.ts'
import { lastDeclined } from './move-decline.ts'
import { waitingMoveOf } from './move.ts'
import { onBehalfOf } from './on-behalf.ts'
import type { EncounterRow } from './repository.ts'
import { encounterById, encounterNumber, presentOf } from './repository.ts'
import { wasPrepared } from './steps.ts'

const staffName = (db: Read, id: number): string =>
  db.one<{ name: string }>('SELECT name FROM staff WHERE id = ?', [id])?.name ?? ''

const diaryOf = (db: Read, row: EncounterRow): Omit<EncounterLine, 'head'> => ({
  id: row.id,
  clientId: row.clientId,
  clientName: clientById(db, row.clientId)?.name ?? '',
  staffName: staffName(db, row.staffId),
  step: row.step,
  suspendedAt: row.suspendedAt,
  appointment: { date: row.appointmentDate, time: row.appointmentTime, place: row.place },
  createdAt: row.createdAt,
  changedAt: row.changedAt,
  endedAt: row.endedAt,
})

const headOf = (db: Read, row: EncounterRow, needs: number, intents: number) => ({
  leftEarly: row.leftEarly === 1,
  source: row.source,
  number: encounterNumber(db, row),
  onBehalfOf: staffName(db, onBehalfOf(db, row) ?? 0),
  needs,
  intents,
})

/** Out of a shut dossier nothing is told, only what its manager's diary holds anyway. */
export const lineOf = (db: Read, row: EncounterRow, isShut: boolean): EncounterLine => ({
  ...diaryOf(db, row),
  head: isShut ? null : headOf(db, row, needsOf(db, row.id).length, intentsOf(db, row.id).length),
})

// Old rows may carry flags of an older rule; only the ones still known are shown.
const flagsIn = (text: string): Choice['flags'] =>
  declarationFlags.filter((flag) => text.includes(`"${flag}"`))

const choiceView = (state: ChoiceState, client: Client, today: PlainDate): Choice => {
  const { row, product } = state
  const declaration = declarationToday(client, premiumIn(row), today)
  const decided = state.agreed || state.declined
  return {
    id: row.id,
    needId: row.needId,
    productId: product.id,
    productName: product.name,
    level: product.level,
    amount: row.amount,
    report: { level: row.level, means: row.means, term: row.term, seniorCare: row.seniorCare === 1 },
    flags: declaration && !decided ? [...declaration.flags] : flagsIn(row.flags),
    incomeShare: declaration?.incomeShare ?? null,
    budgetShare: declaration?.budgetShare ?? null,
    lastPayingAge: declaration?.lastPayingAge ?? null,
    items: state.items.map((item) => ({ ...item })),
    needsRecording: needsRecording(product),
    declineCause: row.declineCause,
    decided,
  }
}

const assessmentView = (db: Read, clientId: number, today: PlainDate): EncounterView['assessment'] => {
  const row = currentAssessment(db, clientId)
  if (!row) return null
  const { level, date, serial, channel } = row
  const valid = row.unconfirmed ? 'unconfirmed' : 'valid'
  const standing = standingOf(row, today) === 'valid' ? valid : 'expired'
  return { level, date, serial, channel, lastDay: lastValidDay(date), standing }
}

const skippedSteps = (db: Read, id: number, answers: EncounterView['answers']): readonly Step[] => [
  ...(wasPrepared(db, id) ? [] : ['preparing' as const]),
  ...(answers.some((answer) => answer.field === 'skip-reason') ? ['planning' as const] : []),
]

const eventsOf = (facts: Facts): EncounterView['events'] =>
  openEvents(facts).map(({ type, reasons }) => ({ type, reasons: [...reasons] }))

/** Everything the meeting place shows: where it stands, what is missing, what may happen and why not. */
export const viewOf = (db: Read, id: number, today: PlainDate): EncounterView => {
  const row = encounterById(db, id)
  const client = row && clientById(db, row.clientId)
  if (!row || !client) throw new Error(`no meeting ${id}`)
  const facts = factsOf(db, row)
  const answers = answersOf(db, id).map((answer) => ({ ...answer }))
  const needList = needsOf(db, id)
  const intentList = intentsOf(db, id)
  const age = client.birthDate === null ? null : ageOn(client.birthDate, today)
  const position = currentPosition(db, client.id)
  const alive = row.processVersion === processVersion
  return {
    ...diaryOf(db, row),
    ...headOf(db, row, needList.length, intentList.length),
    seq: row.seq,
    alive,
    continuesId: row.continuesId,
    present: [...presentOf(db, id)],
    steps: stepStates(facts, skippedSteps(db, id, answers)).map((step) => ({
      ...step,
      reasons: [...step.reasons],
    })),
    events: alive ? eventsOf(facts) : [],
    answers,
    needList: [...needList],
    choices: choiceStates(db, id).map((state) => choiceView(state, client, today)),
    intentList: [...intentList],
    contact: contactOf(db, id),
    contactBanned: banOf(db, client.id) !== null,
    assessment: assessmentView(db, client.id, today),
    assessmentDays: assessmentsOf(db, client.id).map(({ date }) => date),
    clientType: client.type,
    age,
    assets: position ? { asOf: position.asOf, total: position.aum } : null,
    moveAskedBy: waitingMoveOf(db, id)?.requestedBy ?? null,
    moveDeclined: lastDeclined(db, id),
  }
}
