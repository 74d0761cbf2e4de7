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

/** 会面: what is open, and what has ended. */
export const EncounterListPage = () => {
  const { t } = useText()
  const navigate = useNavigate()
  const mayConfirm = useRight('encounter.supervise')
  const list = (over: boolean) => deskQuery.encounter.list.queryOptions({ input: { clientId: null, over } })
  const open = useQuery(list(false))
  const over = useQuery(list(true))
  const begin = (
    <>
      {t('encounter.list.empty')}{' '}
      <Button onClick={() => void navigate('/client')}>{t('encounter.list.toClients')}</Button>
    </>
  )
  return (
    <Page title={t('encounter.title')}>
      <Box sx={{ display: 'flex', flexDirection: 'column', gap: 7, pt: 4 }}>
        <Section title={t('encounter.list.open')} note={open.data?.length ?? ''}>
          {open.data && <EncounterTable label={t('encounter.list.open')} lines={open.data} empty={begin} />}
        </Section>
        {mayConfirm && <WaitingMoves />}
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
    </Page>
  )
}
