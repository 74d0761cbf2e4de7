import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { ReactNode } from 'react'
import type { Failure } from '../../shared/failure.ts'
import type { PrintKind } from '../../shared/printout/kinds.ts'
import type { Printout } from '../../shared/printout/model.ts'
import { FailureNotice } from '../app/failure-notice.tsx'
import { useAct } from '../app/use-act.ts'
import { desk, deskQuery } from '../desk/desk.ts'
import { failureOf } from '../desk/desk-failure.ts'
import { useText } from '../text/use-text.ts'
import { Notice } from '../ui/notice.tsx'
import { OutcomeButtons } from './outcome-buttons.tsx'
import { pdfOf, printPaper, savePdf } from '../desk/paper.ts'
import { PdfPages } from './pdf-pages.tsx'
import { usePrinter } from './printer-choice.tsx'
import { SheetPlace, shapeOf } from './sheet-place.tsx'

type Started = { readonly printout: Printout; readonly job: string }

type Way = { readonly way: 'save' | 'paper'; readonly glyphsAccepted: boolean }

/** One sheet on its way to paper: how its preview is made, and how its line comes into the ledger. */
export type Printable = {
  /** Which sheet it is: the dialog is called after it. */
  readonly kind: PrintKind
  /** A4 on its side. */
  readonly wide?: boolean
  readonly key: readonly unknown[]
  readonly prepare: () => Promise<{ readonly job: string; readonly glyphs: readonly string[] }>
  /** `preview` is the job that was looked at. */
  readonly start: (way: Way, preview: string) => Promise<Started>
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

// Asked again at every notice about printing: what may no longer be shown leaves the screen.
const useStanding = (job: string | undefined) =>
  useQuery({
    ...deskQuery.printout.page.queryOptions({ input: { job: job ?? '' }, gcTime: 0 }),
    enabled: job !== undefined,
    staleTime: 0,
  })

const nameOf = async (job: string): Promise<string> => (await desk.printout.page({ job })).fileName

/** Ledger line first, then the paper; saving ends by itself, printing is asked for. */
const usePrinting = (sheet: Printable, printer: string | undefined, onStarted: (started: Printout) => void) =>
  useAct(async ({ preview, ...wanted }: Way & { readonly preview: string }) => {
    const { printout, job } = await sheet.start(wanted, preview)
    if (wanted.way === 'paper') {
      await printPaper(job, printer)
      return onStarted(printout)
    }
    const outcome = await savePdf(job, await nameOf(job))
    onStarted(await desk.printout.finish({ id: printout.id, outcome }))
  })

type SeenProps = {
  readonly preview: ReturnType<typeof usePreview>
  readonly gone: Failure | null
  readonly label: string
  readonly wide: boolean
}

/** The preview itself; in its place why there is none, or none any more. */
const Seen = ({ preview, gone, label, wide }: SeenProps) => {
  const { t } = useText()
  const { data, error, isFetching, refetch } = preview
  const failure = error ? failureOf(error) : gone
  const anew = (
    <Button disabled={isFetching} onClick={() => void refetch()}>
      {t('printout.ask.anew')}
    </Button>
  )
  if (failure) return <FailureNotice failure={failure} action={anew} />
  if (!data)
    return (
      <SheetPlace shape={shapeOf(wide)} isDrawn={false}>
        <Typography role="status" color="text.secondary" sx={{ p: 4 }}>
          {t('statement.screen.drawing')}
        </Typography>
      </SheetPlace>
    )
  return data.pdf.kind === 'none' ? (
    <Notice kind="told" title={t('statement.screen.noPdf')} />
  ) : (
    <PdfPages bytes={data.pdf.bytes} label={label} shape={shapeOf(wide)} />
  )
}

type BeforeProps = { readonly glyphs: readonly string[]; readonly field: ReactNode }

const Before = ({ glyphs, field }: BeforeProps) => {
  const { t } = useText()
  return (
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
  )
}

/** 预览, then print or save; in the end how it went. */
export const PrintDialog = (props: Props) => {
  const { t } = useText()
  const id = useId()
  const preview = usePreview(props.sheet)
  const title = t('printout.preview', { kind: t(`printout.kind.${props.sheet.kind}`) })
  const [started, setStarted] = useState<Printout | null>(null)
  const { printer, field } = usePrinter()
  const printing = usePrinting(props.sheet, printer, setStarted)
  const standing = useStanding(started ? undefined : preview.data?.job)
  const gone = standing.error ? failureOf(standing.error) : null
  const { job, glyphs = [], pdf } = preview.data ?? {}
  const ready = job !== undefined && !gone && !preview.error && !printing.busy
  const start = (way: 'save' | 'paper'): void => {
    if (job !== undefined) printing.run({ way, glyphsAccepted: glyphs.length > 0, preview: job })
  }
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
          <>
            <Before glyphs={glyphs} field={field} />
            <Seen preview={preview} gone={gone} label={title} wide={props.sheet.wide === true} />
          </>
        )}
        {started?.outcome === 'started' && <OutcomeButtons printout={started} onDone={setStarted} />}
        <FailureNotice failure={gone ? null : printing.failure} />
      </DialogContent>
      <DialogActions>
        <Button onClick={props.onClose}>{t('ui.action.close')}</Button>
        {!started && (
          <>
            <Button disabled={!ready || pdf?.kind === 'none'} onClick={() => start('save')}>
              {t('printout.action.save')}
            </Button>
            <Button variant="contained" disabled={!ready} onClick={() => start('paper')}>
              {t(glyphs.length > 0 ? 'printout.ask.glyphYes' : 'printout.action.print')}
            </Button>
          </>
        )}
      </DialogActions>
    </Dialog>
  )
}
