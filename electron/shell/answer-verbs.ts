import { writeFile } from 'node:fs/promises'
import { dialog, type BrowserWindow, type IpcMain, type IpcMainInvokeEvent } from 'electron/main'
import { isJobId } from '../print/printer.ts'
import { isFromWindow } from './sender.ts'
import type { ShellPrinter } from './printer.ts'
import { channels, type SaveOutcome } from './verbs.ts'

const maxFileBytes = 64 * 1024 * 1024

/** A name to propose: no folders, no control characters. Where the file goes is the user's choice in the dialog. */
const isFileName = (name: unknown): name is string =>
  typeof name === 'string' && /^[^\\/:*?"<>|\p{Cc}]{1,120}$/u.test(name) && !name.startsWith('.')

const isFile = (bytes: unknown): bytes is ArrayBuffer =>
  bytes instanceof ArrayBuffer && bytes.byteLength <= maxFileBytes

const isJob = (job: unknown): job is string => typeof job === 'string' && isJobId(job)

const saveAs = async (
  window: BrowserWindow,
  name: string,
  bytes: () => Promise<Uint8Array>,
): Promise<SaveOutcome> => {
  const { canceled, filePath } = await dialog.showSaveDialog(window, { defaultPath: name })
  if (canceled || filePath === '') return 'cancelled'
  try {
    await writeFile(filePath, await bytes())
    return 'saved'
  } catch {
    return 'failed'
  }
}

export type VerbParts = {
  readonly window: BrowserWindow
  readonly printer: ShellPrinter
  readonly lock: () => void
}

/** Every verb checks who speaks and what is said before anything runs; the port is the desk's own door. */
export const answerVerbs = (ipc: IpcMain, { window, printer, lock }: VerbParts): void => {
  type Verb = (...words: readonly unknown[]) => unknown
  const answer = (channel: string, verb: Verb): void =>
    ipc.handle(channel, (event: IpcMainInvokeEvent, ...words: unknown[]) => {
      if (!isFromWindow(event, window.webContents)) throw new Error('refused')
      return verb(...words)
    })
  const refuse = (): never => {
    throw new Error('refused')
  }
  answer(channels.print, (job) => (isJob(job) ? printer.paper(job) : refuse()))
  answer(channels.pdf, (job) => (isJob(job) ? printer.pdf(job) : refuse()))
  answer(channels.savePdf, (job, name) =>
    isJob(job) && isFileName(name) ? saveAs(window, name, () => printer.pdf(job)) : refuse(),
  )
  answer(channels.save, (name, bytes) =>
    isFileName(name) && isFile(bytes) ? saveAs(window, name, async () => new Uint8Array(bytes)) : refuse(),
  )
  answer(channels.lock, lock)
}
