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

type Props = { readonly card: Card; readonly onBack: () => void }

/** Four places of the card, typed back: a card nobody has read is no card. */
export const CardCheck = ({ card, onBack }: Props) => {
  const { t } = useText()
  const queries = useQueryClient()
  const [words, setWords] = useState<Readonly<Record<number, string>>>({})
  const [wrong, setWrong] = useState<readonly number[]>([])
  const confirm = useAct(desk.session.confirmCard, ({ wrongPlaces }) => {
    setWrong(wrongPlaces)
    if (wrongPlaces.length === 0) void queries.invalidateQueries({ queryKey: deskQuery.session.key() })
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    confirm.run({ answers: card.ask.map((place) => ({ place, word: (words[place] ?? '').trim() })) })
  }
  const type = (place: number, word: string): void => {
    setWords({ ...words, [place]: word })
    setWrong(wrong.filter((each) => each !== place))
  }
  return (
    <Box component="form" onSubmit={submit} noValidate>
      <Typography variant="stepTitle" component="h1">
        {t('unlock.recovery.check')}
      </Typography>
      <Typography color="text.secondary" sx={{ mb: 4 }}>
        {t('unlock.recovery.checkLead')}
      </Typography>
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', columnGap: 4 }}>
        {card.ask.map((place, index) => (
          <TextInput
            key={place}
            label={t('unlock.recovery.place', { place })}
            name={`card-place-${place}`}
            value={words[place] ?? ''}
            onChange={(word) => type(place, word)}
            autoFocus={index === 0}
            {...(wrong.includes(place) ? { error: t('unlock.recovery.wrong') } : {})}
          />
        ))}
      </Box>
      <FailureNotice failure={confirm.failure} />
      <Box sx={{ display: 'flex', gap: 3, mt: 2 }}>
        <Button type="submit" variant="contained" size="large" disabled={confirm.busy}>
          {t('unlock.recovery.confirm')}
        </Button>
        <Button size="large" onClick={onBack}>
          {t('unlock.recovery.again')}
        </Button>
      </Box>
    </Box>
  )
}
