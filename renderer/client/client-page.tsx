import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import { useQuery } from '@tanstack/react-query'
import { Link as RouterLink, useNavigate, useParams } from 'react-router'
import type { ClientPage as Client } from '../../shared/client/contract.ts'
import { Page } from '../app/page.tsx'
import { useSession } from '../app/session-context.ts'
import { deskQuery } from '../desk/desk.ts'
import { failureOf } from '../desk/desk-failure.ts'
import { useText } from '../text/use-text.ts'
import { SealedStub } from '../seal/sealed-stub.tsx'
import { clientTabs } from './client-tabs.tsx'
import { ShutDossier } from '../custody/shut-dossier.tsx'
import { IdentityLine } from './identity-line.tsx'

const Body = ({ client, tab }: { readonly client: Client; readonly tab: string }) => {
  const { t } = useText()
  const navigate = useNavigate()
  const { rights } = useSession()
  const mine = clientTabs.filter(({ right }) => right === undefined || rights.includes(right))
  const shown = mine.find(({ id }) => id === tab) ?? mine[0]
  const panel = `client-panel-${shown?.id}`
  return (
    <>
      <IdentityLine client={client} />
      <Tabs
        value={shown?.id}
        aria-label={client.name}
        onChange={(_, id: string) => void navigate(`/client/${client.id}/${id}`, { replace: true })}
        sx={{ borderBottom: 1, borderColor: 'divider', mx: -6, px: 6 }}
      >
        {mine.map(({ id, title }) => (
          <Tab
            key={id}
            value={id}
            label={t(title)}
            id={`client-tab-${id}`}
            aria-controls={`client-panel-${id}`}
          />
        ))}
      </Tabs>
      <Box role="tabpanel" id={panel} aria-labelledby={`client-tab-${shown?.id}`}>
        {shown?.show(client)}
      </Box>
    </>
  )
}

/** One client. The address holds the id only. */
export const ClientPage = () => {
  const { t } = useText()
  const { id = '', tab = 'overview' } = useParams()
  const { data, error } = useQuery(deskQuery.client.page.queryOptions({ input: { id: Number(id) } }))
  const failure = error ? failureOf(error) : null
  const isSealed = failure?.code === 'refused' && failure.rule === 'dossier.refusal.sealed'
  const title = (
    <h1 style={{ font: 'inherit', margin: 0 }}>
      <Link component={RouterLink} to="/client" color="inherit">
        {t('client.title')}
      </Link>
      {data ? ` / ${data.name}` : ''}
    </h1>
  )
  return (
    <Page title={title}>
      {isSealed && <SealedStub clientId={Number(id)} />}
      {failure && !isSealed && <ShutDossier clientId={Number(id)} failure={failure} />}
      {data && !error && <Body key={data.id} client={data} tab={tab} />}
    </Page>
  )
}
