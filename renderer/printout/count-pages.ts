import { getDocument } from 'pdfjs-dist'
import { readyPdfWorker } from './pdf-worker.ts'

/** The pages of a PDF as they can be drawn; bytes that are no PDF throw. */
export const countPages = async (bytes: Blob): Promise<number> => {
  readyPdfWorker()
  const data = new Uint8Array(await bytes.arrayBuffer())
  const document = await getDocument({ data, disableFontFace: true, useWasm: false }).promise
  const pages = document.numPages
  await document.loadingTask.destroy()
  return pages
}
