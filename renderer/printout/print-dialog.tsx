import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { Printout } from '../../shared/printout/model.ts'
import type { TextKey } from '../../shared/text/index.ts'
import { FailureNotice } from '../app/failure-notice.tsx'
import { useAct } from '../app/use-act.ts'
import { desk } from '../desk/desk.ts'
import { useText } from '../text/use-text.ts'
import { Notice } from '../ui/notice.tsx'
import { OutcomeButtons } from './outcome-buttons.tsx'
import { pdfOf, printPaper, savePdf } from '../desk/paper.ts'
import { PdfPages } from './pdf-pages.tsx'
import { usePrinter } from './printer-choice.tsx'

type Started = { readonly printout: Printout; readonly job: string }

type Way = { readonly way: 'save' | 'paper'; readonly glyphsAccepted: boolean }

/** One sheet on its way to paper: how its preview is made, and how its line comes into the ledger. */
export type Printable = {
  /** What the dialog is called; without one it is the preview of a report. */
  readonly title?: TextKey
  readonly key: readonly unknown[]
  readonly prepare: () => Promise<{ readonly job: string; readonly glyphs: readonly string[] }>
  readonly start: (way: Way) => Promise<Started>
}

type Props = { readonly sheet: Printable; readonly onClose: () => void }

const usePreview = ({ key, prepare }: Printable) =>
  useQuery({
    queryKey: ['printout-preview', ...key],
    // A preview is a picture of now: never taken from an earlier one.
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => {
      const { job, glyphs } = await prepare()
      return { job, glyphs, pdf: await pdfOf(job) }
    },
  })

const nameOf = async (job: string): Promise<string> => (await desk.printout.page({ job })).fileName

/** Ledger line first, then the paper; saving ends by itself, printing is asked for. */
const usePrinting = (sheet: Printable, printer: string | undefined, onStarted: (started: Printout) => void) =>
  useAct(async (wanted: Way) => {
    const { printout, job } = await sheet.start(wanted)
    if (wanted.way === 'paper') {
      await printPaper(job, printer)
      return onStarted(printout)
    }
    const outcome = await savePdf(job, await nameOf(job))
    onStarted(await desk.printout.finish({ id: printout.id, outcome }))
  })

/** 预览, then print or save; in the end how it went. */
export const PrintDialog = (props: Props) => {
  const { t } = useText()
  const id = useId()
  const { data, error } = usePreview(props.sheet)
  const title = t(props.sheet.title ?? 'statement.screen.previewTitle')
  const [started, setStarted] = useState<Printout | null>(null)
  const { printer, field } = usePrinter()
  const printing = usePrinting(props.sheet, printer, setStarted)
  const glyphs = data?.glyphs ?? []
  const start = (way: 'save' | 'paper'): void => printing.run({ way, glyphsAccepted: glyphs.length > 0 })
  return (
    <Dialog
      open
      maxWidth={false}
      onClose={props.onClose}
      aria-labelledby={id}
      slotProps={{ paper: { sx: { width: 900, maxWidth: '100%' } } }}
    >
      <DialogTitle id={id}>{title}</DialogTitle>
      <DialogContent tabIndex={0}>
        {started ? (
          <Typography sx={{ pb: 2 }}>
            {t('printout.done', {
              number: started.number,
              outcome: t(`printout.outcome.${started.outcome}`),
            })}
          </Typography>
        ) : (
          <Box sx={{ display: 'grid', gap: 2, pb: 3 }}>
            {glyphs.length > 0 && (
              <Notice
                kind="soon"
                title={t('printout.ask.glyph')}
                kept={t('printout.ask.glyphHint', { glyphs: glyphs.join('\u3001') })}
              />
            )}
            {field}
            <Typography variant="body2" color="text.secondary">
              {t('printout.ask.leave')}
            </Typography>
          </Box>
        )}
        {!data && !error && <Typography>{t('statement.screen.drawing')}</Typography>}
        {data?.pdf.kind === 'none' && <Notice kind="told" title={t('statement.screen.noPdf')} />}
        {data?.pdf.kind === 'pdf' && !started && <PdfPages bytes={data.pdf.bytes} label={title} />}
        {started?.outcome === 'started' && <OutcomeButtons printout={started} onDone={setStarted} />}
        <FailureNotice failure={printing.failure} />
      </DialogContent>
      <DialogActions>
        <Button onClick={props.onClose}>{t('ui.action.close')}</Button>
        {!started && (
          <>
            <Button
              disabled={!data || data.pdf.kind === 'none' || printing.busy}
              onClick={() => start('save')}
            >
              {t('printout.action.save')}
            </Button>
            <Button variant="contained" disabled={!data || printing.busy} onClick={() => start('paper')}>
              {t(glyphs.length > 0 ? 'printout.ask.glyphYes' : 'printout.action.print')}
            </Button>
          </>
        )}
      </DialogActions>
    </Dialog>
  )
}
