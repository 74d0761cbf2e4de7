import Button from '@mui/material/Button'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CheckoutLine } from '../../shared/custody/contract.ts'
import { FailureNotice } from '../app/failure-notice.tsx'
import { useSession } from '../app/session-context.ts'
import { useAct } from '../app/use-act.ts'
import { desk, deskQuery } from '../desk/desk.ts'
import { useText } from '../text/use-text.ts'
import { DataTable, type Column } from '../ui/data-table.tsx'
import { RowActions } from '../ui/row-actions.tsx'
import { Section } from '../ui/section.tsx'
import { Tag } from '../ui/tag.tsx'
import { Due } from './columns.tsx'
import { useRefresh } from './use-refresh.ts'
import { WordsDialog } from './words-dialog.tsx'

type Step = 'approve' | 'issue' | 'withdrawRequest'

type Acts = { readonly run: (step: Step, id: number) => void; readonly decline: (row: CheckoutLine) => void }

const Verbs = ({ row, acts }: { readonly row: CheckoutLine; readonly acts: Acts }) => {
  const { t } = useText()
  const { rights, staffId } = useSession()
  const isOwn = row.staffId === staffId
  const button = (word: string, run: () => void) => (
    <Button key={word} size="small" aria-label={`${word} ${row.dossierNumber ?? row.name}`} onClick={run}>
      {word}
    </Button>
  )
  const isOpen = row.state === 'asked' || row.state === 'approved'
  const mayDecide = rights.includes('dossier.approve') && !isOwn
  const mayIssue = rights.includes('dossier.accept') && !isOwn && row.state === 'approved'
  return (
    <RowActions>
      {mayDecide &&
        row.state === 'asked' &&
        button(t('custody.requests.approve'), () => acts.run('approve', row.id))}
      {mayDecide && isOpen && button(t('custody.requests.decline'), () => acts.decline(row))}
      {mayIssue && button(t('custody.requests.issue'), () => acts.run('issue', row.id))}
      {isOwn && isOpen && button(t('custody.requests.withdraw'), () => acts.run('withdrawRequest', row.id))}
    </RowActions>
  )
}

const useColumns = (acts: Acts): readonly Column<CheckoutLine>[] => {
  const { t } = useText()
  const state = ({ state: now, reason }: CheckoutLine) => (
    <>
      <Tag tone={now === 'asked' || now === 'approved' ? 'ochre' : now === 'issued' ? 'blue' : 'plain'}>
        {t(`custody.checkout.${now}`)}
      </Tag>
      {reason === '' ? '' : ` ${reason}`}
    </>
  )
  return [
    {
      key: 'number',
      head: t('custody.field.dossierNumber'),
      strong: true,
      cell: ({ dossierNumber }) => dossierNumber ?? '',
    },
    { key: 'name', head: t('custody.field.client'), cell: ({ name }) => name },
    { key: 'staff', head: t('custody.field.staff'), cell: ({ staff }) => staff },
    { key: 'purpose', head: t('custody.field.purpose'), cell: ({ purpose }) => purpose },
    { key: 'due', head: t('custody.field.due'), cell: (row) => <Due line={row} /> },
    { key: 'state', head: t('custody.field.state'), cell: state },
    { key: 'act', head: '', numeric: true, cell: (row) => <Verbs row={row} acts={acts} /> },
  ]
}

/** 调阅: who asks sees how far it is; a supervisor approves; the keeper hands it out. */
export const RequestPart = () => {
  const { t } = useText()
  const refresh = useRefresh()
  const { data = [] } = useQuery(deskQuery.custody.requests.queryOptions())
  const [declining, setDeclining] = useState<CheckoutLine | null>(null)
  const step = useAct(async ({ name, id }: { name: Step; id: number }) => desk.custody[name]({ id }), refresh)
  const decline = useAct(desk.custody.decline, () => {
    setDeclining(null)
    refresh()
  })
  const columns = useColumns({ run: (name, id) => step.run({ name, id }), decline: setDeclining })
  return (
    <Section title={t('custody.requests.title')} note={t('custody.count.items', { n: data.length })}>
      <FailureNotice failure={step.failure} />
      <DataTable
        roomy
        label={t('custody.requests.title')}
        columns={columns}
        rows={data}
        rowKey={({ id }) => id}
        empty={t('custody.requests.empty')}
      />
      {declining && (
        <WordsDialog
          title={t('custody.requests.declineTitle')}
          verb={t('custody.requests.decline')}
          busy={decline.busy}
          failure={decline.failure}
          onWords={(reason) => decline.run({ id: declining.id, reason })}
          onClose={() => setDeclining(null)}
        />
      )}
    </Section>
  )
}
