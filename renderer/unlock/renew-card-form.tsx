import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { FailureNotice } from '../app/failure-notice.tsx'
import { useAct } from '../app/use-act.ts'
import { desk } from '../desk/desk.ts'
import { useText } from '../text/use-text.ts'
import { SecretInput } from '../ui/secret-input.tsx'
import type { Card } from './card.ts'
import { useWait } from './use-wait.ts'

/** Whoever holds a card owns the vault: a new one is only for whoever knows the passphrase. */
export const RenewCardForm = ({ onCard }: { readonly onCard: (card: Card) => void }) => {
  const { t } = useText()
  const [passphrase, setPassphrase] = useState('')
  const renew = useAct(desk.session.renewCard, onCard)
  const { failure } = renew
  const wait = useWait(failure?.code === 'wrong-passphrase' ? failure.waitSeconds : 0, failure)
  const ready = passphrase !== '' && wait === 0 && !renew.busy
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (ready) renew.run({ passphrase })
  }
  return (
    <Box component="form" onSubmit={submit} noValidate>
      <Typography variant="stepTitle" component="h1">
        {t('unlock.recovery.title')}
      </Typography>
      <Typography color="text.secondary" sx={{ mb: 4 }}>
        {t('unlock.recovery.renewLead')}
      </Typography>
      <SecretInput label={t('unlock.passphrase')} value={passphrase} onChange={setPassphrase} autoFocus />
      <FailureNotice failure={failure} />
      <Button type="submit" variant="contained" size="large" disabled={!ready} sx={{ mt: 1 }}>
        {t('unlock.recovery.make')}
      </Button>
    </Box>
  )
}
