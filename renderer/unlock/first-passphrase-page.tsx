import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { FormEvent } from 'react'
import type { SessionView } from '../../shared/session/contract.ts'
import { FailureNotice } from '../app/failure-notice.tsx'
import { lockPage } from '../app/lock-page.ts'
import { useAct } from '../app/use-act.ts'
import { desk, deskQuery } from '../desk/desk.ts'
import { useText } from '../text/use-text.ts'
import { SecretInput } from '../ui/secret-input.tsx'
import { isReady, NewPassphraseFields } from './new-passphrase.tsx'
import { Sheet } from './sheet.tsx'
import { useWait } from './use-wait.ts'

/** A passphrase somebody else chose is changed before anything else is shown. */
export const FirstPassphrasePage = ({ session }: { readonly session: SessionView }) => {
  const { t } = useText()
  const queries = useQueryClient()
  const known = [session.name, session.bank, session.branch]
  const [old, setOld] = useState('')
  const [next, setNext] = useState({ first: '', again: '' })
  const change = useAct(desk.session.changePassphrase, () =>
    queries.invalidateQueries({ queryKey: deskQuery.session.key() }),
  )
  const { failure } = change
  const wait = useWait(failure?.code === 'wrong-passphrase' ? failure.waitSeconds : 0, failure)
  const ready = old !== '' && isReady(next, known) && wait === 0 && !change.busy
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (ready) change.run({ old, next: next.first })
  }
  return (
    <Sheet place={`${session.bank}${session.branch}`} aside={null}>
      <Box component="form" onSubmit={submit} noValidate sx={{ maxWidth: 520 }}>
        <Typography variant="body2" color="text.secondary">
          {session.name}
        </Typography>
        <Typography variant="stepTitle" component="h1">
          {t('staff.first.title')}
        </Typography>
        <Typography color="text.secondary" sx={{ mb: 4 }}>
          {t('staff.first.lead')}
        </Typography>
        <SecretInput
          label={t('staff.first.present')}
          name="present-passphrase"
          value={old}
          onChange={setOld}
          autoFocus
        />
        <NewPassphraseFields
          label={t('settings.passphrase.next')}
          value={next}
          onChange={setNext}
          known={known}
        />
        <FailureNotice failure={failure} />
        <Box sx={{ display: 'flex', gap: 3, mt: 2 }}>
          <Button type="submit" variant="contained" size="large" disabled={!ready}>
            {t('staff.first.change')}
          </Button>
          <Button size="large" onClick={() => void lockPage()}>
            {t('ui.frame.lock')}
          </Button>
        </Box>
      </Box>
    </Sheet>
  )
}
