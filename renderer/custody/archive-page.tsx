import Box from '@mui/material/Box'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import { useNavigate, useParams } from 'react-router'
import { Page } from '../app/page.tsx'
import { useSession } from '../app/session-context.ts'
import { useText } from '../text/use-text.ts'
import { archiveTabs } from './archive-tabs.tsx'
import { CountLine } from './count-line.tsx'

/** 档案室: what is handed in, who has what, and the register of it all. */
export const ArchivePage = () => {
  const { t } = useText()
  const navigate = useNavigate()
  const { rights } = useSession()
  const { tab = '' } = useParams()
  const mine = archiveTabs.filter((one) => one.rights.some((right) => rights.includes(right)))
  const shown = mine.find(({ id }) => id === tab) ?? mine[0]
  const title = <h1 style={{ font: 'inherit', margin: 0 }}>{t('custody.title')}</h1>
  return (
    <Page title={title}>
      <Box
        sx={{ display: 'flex', alignItems: 'center', borderBottom: 1, borderColor: 'divider', mx: -6, px: 6 }}
      >
        <Tabs
          value={shown?.id ?? ''}
          aria-label={t('custody.title')}
          onChange={(_, id: string) => void navigate(id === '' ? '/archive' : `/archive/${id}`)}
          sx={{ flex: 1, minWidth: 0 }}
        >
          {mine.map(({ id, title: key }) => (
            <Tab
              key={id}
              value={id}
              label={t(key)}
              id={`archive-tab-${id}`}
              aria-controls={`archive-panel-${id}`}
            />
          ))}
        </Tabs>
        {rights.includes('dossier.register') && <CountLine />}
      </Box>
      <Box
        role="tabpanel"
        id={`archive-panel-${shown?.id ?? ''}`}
        aria-labelledby={`archive-tab-${shown?.id ?? ''}`}
        sx={{ pt: 4 }}
      >
        {shown?.show()}
      </Box>
    </Page>
  )
}
