import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { mdiCheck, mdiCircleOutline } from '@mdi/js'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { SetupLine, SetupStep } from '../../shared/setup/rules.ts'
import { Page } from '../app/page.tsx'
import { desk } from '../desk/desk.ts'
import { PrintDialog, type Printable } from '../printout/print-dialog.tsx'
import { dayText } from '../text/day.ts'
import { useText } from '../text/use-text.ts'
import { Icon } from '../ui/icon.tsx'
import { Notice } from '../ui/notice.tsx'
import { Tag } from '../ui/tag.tsx'
import { useSetup } from './use-setup.ts'

const places: Readonly<Record<Exclude<SetupStep, 'printer'>, string>> = {
  names: '/settings',
  numbers: '/settings',
  people: '/staff',
  keepers: '/staff',
  card: '/settings',
  'client-book': '/intake/client-book',
  owners: '/client',
  shelf: '/intake/product-shelf',
  cabinets: '/archive',
  backup: '/settings',
  drill: '/settings',
}

const sheet: Printable = {
  kind: 'set-up-list',
  key: ['set-up-list'],
  prepare: () => desk.setup.prepare(),
  start: (way) => desk.setup.print(way),
}

type Setup = NonNullable<ReturnType<typeof useSetup>>
type LineProps = {
  readonly line: SetupLine
  readonly counts: Setup['counts']
  readonly onGo: (step: SetupStep) => void
}

const Line = ({ line: { step, done, red }, counts, onGo }: LineProps) => {
  const { t, language } = useText()
  const day = { 'client-book': counts.clientBook, shelf: counts.shelf }[step as string] ?? ''
  const strays = step === 'owners' && counts.strayClients > 0
  const booked = step === 'cabinets' && counts.inCabinets > 0
  const about = t(`setup.note.${strays ? 'strays' : booked ? 'booked' : step}`, counts)
  const note = day === '' ? about : t('setup.asOf', { date: dayText(day, language) })
  return (
    <Box component="li" sx={row}>
      <Box sx={{ color: done ? 'success.main' : 'text.disabled', display: 'flex' }}>
        <Icon path={done ? mdiCheck : mdiCircleOutline} />
      </Box>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography sx={{ fontWeight: 500 }}>{t(`setup.step.${step}`)}</Typography>
        <Typography variant="body2" color="text.secondary">
          {note}
        </Typography>
      </Box>
      <Tag tone={red ? 'seal' : done ? 'plain' : 'ochre'}>
        {t(red ? 'setup.state.red' : done ? 'setup.state.done' : 'setup.state.open')}
      </Tag>
      <Box sx={{ width: 132, textAlign: 'right' }}>
        <Button variant={done ? 'text' : 'outlined'} size="small" onClick={() => onGo(step)}>
          {t(`setup.go.${step}`)}
        </Button>
      </Box>
    </Box>
  )
}

/** What a branch does before its first day, each line with the way to it (practice 16). */
export const SetupPage = () => {
  const { t } = useText()
  const go = useNavigate()
  const setup = useSetup()
  const [printing, setPrinting] = useState(false)
  if (!setup) return null
  const { lines, counts } = setup
  const done = lines.filter((line) => line.done).length
  const open = (step: SetupStep): void => {
    if (step === 'printer') setPrinting(true)
    else void go(places[step])
  }
  return (
    <Page title={<h1 style={{ font: 'inherit', margin: 0 }}>{t('setup.title')}</h1>}>
      <Box sx={{ maxWidth: 860, pt: 3, display: 'grid', gap: 4 }}>
        <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 4, flexWrap: 'wrap' }}>
          <Typography color="text.secondary" sx={{ flex: 1 }}>
            {done === lines.length ? t('setup.complete') : t('setup.lead')}
          </Typography>
          <Typography sx={{ fontWeight: 600 }}>{t('setup.progress', { done, all: lines.length })}</Typography>
          <Button variant="text" size="small" onClick={() => void go('/client')}>
            {t('setup.skip')}
          </Button>
        </Box>
        {lines.some(({ red }) => red) && (
          <Notice kind="refused" title={t('setup.red.title', counts)} kept={t('setup.red.text')} />
        )}
        <Box component="ol" aria-label={t('setup.title')} sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {lines.map((line) => (
            <Line key={line.step} line={line} counts={counts} onGo={open} />
          ))}
        </Box>
      </Box>
      {printing && <PrintDialog sheet={sheet} onClose={() => setPrinting(false)} />}
    </Page>
  )
}

const row = {
  display: 'flex',
  alignItems: 'center',
  gap: 4,
  py: 2.5,
  borderBottom: 1,
  borderColor: 'divider',
} as const
