import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatFen } from '../../shared/money.ts'
import { mayPrintKind } from '../../shared/printout/kinds.ts'
import { findsSealedByName } from '../../shared/seal/rules.ts'
import type { SealedView } from '../../shared/seal/contract.ts'
import { useRight, useSession } from '../app/session-context.ts'
import { desk, deskQuery } from '../desk/desk.ts'
import { PrintDialog, type Printable } from '../printout/print-dialog.tsx'
import { dayText } from '../text/day.ts'
import { momentText } from '../text/moment.ts'
import { useText } from '../text/use-text.ts'
import { DataTable, type Column } from '../ui/data-table.tsx'
import { RowActions } from '../ui/row-actions.tsx'
import { Section } from '../ui/section.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { EmergencyDialog } from './emergency-dialog.tsx'
import { OpenDialog } from './open-dialog.tsx'

type Acts = Readonly<Record<'open' | 'emergency' | 'certify', (stub: SealedView) => void>>

const Verbs = ({ stub, acts }: { readonly stub: SealedView; readonly acts: Acts }) => {
  const { t } = useText()
  const mayOpen = useRight('dossier.open')
  const inEmergency = useRight('dossier.emergency')
  const mayCertify = mayPrintKind(useSession().rights, 'seal-certificate')
  const button = (word: string, act: (stub: SealedView) => void) => (
    <Button
      variant="text"
      size="small"
      aria-label={`${word} ${stub.name} ${stub.number ?? ''}`}
      onClick={() => act(stub)}
    >
      {word}
    </Button>
  )
  return (
    <RowActions>
      {mayCertify && button(t('seal.certificate.print'), acts.certify)}
      {mayOpen && button(t('seal.action.open'), acts.open)}
      {inEmergency && button(t('seal.action.emergency'), acts.emergency)}
    </RowActions>
  )
}

const useColumns = (acts: Acts): readonly Column<SealedView>[] => {
  const { t, language } = useText()
  const { zone } = useSession()
  return [
    { key: 'name', head: t('seal.field.name'), strong: true, cell: ({ name }) => name },
    { key: 'number', head: t('seal.field.number'), cell: ({ number }) => number },
    { key: 'dossier', head: t('seal.field.dossier'), cell: ({ dossierNumber }) => dossierNumber },
    { key: 'owner', head: t('seal.field.owner'), cell: ({ owner }) => owner },
    { key: 'place', head: t('seal.field.place'), cell: ({ place }) => place },
    {
      key: 'aum',
      head: t('seal.field.aum'),
      numeric: true,
      cell: ({ aum, asOf }) =>
        `${formatFen(aum)}（${asOf === null ? t('ui.state.empty') : dayText(asOf, language)}）`,
    },
    {
      key: 'sealed',
      head: t('seal.field.sealedBy'),
      cell: ({ sealedBy, sealedAt }) => `${momentText(sealedAt, zone, language)} ${sealedBy}`,
    },
    {
      key: 'waiting',
      head: t('seal.field.waiting'),
      numeric: true,
      cell: ({ waiting }) => (waiting === 0 ? '' : t('seal.waitingRows', { n: waiting })),
    },
    { key: 'act', head: '', numeric: true, cell: (stub) => <Verbs stub={stub} acts={acts} /> },
  ]
}

const certificateOf = (clientId: number): Printable => ({
  kind: 'seal-certificate',
  key: ['seal-certificate', clientId],
  prepare: () => desk.seal.prepareCertificate({ clientId }),
  start: (way) => desk.seal.startCertificate({ clientId, ...way }),
})

/** Stubs only: what is in the files nobody sees here. */
export const SealedSection = ({ onOpened }: { readonly onOpened: (name: string) => void }) => {
  const { t } = useText()
  const [find, setFind] = useState('')
  const byName = findsSealedByName(useSession().rights)
  const none = t(byName ? 'seal.list.noneByName' : 'seal.list.none')
  const [opening, setOpening] = useState<SealedView | null>(null)
  const [certified, setCertified] = useState<SealedView | null>(null)
  const [emergency, setEmergency] = useState<SealedView | null>(null)
  const { data = [] } = useQuery(
    deskQuery.seal.sealed.queryOptions({ input: { find: find.trim() }, placeholderData: keepPreviousData }),
  )
  const done = (stub: SealedView) => (): void => {
    setOpening(null)
    setEmergency(null)
    onOpened(stub.name)
  }
  return (
    <Section title={t('seal.list.title')}>
      <Box sx={{ maxWidth: 420, pt: 3 }}>
        <TextInput
          label={t(byName ? 'seal.field.findByName' : 'seal.field.find')}
          value={find}
          onChange={setFind}
          type="search"
          helper={t('seal.hint.find')}
        />
      </Box>
      <DataTable
        label={t('seal.list.title')}
        columns={useColumns({ open: setOpening, emergency: setEmergency, certify: setCertified })}
        rows={data}
        rowKey={({ clientId }) => clientId}
        empty={find.trim() === '' ? t('seal.list.empty') : none}
        roomy
      />
      {certified && (
        <PrintDialog sheet={certificateOf(certified.clientId)} onClose={() => setCertified(null)} />
      )}
      {opening && <OpenDialog stub={opening} onDone={done(opening)} onClose={() => setOpening(null)} />}
      {emergency && (
        <EmergencyDialog stub={emergency} onDone={done(emergency)} onClose={() => setEmergency(null)} />
      )}
    </Section>
  )
}
