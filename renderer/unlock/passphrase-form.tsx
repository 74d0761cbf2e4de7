import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { FormEvent, ReactNode } from 'react'
import type { Door } from './desk-state.ts'
import { returnTo } from '../app/place.ts'
import { useAct } from '../app/use-act.ts'
import { desk, deskQuery } from '../desk/desk.ts'
import { failureText } from '../text/failure-text.ts'
import { useText } from '../text/use-text.ts'
import { SecretInput } from '../ui/secret-input.tsx'
import { useNewTrouble } from './use-new-trouble.ts'
import { besideCount, useWait } from './use-wait.ts'

type Props = { readonly door: Door; readonly onCard: () => void; readonly more?: ReactNode }

export const PassphraseForm = ({ door, onCard, more }: Props) => {
  const text = useText()
  const { t } = text
  const queries = useQueryClient()
  const [passphrase, setPassphrase] = useState('')
  const unlock = useAct(desk.session.unlock, ({ place }) => {
    returnTo(place)
    void queries.invalidateQueries({ queryKey: deskQuery.session.key() })
  })
  const { failure } = unlock
  useNewTrouble(failure)
  const [empty, setEmpty] = useState(false)
  const asked = failure?.code === 'wrong-passphrase' ? failure.waitSeconds : door.waitSeconds
  const wait = useWait(asked, failure)
  const told = besideCount(failure)
  const refused = told ? failureText(told, text) : null
  const complaint = empty ? t('ui.field.required') : refused
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (passphrase === '') return setEmpty(true)
    if (wait === 0 && !unlock.busy) unlock.run({ slotId: door.slotId, passphrase })
  }
  return (
    <Box component="form" onSubmit={submit} noValidate>
      <Typography variant="stepTitle" component="h1" sx={{ mb: 4 }}>
        {door.name}
      </Typography>
      <SecretInput
        label={t('unlock.passphrase')}
        name="passphrase"
        value={passphrase}
        onChange={(value) => {
          setPassphrase(value)
          setEmpty(false)
        }}
        autoFocus
        meeting
        {...(complaint === null ? {} : { error: complaint })}
      />
      <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 4, mt: 3 }}>
        <Button
          type="submit"
          variant="contained"
          size="large"
          disabled={wait > 0 || unlock.busy}
          sx={{ minWidth: 132 }}
        >
          {t(unlock.busy ? 'unlock.opening' : 'unlock.open')}
        </Button>
        {wait > 0 && (
          <Typography role="timer" variant="body2" color="text.secondary">
            {t('unlock.wait', { seconds: wait })}
          </Typography>
        )}
        <Link component="button" type="button" variant="body1" onClick={onCard}>
          {t('unlock.withCard')}
        </Link>
        {more}
      </Box>
    </Box>
  )
}
