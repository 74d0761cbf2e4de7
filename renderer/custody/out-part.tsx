import Box from '@mui/material/Box'
import { useQuery } from '@tanstack/react-query'
import type { DossierLine } from '../../shared/custody/contract.ts'
import { deskQuery } from '../desk/desk.ts'
import { useText } from '../text/use-text.ts'
import { DataTable, type Column } from '../ui/data-table.tsx'
import { Notice } from '../ui/notice.tsx'
import { Section } from '../ui/section.tsx'
import { Due, useWho } from './columns.tsx'

const useColumns = (): readonly Column<DossierLine>[] => {
  const { t } = useText()
  const who = useWho<DossierLine>()
  return [
    ...who,
    { key: 'holder', head: t('custody.field.holder'), cell: ({ holder }) => holder },
    { key: 'purpose', head: t('custody.field.purpose'), cell: ({ purpose }) => purpose },
    { key: 'place', head: t('custody.field.place'), cell: ({ place }) => place },
    { key: 'due', head: t('custody.field.due'), cell: (line) => <Due line={line} /> },
  ]
}

/** Who has what; after the keeper has gone home whatever is still out stands there in red. */
export const OutPart = () => {
  const { t } = useText()
  const columns = useColumns()
  const { data } = useQuery(deskQuery.custody.out.queryOptions())
  if (!data) return null
  const late = data.rows.filter((row) => row.late !== null)
  return (
    <Section title={t('custody.out.title')} note={t('custody.count.rows', { n: data.rows.length })}>
      {data.closed && late.length > 0 && (
        <Box sx={{ py: 3 }}>
          <Notice
            kind="refused"
            title={t('custody.closed')}
            kept={[
              late
                .map(({ holder, dossierNumber }) => `${holder} ${dossierNumber ?? ''}`)
                .join(t('ui.list.comma')),
              t('custody.closedHint'),
            ].join(' ')}
          />
        </Box>
      )}
      <DataTable
        roomy
        label={t('custody.out.title')}
        columns={columns}
        rows={data.rows}
        rowKey={({ clientId }) => clientId}
        empty={t('custody.out.empty')}
      />
    </Section>
  )
}
