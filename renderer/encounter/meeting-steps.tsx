import { useState } from 'react'
import type { Step } from '../../shared/encounter/step.ts'
import { reopenable } from '../../shared/encounter/step.ts'
import type { EncounterView, StepView } from '../../shared/encounter/view.ts'
import type { Text } from '../text/use-text.ts'
import { useText } from '../text/use-text.ts'
import { Notice } from '../ui/notice.tsx'
import { StepList } from '../ui/step-list.tsx'
import type { StepItem } from '../ui/step-list.tsx'
import { answerIn, useMeeting } from './meeting-context.ts'

const openCount = (view: EncounterView): number =>
  view.choices.filter((choice) => choice.declineCause === null).length

// The second line of a step always says a count, what is missing, or why it is closed.
const noteOf = (view: EncounterView, { step, state, reasons }: StepView, { t, say }: Text): string => {
  const [reason] = reasons
  if (state === 'skipped')
    return step === 'preparing' ? t('encounter.count.unscheduled') : t('encounter.count.skipped')
  if (state === 'closed' && reason) return say(`encounter.refusal.${reason}`)
  if (step === 'greeting' && state === 'done') return answerIn(view, 'greeting', 'purpose')
  if (step === 'discovering' && view.needList.length > 0)
    return t('encounter.count.needs', { count: view.needList.length })
  if (step === 'fitting' && openCount(view) > 0)
    return t('encounter.count.chosen', { count: openCount(view) })
  if (step === 'proposing' && state === 'current') return t('encounter.step.proposing')
  if (step === 'intending' && view.intentList.length > 0)
    return t('encounter.count.intents', { count: view.intentList.length })
  if (state === 'open') return t('encounter.count.ready')
  return reason ? say(`encounter.refusal.${reason}`) : ''
}

// Explaining the proposal belongs to the intent on screen; it has no line of its own (practice, Words).
const afterProposal: readonly Step[] = ['intending', 'closing', 'reviewing', 'done']

const shownOf = (view: EncounterView): readonly StepView[] => {
  const left = afterProposal.includes(view.step) ? 'proposing' : 'intending'
  return view.steps.filter(({ step }) => step !== left)
}

const itemOf = (view: EncounterView, step: StepView, text: Text): StepItem => ({
  id: step.step,
  title: text.t(`encounter.step.${step.step === 'proposing' ? 'intending' : step.step}`),
  note: noteOf(view, step, text),
  state: step.state === 'skipped' ? 'done' : step.state,
})

/** The steps at the left: a click goes back to one that is done and explains one that is closed. */
export const MeetingSteps = () => {
  const text = useText()
  const { view, send } = useMeeting()
  const [told, setTold] = useState('')
  const steps = shownOf(view)
  const pick = (id: string): void => {
    const found = steps.find(({ step }) => step === id)
    const target = reopenable.find((step) => step === id)
    setTold('')
    if (found?.state === 'done' && target) void send({ type: 'step.reopened', step: target })
    else if (found && found.reasons.length > 0)
      setTold(found.reasons.map((reason) => text.say(`encounter.refusal.${reason}`)).join(' '))
  }
  return (
    <>
      <StepList
        label={text.t('encounter.bar.steps')}
        steps={steps.map((step) => itemOf(view, step, text))}
        onPick={pick}
      />
      {told !== '' && <Notice kind="told" title={told} />}
    </>
  )
}
