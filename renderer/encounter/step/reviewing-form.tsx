import { useText } from '../../text/use-text.ts'
import { Notice } from '../../ui/notice.tsx'
import { AnswerField } from '../answer-field.tsx'
import { contactLine } from '../contact-line.ts'
import { useMeeting } from '../meeting-context.ts'
import { StepSheet } from '../step-sheet.tsx'
import { SecondSign } from './second-sign.tsx'

/** After the client left, at the latest before the day ends (S1 p49). */
export const ReviewingForm = () => {
  const text = useText()
  const { t } = text
  const { view } = useMeeting()
  // A meeting moved to the right client after the goodbye still needs that client's document.
  const isUnsigned = view.events.some(
    ({ type, reasons }) => type === 'review.written' && reasons.includes('signedAfterMove'),
  )
  return (
    <StepSheet title={t('encounter.step.reviewing')} hint={t('encounter.field.saveHint')}>
      {view.contact && (
        <Notice
          kind="told"
          title={
            view.leftEarly
              ? `${t('encounter.list.leftEarly')} · ${contactLine(view.contact, text)}`
              : contactLine(view.contact, text)
          }
        />
      )}
      {isUnsigned && <SecondSign />}
      <AnswerField step="reviewing" field="good" label={t('encounter.field.good')} lines={2} />
      <AnswerField step="reviewing" field="bad" label={t('encounter.field.bad')} lines={2} />
      <AnswerField step="reviewing" field="lesson" label={t('encounter.field.lesson')} lines={2} />
    </StepSheet>
  )
}
