import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { FailureNotice } from '../app/failure-notice.tsx'
import { useAct } from '../app/use-act.ts'
import { desk, deskQuery } from '../desk/desk.ts'
import { useText } from '../text/use-text.ts'
import { Section } from '../ui/section.tsx'
import { Select } from '../ui/select.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { useRefresh } from './use-refresh.ts'

const everybody = 'all'

/** 期初建账: whole cabinets at once, manager by manager, before the app's first evening. */
export const BookPart = () => {
  const { t } = useText()
  const refresh = useRefresh()
  const { data } = useQuery(deskQuery.client.counts.queryOptions())
  const [owner, setOwner] = useState<string>(everybody)
  const [place, setPlace] = useState('')
  const [booked, setBooked] = useState<number | null>(null)
  const book = useAct(
    () => desk.custody.book({ ownerId: owner === everybody ? null : Number(owner), place }),
    (done) => {
      setBooked(done.booked)
      refresh()
    },
  )
  const owners = (data?.owners ?? []).flatMap(({ ownerId, owner: name }) =>
    ownerId === null ? [] : [{ value: String(ownerId), label: name }],
  )
  return (
    <Section title={t('custody.book.title')}>
      <Typography variant="body2" color="text.secondary" sx={{ py: 2 }}>
        {t('custody.book.hint')}
      </Typography>
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: 'repeat(auto-fit, minmax(160px, 220px))',
          gap: 3,
          alignItems: 'end',
        }}
      >
        <Select
          tight
          label={t('custody.field.owner')}
          value={owner}
          options={[{ value: everybody, label: t('custody.book.everybody') }, ...owners]}
          onChange={setOwner}
        />
        <TextInput
          tight
          label={t('custody.field.place')}
          name="book-place"
          placeholder={t('custody.accept.placeHint')}
          value={place}
          onChange={setPlace}
        />
        <Button
          disabled={book.busy || place.trim() === ''}
          onClick={() => book.run(undefined)}
          sx={{ height: 36, justifySelf: 'start' }}
        >
          {t('custody.book.verb')}
        </Button>
      </Box>
      {booked !== null && (
        <Typography role="status" sx={{ pt: 2 }}>
          {t('custody.book.done', { n: booked })}
        </Typography>
      )}
      <FailureNotice failure={book.failure} />
    </Section>
  )
}
