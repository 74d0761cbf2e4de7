import Box from '@mui/material/Box'
import { getDocument } from 'pdfjs-dist'
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useText } from '../text/use-text.ts'
import { Notice } from '../ui/notice.tsx'
import { readyPdfWorker } from './pdf-worker.ts'
import { SheetPlace, type Shape } from './sheet-place.tsx'

const scale = 1.5

type PageProps = {
  readonly document: PDFDocumentProxy
  readonly no: number
  readonly label: string
  /** The place to keep until the page says its own measures. */
  readonly shape: Shape
  readonly onBroken: () => void
}

const PdfPage = ({ document, no, label, shape, onBroken }: PageProps) => {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [own, setOwn] = useState<Shape | null>(null)
  const [isDrawn, setDrawn] = useState(false)
  useEffect(() => {
    let alive = true
    const draw = async (): Promise<void> => {
      const page = await document.getPage(no)
      const viewport = page.getViewport({ scale })
      const target = canvas.current
      if (!alive || !target) return
      target.width = viewport.width
      target.height = viewport.height
      setOwn(viewport)
      await page.render({ canvas: target, viewport }).promise
      if (alive) setDrawn(true)
    }
    // A preview that is closed while it is drawn also ends here; then nobody looks any more.
    draw().catch(() => alive && onBroken())
    return () => {
      alive = false
      setDrawn(false)
    }
  }, [document, no, onBroken])
  return (
    <SheetPlace shape={own ?? shape} isDrawn={isDrawn}>
      <Box
        component="canvas"
        ref={canvas}
        role="img"
        aria-label={`${label} ${no}`}
        // Half a page looks like a wrong page: seen only when whole.
        data-drawn={isDrawn}
        sx={{ display: 'block', width: '100%', visibility: isDrawn ? 'visible' : 'hidden' }}
      />
    </SheetPlace>
  )
}

type Props = { readonly bytes: Blob; readonly label: string; readonly shape: Shape }

/** The real PDF, page by page, drawn by pdf.js: what is seen is what comes out of the printer. */
export const PdfPages = ({ bytes, label, shape }: Props) => {
  const { t } = useText()
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null)
  const [isBroken, setBroken] = useState(false)
  const broken = useCallback(() => setBroken(true), [])
  useEffect(() => {
    let alive = true
    readyPdfWorker()
    const open = async (): Promise<void> => {
      const data = new Uint8Array(await bytes.arrayBuffer())
      // Glyphs as paths: no font is added to the page, nothing is fetched.
      const document = await getDocument({ data, disableFontFace: true, useWasm: false }).promise
      if (alive) setPdf(document)
      else void document.loadingTask.destroy()
    }
    open().catch(() => alive && setBroken(true))
    return () => {
      alive = false
    }
  }, [bytes])
  useEffect(() => () => void pdf?.loadingTask.destroy().catch(() => undefined), [pdf])
  if (isBroken) return <Notice kind="told" title={t('statement.screen.notDrawn')} />
  if (!pdf) return <SheetPlace shape={shape} isDrawn={false} />
  return Array.from({ length: pdf.numPages }, (_, index) => (
    <PdfPage key={index} document={pdf} no={index + 1} label={label} shape={shape} onBroken={broken} />
  ))
}
