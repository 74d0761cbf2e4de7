import Box from '@mui/material/Box'
import { useText } from '../../text/use-text.ts'
import { ChoiceMany } from '../../ui/choice.tsx'
import { Section } from '../../ui/section.tsx'
import { AnswerField } from '../answer-field.tsx'
import { answerIn, useMeeting } from '../meeting-context.ts'
import { Row, StepSheet } from '../step-sheet.tsx'
import { PeoplePresent } from './people-present.tsx'

const things = ['room', 'pen', 'card', 'leaflet', 'water'] as const

/** Before the client comes: what for, with what, and out of whose sight (S1 p43). */
export const PreparingForm = () => {
  const { t } = useText()
  const { view, send } = useMeeting()
  const ticked = answerIn(view, 'preparing', 'checklist').split(',')
  const answer = (field: string, value: string) =>
    void send({ type: 'answer.given', step: 'preparing', field, value })
  return (
    <StepSheet title={t('encounter.step.preparing')} hint={t('encounter.field.saveHint')}>
      <AnswerField step="preparing" field="goal" label={t('encounter.field.goal')} lines={2} />
      <AnswerField step="preparing" field="proposal" label={t('encounter.field.proposal')} lines={2} />
      <Row>
        <AnswerField step="preparing" field="products" label={t('encounter.field.products')} />
        <AnswerField
          step="preparing"
          field="place"
          label={t('encounter.field.place')}
          fallback={view.appointment.place}
        />
      </Row>
      <ChoiceMany
        meeting
        tight
        label={t('encounter.field.checklist')}
        name="preparing.checklist"
        values={things.filter((thing) => ticked.includes(thing))}
        options={things.map((thing) => ({ value: thing, label: t(`encounter.checklist.${thing}`) }))}
        onChange={(values) => answer('checklist', values.join(','))}
      />
      <ChoiceMany
        meeting
        tight
        label={t('encounter.field.privacy')}
        name="preparing.privacy"
        values={answerIn(view, 'preparing', 'privacy') === '' ? [] : ['yes']}
        options={[{ value: 'yes', label: t('encounter.field.privacyYes') }]}
        onChange={(values) => answer('privacy', values[0] ?? '')}
      />
      <Section title={t('encounter.field.present')}>
        <Box sx={{ pt: 3 }}>
          <PeoplePresent />
        </Box>
      </Section>
    </StepSheet>
  )
}
