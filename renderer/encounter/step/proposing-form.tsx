import Box from '@mui/material/Box'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import type { Choice } from '../../../shared/encounter/view.ts'
import type { ExplanationItem } from '../../../shared/fit/explanation.ts'
import { useText } from '../../text/use-text.ts'
import { Section } from '../../ui/section.tsx'
import { AnswerField } from '../answer-field.tsx'
import { Flags } from '../fit/flags.tsx'
import { useMeeting } from '../meeting-context.ts'
import { StepSheet } from '../step-sheet.tsx'

const Explained = ({ choice }: { readonly choice: Choice }) => {
  const { t } = useText()
  const { send } = useMeeting()
  const left = choice.items.filter(({ told }) => !told).length
  const tell = (item: ExplanationItem) =>
    void send({ type: 'explanation.given', choiceId: choice.id, items: [item] })
  return (
    <Section
      level="h3"
      title={choice.productName}
      note={left === 0 ? t('fit.pass') : t('fit.remaining', { count: left })}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 6, py: 2 }}>
        {choice.items.map(({ item, told }) => (
          <FormControlLabel
            key={item}
            label={t(`fit.item.${item}`)}
            control={<Checkbox checked={told} disabled={told} onChange={() => tell(item)} />}
          />
        ))}
      </Box>
      <Flags choice={choice} />
    </Section>
  )
}

/** What has to be told before a sale, ticked when it was told; told stays told (S1 p47). */
export const ProposingForm = () => {
  const { t } = useText()
  const { view } = useMeeting()
  return (
    <StepSheet title={t('encounter.step.proposing')} hint={t('fit.explainHint')}>
      {view.choices
        .filter((choice) => choice.declineCause === null)
        .map((choice) => (
          <Explained key={choice.id} choice={choice} />
        ))}
      <AnswerField step="proposing" field="questions" label={t('encounter.field.questions')} lines={2} />
    </StepSheet>
  )
}
