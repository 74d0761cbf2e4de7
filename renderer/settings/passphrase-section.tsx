import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { FailureNotice } from '../app/failure-notice.tsx'
import { useSession } from '../app/session-context.ts'
import { useAct } from '../app/use-act.ts'
import { desk } from '../desk/desk.ts'
import { useText } from '../text/use-text.ts'
import { Notice } from '../ui/notice.tsx'
import { SecretInput } from '../ui/secret-input.tsx'
import { Section } from '../ui/section.tsx'
import { isReady, NewPassphraseFields } from '../unlock/new-passphrase.tsx'

const empty = { first: '', again: '' }

const ChangeForm = ({ onDone }: { readonly onDone: () => void }) => {
  const { t } = useText()
  const { name, bank, branch } = useSession()
  const known = [name, bank, branch]
  const [old, setOld] = useState('')
  const [next, setNext] = useState(empty)
  const change = useAct(desk.session.changePassphrase, onDone)
  const ready = old !== '' && isReady(next, known) && !change.busy
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (ready) change.run({ old, next: next.first })
  }
  return (
    <Box component="form" onSubmit={submit} sx={{ pt: 3, maxWidth: 420 }}>
      <SecretInput label={t('settings.passphrase.old')} value={old} onChange={setOld} autoFocus />
      <NewPassphraseFields
        label={t('settings.passphrase.next')}
        value={next}
        onChange={setNext}
        known={known}
      />
      <FailureNotice failure={change.failure} />
      <Button type="submit" variant="contained" disabled={!ready}>
        {t('settings.passphrase.change')}
      </Button>
    </Box>
  )
}

export const PassphraseSection = () => {
  const { t } = useText()
  const [state, setState] = useState<'closed' | 'open' | 'done'>('closed')
  const begin = (
    <Button variant="text" size="small" onClick={() => setState(state === 'open' ? 'closed' : 'open')}>
      {t(state === 'open' ? 'ui.action.cancel' : 'settings.passphrase.change')}
    </Button>
  )
  return (
    <Section title={t('settings.passphrase.title')} action={begin}>
      {state === 'open' && <ChangeForm onDone={() => setState('done')} />}
      {state === 'done' && <Notice kind="done" title={t('settings.passphrase.done')} />}
    </Section>
  )
}
