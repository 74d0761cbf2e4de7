import Button from '@mui/material/Button'
import type { ReactNode } from 'react'
import { clientIsHere, isOver } from '../../shared/encounter/step.ts'
import type { Step } from '../../shared/encounter/step.ts'
import { useText } from '../text/use-text.ts'
import { Notice } from '../ui/notice.tsx'
import type { EncounterView } from '../../shared/encounter/view.ts'
import { answerIn, useMeeting } from './meeting-context.ts'
import { ClosingForm } from './step/closing-form.tsx'
import { DiscoveringForm } from './step/discovering-form.tsx'
import { FittingForm } from './step/fitting-form.tsx'
import { GreetingForm } from './step/greeting-form.tsx'
import { IntendingForm } from './step/intending-form.tsx'
import { OverSummary } from './step/over-summary.tsx'
import { PlanningForm } from './step/planning-form.tsx'
import { PreparingForm } from './step/preparing-form.tsx'
import { ProposingForm } from './step/proposing-form.tsx'
import { ReviewingForm } from './step/reviewing-form.tsx'
import { ScheduledForm } from './step/scheduled-form.tsx'
import { SecondSign } from './step/second-sign.tsx'

const forms: Readonly<Record<Step, () => ReactNode>> = {
  scheduled: ScheduledForm,
  preparing: PreparingForm,
  greeting: GreetingForm,
  discovering: DiscoveringForm,
  planning: PlanningForm,
  fitting: FittingForm,
  proposing: ProposingForm,
  intending: IntendingForm,
  closing: ClosingForm,
  reviewing: ReviewingForm,
  done: OverSummary,
  postponed: OverSummary,
  aborted: OverSummary,
}

// After a move the sign is asked again, in whatever step the meeting stands.
const isUnsigned = (view: EncounterView): boolean =>
  clientIsHere(view.step) && view.step !== 'greeting' && answerIn(view, 'greeting', 'second-sign') === ''

/** The sheet of the step this meeting stands in; while suspended only the way back. */
export const StepForm = () => {
  const { t } = useText()
  const { view, send, busy } = useMeeting()
  const Form = forms[view.step]
  if (view.suspendedAt !== null && !isOver(view.step))
    return (
      <Notice
        kind="soon"
        title={t('encounter.list.suspended')}
        action={
          <Button
            variant="contained"
            size="large"
            disabled={busy}
            onClick={() => void send({ type: 'meeting.resumed' })}
          >
            {t('encounter.bar.resume')}
          </Button>
        }
      />
    )
  return (
    <>
      {isUnsigned(view) && <SecondSign />}
      <Form key={view.step} />
    </>
  )
}
