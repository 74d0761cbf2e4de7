import { factOfAnswer, noFacts } from '../../shared/encounter/facts.ts'
import type { Facts } from '../../shared/encounter/facts.ts'
import type { Read } from '../database/handle.ts'
import { answersOf } from './answers.ts'
import { choiceStates } from './choices.ts'
import type { EncounterRow } from './repository.ts'

type Counts = {
  readonly needs: number
  readonly intents: number
  readonly refusals: number
  readonly contacts: number
  readonly moves: number
}

const countsOf = (db: Read, encounterId: number): Counts =>
  db.one<Counts>(
    `SELECT (SELECT count(*) FROM need WHERE encounter_id = :id) AS needs,
       (SELECT count(*) FROM intent WHERE encounter_id = :id) AS intents,
       (SELECT count(*) FROM intent_refusal WHERE encounter_id = :id) AS refusals,
       (SELECT count(*) FROM contact_plan WHERE encounter_id = :id) AS contacts,
       (SELECT count(*) FROM encounter_move WHERE encounter_id = :id AND confirmed_by = requested_by) AS moves`,
    { id: encounterId },
  ) ?? { needs: 0, intents: 0, refusals: 0, contacts: 0, moves: 0 }

/** What the rules look at, from this meeting's own rows. */
export const factsOf = (db: Read, encounter: EncounterRow): Facts => {
  const counts = countsOf(db, encounter.id)
  const choices = choiceStates(db, encounter.id)
  const open = choices.filter((choice) => !choice.declined)
  const facts: Facts = {
    ...noFacts,
    at: encounter.step,
    suspended: encounter.suspendedAt !== null,
    leftEarly: encounter.leftEarly === 1,
    needs: counts.needs,
    chosen: open.length,
    explained: open.filter((choice) => choice.explained).length,
    undecided: open.filter((choice) => !choice.agreed).length,
    intents: counts.intents,
    declined: choices.length - open.length + counts.refusals,
    contactSettled: counts.contacts > 0,
    moved: counts.moves > 0,
  }
  return answersOf(db, encounter.id).reduce((sum, { step, field, value }) => {
    const fact = factOfAnswer(step, field)
    return fact && value !== '' ? { ...sum, [fact]: true } : sum
  }, facts)
}
