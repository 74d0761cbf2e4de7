import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Link from '@mui/material/Link'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link as RouterLink } from 'react-router'
import { mayPrintKind } from '../../shared/printout/kinds.ts'
import type { Printout } from '../../shared/printout/model.ts'
import { FailureNotice } from '../app/failure-notice.tsx'
import { Page } from '../app/page.tsx'
import { useRight, useSession } from '../app/session-context.ts'
import { useAct } from '../app/use-act.ts'
import { desk, deskQuery } from '../desk/desk.ts'
import { dayText } from '../text/day.ts'
import { momentText } from '../text/moment.ts'
import { useText } from '../text/use-text.ts'
import { DataTable, type Column } from '../ui/data-table.tsx'
import { RowActions } from '../ui/row-actions.tsx'
import { Section } from '../ui/section.tsx'
import { OutcomeButtons } from './outcome-buttons.tsx'
import { printPaper } from '../desk/paper.ts'

type Acts = {
  readonly ask: (printout: Printout) => void
  readonly again: (printout: Printout) => void
  readonly duplicate: (printout: Printout) => void
  readonly void: (printout: Printout) => void
  readonly giveBack: (told: { id: number; returned: (typeof backWords)[number] }) => void
}

type RowActsProps = { readonly printout: Printout; readonly acts: Acts }

const backWords = ['signed', 'recalled', 'lost'] as const

/** What may be said of a sheet that is out: it came back signed, was taken back, or can't be had back. */
const backFor = ({ outcome, returned, way }: Printout): readonly (typeof backWords)[number][] => {
  if (outcome === 'void') return returned === 'out' ? ['recalled', 'lost'] : []
  if (outcome !== 'taken' || way !== 'paper') return []
  return returned === 'out' ? ['signed'] : []
}

const RowVerbs = ({ printout, acts }: RowActsProps) => {
  const { t } = useText()
  const { outcome, number } = printout
  const button = (word: string, run: () => void) => (
    <Button key={word} variant="text" size="small" aria-label={`${word} ${number}`} onClick={run}>
      {word}
    </Button>
  )
  const isGood = outcome === 'taken' || outcome === 'saved'
  return (
    <RowActions>
      {outcome === 'started' && button(t('printout.ask.outcome'), () => acts.ask(printout))}
      {outcome === 'failed' && button(t('printout.action.again'), () => acts.again(printout))}
      {backFor(printout).map((returned) =>
        button(t(`printout.action.${returned}`), () => acts.giveBack({ id: printout.id, returned })),
      )}
      {isGood && button(t('printout.action.void'), () => acts.void(printout))}
      {isGood && button(t('printout.action.reprint'), () => acts.duplicate(printout))}
    </RowActions>
  )
}

// An internal form is not with the client; where it is matters once it came back signed.
const mayHaveLeft = ({ kind, outcome, returned }: Printout): boolean =>
  (outcome === 'taken' || outcome === 'void') && (kind === 'statement' || returned !== 'out')

const useColumns = (acts: Acts): readonly Column<Printout>[] => {
  const { t, language } = useText()
  const { zone, rights } = useSession()
  const copy = ({ duplicate, copy: n, again }: Printout): string => {
    const words = t(duplicate ? 'printout.duplicate' : 'printout.copy', { copy: n })
    return again > 0 ? `${words}\u3000${t('printout.again', { times: again })}` : words
  }
  return [
    { key: 'number', head: t('printout.field.number'), strong: true, cell: ({ number }) => number },
    { key: 'client', head: t('printout.field.client'), cell: ({ clientName }) => clientName },
    { key: 'kind', head: t('printout.field.kind'), cell: ({ kind }) => t(`printout.kind.${kind}`) },
    { key: 'asOf', head: t('printout.field.asOf'), cell: ({ asOf }) => dayText(asOf, language) },
    { key: 'copy', head: t('printout.field.copy'), cell: copy },
    { key: 'at', head: t('printout.field.at'), cell: ({ at }) => momentText(at, zone, language) },
    { key: 'by', head: t('printout.field.by'), cell: ({ by }) => by },
    {
      key: 'outcome',
      head: t('printout.field.outcome'),
      cell: ({ outcome }) => t(`printout.outcome.${outcome}`),
    },
    {
      key: 'returned',
      head: t('printout.field.returned'),
      cell: (printout) => (mayHaveLeft(printout) ? t(`printout.returned.${printout.returned}`) : ''),
    },
    {
      key: 'act',
      head: '',
      numeric: true,
      cell: (printout) => mayPrintKind(rights, printout.kind) && <RowVerbs printout={printout} acts={acts} />,
    },
  ]
}

/** The print ledger (F45): every print act with its number, copy and outcome. */
export const Ledger = ({ clientId }: { readonly clientId?: number }) => {
  const { t } = useText()
  const queries = useQueryClient()
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
  const tell = useAct(desk.printout.giveBack, refresh)
  const spoil = useAct((id: number) => desk.printout.finish({ id, outcome: 'void' }), refresh)
  const columns = useColumns({
    ask: setAsked,
    again: ({ id }) => print.run(desk.printout.again({ id })),
    duplicate: ({ id }) => print.run(desk.printout.duplicate({ id, way: 'paper' })),
    void: ({ id }) => spoil.run(id),
    giveBack: tell.run,
  })
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
      <FailureNotice failure={print.failure ?? tell.failure ?? spoil.failure} />
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
  const maySeeShelf = useRight('client.read')
  return (
    <Page title={<h1 style={{ font: 'inherit', margin: 0 }}>{t('ui.place.report')}</h1>}>
      <Box sx={{ pt: 3, display: 'grid', gap: 4 }}>
        {maySeeShelf && (
          <Link component={RouterLink} to="/product" variant="body2" sx={{ justifySelf: 'start' }}>
            {t('product.title')}
          </Link>
        )}
        <Ledger />
      </Box>
    </Page>
  )
}
