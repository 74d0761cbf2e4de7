import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useEffect, useRef } from 'react'
import type { Found } from '../../shared/search/contract.ts'
import { DossierTag } from '../custody/dossier-tag.tsx'
import { dayText } from '../text/day.ts'
import { useText } from '../text/use-text.ts'
import { Tag } from '../ui/tag.tsx'

export const optionId = (at: number): string => `found-${at}`

type LineProps = {
  readonly row: Found
  readonly at: number
  readonly chosen: boolean
  readonly onPick: () => void
}

const useFacts = (row: Found): readonly string[] => {
  const { t, language } = useText()
  return [
    row.birthDate === null ? '' : t('search.birth', { day: dayText(row.birthDate, language) }),
    row.numberTail === '' ? '' : t('search.tail', { tail: row.numberTail }),
    row.phone,
    row.owner === '' ? t('client.noOwner') : t('search.owner', { name: row.owner }),
  ].filter((fact) => fact !== '')
}

const Line = ({ row, at, chosen, onPick }: LineProps) => {
  const { t } = useText()
  const facts = useFacts(row)
  const isSealed = row.dossier?.state === 'sealed'
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (chosen) box.current?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  return (
    <Box
      ref={box}
      role="option"
      id={optionId(at)}
      aria-selected={chosen}
      onClick={onPick}
      sx={{
        px: 4,
        py: 2,
        cursor: 'pointer',
        borderBottom: 1,
        borderColor: 'divider',
        borderLeft: 4,
        borderLeftColor: chosen ? 'primary.main' : 'transparent',
        bgcolor: chosen ? 'blueTint' : 'transparent',
      }}
    >
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'baseline' }}>
        <Typography sx={{ fontWeight: 500 }}>{row.name}</Typography>
        <Typography variant="body2" color="text.secondary">
          {!isSealed && t(`client.sex.${row.sex}`)}
        </Typography>
        <DossierTag dossier={row.dossier} />
        {row.namesake && <Tag tone="ochre">{t('search.namesake')}</Tag>}
      </Box>
      <Typography
        variant="body2"
        color="text.secondary"
        sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 4 }}
      >
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </Typography>
    </Box>
  )
}

type Props = {
  readonly rows: readonly Found[]
  readonly chosen: number
  readonly onPick: (row: Found) => void
}

export const FoundList = ({ rows, chosen, onPick }: Props) => {
  const { t } = useText()
  return (
    <Box role="listbox" id="found" aria-label={t('search.title')} sx={{ maxHeight: 420, overflow: 'auto' }}>
      {rows.map((row, at) => (
        <Line key={row.id} row={row} at={at} chosen={at === chosen} onPick={() => onPick(row)} />
      ))}
    </Box>
  )
}
