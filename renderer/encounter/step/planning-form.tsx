import { useText } from '../../text/use-text.ts'
import { ChoiceMany } from '../../ui/choice.tsx'
import { AnswerField } from '../answer-field.tsx'
import { answerIn, useMeeting } from '../meeting-context.ts'
import { StepSheet } from '../step-sheet.tsx'
import { NeedList } from './need-list.tsx'

const areas = ['cash', 'education', 'protection', 'investment', 'retirement', 'tax', 'inheritance'] as const

/** Which areas to plan; the calculators come later (CM-14). */
export const PlanningForm = () => {
  const { t } = useText()
  const { view, send } = useMeeting()
  const chosen = answerIn(view, 'planning', 'areas').split(',')
  return (
    <StepSheet title={t('encounter.step.planning')} hint={t('encounter.field.saveHint')}>
      <NeedList needs={view.needList} />
      <ChoiceMany
        meeting
        tight
        label={t('encounter.field.areas')}
        name="planning.areas"
        values={areas.filter((area) => chosen.includes(area))}
        options={areas.map((area) => ({ value: area, label: t(`need.area.${area}`) }))}
        onChange={(values) =>
          void send({ type: 'answer.given', step: 'planning', field: 'areas', value: values.join(',') })
        }
      />
      <AnswerField step="planning" field="focus" label={t('encounter.field.focus')} lines={2} />
      <AnswerField step="planning" field="note" label={t('encounter.field.note')} lines={2} />
    </StepSheet>
  )
}
