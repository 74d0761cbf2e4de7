// The names of the shell's verbs on the inner channel, known to preload and main alike.

export const channels = {
  connect: 'zhiyin:connect',
  port: 'zhiyin:port',
  print: 'zhiyin:print',
  printers: 'zhiyin:printers',
  pdf: 'zhiyin:pdf',
  savePdf: 'zhiyin:save-pdf',
  save: 'zhiyin:save',
  folder: 'zhiyin:folder',
  lock: 'zhiyin:lock',
} as const

export type PrintOutcome = 'printed' | 'cancelled' | 'failed'
/** A printer of this PC: its name for the system, its name for people, whether the last sheet went there. */
export type PrinterView = { readonly name: string; readonly label: string; readonly isLast: boolean }
export type SaveOutcome = 'saved' | 'cancelled' | 'failed'

/** What a page finds as `window.zhiyin`. The desk's port arrives as a window message named `zhiyin:port`. */
export type ShellVerbs = {
  readonly connect: () => Promise<void>
  readonly printers: () => Promise<readonly PrinterView[]>
  /** On the named printer without a question, else through the system's own dialog. */
  readonly print: (job: string, printer?: string) => Promise<PrintOutcome>
  readonly pdf: (job: string) => Promise<Blob>
  readonly savePdf: (job: string, name: string) => Promise<SaveOutcome>
  readonly save: (name: string, bytes: Blob) => Promise<SaveOutcome>
  /** The system's own dialog; null when nothing was chosen. The desk looks at the folder like at a typed one. */
  readonly chooseFolder: () => Promise<string | null>
  readonly lock: () => void
}
