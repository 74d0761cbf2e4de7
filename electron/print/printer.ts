// Paper and PDF behind one port: the shell prints a hidden window, the preview a headless browser's page.

export type Printer = {
  /** Whether this machine can make PDF files at all. */
  readonly canPdf: () => Promise<boolean>
  /** The print page of a job as PDF bytes, in memory only. */
  readonly pdf: (job: string) => Promise<Buffer>
}

/** Job ids are opaque to everybody but the desk; this is all a printer knows about them. */
export const isJobId = (text: string): boolean => /^[A-Za-z0-9_-]{1,64}$/.test(text)
