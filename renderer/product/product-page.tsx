import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import type { Product } from '../../shared/product/model.ts'
import { formatFen, formatRatio } from '../../shared/money.ts'
import { FailureNotice } from '../app/failure-notice.tsx'
import { Page } from '../app/page.tsx'
import { useRight, useSession } from '../app/session-context.ts'
import { deskQuery } from '../desk/desk.ts'
import { failureOf } from '../desk/desk-failure.ts'
import { dayText } from '../text/day.ts'
import { useText } from '../text/use-text.ts'
import { DataTable, type Column } from '../ui/data-table.tsx'
import { Section } from '../ui/section.tsx'
import { Tag } from '../ui/tag.tsx'
import { useTermText } from './use-term-text.ts'

type Standing = Product['state'] | 'closed' | 'coming'

const standingOf = ({ state, openFrom, openTo }: Product, today: string): Standing => {
  if (state !== 'offered') return state
  if (openFrom !== null && today < openFrom) return 'coming'
  return openTo !== null && openTo < today ? 'closed' : 'offered'
}

const useColumns = (): readonly Column<Product>[] => {
  const { t, language } = useText()
  const { today } = useSession()
  const termText = useTermText()
  const state = (product: Product) => {
    const standing = standingOf(product, today)
    return <Tag tone={standing === 'offered' ? 'plain' : 'ochre'}>{t(`product.state.${standing}`)}</Tag>
  }
  return [
    { key: 'name', head: t('product.field.name'), strong: true, cell: ({ name }) => name },
    { key: 'code', head: t('product.field.code'), cell: ({ code }) => code },
    { key: 'kind', head: t('product.field.kind'), cell: ({ kind }) => t(`product.kind.${kind}`) },
    { key: 'level', head: t('product.field.level'), cell: ({ level }) => `R${level}` },
    {
      key: 'rate',
      head: t('product.field.rate'),
      numeric: true,
      cell: ({ rate }) => (rate === null ? t('ui.state.empty') : formatRatio(rate)),
    },
    {
      key: 'term',
      head: t('product.field.term'),
      numeric: true,
      cell: ({ termDays }) => termText(termDays),
    },
    {
      key: 'minimum',
      head: t('product.field.minimum'),
      numeric: true,
      cell: ({ minimum }) => formatFen(minimum),
    },
    {
      key: 'open',
      head: t('product.field.open'),
      cell: ({ openTo }) =>
        openTo === null
          ? t('product.openEnd')
          : t('product.until', { day: dayText(openTo, language, today) }),
    },
    { key: 'state', head: t('product.field.state'), cell: state },
  ]
}

const Empty = () => {
  const { t } = useText()
  const navigate = useNavigate()
  const mayTakeIn = useRight('intake.run')
  return (
    <>
      {t('product.empty')}{' '}
      {mayTakeIn && (
        <Button onClick={() => void navigate('/intake/product-shelf')}>{t('product.intake')}</Button>
      )}
    </>
  )
}

/** What is on sale, for the manager's eyes. */
export const ProductPage = () => {
  const { t } = useText()
  const { data, error } = useQuery(deskQuery.product.list.queryOptions())
  const columns = useColumns()
  return (
    <Page title={<h1 style={{ font: 'inherit', margin: 0 }}>{t('product.title')}</h1>}>
      {error && <FailureNotice failure={failureOf(error)} />}
      {data && (
        <Section title={t('product.title')} note={data.length}>
          <DataTable
            label={t('product.title')}
            columns={columns}
            rows={data}
            rowKey={({ id }) => id}
            empty={<Empty />}
          />
          {data.length > 0 && (
            <Typography variant="meta" component="p" color="text.secondary" sx={{ pt: 2 }}>
              {t('product.benchmarkNote')}
            </Typography>
          )}
        </Section>
      )}
    </Page>
  )
}
