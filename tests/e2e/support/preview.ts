import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readPageFiles } from '../../../electron/page/page-files.ts'
import { printCookie } from '../../../electron/preview/access.ts'
import { startDesk, type DeskProcess } from '../../../electron/preview/desk-process.ts'
import { openBrowserFinder } from '../../../electron/preview/find-browser.ts'
import { startHost, type Host } from '../../../electron/preview/host.ts'
import { openChromiumPrinter } from '../../../electron/print/chromium-printer.ts'
import { deskEnvironment } from '../../../electron/settings/desk-environment.ts'
import { contract } from '../../../shared/contract.ts'

// The product's own preview host in this process, with the test desk behind it: a clock that can be set, and
// a record of what was called.

const root = new URL('../../../', import.meta.url)
const inRoot = (path: string): string => fileURLToPath(new URL(path, root))

export const findBrowser = openBrowserFinder(root)

/** A Monday morning before the doors open. */
export const openingTime = '2026-11-23T08:05:00+08:00'

export type Preview = {
  /** Works once per start; after `restart` there is a new one. */
  readonly url: () => string
  readonly dataFolder: string
  readonly setClock: (iso: string) => void
  /** kill -9 of the desk, as a power cut would; resolves when a fresh desk listens. */
  readonly kill9: () => Promise<void>
  /** The whole preview once more on the same data folder: new address, new session. */
  readonly restart: () => Promise<void>
  /** The same, with something done to the data folder while nobody has it open. */
  readonly whileStopped: (work: () => void) => Promise<void>
  readonly close: () => Promise<void>
}

type Running = { readonly host: Host; readonly desk: DeskProcess }

const isRoot = process.getuid?.() === 0

const start = async (dataFolder: string, controlFile: string): Promise<Running> => {
  const desk = startDesk({
    entry: inRoot('tests/support/desk-entry.ts'),
    args: [dataFolder, controlFile],
    env: deskEnvironment(process.env),
    greet: ['session', 'state'],
  })
  const host = await startHost({
    port: 0,
    contract,
    desk,
    files: readPageFiles(inRoot('dist/renderer')),
    printer: (origin, access) =>
      openChromiumPrinter({
        origin,
        findBrowser: async () => (await findBrowser())?.path ?? null,
        admit: (job) => ({ cookie: printCookie, ...access.admitPrint(job) }),
        sandbox: !isRoot,
      }),
  })
  if (!(await desk.whenUp(30_000))) throw new Error('the desk did not start')
  return { host, desk }
}

const stop = async ({ host, desk }: Running): Promise<void> => {
  await host.close()
  await desk.stop()
}

const killDesk = async ({ desk }: Running): Promise<void> => {
  const pid = desk.pid()
  if (pid === undefined) throw new Error('no desk to kill')
  process.kill(pid, 'SIGKILL')
  while (desk.isUp()) await new Promise((wake) => setTimeout(wake, 5))
  if (!(await desk.whenUp(30_000))) throw new Error('no fresh desk came')
}

/** `test` names the evidence; `dataFolder` is made when none is given and removed at the end. */
export const startPreview = async (options: {
  readonly test: string
  readonly at?: string
}): Promise<Preview> => {
  const home = mkdtempSync(join(tmpdir(), 'zhiyin-e2e-'))
  const dataFolder = join(home, 'data')
  const controlFile = join(home, 'control.json')
  mkdirSync(dataFolder)
  const setClock = (now: string): void =>
    writeFileSync(controlFile, JSON.stringify({ now, test: options.test }))
  setClock(options.at ?? openingTime)
  let running = await start(dataFolder, controlFile)
  const whileStopped = async (work: () => void): Promise<void> => {
    await stop(running)
    work()
    running = await start(dataFolder, controlFile)
  }
  return {
    url: () => running.host.firstUrl,
    dataFolder,
    setClock,
    kill9: () => killDesk(running),
    restart: () => whileStopped(() => undefined),
    whileStopped,
    close: async () => {
      await stop(running)
      rmSync(home, { recursive: true, force: true })
    },
  }
}
