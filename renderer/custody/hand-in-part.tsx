import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { TouchedLine } from '../../shared/custody/contract.ts'
import { FailureNotice } from '../app/failure-notice.tsx'
import { useAct } from '../app/use-act.ts'
import { desk, deskQuery } from '../desk/desk.ts'
import { PrintDialog, type Printable } from '../printout/print-dialog.tsx'
import { useText } from '../text/use-text.ts'
import { DataTable, type Column } from '../ui/data-table.tsx'
import { Section } from '../ui/section.tsx'
import { Tag } from '../ui/tag.tsx'
import { Due, useWho } from './columns.tsx'
import { GivenPart } from './given-part.tsx'
import { useRefresh } from './use-refresh.ts'

const slip: Printable = {
  kind: 'hand-in-list',
  key: ['hand-in'],
  prepare: () => desk.custody.prepareHandIn(),
  start: (way) => desk.custody.printHandIn(way),
}

type Chosen = { readonly ids: ReadonlySet<number>; readonly toggle: (id: number) => void }

const useColumns = ({ ids, toggle }: Chosen): readonly Column<TouchedLine>[] => {
  const { t } = useText()
  const who = useWho<TouchedLine>()
  const box: Column<TouchedLine> = {
    key: 'choose',
    head: '',
    width: 44,
    cell: ({ clientId, name, runs }) => (
      <Checkbox
        size="small"
        disabled={runs}
        checked={ids.has(clientId)}
        onChange={() => toggle(clientId)}
        slotProps={{ input: { 'aria-label': t('custody.day.choose', { name }) } }}
        sx={{ m: -2 }}
      />
    ),
  }
  const why: Column<TouchedLine> = {
    key: 'why',
    head: t('custody.field.why'),
    cell: ({ reasons, runs }) => (
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
        {reasons.map((reason) => t(`custody.reason.${reason}`)).join(t('ui.list.comma'))}
        {runs && <Tag tone="ochre">{t('custody.runs')}</Tag>}
      </Box>
    ),
  }
  const due: Column<TouchedLine> = {
    key: 'due',
    head: t('custody.field.due'),
    cell: (line) => <Due line={line} />,
  }
  return [box, ...who, why, due]
}

const useChosen = (): Chosen & { readonly clear: () => void } => {
  const [ids, setIds] = useState<ReadonlySet<number>>(new Set())
  const toggle = (id: number): void => {
    const next = new Set(ids)
    if (!next.delete(id)) next.add(id)
    setIds(next)
  }
  return { ids, toggle, clear: () => setIds(new Set()) }
}

/** 日终入柜, the giver's side: everything touched today, with why; all of it or some. */
export const HandInPart = () => {
  const { t } = useText()
  const refresh = useRefresh()
  const chosen = useChosen()
  const columns = useColumns(chosen)
  const [isPrinting, setPrinting] = useState(false)
  const { data } = useQuery(deskQuery.custody.today.queryOptions())
  const give = useAct(
    (clientIds: number[]) => desk.custody.handIn({ clientIds }),
    () => {
      chosen.clear()
      refresh()
    },
  )
  const free = (data?.rows ?? []).filter(({ runs }) => !runs).map(({ clientId }) => clientId)
  const some = free.filter((id) => chosen.ids.has(id))
  const action = free.length > 0 && (
    <Button variant="contained" disabled={give.busy} onClick={() => give.run(some.length > 0 ? some : free)}>
      {t(some.length > 0 ? 'custody.day.some' : 'custody.day.all')}
    </Button>
  )
  return (
    <>
      <Section
        title={t('custody.day.title')}
        note={t('custody.count.rows', { n: data?.rows.length ?? 0 })}
        action={action}
      >
        <FailureNotice failure={give.failure} />
        {data && (
          <DataTable
            roomy
            label={t('custody.day.title')}
            columns={columns}
            rows={data.rows}
            rowKey={({ clientId }) => clientId}
            empty={t('custody.day.empty')}
          />
        )}
      </Section>
      {data && data.given.length > 0 && <GivenPart rows={data.given} onPrint={() => setPrinting(true)} />}
      {isPrinting && <PrintDialog sheet={slip} onClose={() => setPrinting(false)} />}
    </>
  )
}
