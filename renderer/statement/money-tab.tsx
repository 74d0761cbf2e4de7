import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useRight } from '../app/session-context.ts'
import { desk } from '../desk/desk.ts'
import { useHousehold } from '../household/use-household.ts'
import { PrintDialog, type Printable } from '../printout/print-dialog.tsx'
import { useText } from '../text/use-text.ts'
import { Section } from '../ui/section.tsx'
import { FigureSheet } from './figure-sheet.tsx'
import { ReaderChoice } from './reader-choice.tsx'
import { StatementOverview } from './statement-overview.tsx'

const statementSheet = (clientId: number, readers: readonly number[]): Printable => ({
  kind: 'statement',
  key: ['statement', clientId, readers],
  prepare: () => desk.printout.prepare({ clientId, readers: [...readers] }),
  start: (way, preview) => desk.printout.start({ clientId, readers: [...readers], preview, ...way }),
})

/** 财务: first who will see it, then what they may see; beside it the figures themselves. */
export const MoneyTab = ({ clientId }: { readonly clientId: number }) => {
  const { t } = useText()
  const household = useHousehold(clientId)
  const mayPrint = useRight('statement.print')
  const [chosen, setChosen] = useState<readonly number[]>([])
  const [isPrinting, setPrinting] = useState(false)
  if (!household) return null
  // The client always reads along: a sheet for somebody else is printed from that person's page.
  const readers = [household.selfId, ...chosen.filter((id) => id !== household.selfId)]
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: '1fr', xl: 'minmax(0, 1fr) minmax(0, 1fr)' },
        gap: 7,
        pt: 3,
        alignItems: 'start',
      }}
    >
      <Section
        title={t('statement.title')}
        action={
          mayPrint && (
            <Button variant="contained" onClick={() => setPrinting(true)}>
              {t('statement.screen.print')}
            </Button>
          )
        }
      >
        <Box sx={{ pt: 3 }}>
          <ReaderChoice members={household.members} readers={readers} onChange={setChosen} />
        </Box>
        <StatementOverview clientId={clientId} readers={readers} />
      </Section>
      <FigureSheet clientId={clientId} />
      {isPrinting && (
        <PrintDialog sheet={statementSheet(clientId, readers)} onClose={() => setPrinting(false)} />
      )}
    </Box>
  )
}

/** Charts on the client's overview: as the client alone may see them, whoever sits at the desk. */
export const MoneyOverview = ({ clientId }: { readonly clientId: number }) => {
  const { t } = useText()
  const household = useHousehold(clientId)
  if (!household) return null
  return (
    <Section title={t('statement.screen.overview')}>
      <StatementOverview clientId={clientId} readers={[household.selfId]} brief />
    </Section>
  )
}
