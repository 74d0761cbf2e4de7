import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { LoanLine } from '../../shared/custody/contract.ts'
import { rightsOf } from '../../shared/staff/rights.ts'
import { FailureNotice } from '../app/failure-notice.tsx'
import { useRight, useSession } from '../app/session-context.ts'
import { useAct } from '../app/use-act.ts'
import { desk, deskQuery } from '../desk/desk.ts'
import { dayText } from '../text/day.ts'
import { useText } from '../text/use-text.ts'
import { DataTable, type Column } from '../ui/data-table.tsx'
import { DateInput } from '../ui/date-input.tsx'
import { Section } from '../ui/section.tsx'
import { Select } from '../ui/select.tsx'
import { Tag } from '../ui/tag.tsx'
import { useRefresh } from './use-refresh.ts'

const endOfYear = (today: string): string => `${today.slice(0, 4)}-12-31`

const GrantForm = () => {
  const { t } = useText()
  const { today, staffId: own } = useSession()
  const refresh = useRefresh()
  const { data: staff = [] } = useQuery(deskQuery.staff.list.queryOptions())
  const [staffId, setStaffId] = useState<string | null>(null)
  const [from, setFrom] = useState(today)
  const [until, setUntil] = useState(endOfYear(today))
  const grant = useAct(desk.custody.grantLoan, refresh)
  const managers = staff.filter(
    ({ id, active, hasLogin, roles }) =>
      id !== own && active && hasLogin && rightsOf(roles).includes('dossier.take-out'),
  )
  return (
    <Box sx={{ pt: 3 }}>
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: 'repeat(auto-fit, minmax(150px, 200px))',
          gap: 3,
          alignItems: 'end',
        }}
      >
        <Select
          tight
          label={t('custody.field.staff')}
          value={staffId}
          options={managers.map(({ id, name }) => ({ value: String(id), label: name }))}
          onChange={setStaffId}
        />
        <DateInput tight label={t('custody.field.from')} value={from} onChange={setFrom} />
        <DateInput tight label={t('custody.field.until')} value={until} onChange={setUntil} />
        <Button
          disabled={grant.busy || staffId === null || from === '' || until === ''}
          onClick={() => grant.run({ staffId: Number(staffId), from, until })}
          sx={{ height: 36, justifySelf: 'start' }}
        >
          {t('custody.loan.grant')}
        </Button>
      </Box>
      <FailureNotice failure={grant.failure} />
    </Box>
  )
}

const useColumns = (revoke: (id: number) => void, mayGrant: boolean): readonly Column<LoanLine>[] => {
  const { t, language } = useText()
  const state = ({ inForce, revokedBy }: LoanLine) => (
    <Tag tone={inForce ? 'blue' : 'plain'}>
      {inForce
        ? t('custody.loan.inForce')
        : revokedBy === ''
          ? t('custody.loan.over')
          : t('custody.loan.revoked', { name: revokedBy })}
    </Tag>
  )
  return [
    { key: 'staff', head: t('custody.field.staff'), strong: true, cell: ({ staff }) => staff },
    { key: 'from', head: t('custody.field.from'), cell: ({ fromDay }) => dayText(fromDay, language) },
    { key: 'until', head: t('custody.field.until'), cell: ({ untilDay }) => dayText(untilDay, language) },
    { key: 'by', head: t('custody.field.grantedBy'), cell: ({ grantedBy }) => grantedBy },
    { key: 'state', head: t('custody.field.state'), cell: state },
    {
      key: 'act',
      head: '',
      numeric: true,
      cell: ({ id, staff, inForce, revokedBy }) =>
        mayGrant &&
        (inForce || revokedBy === '') && (
          <Button
            variant="text"
            size="small"
            aria-label={`${t('custody.loan.revoke')} ${staff}`}
            onClick={() => revoke(id)}
          >
            {t('custody.loan.revoke')}
          </Button>
        ),
    },
  ]
}

/** 长期调阅: granted by the head of the centre, ends every evening, can be revoked at any time. */
export const LoanPart = () => {
  const { t } = useText()
  const refresh = useRefresh()
  const mayGrant = useRight('dossier.grant-loan')
  const { data = [] } = useQuery(deskQuery.custody.loans.queryOptions())
  const revoke = useAct((id: number) => desk.custody.revokeLoan({ id }), refresh)
  const columns = useColumns(revoke.run, mayGrant)
  return (
    <Section title={t('custody.loan.title')} note={t('custody.count.items', { n: data.length })}>
      <FailureNotice failure={revoke.failure} />
      <DataTable
        roomy
        label={t('custody.loan.title')}
        columns={columns}
        rows={data}
        rowKey={({ id }) => id}
        empty={t('custody.loan.empty')}
      />
      {mayGrant && <GrantForm />}
    </Section>
  )
}
