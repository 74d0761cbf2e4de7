import Button from '@mui/material/Button'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { SealProposal } from '../../shared/seal/contract.ts'
import { FailureNotice } from '../app/failure-notice.tsx'
import { useRight, useSession } from '../app/session-context.ts'
import { useAct } from '../app/use-act.ts'
import { desk, deskQuery } from '../desk/desk.ts'
import { momentText } from '../text/moment.ts'
import { useText } from '../text/use-text.ts'
import { DataTable, type Column } from '../ui/data-table.tsx'
import { RowActions } from '../ui/row-actions.tsx'
import { Section } from '../ui/section.tsx'
import { RefuseDialog } from './refuse-dialog.tsx'
import { RunDialog } from './run-dialog.tsx'

type Acts = {
  readonly run: (proposal: SealProposal) => void
  readonly refuse: (proposal: SealProposal) => void
  readonly withdraw: (proposal: SealProposal) => void
}

const Verbs = ({ proposal, acts }: { readonly proposal: SealProposal; readonly acts: Acts }) => {
  const { t } = useText()
  const maySeal = useRight('dossier.seal')
  const { name, number, isOwn } = proposal
  const button = (word: string, act: (proposal: SealProposal) => void) => (
    <Button
      variant="text"
      size="small"
      aria-label={`${word} ${name} ${number ?? ''}`}
      onClick={() => act(proposal)}
    >
      {word}
    </Button>
  )
  return (
    <RowActions>
      {isOwn && button(t('seal.action.withdraw'), acts.withdraw)}
      {maySeal && isOwn && t('seal.proposals.own')}
      {maySeal && button(t('seal.action.refuse'), acts.refuse)}
      {maySeal && !isOwn && button(t('seal.action.run'), acts.run)}
    </RowActions>
  )
}

const useColumns = (acts: Acts): readonly Column<SealProposal>[] => {
  const { t, language } = useText()
  const { zone } = useSession()
  const why = ({ reason, note }: SealProposal): string =>
    [reason === null ? t('ui.state.empty') : t(`seal.reason.${reason}`), note].filter(Boolean).join('，')
  return [
    { key: 'name', head: t('seal.field.name'), strong: true, cell: ({ name }) => name },
    { key: 'number', head: t('seal.field.number'), cell: ({ number }) => number },
    { key: 'dossier', head: t('seal.field.dossier'), cell: ({ dossierNumber }) => dossierNumber },
    { key: 'owner', head: t('seal.field.owner'), cell: ({ owner }) => owner },
    { key: 'reason', head: t('seal.field.reason'), cell: why },
    { key: 'by', head: t('seal.field.by'), cell: ({ by }) => by },
    { key: 'at', head: t('seal.field.at'), cell: ({ at }) => momentText(at, zone, language) },
    {
      key: 'act',
      head: '',
      numeric: true,
      cell: (proposal) => <Verbs proposal={proposal} acts={acts} />,
    },
  ]
}

/** What managers asked for, to be done by somebody else. */
export const ProposalSection = ({ onSealed }: { readonly onSealed: (name: string) => void }) => {
  const { t } = useText()
  const { data = [] } = useQuery(deskQuery.seal.proposals.queryOptions())
  const [running, setRunning] = useState<SealProposal | null>(null)
  const [refusing, setRefusing] = useState<SealProposal | null>(null)
  const withdraw = useAct(({ id }: SealProposal) => desk.seal.withdraw({ id }))
  const columns = useColumns({ run: setRunning, refuse: setRefusing, withdraw: withdraw.run })
  return (
    <Section title={t('seal.proposals.title')}>
      <DataTable
        label={t('seal.proposals.title')}
        columns={columns}
        rows={data}
        rowKey={({ id }) => id}
        empty={t('seal.proposals.empty')}
        roomy
      />
      <FailureNotice failure={withdraw.failure} />
      {refusing && <RefuseDialog proposal={refusing} onClose={() => setRefusing(null)} />}
      {running && (
        <RunDialog
          proposal={running}
          onClose={() => setRunning(null)}
          onDone={() => {
            setRunning(null)
            onSealed(running.name)
          }}
        />
      )}
    </Section>
  )
}
