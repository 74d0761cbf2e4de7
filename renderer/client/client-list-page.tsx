import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { OwnerFilter } from '../../shared/client/contract.ts'
import { clientTypes, type ClientType } from '../../shared/client/model.ts'
import { FailureNotice } from '../app/failure-notice.tsx'
import { Page } from '../app/page.tsx'
import { deskQuery } from '../desk/desk.ts'
import { failureOf } from '../desk/desk-failure.ts'
import { IntakeButton } from '../intake/intake-button.tsx'
import { dayText } from '../text/day.ts'
import { useText } from '../text/use-text.ts'
import { Section } from '../ui/section.tsx'
import { Select } from '../ui/select.tsx'
import { ClientTable } from './client-table.tsx'
import { OwnerCounts } from './owner-counts.tsx'

type TypeFilter = ClientType | 'all'

const useList = (owner: OwnerFilter, type: TypeFilter) =>
  useInfiniteQuery(
    deskQuery.client.list.infiniteOptions({
      input: (after: { aum: number; id: number } | null) => ({ owner, type, after }),
      initialPageParam: null,
      getNextPageParam: ({ next }) => next,
    }),
  )

const TypeChoice = ({ value, onChange }: { value: TypeFilter; onChange: (type: TypeFilter) => void }) => {
  const { t } = useText()
  const options = [
    { value: 'all' as TypeFilter, label: t('client.list.allTypes') },
    ...clientTypes.map((type) => ({ value: type, label: t(`client.type.${type}.name`) })),
  ]
  return (
    <Select
      label={t('client.list.type')}
      options={options}
      value={value}
      onChange={onChange}
      tight
      {...(value === 'all' ? {} : { helper: t('client.list.onlyOpen') })}
    />
  )
}

const Actions = () => {
  const { t } = useText()
  const navigate = useNavigate()
  return (
    <Box sx={{ display: 'flex', gap: 2 }}>
      <Button variant="text" onClick={() => void navigate('/product')}>
        {t('product.title')}
      </Button>
      <IntakeButton variant="outlined" words={t('client.list.otherFile')} />
    </Box>
  )
}

const Empty = () => {
  const { t } = useText()
  return (
    <Box sx={{ pt: 4, display: 'grid', gap: 3, justifyItems: 'start' }}>
      {t('client.list.empty')}
      <IntakeButton variant="contained" words={t('client.list.intake')} />
    </Box>
  )
}

const Book = () => {
  const { t, language } = useText()
  const [owner, setOwner] = useState<OwnerFilter>('all')
  const [type, setType] = useState<TypeFilter>('all')
  const counts = useQuery(deskQuery.client.counts.queryOptions())
  const list = useList(owner, type)
  if (counts.error) return <FailureNotice failure={failureOf(counts.error)} />
  if (!counts.data) return null
  const { clients, aum, owners, asOf } = counts.data
  if (clients === 0) return <Empty />
  const rows = list.data?.pages.flatMap((page) => page.rows)
  return (
    <Box
      sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', lg: '276px minmax(0, 1fr)' }, gap: 7, pt: 3 }}
    >
      <Box sx={{ display: 'grid', gap: 4, alignContent: 'start' }}>
        <OwnerCounts owners={owners} total={{ clients, aum }} value={owner} onChange={setOwner} />
        <TypeChoice value={type} onChange={setType} />
      </Box>
      <Section
        title={t('client.title')}
        note={`${asOf === null ? '' : t('client.list.asOf', { day: dayText(asOf, language) })} ${t('client.list.unit')}`}
        action={<Actions />}
      >
        {rows && <ClientTable rows={rows} newest={asOf} />}
        {list.hasNextPage && (
          <Button sx={{ mt: 3 }} disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('client.list.more')}
          </Button>
        )}
      </Section>
    </Box>
  )
}

/** 客户: whose, of which type, how much. */
export const ClientListPage = () => {
  const { t } = useText()
  return (
    <Page title={<h1 style={{ font: 'inherit', margin: 0 }}>{t('client.title')}</h1>}>
      <Book />
    </Page>
  )
}
