import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { dayText } from '../text/day.ts'
import type { Text } from '../text/use-text.ts'
import { useText } from '../text/use-text.ts'
import { Amount } from './amount.tsx'
import type { Meeting } from './meeting-context.ts'
import { useMeeting } from './meeting-context.ts'

const levelText = ({ assessment }: Meeting['view'], { t, language }: Text): string => {
  if (!assessment) return t('encounter.known.none')
  const level = `C${assessment.level}`
  return assessment.standing === 'valid'
    ? t('encounter.known.valid', { level, date: dayText(assessment.lastDay, language) })
    : t('encounter.known.expired', { level })
}

/** What the bank and the earlier meetings know of this person. */
export const KnownPart = () => {
  const text = useText()
  const { t } = text
  const { view } = useMeeting()
  const others = view.present.filter((person) => person.relation !== 'head')
  const lines: readonly (readonly [string, ReactNode])[] = [
    [t('encounter.known.assets'), <Amount key="assets" fen={view.assets?.total ?? null} />],
    [t('encounter.known.level'), levelText(view, text)],
    [
      t('encounter.known.age'),
      view.age === null ? t('ui.state.empty') : t('encounter.known.years', { age: view.age }),
    ],
    [
      t('encounter.known.present'),
      [view.clientName, ...others.map((person) => `${person.name}${person.relation}`)].join('、'),
    ],
    ...(view.contactBanned ? [[t('encounter.known.contact'), t('encounter.known.banned')] as const] : []),
  ]
  return (
    <Box component="dl" sx={{ m: 0, py: 2, display: 'grid', gridTemplateColumns: '96px 1fr', rowGap: 2 }}>
      {lines.map(([label, value]) => (
        <Box key={label} sx={{ display: 'contents' }}>
          <Typography component="dt" color="text.secondary">
            {label}
          </Typography>
          <Typography component="dd" sx={{ m: 0 }}>
            {value}
          </Typography>
        </Box>
      ))}
    </Box>
  )
}
