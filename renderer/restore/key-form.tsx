import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import type { FormEvent } from 'react'
import type { FoundBackup } from '../../shared/restore/contract.ts'
import { FailureNotice } from '../app/failure-notice.tsx'
import { useAct } from '../app/use-act.ts'
import { desk } from '../desk/desk.ts'
import { useText } from '../text/use-text.ts'
import { Choice } from '../ui/choice.tsx'
import { SecretInput } from '../ui/secret-input.tsx'
import { Select } from '../ui/select.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { besideCount, useWait } from '../unlock/use-wait.ts'

type Props = { readonly backup: FoundBackup; readonly onStarted: () => void }
type Way = 'passphrase' | 'card'

const useStart = ({ backup: { from }, onStarted }: Props) => {
  const start = useAct(desk.restore.start, onStarted)
  const { failure } = start
  const wait = useWait(failure?.code === 'wrong-passphrase' ? failure.waitSeconds : 0, failure?.code)
  return {
    ...start,
    wait,
    withPassphrase: (slotId: string, passphrase: string) =>
      start.run({ from, by: { kind: 'passphrase', slotId, passphrase } }),
    withCard: (card: string) => start.run({ from, by: { kind: 'card', card } }),
  }
}

/** Who restores must be able to open what he restores: by his passphrase, or with the branch's card. */
export const KeyForm = (props: Props) => {
  const { t } = useText()
  const { doors } = props.backup
  const [way, setWay] = useState<Way>('passphrase')
  const [slotId, setSlotId] = useState(doors[0]?.slotId ?? '')
  const [secret, setSecret] = useState('')
  const start = useStart(props)
  const ready = secret.trim() !== '' && (way === 'card' || slotId !== '') && start.wait === 0 && !start.busy
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!ready) return
    if (way === 'card') start.withCard(secret)
    else start.withPassphrase(slotId, secret)
  }
  return (
    <Box component="form" onSubmit={submit} noValidate sx={{ mt: 4, maxWidth: 460 }}>
      <Choice
        label={t('restore.key.with')}
        value={way}
        onChange={(next: Way) => {
          setWay(next)
          setSecret('')
        }}
        options={(['passphrase', 'card'] as const).map((value) => ({
          value,
          label: t(`restore.key.${value}`),
        }))}
      />
      {way === 'passphrase' ? (
        <>
          <Select
            label={t('restore.key.who')}
            value={slotId}
            onChange={setSlotId}
            options={doors.map(({ slotId: value, name }) => ({ value, label: name }))}
            helper={t('restore.key.whoHelp')}
          />
          <SecretInput
            label={t('restore.key.passphrase')}
            name="passphrase"
            value={secret}
            onChange={setSecret}
            helper={t('restore.key.passphraseHelp')}
          />
        </>
      ) : (
        <TextInput label={t('restore.key.field')} name="card" value={secret} onChange={setSecret} lines={2} />
      )}
      <FailureNotice failure={besideCount(start.failure)} />
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 4, mt: 2 }}>
        <Button type="submit" variant="contained" disabled={!ready}>
          {t(start.busy ? 'restore.key.starting' : 'restore.key.start')}
        </Button>
        {start.wait > 0 && (
          <Typography role="timer" variant="body2" color="text.secondary">
            {t('unlock.wait', { seconds: start.wait })}
          </Typography>
        )}
      </Box>
    </Box>
  )
}
