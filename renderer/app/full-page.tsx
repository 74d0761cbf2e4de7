import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useText } from '../text/use-text.ts'
import { leavePage } from './lock-page.ts'

type Props = { readonly title: string; readonly text: string }

/** A page that has only one thing to say, and the way out. */
export const FullPage = ({ title, text }: Props) => {
  const { t } = useText()
  return (
    <Box component="main" sx={{ maxWidth: 560, mx: 'auto', pt: 40, px: 6 }}>
      <Typography variant="pageTitle" gutterBottom>
        {title}
      </Typography>
      <Typography sx={{ mb: 5 }}>{text}</Typography>
      <Button variant="contained" onClick={leavePage}>
        {t('ui.action.reload')}
      </Button>
    </Box>
  )
}
