import type { Step } from './step.ts'

/** What stands of the products chosen for the needs of a meeting. */
export type ChoiceFacts = {
  /** Products chosen for a need and not declined since. */
  readonly chosen: number
  /** Of these, the ones with every item explained. */
  readonly explained: number
  /** Of these, the ones the client has not decided about. */
  readonly undecided: number
  readonly intents: number
  readonly declined: number
}

export const noChoices: ChoiceFacts = { chosen: 0, explained: 0, undecided: 0, intents: 0, declined: 0 }

/** All that the rules look at. The desk derives it from its rows; replaying the steps gives the same. */
export type Facts = ChoiceFacts & {
  readonly at: Step
  readonly suspended: boolean
  readonly goalSet: boolean
  readonly privacyKept: boolean
  readonly signGiven: boolean
  readonly purposeGiven: boolean
  readonly needs: number
  readonly areasChosen: boolean
  readonly contactSettled: boolean
  readonly lessonWritten: boolean
  readonly leftEarly: boolean
  /** It was held with the wrong file open and given to the right client while it ran. */
  readonly moved: boolean
}

export const noFacts: Facts = {
  at: 'scheduled',
  suspended: false,
  goalSet: false,
  privacyKept: false,
  signGiven: false,
  purposeGiven: false,
  needs: 0,
  areasChosen: false,
  ...noChoices,
  contactSettled: false,
  lessonWritten: false,
  leftEarly: false,
  moved: false,
}

/** Answers the rules ask for, with the step they belong to; the second sign may be asked again in any step. */
const asked: Readonly<Record<string, { readonly fact: keyof Facts; readonly step: Step | null }>> = {
  goal: { fact: 'goalSet', step: 'preparing' },
  privacy: { fact: 'privacyKept', step: 'preparing' },
  'second-sign': { fact: 'signGiven', step: null },
  purpose: { fact: 'purposeGiven', step: 'greeting' },
  areas: { fact: 'areasChosen', step: 'planning' },
  lesson: { fact: 'lessonWritten', step: 'reviewing' },
}

export const factOfAnswer = (step: Step, field: string): keyof Facts | undefined => {
  const found = Object.hasOwn(asked, field) ? asked[field] : undefined
  return found && (found.step === null || found.step === step) ? found.fact : undefined
}
