import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { steps } from '../../../shared/encounter/step.ts'
import { useText } from '../../text/use-text.ts'
import { Section } from '../../ui/section.tsx'
import { answerIn, useMeeting } from '../meeting-context.ts'

// Free words only: choices, signs and counts have their own places. Field on the desk → its label.
const labels = {
  goal: 'goal',
  proposal: 'proposal',
  products: 'products',
  purpose: 'purpose',
  opening: 'opening',
  interests: 'interests',
  personality: 'personality',
  'other-banks': 'otherBanks',
  liked: 'liked',
  tendency: 'tendency',
  focus: 'focus',
  style: 'style',
  questions: 'questions',
  measure: 'measure',
  opportunity: 'opportunity',
  leads: 'leads',
  note: 'note',
  good: 'good',
  bad: 'bad',
  lesson: 'lesson',
} as const

const fields = Object.keys(labels) as (keyof typeof labels)[]

/** What was written down in a meeting that is over, step by step. */
export const ToldList = () => {
  const { t } = useText()
  const { view } = useMeeting()
  const lines = steps.flatMap((step) =>
    fields.flatMap((field) => {
      const value = answerIn(view, step, field)
      return value === ''
        ? []
        : [{ key: `${step}.${field}`, label: t(`encounter.field.${labels[field]}`), value }]
    }),
  )
  if (lines.length === 0) return null
  return (
    <Section title={t('need.told')} note={lines.length}>
      {lines.map(({ key, label, value }) => (
        <Box
          key={key}
          sx={{
            display: 'grid',
            gridTemplateColumns: '160px 1fr',
            gap: 3,
            py: 2,
            borderBottom: 1,
            borderColor: 'divider',
          }}
        >
          <Typography color="text.secondary">{label}</Typography>
          <Typography sx={{ whiteSpace: 'pre-wrap' }}>{value}</Typography>
        </Box>
      ))}
    </Section>
  )
}
