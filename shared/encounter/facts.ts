import type { Step } from './step.ts'

/** All that the rules look at. The desk derives it from its rows; replaying the steps gives the same. */
export type Facts = {
  readonly at: Step
  readonly suspended: boolean
  readonly goalSet: boolean
  readonly privacyKept: boolean
  readonly signGiven: boolean
  readonly purposeGiven: boolean
  readonly needs: number
  readonly areasChosen: boolean
  /** Products chosen for a need and not declined since. */
  readonly chosen: number
  /** Of these, the ones with every item explained. */
  readonly explained: number
  /** Of these, the ones the client has not decided about. */
  readonly undecided: number
  readonly intents: number
  readonly declined: number
  readonly contactSettled: boolean
  readonly lessonWritten: boolean
  readonly leftEarly: boolean
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
  chosen: 0,
  explained: 0,
  undecided: 0,
  intents: 0,
  declined: 0,
  contactSettled: false,
  lessonWritten: false,
  leftEarly: false,
}

/** Answers the rules ask for, by the name of their field. */
export const factOfField: Readonly<Record<string, keyof Facts>> = {
  goal: 'goalSet',
  privacy: 'privacyKept',
  'second-sign': 'signGiven',
  purpose: 'purposeGiven',
  areas: 'areasChosen',
  lesson: 'lessonWritten',
}
