import { BrowserWindow, type Session } from 'electron/main'
import type { Printer } from '../print/printer.ts'
import { appAddress } from './address.ts'
import type { PrintOutcome } from './verbs.ts'
import { printWindowOptions } from './window.ts'

export type ShellPrinter = Printer & { readonly paper: (job: string) => Promise<PrintOutcome> }

/** The sheet in a hidden window for as long as the work takes. */
const withSheet = async <T>(
  session: Session,
  job: string,
  work: (window: BrowserWindow) => Promise<T>,
): Promise<T> => {
  const window = new BrowserWindow(printWindowOptions(session))
  try {
    await window.loadURL(`${appAddress}print/${job}`)
    return await work(window)
  } finally {
    window.destroy()
  }
}

const printOnPaper = (window: BrowserWindow): Promise<PrintOutcome> =>
  new Promise((resolve) => {
    window.webContents.print({ silent: false, printBackground: true }, (isDone, reason) =>
      resolve(isDone ? 'printed' : reason === 'Print job canceled' ? 'cancelled' : 'failed'),
    )
  })

export const openShellPrinter = (session: Session): ShellPrinter => ({
  canPdf: () => Promise.resolve(true),
  pdf: (job) =>
    withSheet(session, job, ({ webContents }) =>
      webContents.printToPDF({
        pageSize: 'A4',
        preferCSSPageSize: true,
        printBackground: true,
        generateTaggedPDF: true,
        generateDocumentOutline: true,
      }),
    ),
  paper: (job) => withSheet(session, job, printOnPaper),
})
