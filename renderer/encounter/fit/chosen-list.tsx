import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useText } from '../../text/use-text.ts'
import { Section } from '../../ui/section.tsx'
import { Tag } from '../../ui/tag.tsx'
import { Amount } from '../amount.tsx'
import { useMeeting } from '../meeting-context.ts'
import { DeclineButton } from './decline-button.tsx'
import { Flags } from './flags.tsx'

/** What was chosen so far, each for its need. */
export const ChosenList = () => {
  const { t } = useText()
  const { view } = useMeeting()
  if (view.choices.length === 0) return null
  return (
    <Section
      title={t('fit.list')}
      note={view.choices.filter((choice) => choice.declineCause === null).length}
    >
      {view.choices.map((choice) => (
        <Box key={choice.id} sx={{ py: 2, borderBottom: 1, borderColor: 'divider' }}>
          <Box sx={{ display: 'flex', gap: 4, alignItems: 'center' }}>
            <Typography sx={{ fontWeight: 500, flex: 1 }}>{choice.productName}</Typography>
            <Amount fen={choice.amount} />
            {choice.declineCause !== null && <Tag>{t('fit.declined')}</Tag>}
            {!choice.decided && (
              <DeclineButton choiceId={choice.id} label={t('fit.decline')} name={choice.productName} />
            )}
          </Box>
          <Flags choice={choice} />
        </Box>
      ))}
    </Section>
  )
}
