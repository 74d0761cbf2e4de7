import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useQuery } from '@tanstack/react-query'
import type { DossierLine } from '../../shared/custody/contract.ts'
import { FailureNotice } from '../app/failure-notice.tsx'
import { useAct } from '../app/use-act.ts'
import { desk, deskQuery } from '../desk/desk.ts'
import { useText } from '../text/use-text.ts'
import { DataTable } from '../ui/data-table.tsx'
import { Section } from '../ui/section.tsx'
import { Tag } from '../ui/tag.tsx'
import { useWho } from './columns.tsx'
import { useMoment } from './use-moment.ts'
import { useRefresh } from './use-refresh.ts'

/** 早间取出: one's own clients in the cabinet, one by one or all at once, while a standing loan holds. */
export const OwnPart = () => {
  const { t } = useText()
  const moment = useMoment()
  const refresh = useRefresh()
  const who = useWho<DossierLine>()
  const { data } = useQuery(deskQuery.custody.own.queryOptions())
  const take = useAct((clientIds: number[]) => desk.custody.takeOut({ clientIds }), refresh)
  if (!data) return null
  const { rows, hasLoan } = data
  return (
    <Section
      title={t('custody.take.title')}
      note={t('custody.count.rows', { n: rows.length })}
      action={
        hasLoan &&
        rows.length > 0 && (
          <Button
            variant="contained"
            disabled={take.busy}
            onClick={() => take.run(rows.map(({ clientId }) => clientId))}
          >
            {t('custody.take.all')}
          </Button>
        )
      }
    >
      <FailureNotice failure={take.failure} />
      <Box sx={{ py: 2 }}>
        <Tag tone={hasLoan ? 'blue' : 'ochre'}>{t(hasLoan ? 'custody.take.has' : 'custody.take.none')}</Tag>
      </Box>
      <DataTable
        roomy
        label={t('custody.take.title')}
        rows={rows}
        rowKey={({ clientId }) => clientId}
        empty={t('custody.take.empty')}
        columns={[
          ...who,
          { key: 'place', head: t('custody.field.place'), cell: ({ place }) => place },
          { key: 'since', head: t('custody.field.since'), cell: ({ since }) => moment.at(since) },
          {
            key: 'take',
            head: '',
            numeric: true,
            cell: ({ clientId, name }) =>
              hasLoan && (
                <Button
                  size="small"
                  aria-label={`${t('custody.take.one')} ${name}`}
                  disabled={take.busy}
                  onClick={() => take.run([clientId])}
                >
                  {t('custody.take.one')}
                </Button>
              ),
          },
        ]}
      />
    </Section>
  )
}
