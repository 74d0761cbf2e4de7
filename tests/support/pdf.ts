import { createCanvas } from '@napi-rs/canvas'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

// A PDF read back: pages, text, fonts, and pictures of its pages.

export type PdfText = {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
}
export type PdfPage = { readonly text: string; readonly parts: readonly PdfText[] }

const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))

export const openPdf = (bytes: Uint8Array): Promise<PDFDocumentProxy> =>
  getDocument({
    data: bytes.slice(),
    cMapUrl: `${join(folder, 'cmaps')}/`,
    cMapPacked: true,
    standardFontDataUrl: `${join(folder, 'standard_fonts')}/`,
    verbosity: 0,
  }).promise

export const readPdf = async (bytes: Uint8Array): Promise<readonly PdfPage[]> => {
  const document = await openPdf(bytes)
  const pages: PdfPage[] = []
  for (let no = 1; no <= document.numPages; no += 1) {
    const page = await document.getPage(no)
    const { items } = await page.getTextContent()
    const parts = items.flatMap((item) =>
      'str' in item
        ? [{ text: item.str, x: Number(item.transform[4]), y: Number(item.transform[5]), width: item.width }]
        : [],
    )
    pages.push({ text: parts.map((part) => part.text).join(''), parts })
  }
  await document.loadingTask.destroy()
  return pages
}

/** PNG pictures of the pages, in the size of the screen. */
export const drawPdf = async (bytes: Uint8Array): Promise<readonly Buffer[]> => {
  const document = await openPdf(bytes)
  const pictures: Buffer[] = []
  for (let no = 1; no <= document.numPages; no += 1) {
    const page = await document.getPage(no)
    const viewport = page.getViewport({ scale: 96 / 72 })
    const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height))
    await page.render({ canvas: canvas as never, canvasContext: canvas.getContext('2d') as never, viewport })
      .promise
    pictures.push(canvas.toBuffer('image/png'))
  }
  await document.loadingTask.destroy()
  return pictures
}
