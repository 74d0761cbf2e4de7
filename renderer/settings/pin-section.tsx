import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { FormEvent } from 'react'
import type { Failure } from '../../shared/failure.ts'
import { judgePin, pinLength } from '../../shared/vault/pin.ts'
import { FailureNotice } from '../app/failure-notice.tsx'
import { useSession } from '../app/session-context.ts'
import { useAct } from '../app/use-act.ts'
import { desk, deskQuery } from '../desk/desk.ts'
import { momentText } from '../text/moment.ts'
import { useText } from '../text/use-text.ts'
import { Notice } from '../ui/notice.tsx'
import { PinInput } from '../ui/pin-input.tsx'
import { SecretInput } from '../ui/secret-input.tsx'
import { Section } from '../ui/section.tsx'

const wantsPassphrase = (failure: Failure | null): boolean =>
  failure?.code === 'wrong-passphrase' ||
  (failure?.code === 'refused' && failure.rule === 'pin-needs-passphrase')

const PinSheet = ({ onDone }: { readonly onDone: () => void }) => {
  const { t } = useText()
  const [pin, setPin] = useState('')
  const [again, setAgain] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const set = useAct(desk.session.setPin, onDone)
  const judged = judgePin(pin)
  const asks = wantsPassphrase(set.failure)
  const weak =
    pin.length === pinLength && !judged.accepted ? { error: t(`unlock.reason.${judged.reason}`) } : {}
  const differs = again !== '' && !pin.startsWith(again) ? { error: t('settings.pin.differs') } : {}
  const ready = judged.accepted && pin === again && !set.busy && (!asks || passphrase !== '')
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (ready) set.run({ pin, ...(passphrase === '' ? {} : { passphrase }) })
  }
  return (
    <Box component="form" onSubmit={submit} sx={{ pt: 3, maxWidth: 420 }}>
      <PinInput
        label={t('settings.pin.pin')}
        name="new-pin"
        value={pin}
        onChange={setPin}
        autoFocus
        {...weak}
      />
      <PinInput
        label={t('settings.pin.again')}
        name="new-pin-again"
        value={again}
        onChange={setAgain}
        {...differs}
      />
      {asks && (
        <SecretInput
          label={t('settings.pin.passphrase')}
          name="pin-passphrase"
          value={passphrase}
          onChange={setPassphrase}
          autoFocus
        />
      )}
      <FailureNotice failure={set.failure} />
      <Button type="submit" variant="contained" disabled={!ready} sx={{ mt: 2 }}>
        {t('settings.pin.set')}
      </Button>
    </Box>
  )
}

/** A PIN for today: set, changed and given up here. */
export const PinSection = () => {
  const { t, language } = useText()
  const { zone } = useSession()
  const queries = useQueryClient()
  const [isOpen, setOpen] = useState(false)
  const { data } = useQuery(deskQuery.session.quick.queryOptions())
  const refresh = () => queries.invalidateQueries({ queryKey: deskQuery.session.quick.key() })
  const drop = useAct(() => desk.session.dropPin(), refresh)
  if (data?.possible !== true) return null
  const { until } = data
  const word = until === null ? 'settings.pin.set' : 'settings.pin.change'
  return (
    <Section
      title={t('settings.pin.title')}
      action={
        <Box sx={{ display: 'flex', gap: 4 }}>
          {until !== null && (
            <Button variant="text" size="small" disabled={drop.busy} onClick={() => drop.run(undefined)}>
              {t('settings.pin.drop')}
            </Button>
          )}
          <Button variant="text" size="small" onClick={() => setOpen(!isOpen)}>
            {t(isOpen ? 'ui.action.cancel' : word)}
          </Button>
        </Box>
      }
    >
      <Typography variant="body2" color="text.secondary" sx={{ pt: 2 }}>
        {t('settings.pin.note')}
      </Typography>
      {isOpen && (
        <PinSheet
          onDone={() => {
            setOpen(false)
            void refresh()
          }}
        />
      )}
      {!isOpen && until !== null && (
        <Box sx={{ pt: 3 }}>
          <Notice kind="done" title={t('settings.pin.until', { time: momentText(until, zone, language) })} />
        </Box>
      )}
      <FailureNotice failure={drop.failure} />
    </Section>
  )
}
