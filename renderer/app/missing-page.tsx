import Typography from '@mui/material/Typography'
import { useText } from '../text/use-text.ts'
import { Page } from './page.tsx'

export const MissingPage = () => {
  const { t } = useText()
  return (
    <Page title={t('ui.state.missingTitle')}>
      <Typography sx={{ pt: 4 }}>{t('ui.state.missingText')}</Typography>
    </Page>
  )
}
