import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { Link as RouterLink } from 'react-router'
import type { ClientPage } from '../../shared/client/contract.ts'
import { useSession } from '../app/session-context.ts'
import { dayText } from '../text/day.ts'
import { useText } from '../text/use-text.ts'
import { Section } from '../ui/section.tsx'

type Line = ClientPage['timeline'][number]

const dot = {
  position: 'absolute',
  left: 90,
  top: 7,
  width: 9,
  height: 9,
  borderRadius: '50%',
  bgcolor: 'edge',
} as const

const LineView = ({ line }: { readonly line: Line }) => {
  const { say, language } = useText()
  const { today } = useSession()
  const title = [say(line.title, line.params), ...(line.words ?? []).map((word) => say(word))].join(' ')
  return (
    <Box
      component="li"
      sx={{ position: 'relative', display: 'grid', gridTemplateColumns: '82px 1fr', columnGap: 7, pb: 3 }}
    >
      <Box aria-hidden sx={dot} />
      <Box>
        <Typography variant="body2">{dayText(line.day, language, today)}</Typography>
        <Typography variant="meta" color="text.secondary">
          {line.time}
        </Typography>
      </Box>
      <Box sx={{ minWidth: 0 }}>
        {line.route === null ? (
          <Typography variant="body2" sx={{ fontWeight: 500 }}>
            {title}
          </Typography>
        ) : (
          <Link component={RouterLink} to={line.route} variant="body2" sx={{ display: 'block' }}>
            {title}
          </Link>
        )}
        {line.note !== '' && (
          <Typography variant="body2" color="text.secondary">
            {line.note}
          </Typography>
        )}
        {line.by !== '' && (
          <Typography variant="meta" color="text.secondary">
            {line.by}
          </Typography>
        )}
      </Box>
    </Box>
  )
}

/** What happened between this client and the bank, the newest first. */
export const Timeline = ({ lines }: { readonly lines: ClientPage['timeline'] }) => {
  const { t } = useText()
  return (
    <Section title={t('client.timeline.title')} note={t('client.timeline.all', { n: lines.length })}>
      {lines.length === 0 ? (
        <Typography color="text.secondary" sx={{ pt: 2 }}>
          {t('client.timeline.empty')}
        </Typography>
      ) : (
        <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, pt: 2 }}>
          {lines.map((line) => (
            <LineView key={line.key} line={line} />
          ))}
        </Box>
      )}
    </Section>
  )
}
