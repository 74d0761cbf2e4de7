import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Printout } from '../../shared/printout/model.ts'
import { FailureNotice } from '../app/failure-notice.tsx'
import { Page } from '../app/page.tsx'
import { useRight, useSession } from '../app/session-context.ts'
import { useAct } from '../app/use-act.ts'
import { desk, deskQuery } from '../desk/desk.ts'
import { momentText } from '../text/moment.ts'
import { useText } from '../text/use-text.ts'
import { DataTable, type Column } from '../ui/data-table.tsx'
import { Section } from '../ui/section.tsx'
import { OutcomeButtons } from './outcome-buttons.tsx'
import { printPaper } from '../desk/paper.ts'

type Acts = {
  readonly ask: (printout: Printout) => void
  readonly again: (printout: Printout) => void
  readonly duplicate: (printout: Printout) => void
}

const RowActs = ({ printout, acts }: { readonly printout: Printout; readonly acts: Acts }) => {
  const { t } = useText()
  const { outcome, number } = printout
  const button = (word: string, run: (printout: Printout) => void) => (
    <Button variant="text" size="small" aria-label={`${word} ${number}`} onClick={() => run(printout)}>
      {word}
    </Button>
  )
  if (outcome === 'started') return button(t('printout.ask.outcome'), acts.ask)
  if (outcome === 'failed') return button(t('printout.action.again'), acts.again)
  if (outcome === 'taken' || outcome === 'saved') return button(t('printout.action.reprint'), acts.duplicate)
  return null
}

const useColumns = (acts: Acts, mayPrint: boolean): readonly Column<Printout>[] => {
  const { t, language } = useText()
  const { zone } = useSession()
  const copy = ({ duplicate, copy: n, again }: Printout): string => {
    const words = t(duplicate ? 'printout.duplicate' : 'printout.copy', { copy: n })
    return again > 0 ? `${words}\u3000${t('printout.again', { times: again })}` : words
  }
  return [
    { key: 'number', head: t('printout.field.number'), strong: true, cell: ({ number }) => number },
    { key: 'client', head: t('printout.field.client'), cell: ({ clientName }) => clientName },
    { key: 'kind', head: t('printout.field.kind'), cell: ({ kind }) => t(`printout.kind.${kind}`) },
    { key: 'asOf', head: t('printout.field.asOf'), cell: ({ asOf }) => asOf },
    { key: 'copy', head: t('printout.field.copy'), cell: copy },
    { key: 'at', head: t('printout.field.at'), cell: ({ at }) => momentText(at, zone, language) },
    { key: 'by', head: t('printout.field.by'), cell: ({ by }) => by },
    {
      key: 'outcome',
      head: t('printout.field.outcome'),
      cell: ({ outcome }) => t(`printout.outcome.${outcome}`),
    },
    {
      key: 'act',
      head: '',
      numeric: true,
      cell: (printout) => mayPrint && <RowActs printout={printout} acts={acts} />,
    },
  ]
}

/** The print ledger (F45): every print act with its number, copy and outcome. */
export const Ledger = ({ clientId }: { readonly clientId?: number }) => {
  const { t } = useText()
  const queries = useQueryClient()
  const mayPrint = useRight('statement.print')
  const [asked, setAsked] = useState<Printout | null>(null)
  const refresh = (): void => void queries.invalidateQueries({ queryKey: deskQuery.printout.key() })
  const { data } = useQuery(
    deskQuery.printout.list.queryOptions({ input: clientId === undefined ? {} : { clientId } }),
  )
  const print = useAct(
    async (started: Promise<{ printout: Printout; job: string }>) => {
      const { printout, job } = await started
      await printPaper(job)
      return printout
    },
    (printout) => {
      setAsked(printout)
      refresh()
    },
  )
  const columns = useColumns(
    {
      ask: setAsked,
      again: ({ id }) => print.run(desk.printout.again({ id })),
      duplicate: ({ id }) => print.run(desk.printout.duplicate({ id, way: 'paper' })),
    },
    mayPrint,
  )
  return (
    <Section title={t('printout.title')}>
      {asked?.outcome === 'started' && (
        <Box sx={{ py: 3 }}>
          <OutcomeButtons
            printout={asked}
            onDone={(done) => {
              setAsked(done)
              refresh()
            }}
          />
        </Box>
      )}
      <FailureNotice failure={print.failure} />
      <DataTable
        label={t('printout.title')}
        columns={columns}
        rows={data?.rows ?? []}
        rowKey={({ id }) => id}
        roomy
        empty={t('printout.empty')}
      />
    </Section>
  )
}

/** 报告与表单. */
export const ReportPage = () => {
  const { t } = useText()
  return (
    <Page title={<h1 style={{ font: 'inherit', margin: 0 }}>{t('ui.place.report')}</h1>}>
      <Box sx={{ pt: 3 }}>
        <Ledger />
      </Box>
    </Page>
  )
}
