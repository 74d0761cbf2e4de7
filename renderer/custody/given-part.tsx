import Button from '@mui/material/Button'
import type { DossierLine } from '../../shared/custody/contract.ts'
import { FailureNotice } from '../app/failure-notice.tsx'
import { useAct } from '../app/use-act.ts'
import { desk } from '../desk/desk.ts'
import { useText } from '../text/use-text.ts'
import { DataTable } from '../ui/data-table.tsx'
import { Section } from '../ui/section.tsx'
import { useWho } from './columns.tsx'
import { useMoment } from './use-moment.ts'
import { useRefresh } from './use-refresh.ts'

type Props = { readonly rows: readonly DossierLine[]; readonly onPrint: () => void }

/** What the giver handed in and nobody has accepted yet: it can be had back until then. */
export const GivenPart = ({ rows, onPrint }: Props) => {
  const { t } = useText()
  const moment = useMoment()
  const refresh = useRefresh()
  const who = useWho<DossierLine>()
  const withdraw = useAct((clientId: number) => desk.custody.withdraw({ clientId }), refresh)
  return (
    <Section
      title={t('custody.day.given')}
      note={t('custody.count.rows', { n: rows.length })}
      action={<Button onClick={onPrint}>{t('custody.day.printSlip')}</Button>}
    >
      <FailureNotice failure={withdraw.failure} />
      <DataTable
        roomy
        label={t('custody.day.given')}
        rows={rows}
        rowKey={({ clientId }) => clientId}
        columns={[
          ...who,
          { key: 'since', head: t('custody.field.handedInAt'), cell: ({ since }) => moment.at(since) },
          {
            key: 'back',
            head: '',
            numeric: true,
            cell: ({ clientId, name }) => (
              <Button
                variant="text"
                size="small"
                aria-label={`${t('custody.day.withdraw')} ${name}`}
                disabled={withdraw.busy}
                onClick={() => withdraw.run(clientId)}
              >
                {t('custody.day.withdraw')}
              </Button>
            ),
          },
        ]}
      />
    </Section>
  )
}
