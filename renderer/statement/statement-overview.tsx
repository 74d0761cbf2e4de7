import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { formatFen, formatRatio, formatShare, formatTimes } from '../../shared/money.ts'
import { isSurplusLow } from '../../shared/ratio/ratio.ts'
import { flowChart, structureChart, type Chart } from '../../shared/statement/parts.ts'
import type { StatementContent } from '../../shared/statement/content.ts'
import { BarView } from '../chart/bar-view.tsx'
import { ColourKey } from '../chart/colour-key.tsx'
import { deskQuery } from '../desk/desk.ts'
import { useText } from '../text/use-text.ts'
import { DataTable, type Column } from '../ui/data-table.tsx'
import { usePartWords } from './use-part-words.ts'

type ChartProps = {
  readonly title: string
  readonly chart: Chart
  readonly names: readonly [string, string]
}

const ChartPair = ({ title, chart, names }: ChartProps) =>
  chart.scale === 0 ? null : (
    <Box sx={{ pt: 3 }}>
      <Typography variant="meta" component="p">
        {names[0]}
      </Typography>
      <BarView label={`${title} ${names[0]}`} parts={chart.first} scale={chart.scale} />
      <Typography variant="meta" component="p" sx={{ pt: 1 }}>
        {names[1]}
      </Typography>
      <BarView label={`${title} ${names[1]}`} parts={chart.second} scale={chart.scale} />
    </Box>
  )

type Line = { readonly key: string; readonly word: string; readonly value: string; readonly note: string }

const useAmountLines = (content: StatementContent): readonly Line[] => {
  const { t } = useText()
  const share = (tenths: number | null): string =>
    tenths === null ? t('ui.state.empty') : formatShare(tenths)
  return [
    ...content.assets.groups.map((group) => ({
      key: group.group,
      word: t(`figure.group.${group.group}`),
      value: formatFen(group.amount),
      note: share(group.share),
    })),
    {
      key: 'debts',
      word: t('statement.table3.debtTotal'),
      value: formatFen(content.debts.total),
      note: share(content.debts.share),
    },
    {
      key: 'net',
      word: t('statement.table3.netWorth'),
      value: formatFen(content.netWorth),
      note: share(content.netShare),
    },
  ]
}

const AmountTable = ({ content }: { readonly content: StatementContent }) => {
  const { t } = useText()
  const lines = useAmountLines(content)
  const columns: readonly Column<Line>[] = [
    {
      key: 'word',
      head: t('statement.chart2.title'),
      cell: ({ key, word }) => (
        <>
          <ColourKey part={key} />
          {word}
        </>
      ),
    },
    { key: 'value', head: t('statement.table3.amount'), numeric: true, cell: ({ value }) => value },
    { key: 'note', head: t('statement.table3.share'), numeric: true, cell: ({ note }) => note },
  ]
  return (
    <DataTable label={t('statement.chart2.title')} columns={columns} rows={lines} rowKey={({ key }) => key} />
  )
}

type RatioLine = StatementContent['ratios'][number]

const RatioTable = ({ content }: { readonly content: StatementContent }) => {
  const { t, say } = useText()
  const result = ({ value, unit }: RatioLine): string => {
    if (value === null) return t('ratio.unavailable')
    return unit === 'months' ? t('ratio.months', { n: formatTimes(value) }) : formatRatio(value)
  }
  const columns: readonly Column<RatioLine>[] = [
    {
      key: 'name',
      head: t('statement.table4.ratio'),
      strong: true,
      cell: ({ key }) => say(`ratio.name.${key}`),
    },
    { key: 'formula', head: t('statement.table4.formula'), cell: ({ key }) => say(`ratio.formula.${key}`) },
    { key: 'value', head: t('statement.table4.result'), numeric: true, cell: result },
    {
      key: 'word',
      head: t('statement.table4.word'),
      numeric: true,
      cell: ({ verdict }) => t(`ratio.word.${verdict ?? 'none'}`),
    },
  ]
  return (
    <>
      <DataTable
        label={t('statement.table4.title')}
        columns={columns}
        rows={content.ratios}
        rowKey={({ key }) => key}
      />
      {isSurplusLow(content.ratios) && (
        <Typography variant="body2" sx={{ pt: 2 }}>
          {t('ratio.advice.surplusLow')}
        </Typography>
      )}
      <Typography variant="meta" component="p" color="text.secondary" sx={{ pt: 1 }}>
        {t(`ratio.set.${content.reference}`)}
      </Typography>
    </>
  )
}

type Props = { readonly clientId: number; readonly readers: readonly number[]; readonly brief?: boolean }

/** Charts, totals and ratios as these readers may see them. */
export const StatementOverview = ({ clientId, readers, brief = false }: Props) => {
  const { t } = useText()
  const words = usePartWords()
  const { data } = useQuery({
    ...deskQuery.statement.view.queryOptions({ input: { clientId, readers: [...readers] } }),
    enabled: readers.length > 0,
  })
  if (!data) return null
  const total = (name: string, fen: number): string => `${name} ${formatFen(fen)}`
  return (
    <>
      <Typography variant="meta" component="p" color="text.secondary" sx={{ pt: 1 }}>
        {t('statement.visible')}
      </Typography>
      <ChartPair
        title={t('statement.chart2.title')}
        chart={structureChart(data, words)}
        names={[
          total(t('statement.chart2.assets'), data.assets.total),
          `${total(t('statement.part.debts'), data.debts.total)}\u3000${total(t('statement.table3.netWorth'), data.netWorth)}`,
        ]}
      />
      <AmountTable content={data} />
      {!brief && (
        <>
          <ChartPair
            title={t('statement.chart1.title')}
            chart={flowChart(data, words)}
            names={[
              total(t('statement.chart1.income'), data.income.total),
              total(t('statement.chart1.expense'), data.expense.total),
            ]}
          />
          <RatioTable content={data} />
        </>
      )}
    </>
  )
}
