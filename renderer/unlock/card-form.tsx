import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { FormEvent } from 'react'
import type { Door } from './desk-state.ts'
import { returnTo } from '../app/place.ts'
import { FailureNotice } from '../app/failure-notice.tsx'
import { useAct } from '../app/use-act.ts'
import { desk, deskQuery } from '../desk/desk.ts'
import { useText } from '../text/use-text.ts'
import { TextInput } from '../ui/text-input.tsx'
import { isReady, NewPassphraseFields } from './new-passphrase.tsx'
import { useNewTrouble } from './use-new-trouble.ts'

type Props = { readonly door: Door; readonly onPassphrase: () => void }

/** A lost passphrase: the card opens the vault and gives the chosen person a new one. */
export const CardForm = ({ door, onPassphrase }: Props) => {
  const { t } = useText()
  const queries = useQueryClient()
  const [card, setCard] = useState('')
  const [next, setNext] = useState({ first: '', again: '' })
  const known = [door.name]
  const open = useAct(desk.session.unlockWithCard, ({ place }) => {
    returnTo(place)
    void queries.invalidateQueries({ queryKey: deskQuery.session.key() })
  })
  useNewTrouble(open.failure)
  const ready = card.trim() !== '' && isReady(next, known) && !open.busy
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (ready) open.run({ card, slotId: door.slotId, newPassphrase: next.first })
  }
  return (
    <Box component="form" onSubmit={submit} noValidate>
      <Typography variant="pageTitle" component="h1">
        {t('unlock.card.title')}
      </Typography>
      <Typography color="text.secondary" sx={{ mb: 3 }}>
        {t('unlock.card.lead')}
      </Typography>
      <TextInput label={t('unlock.card.field')} value={card} onChange={setCard} lines={2} tight autoFocus />
      <Typography sx={{ my: 2 }}>
        {t('unlock.card.person')} <strong>{door.name}</strong>
      </Typography>
      <NewPassphraseFields value={next} onChange={setNext} known={known} />
      <FailureNotice failure={open.failure} />
      <Box sx={{ display: 'flex', gap: 4, alignItems: 'center', mt: 2, flexWrap: 'wrap' }}>
        <Button type="submit" variant="contained" disabled={!ready}>
          {t(open.busy ? 'unlock.opening' : 'unlock.card.next')}
        </Button>
        <Link component="button" type="button" variant="body1" onClick={onPassphrase}>
          {t('unlock.withPassphrase')}
        </Link>
      </Box>
      <Typography variant="meta" color="text.disabled" component="p" sx={{ mt: 2 }}>
        {t('unlock.card.note')}
      </Typography>
    </Box>
  )
}
