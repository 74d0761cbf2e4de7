import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useText } from '../../text/use-text.ts'
import { Section } from '../../ui/section.tsx'
import { AnswerField } from '../answer-field.tsx'
import { StepSheet } from '../step-sheet.tsx'
import { PeoplePresent } from './people-present.tsx'
import { SecondSign } from './second-sign.tsx'

const prompts = ['greet', 'introduce', 'seat', 'lead'] as const

/** One step with four prompts, not four ticks (practice 7). */
export const GreetingForm = () => {
  const { t } = useText()
  return (
    <StepSheet title={t('encounter.step.greeting')} hint={t('encounter.field.saveHint')}>
      <Box component="ol" sx={{ display: 'flex', gap: 6, listStyle: 'none', m: 0, p: 0, flexWrap: 'wrap' }}>
        {prompts.map((prompt, index) => (
          <Typography component="li" key={prompt} color="text.secondary">
            {`${index + 1} ${t(`encounter.prompt.${prompt}`)}`}
          </Typography>
        ))}
      </Box>
      <SecondSign />
      <AnswerField step="greeting" field="purpose" label={t('encounter.field.purpose')} lines={2} />
      <AnswerField step="greeting" field="opening" label={t('encounter.field.opening')} lines={2} />
      <Section title={t('encounter.field.present')}>
        <Box sx={{ pt: 3 }}>
          <PeoplePresent />
        </Box>
      </Section>
    </StepSheet>
  )
}
