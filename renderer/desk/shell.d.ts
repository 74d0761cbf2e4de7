/** The shell's verbs, exposed by the preload as one frozen object; absent in the preview. */
interface ZhiyinShell {
  /** Asks for the port; it arrives as a message of this window. */
  readonly connect: () => Promise<void>
  readonly printers: () => Promise<
    readonly { readonly name: string; readonly label: string; readonly isLast: boolean }[]
  >
  /** On the named printer without a question, else through the system's own dialog. */
  readonly print: (job: string, printer?: string) => Promise<'printed' | 'cancelled' | 'failed'>
  readonly savePdf: (job: string, name: string) => Promise<'saved' | 'cancelled' | 'failed'>
  readonly pdf: (job: string) => Promise<Blob>
  readonly save: (name: string, bytes: Blob) => Promise<'saved' | 'cancelled' | 'failed'>
  /** The system's own dialog; null when nothing was chosen. */
  readonly chooseFolder: () => Promise<string | null>
  readonly lock: () => void
}

interface Window {
  readonly zhiyin?: ZhiyinShell
}
