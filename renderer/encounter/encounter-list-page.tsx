import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { Page } from '../app/page.tsx'
import { useRight } from '../app/session-context.ts'
import { deskQuery } from '../desk/desk.ts'
import { useText } from '../text/use-text.ts'
import { Section } from '../ui/section.tsx'
import { EncounterTable } from './encounter-table.tsx'
import { WaitingMoves } from './waiting-moves.tsx'

const listOf = (over: boolean) => deskQuery.encounter.list.queryOptions({ input: { clientId: null, over } })

const OpenMeetings = () => {
  const { t } = useText()
  const navigate = useNavigate()
  const { data } = useQuery(listOf(false))
  const begin = (
    <>
      {t('encounter.list.empty')}{' '}
      <Button onClick={() => void navigate('/client')}>{t('encounter.list.toClients')}</Button>
    </>
  )
  return (
    <Section title={t('encounter.list.open')} note={data?.length ?? ''}>
      {data && <EncounterTable label={t('encounter.list.open')} lines={data} empty={begin} />}
    </Section>
  )
}

const EndedMeetings = () => {
  const { t } = useText()
  const { data } = useQuery(listOf(true))
  return (
    <Section title={t('encounter.list.over')} note={data?.length ?? ''}>
      {data && (
        <EncounterTable label={t('encounter.list.over')} lines={data} empty={t('encounter.list.emptyOver')} />
      )}
    </Section>
  )
}

/** 会面: what is open, what waits for a second person, and what has ended. Who leads none sees only what waits. */
export const EncounterListPage = () => {
  const { t } = useText()
  const mayLead = useRight('encounter.lead')
  const mayConfirm = useRight('encounter.supervise')
  return (
    <Page title={t('encounter.title')}>
      <Box sx={{ display: 'flex', flexDirection: 'column', gap: 7, pt: 4 }}>
        {mayLead && <OpenMeetings />}
        {mayConfirm && <WaitingMoves isAlone={!mayLead} />}
        {mayLead && <EndedMeetings />}
      </Box>
    </Page>
  )
}
