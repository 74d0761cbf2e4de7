import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { SessionView } from '../../shared/session/contract.ts'
import { dayText } from '../text/day.ts'
import { useText } from '../text/use-text.ts'
import type { Card } from './card.ts'

type Props = { readonly card: Card; readonly session: SessionView }

/** The card itself, as it stands on screen and on paper. */
export const CardSheet = ({ card, session }: Props) => {
  const { t, language } = useText()
  return (
    <Box
      sx={{ border: 1, borderColor: 'edge', borderRadius: 1, bgcolor: 'raised', p: 4, color: 'text.primary' }}
    >
      <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 4 }}>
        <Typography variant="heading">{t('unlock.recovery.title')}</Typography>
        <Typography variant="body2">{`${session.bank}${session.branch}`}</Typography>
      </Box>
      <Typography variant="meta" color="text.secondary">
        {t('unlock.recovery.words')}
      </Typography>
      <Box component="ol" aria-label={t('unlock.recovery.words')} sx={grid}>
        {card.words.map((word, index) => (
          <Box
            component="li"
            key={`${index}${word}`}
            sx={{ display: 'flex', gap: 2, alignItems: 'baseline' }}
          >
            <Box
              component="span"
              sx={{ width: 18, fontSize: '0.75rem', color: 'text.disabled', textAlign: 'right' }}
            >
              {index + 1}
            </Box>
            <Box component="span" sx={{ fontSize: '1.25rem', fontWeight: 600 }}>
              {word}
            </Box>
          </Box>
        ))}
      </Box>
      <Typography variant="meta" color="text.secondary">
        {t('unlock.recovery.code')}
      </Typography>
      <Typography sx={{ overflowWrap: 'anywhere', fontWeight: 500 }}>{card.code}</Typography>
      <Typography variant="meta" color="text.secondary" component="p" sx={{ mt: 2, whiteSpace: 'pre-wrap' }}>
        {t('unlock.recovery.holder')}{' '}
        {t('unlock.recovery.printed', { date: dayText(session.today, language) })}
        {'\n'}
        {t('unlock.recovery.keep')}
      </Typography>
    </Box>
  )
}

const grid = {
  display: 'grid',
  gridTemplateColumns: 'repeat(8, 1fr)',
  rowGap: 1,
  listStyle: 'none',
  p: 0,
  my: 2,
} as const
