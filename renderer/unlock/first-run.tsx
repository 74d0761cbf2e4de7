import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { FailureNotice } from '../app/failure-notice.tsx'
import { useAct } from '../app/use-act.ts'
import { desk, deskQuery } from '../desk/desk.ts'
import { useText } from '../text/use-text.ts'
import { TextInput } from '../ui/text-input.tsx'
import type { Card } from './card.ts'
import { MakeSteps } from './make-steps.tsx'
import { isReady, NewPassphraseFields } from './new-passphrase.tsx'
import { RestoreLink } from '../restore/restore-link.tsx'
import { SampleLink } from './sample-link.tsx'
import { Sheet } from './sheet.tsx'

type Props = {
  readonly hasSample: boolean
  readonly onCard: (card: Card) => void
  readonly onRestore: () => void
}

const nobody = { bank: '', branch: '', name: '' }

/** The first morning: the branch, the first person, a passphrase. */
export const FirstRun = ({ hasSample, onCard, onRestore }: Props) => {
  const { t } = useText()
  const queries = useQueryClient()
  const [who, setWho] = useState(nobody)
  const [secret, setSecret] = useState({ first: '', again: '' })
  const known = Object.values(who)
  const make = useAct(desk.session.create, (card) => {
    onCard(card)
    void queries.invalidateQueries({ queryKey: deskQuery.session.key() })
  })
  const ready = known.every((word) => word.trim() !== '') && isReady(secret, known) && !make.busy
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (ready) make.run({ ...who, passphrase: secret.first })
  }
  const field = (name: keyof typeof nobody) => ({
    label: t(`unlock.make.${name}`),
    name,
    value: who[name],
    onChange: (value: string) => setWho({ ...who, [name]: value }),
  })
  return (
    <Sheet
      place=""
      aside={<MakeSteps at="branch" />}
      links={
        <>
          <RestoreLink onRestore={onRestore} />
          <SampleLink hasSample={hasSample} />
        </>
      }
    >
      <Box component="form" onSubmit={submit} noValidate>
        <Typography variant="stepTitle" component="h1">
          {t('unlock.make.title')}
        </Typography>
        <Typography color="text.secondary" sx={{ mb: 3 }}>
          {t('unlock.make.lead')}
        </Typography>
        <Box sx={{ display: 'grid', gridTemplateColumns: { sm: '1fr 1fr' }, columnGap: 4 }}>
          <TextInput {...field('bank')} autoFocus tight />
          <TextInput {...field('branch')} tight />
        </Box>
        <Box sx={{ height: 8 }} />
        <TextInput {...field('name')} helper={t('unlock.make.nameHelp')} />
        <NewPassphraseFields value={secret} onChange={setSecret} known={known} />
        <FailureNotice failure={make.failure} />
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 4, mt: 2 }}>
          <Button type="submit" variant="contained" size="large" disabled={!ready}>
            {t(make.busy ? 'unlock.make.making' : 'unlock.make.submit')}
          </Button>
          {!ready && !make.busy && (
            <Typography variant="body2" color="text.secondary">
              {t('unlock.make.missing')}
            </Typography>
          )}
        </Box>
      </Box>
    </Sheet>
  )
}
