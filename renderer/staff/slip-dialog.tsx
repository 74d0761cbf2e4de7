import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import GlobalStyles from '@mui/material/GlobalStyles'
import Typography from '@mui/material/Typography'
import { useId } from 'react'
import { useText } from '../text/use-text.ts'

export type Slip = {
  readonly name: string
  readonly passphrase: string
  /** For somebody who had one before. */
  readonly again?: boolean
}

// Only the slip goes to the printer, not the page behind it.
const alone = <GlobalStyles styles={{ '@media print': { '#root': { display: 'none' } } }} />

/** A first or temporary passphrase, readable once: on paper or by hand it goes to the person it is for. */
export const SlipDialog = ({ slip, onDone }: { readonly slip: Slip; readonly onDone: () => void }) => {
  const { t } = useText()
  const id = useId()
  return (
    <Dialog open aria-labelledby={id}>
      {alone}
      <DialogTitle id={id}>{t(slip.again ? 'staff.slip.again' : 'staff.slip.title')}</DialogTitle>
      <DialogContent>
        <Typography className="zy-no-print" color="text.secondary" sx={{ mb: 3 }}>
          {t('staff.slip.lead')}
        </Typography>
        <Box sx={{ border: 1, borderColor: 'edge', borderRadius: 1, p: 4 }}>
          <Typography variant="body2" color="text.secondary">
            {t('staff.slip.person')}
          </Typography>
          <Typography variant="heading" component="p" sx={{ mb: 2 }}>
            {slip.name}
          </Typography>
          <Typography variant="body2" color="text.secondary">
            {t('staff.slip.passphrase')}
          </Typography>
          <Typography
            data-field="first-passphrase"
            sx={{ fontSize: '1.375rem', fontWeight: 600, letterSpacing: '0.06em', overflowWrap: 'anywhere' }}
          >
            {slip.passphrase}
          </Typography>
          <Typography variant="meta" color="text.secondary" component="p" sx={{ mt: 2 }}>
            {t('staff.slip.keep')}
          </Typography>
        </Box>
      </DialogContent>
      <DialogActions className="zy-no-print">
        <Button onClick={() => window.print()}>{t('staff.act.print')}</Button>
        <Button variant="contained" onClick={onDone} autoFocus>
          {t('staff.act.done')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
