import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ClientPage } from '../../shared/client/contract.ts'
import { useRight } from '../app/session-context.ts'
import { StartMeeting } from '../encounter/start-meeting.tsx'
import { MoneyOverview } from '../statement/money-tab.tsx'
import { dayText } from '../text/day.ts'
import { useText } from '../text/use-text.ts'
import { Notice } from '../ui/notice.tsx'
import { NamesakeNotice } from './namesake-notice.tsx'
import { NextLead } from './next-lead.tsx'
import { PositionTable } from './position-table.tsx'
import { Timeline } from './timeline.tsx'

const NextStep = ({ client }: { readonly client: ClientPage }) => {
  const { t } = useText()
  const mayLead = useRight('encounter.lead')
  if (!mayLead) return null
  return (
    <Box
      component="section"
      sx={{
        bgcolor: 'background.paper',
        border: 1,
        borderColor: 'divider',
        borderRadius: 1.5,
        borderLeft: 4,
        borderLeftColor: 'error.main',
        px: 4,
        py: 4,
        display: 'grid',
        gap: 3,
      }}
    >
      <Typography variant="body2" component="h2" sx={{ color: 'error.main', fontWeight: 600 }}>
        {t('client.next.title')}
      </Typography>
      <NextLead next={client.nextContact} />
      {!client.typeConfirmed && <Typography variant="body2">{t('client.next.judge')}</Typography>}
      <StartMeeting clientId={client.id} />
    </Box>
  )
}

const ContactBan = ({ bannedOn }: { readonly bannedOn: ClientPage['contactBannedOn'] }) => {
  const { t, language } = useText()
  if (bannedOn === null) return null
  return <Notice kind="soon" title={t('client.next.banned', { date: dayText(bannedOn, language) })} />
}

/** What to do, what the bank holds, what happened. */
export const OverviewTab = ({ client }: { readonly client: ClientPage }) => (
  <Box
    sx={{
      display: 'grid',
      gridTemplateColumns: { xs: '1fr', lg: '276px minmax(0, 1fr) 318px' },
      gap: 7,
      pt: 4,
      alignItems: 'start',
    }}
  >
    <Box sx={{ display: 'grid', gap: 4 }}>
      <ContactBan bannedOn={client.contactBannedOn} />
      <NextStep client={client} />
      <NamesakeNotice namesakes={client.namesakes} />
    </Box>
    <Box sx={{ display: 'grid', gap: 6 }}>
      <PositionTable position={client.position} />
      <MoneyOverview clientId={client.id} />
    </Box>
    <Timeline lines={client.timeline} />
  </Box>
)
