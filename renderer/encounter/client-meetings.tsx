import Box from '@mui/material/Box'
import { useQuery } from '@tanstack/react-query'
import { deskQuery } from '../desk/desk.ts'
import { useText } from '../text/use-text.ts'
import { Section } from '../ui/section.tsx'
import { EncounterTable } from './encounter-table.tsx'
import { StartMeeting } from './start-meeting.tsx'

/** A tab of the client's page: start, go on, look back. */
export const ClientMeetings = ({ clientId }: { readonly clientId: number }) => {
  const { t } = useText()
  const list = (over: boolean) => deskQuery.encounter.list.queryOptions({ input: { clientId, over } })
  const open = useQuery(list(false))
  const over = useQuery(list(true))
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 5 }}>
      <StartMeeting clientId={clientId} />
      <Section title={t('encounter.list.open')} note={open.data?.length ?? ''}>
        {open.data && (
          <EncounterTable label={t('encounter.list.open')} lines={open.data} empty={t('ui.state.empty')} />
        )}
      </Section>
      <Section title={t('encounter.list.over')} note={over.data?.length ?? ''}>
        {over.data && (
          <EncounterTable
            label={t('encounter.list.over')}
            lines={over.data}
            empty={t('encounter.list.emptyOver')}
          />
        )}
      </Section>
    </Box>
  )
}
