import { createContext, useContext } from 'react'
import type { Failure } from '../../shared/failure.ts'
import type { SentEvent } from '../../shared/encounter/sent.ts'
import type { EncounterView } from '../../shared/encounter/view.ts'

export type Meeting = {
  readonly view: EncounterView
  /** The state after it; null when the desk refused. Events wait for each other, so that each carries the right number. */
  readonly send: (event: SentEvent) => Promise<EncounterView | null>
  readonly busy: boolean
  readonly saving: boolean
  readonly failure: Failure | null
  readonly clear: () => void
  /** F8: amounts are dots. */
  readonly hidden: boolean
}

export const MeetingContext = createContext<Meeting | null>(null)

export const useMeeting = (): Meeting => {
  const meeting = useContext(MeetingContext)
  if (!meeting) throw new Error('no meeting here')
  return meeting
}

/** What was answered in a step, empty when nothing was. */
export const answerIn = (view: EncounterView, step: string, field: string): string =>
  view.answers.find((answer) => answer.step === step && answer.field === field)?.value ?? ''
