// The host's verbs for one print job: the shell's under Electron, the loopback host's in the preview.

export type PdfAnswer = { readonly kind: 'pdf'; readonly bytes: Blob } | { readonly kind: 'none' }

const noBrowser = 501

/** The job's PDF in memory; `none` when nothing on this machine can make one. */
export const pdfOf = async (job: string): Promise<PdfAnswer> => {
  if (window.zhiyin) return { kind: 'pdf', bytes: await window.zhiyin.pdf(job) }
  const answer = await fetch(`/host/pdf/${job}`)
  if (answer.status === noBrowser) return { kind: 'none' }
  if (!answer.ok) throw new Error(`the host answered ${answer.status}`)
  return { kind: 'pdf', bytes: await answer.blob() }
}

const download = (name: string, bytes: Blob): void => {
  const url = URL.createObjectURL(bytes)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser has taken the bytes by the next turn; the address must not stay readable.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

export type SaveAnswer = 'saved' | 'cancelled' | 'failed'

export const savePdf = async (job: string, name: string): Promise<SaveAnswer> => {
  if (window.zhiyin) return window.zhiyin.savePdf(job, name)
  const answer = await pdfOf(job)
  if (answer.kind === 'none') return 'failed'
  download(name, answer.bytes)
  return 'saved'
}

export type PrinterView = { readonly name: string; readonly label: string; readonly isLast: boolean }

/** The printers of this PC, where a shell knows them; a browser asks in its own dialog. */
export const printersOf = async (): Promise<readonly PrinterView[]> => (await window.zhiyin?.printers()) ?? []

/** Sends the job to the printer, or to the dialog that asks for one. How it went is for the user to say. */
export const printPaper = async (job: string, printer?: string): Promise<void> => {
  if (window.zhiyin) {
    await window.zhiyin.print(job, printer)
    return
  }
  const sheet = window.open(`/print/${job}`, '_blank')
  sheet?.addEventListener('load', () => sheet.print())
}
