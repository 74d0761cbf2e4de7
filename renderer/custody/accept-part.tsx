import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { WaitingLine } from '../../shared/custody/contract.ts'
import { FailureNotice } from '../app/failure-notice.tsx'
import { useAct } from '../app/use-act.ts'
import { desk, deskQuery } from '../desk/desk.ts'
import { useText } from '../text/use-text.ts'
import { DataTable, type Column } from '../ui/data-table.tsx'
import { RowActions } from '../ui/row-actions.tsx'
import { Section } from '../ui/section.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { useWho } from './columns.tsx'
import { useMoment } from './use-moment.ts'
import { useRefresh } from './use-refresh.ts'
import { WordsDialog } from './words-dialog.tsx'

type Item = { readonly clientId: number; readonly place: string }

type Acts = {
  readonly placeOf: (line: WaitingLine) => string
  readonly setPlace: (clientId: number, place: string) => void
  readonly accept: (items: Item[]) => void
  readonly sendBack: (line: WaitingLine) => void
  readonly busy: boolean
}

const useColumns = (acts: Acts): readonly Column<WaitingLine>[] => {
  const { t } = useText()
  const moment = useMoment()
  const who = useWho<WaitingLine>()
  const place = (line: WaitingLine) => (
    <TextInput
      tight
      hiddenLabel
      label={t('custody.accept.place', { number: line.dossierNumber ?? line.name })}
      placeholder={t('custody.accept.placeHint')}
      value={acts.placeOf(line)}
      disabled={line.isOwn}
      onChange={(value) => acts.setPlace(line.clientId, value)}
    />
  )
  const verbs = (line: WaitingLine) =>
    line.isOwn ? (
      t('custody.accept.own')
    ) : (
      <RowActions>
        <Button
          size="small"
          aria-label={`${t('custody.accept.one')} ${line.dossierNumber ?? line.name}`}
          disabled={acts.busy || acts.placeOf(line).trim() === ''}
          onClick={() => acts.accept([{ clientId: line.clientId, place: acts.placeOf(line) }])}
        >
          {t('custody.accept.one')}
        </Button>
        <Button
          variant="text"
          size="small"
          aria-label={`${t('custody.accept.back')} ${line.dossierNumber ?? line.name}`}
          onClick={() => acts.sendBack(line)}
        >
          {t('custody.accept.back')}
        </Button>
      </RowActions>
    )
  return [
    ...who,
    { key: 'giver', head: t('custody.field.giver'), cell: ({ holder }) => holder },
    { key: 'since', head: t('custody.field.handedInAt'), cell: ({ since }) => moment.at(since) },
    { key: 'place', head: t('custody.field.place'), width: 150, cell: place },
    { key: 'act', head: '', numeric: true, cell: verbs },
  ]
}

/** 日终入柜, the keeper's side: counted, put in its place, or sent back with a reason. */
export const AcceptPart = () => {
  const { t } = useText()
  const refresh = useRefresh()
  const { data = [] } = useQuery(deskQuery.custody.waiting.queryOptions())
  const [places, setPlaces] = useState<Readonly<Record<number, string>>>({})
  const [back, setBack] = useState<WaitingLine | null>(null)
  const accept = useAct((items: Item[]) => desk.custody.accept({ items }), refresh)
  const sendBack = useAct(desk.custody.sendBack, () => {
    setBack(null)
    refresh()
  })
  const placeOf = ({ clientId, lastPlace }: WaitingLine): string => places[clientId] ?? lastPlace
  const columns = useColumns({
    placeOf,
    setPlace: (clientId, place) => setPlaces({ ...places, [clientId]: place }),
    accept: accept.run,
    sendBack: setBack,
    busy: accept.busy,
  })
  const ready = data.filter((line) => !line.isOwn && placeOf(line).trim() !== '')
  const all = ready.map((line) => ({ clientId: line.clientId, place: placeOf(line) }))
  return (
    <Section
      title={t('custody.accept.title')}
      note={t('custody.count.rows', { n: data.length })}
      action={
        data.length > 0 && (
          <Button
            variant="contained"
            disabled={accept.busy || all.length === 0}
            onClick={() => accept.run(all)}
          >
            {t('custody.accept.all')}
          </Button>
        )
      }
    >
      <FailureNotice failure={accept.failure} />
      <Box>
        <DataTable
          roomy
          label={t('custody.accept.title')}
          columns={columns}
          rows={data}
          rowKey={({ clientId }) => clientId}
          empty={t('custody.accept.empty')}
        />
      </Box>
      {back && (
        <WordsDialog
          title={`${t('custody.accept.backTitle')} · ${back.dossierNumber ?? back.name}`}
          verb={t('custody.accept.back')}
          busy={sendBack.busy}
          failure={sendBack.failure}
          onWords={(reason) => sendBack.run({ clientId: back.clientId, reason })}
          onClose={() => setBack(null)}
        />
      )}
    </Section>
  )
}
