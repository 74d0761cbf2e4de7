import { BrowserWindow, type PrinterInfo, type Session, type WebContentsPrintOptions } from 'electron/main'
import type { Printer } from '../print/printer.ts'
import type { Settings } from '../settings/settings.ts'
import { appAddress } from './address.ts'
import type { PrinterView, PrintOutcome } from './verbs.ts'
import { printWindowOptions } from './window.ts'

export type ShellPrinter = Printer & {
  readonly printers: () => Promise<readonly PrinterView[]>
  readonly paper: (job: string, printer: string | null) => Promise<PrintOutcome>
}

export type PrinterParts = {
  readonly session: Session
  readonly settings: Settings
  /** Whether the desk has a sheet under this job: an empty answer must not become paper. */
  readonly hasPage: (job: string) => Promise<boolean>
}

/** A4 is written out: Electron's own default is Letter. */
export const pdfOptions = {
  pageSize: 'A4',
  preferCSSPageSize: true,
  printBackground: true,
  generateTaggedPDF: true,
  generateDocumentOutline: true,
} as const

/** With a named printer nothing is asked; else the system asks, with the last printer chosen already. */
export const paperOptions = (printer: string | null, last: string): WebContentsPrintOptions => {
  const deviceName = printer ?? last
  const base = { silent: printer !== null, printBackground: true, pageSize: 'A4' as const }
  return deviceName === '' ? base : { ...base, deviceName }
}

/** What Electron says of a print that did not happen; everything it doesn't name is a failure. */
export const outcomeOf = (isDone: boolean, reason: string): PrintOutcome => {
  if (isDone) return 'printed'
  return /cancel/i.test(reason) ? 'cancelled' : 'failed'
}

const viewOf =
  (last: string) =>
  ({ name, displayName }: PrinterInfo): PrinterView => ({
    name,
    label: displayName === '' ? name : displayName,
    isLast: name === last,
  })

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

const printOnPaper =
  (options: WebContentsPrintOptions) =>
  (window: BrowserWindow): Promise<PrintOutcome> =>
    new Promise((resolve) => {
      window.webContents.print(options, (isDone, reason) => resolve(outcomeOf(isDone, reason)))
    })

export const openShellPrinter = ({ session, settings, hasPage }: PrinterParts): ShellPrinter => {
  const known = async (): Promise<readonly PrinterView[]> => {
    const window = new BrowserWindow(printWindowOptions(session))
    try {
      return (await window.webContents.getPrintersAsync()).map(viewOf(settings.get('lastPrinter')))
    } finally {
      window.destroy()
    }
  }
  const isKnown = async (name: string): Promise<boolean> => (await known()).some((one) => one.name === name)
  return {
    canPdf: () => Promise.resolve(true),
    printers: known,
    pdf: async (job) => {
      if (!(await hasPage(job))) throw new Error('no such sheet')
      return withSheet(session, job, ({ webContents }) => webContents.printToPDF(pdfOptions))
    },
    paper: async (job, printer) => {
      const last = settings.get('lastPrinter')
      try {
        if (!(await hasPage(job))) return 'failed'
        if (printer !== null && !(await isKnown(printer))) return 'failed'
        const remembered = printer === null && last !== '' && !(await isKnown(last)) ? '' : last
        const outcome = await withSheet(session, job, printOnPaper(paperOptions(printer, remembered)))
        if (outcome === 'printed' && printer !== null) settings.set('lastPrinter', printer)
        return outcome
      } catch {
        return 'failed'
      }
    },
  }
}
