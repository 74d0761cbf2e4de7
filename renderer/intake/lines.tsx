import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'
import Typography from '@mui/material/Typography'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import {
  lineFilters,
  type IntakeLine,
  type IntakePreview,
  type LineFilter,
} from '../../shared/intake/contract.ts'
import { deskQuery } from '../desk/desk.ts'
import { useText } from '../text/use-text.ts'
import { DataTable, type Column } from '../ui/data-table.tsx'
import { Section } from '../ui/section.tsx'
import { Tag } from '../ui/tag.tsx'
import { useFieldName } from './field-name.ts'

const useNote = (): ((line: IntakeLine) => string) => {
  const { t } = useText()
  const nameOf = useFieldName()
  return ({ reason, warnings, differences, by }) => {
    const fields = differences.map(nameOf).join('、')
    return [
      reason === null ? '' : t(`intake.reason.${reason}`),
      ...warnings.map((warning) => t(`intake.warning.${warning}`)),
      by === null ? '' : t('intake.lines.by', { by }),
      by !== null && fields === '' ? t('intake.lines.same') : '',
      fields === '' ? '' : t('intake.lines.differs', { fields }),
    ]
      .filter((word) => word !== '')
      .join('；')
  }
}

const useColumns = (): readonly Column<IntakeLine>[] => {
  const { t } = useText()
  const note = useNote()
  const tone = ({ verdict, warnings, differences }: IntakeLine) => {
    if (verdict === 'rejected') return 'seal'
    return warnings.length > 0 || (verdict === 'repeated' && differences.length > 0) ? 'ochre' : 'plain'
  }
  return [
    { key: 'line', head: t('intake.lines.line'), width: 56, cell: ({ line }) => line },
    { key: 'number', head: t('intake.lines.number'), cell: ({ number }) => number },
    { key: 'name', head: t('intake.lines.name'), strong: true, cell: ({ name }) => name },
    {
      key: 'verdict',
      head: t('intake.lines.verdict'),
      cell: (line) => <Tag tone={tone(line)}>{t(`intake.counts.${line.verdict}`)}</Tag>,
    },
    { key: 'note', head: t('intake.lines.note'), cell: note },
  ]
}

type FilterProps = {
  readonly counts: IntakePreview['counts']
  readonly rows: number
  readonly value: LineFilter
  readonly onChange: (filter: LineFilter) => void
}

/** The counts themselves choose the rows that are shown. */
const Filters = ({ counts, rows, value, onChange }: FilterProps) => {
  const { t } = useText()
  const numberOf = (filter: LineFilter): number => (filter === 'all' ? rows : counts[filter])
  return (
    <ToggleButtonGroup
      exclusive
      value={value}
      aria-label={t('intake.counts.title')}
      onChange={(_, next: LineFilter | null) => next !== null && onChange(next)}
    >
      {lineFilters.map((filter) => (
        <ToggleButton key={filter} value={filter}>
          {`${t(`intake.counts.${filter}`)} ${numberOf(filter)}`}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}

const interesting = ({ counts }: IntakePreview): LineFilter => {
  if (counts.rejected > 0) return 'rejected'
  return counts.repeated > 0 ? 'repeated' : 'all'
}

/** What becomes of each row, with the reason. */
export const Lines = ({ preview }: { readonly preview: IntakePreview }) => {
  const { t } = useText()
  const { previewId, counts, rows } = preview
  const [filter, setFilter] = useState<LineFilter>(interesting(preview))
  const list = useInfiniteQuery(
    deskQuery.intake.lines.infiniteOptions({
      input: (from: number) => ({ previewId, filter, from }),
      initialPageParam: 0,
      getNextPageParam: ({ total }, pages) => {
        const seen = pages.reduce((sum, page) => sum + page.lines.length, 0)
        return seen < total ? seen : undefined
      },
    }),
  )
  const columns = useColumns()
  const lines = list.data?.pages.flatMap((page) => page.lines) ?? []
  return (
    <Section title={t('intake.counts.title')}>
      <Box sx={{ py: 3 }}>
        <Filters counts={counts} rows={rows} value={filter} onChange={setFilter} />
      </Box>
      {counts.missing > 0 && (
        <Typography variant="body2" sx={{ pb: 2 }}>
          {t('intake.counts.missing', { n: counts.missing })}
        </Typography>
      )}
      {list.data && (
        <DataTable
          label={t('intake.lines.title')}
          columns={columns}
          rows={lines}
          rowKey={({ line }) => line}
          empty={t('intake.lines.empty')}
        />
      )}
      {list.hasNextPage && (
        <Button onClick={() => void list.fetchNextPage()}>{t('intake.lines.more')}</Button>
      )}
    </Section>
  )
}
