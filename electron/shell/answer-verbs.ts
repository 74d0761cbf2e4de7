import { writeFile } from 'node:fs/promises'
import { dialog, type BrowserWindow, type IpcMain, type IpcMainInvokeEvent } from 'electron/main'
import { tokenBucket } from '../desk/token-bucket.ts'
import { isJobId } from '../print/printer.ts'
import { isFromWindow } from './sender.ts'
import type { ShellPrinter } from './printer.ts'
import { channels, type SaveOutcome } from './verbs.ts'

const maxFileBytes = 64 * 1024 * 1024

/** A hand can't press faster than this; what does is not a hand. */
export const verbRate = { burst: 30, perSecond: 3 } as const

/** A name to propose: no folders, no control characters. Where the file goes is the user's choice in the dialog. */
const isFileName = (name: unknown): name is string =>
  typeof name === 'string' && /^[^\\/:*?"<>|\p{Cc}]{1,120}$/u.test(name) && !name.startsWith('.')

const isFile = (bytes: unknown): bytes is ArrayBuffer =>
  bytes instanceof ArrayBuffer && bytes.byteLength <= maxFileBytes

const isJob = (job: unknown): job is string => typeof job === 'string' && isJobId(job)

const isPrinter = (name: unknown): name is string | null =>
  name === null || (typeof name === 'string' && name.length > 0 && name.length <= 200)

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

const folderOf = async (window: BrowserWindow): Promise<string | null> => {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    properties: ['openDirectory', 'createDirectory'],
  })
  return canceled ? null : (filePaths[0] ?? null)
}

export type VerbParts = {
  readonly window: BrowserWindow
  readonly printer: ShellPrinter
  readonly lock: () => void
  readonly monotonic: () => number
}

type Verb = (...words: readonly unknown[]) => unknown

const refuse = (): never => {
  throw new Error('refused')
}

/** What each verb does with words it can use; anything else is refused before it runs. */
const verbsOf = ({ window, printer, lock }: VerbParts): Readonly<Record<string, Verb>> => ({
  [channels.printers]: () => printer.printers(),
  [channels.print]: (job, name = null) =>
    isJob(job) && isPrinter(name) ? printer.paper(job, name) : refuse(),
  [channels.pdf]: (job) => (isJob(job) ? printer.pdf(job) : refuse()),
  [channels.savePdf]: (job, name) =>
    isJob(job) && isFileName(name) ? saveAs(window, name, () => printer.pdf(job)) : refuse(),
  [channels.save]: (name, bytes) =>
    isFileName(name) && isFile(bytes)
      ? saveAs(window, name, () => Promise.resolve(new Uint8Array(bytes)))
      : refuse(),
  [channels.folder]: () => folderOf(window),
  [channels.lock]: () => lock(),
})

/** Every verb checks who speaks, how often and what is said before anything runs; the port is the desk's own door. */
export const answerVerbs = (ipc: IpcMain, parts: VerbParts): void => {
  const admit = tokenBucket(verbRate, parts.monotonic)
  for (const [channel, verb] of Object.entries(verbsOf(parts)))
    ipc.handle(channel, (event: IpcMainInvokeEvent, ...words: unknown[]) => {
      if (!isFromWindow(event, parts.window.webContents)) return refuse()
      // Locking is never refused for haste.
      if (channel !== channels.lock && !admit()) return refuse()
      return verb(...words)
    })
}
