import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { Failure } from '../../shared/failure.ts'
import { pinLength } from '../../shared/vault/pin.ts'
import { returnTo } from '../app/place.ts'
import { desk, deskQuery } from '../desk/desk.ts'
import { failureOf } from '../desk/desk-failure.ts'
import { failureText } from '../text/failure-text.ts'
import { useText } from '../text/use-text.ts'
import { PinInput } from '../ui/pin-input.tsx'
import type { Door } from './desk-state.ts'

type Props = {
  readonly door: Door
  readonly onPassphrase: () => void
  readonly onClosed: (failure: Failure) => void
}

const isClosed = (failure: Failure): boolean => failure.code === 'refused' && failure.rule === 'quick-closed'

/** The quick door: six digits and nothing to press. */
export const PinForm = ({ door, onPassphrase, onClosed }: Props) => {
  const text = useText()
  const { t } = text
  const queries = useQueryClient()
  const field = useRef<HTMLInputElement>(null)
  const [pin, setPin] = useState('')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const refresh = () => queries.invalidateQueries({ queryKey: deskQuery.session.key() })
  const open = async (digits: string): Promise<void> => {
    setBusy(true)
    try {
      const { place } = await desk.session.unlockQuick({ slotId: door.slotId, pin: digits })
      returnTo(place)
      await refresh()
    } catch (error) {
      const refused = failureOf(error)
      setFailure(refused)
      setPin('')
      setBusy(false)
      field.current?.focus()
      if (!isClosed(refused)) return
      onClosed(refused)
      await refresh()
    }
  }
  const type = (digits: string): void => {
    if (busy) return
    setPin(digits)
    if (digits.length === pinLength) void open(digits)
    else if (digits !== '') setFailure(null)
  }
  return (
    <Box>
      <Typography variant="stepTitle" component="h1" sx={{ mb: 4 }}>
        {door.name}
      </Typography>
      <PinInput
        label={t('unlock.pin.label')}
        name="pin"
        value={pin}
        onChange={type}
        readOnly={busy}
        autoFocus
        inputRef={field}
        helper={t(busy ? 'unlock.opening' : 'unlock.pin.help')}
        {...(failure === null ? {} : { error: failureText(failure, text) })}
      />
      <Box sx={{ mt: 2 }}>
        <Link component="button" type="button" variant="body1" onClick={onPassphrase}>
          {t('unlock.withPassphrase')}
        </Link>
      </Box>
    </Box>
  )
}
