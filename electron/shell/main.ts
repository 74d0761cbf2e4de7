import { mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { app, dialog, ipcMain, Menu, powerMonitor, protocol, session } from 'electron/main'
import { en, zhCN } from '../../shared/text/index.ts'
import { readPageFiles, type PageFiles } from '../page/page-files.ts'
import { loadPrintPage } from '../print/print-page.ts'
import { chooseDataFolder } from '../settings/data-folder.ts'
import { answerVerbs } from './answer-verbs.ts'
import { offerDesk } from './connect.ts'
import { reviveWindow } from './dead-window.ts'
import { startShellDesk } from './desk.ts'
import { endAfterDesk, endAtLogOff } from './ending.ts'
import { showFreshDocument } from './fresh-document.ts'
import { stopAtChangedArchive } from './integrity.ts'
import { lockWhenLeft } from './lock-triggers.ts'
import { menuTemplate } from './menu.ts'
import { changedNatives, checksNatives } from './natives.ts'
import { lockAllContents } from './navigation.ts'
import { readShellOptions, type ShellOptions } from './options.ts'
import { openWindow } from './open-window.ts'
import { openShellPrinter } from './printer.ts'
import { appScheme, serveApp } from './protocol.ts'
import { frontOnSecondStart } from './second-start.ts'
import { forgetAll, hardenSession, partition } from './session.ts'
import { openStoreSettings } from './settings.ts'

// What starts, in order. Everything here is Electron's; the bank's work is all on the desk.

/** The exit codes of the shell: the starter tells them apart, and 3 must not open the preview on an open folder. */
const exits = { badSwitch: 2, alreadyOpen: 3, changed: 4, storm: 5, notStarted: 6 } as const

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const monotonic = (): number => performance.now()

type Words = { readonly title: string; readonly body: string }

/** The last word where no window can say it: own words, own exit code. */
const leave = ({ title, body }: Words, code: number): void => {
  dialog.showErrorBox(title, body)
  app.exit(code)
}

const isAsInstalled = (): boolean =>
  !app.isPackaged ||
  !checksNatives(process.platform) ||
  changedNatives(join(process.resourcesPath, 'app.asar.unpacked'), here('natives.json')).length === 0

const start = async (dataFolder: string, { allowCapture }: ShellOptions): Promise<void> => {
  const settings = openStoreSettings(dataFolder)
  const text = () => (settings.get('language') === 'en' ? en : zhCN).shell
  const refuse = (): void => leave(text().changed, exits.changed)
  if (!isAsInstalled()) return refuse()
  stopAtChangedArchive(app, refuse)
  const pages = session.fromPartition(partition)
  await hardenSession(pages)
  const desk = startShellDesk({
    entry: here('../desk/entry.mjs'),
    dataFolder,
    monotonic,
    onGone: () => forgetAll(pages),
    onFresh: () => void showFreshDocument(window),
    onStorm: () => leave(text().desk, exits.storm),
  })
  const page = (job: string): Promise<string | null> =>
    loadPrintPage(desk.call, job).then(
      ({ html }) => html,
      () => null,
    )
  let files: PageFiles | null = null
  serveApp(pages, { files: () => (files ??= readPageFiles(here('../renderer'))), printPage: page })
  const { isPackaged } = app
  const window = openWindow({
    session: pages,
    preload: here('preload.cjs'),
    isPackaged,
    allowCapture,
    settings,
  })
  const printer = openShellPrinter({
    session: pages,
    settings,
    hasPage: async (job) => (await page(job)) !== null,
  })
  const lock = (): void => void desk.lock()
  const end = endAfterDesk(app, desk)
  frontOnSecondStart(app, () => window)
  offerDesk(ipcMain, window.webContents, desk)
  answerVerbs(ipcMain, { window, printer, lock, monotonic })
  lockWhenLeft({ power: powerMonitor, platform: process.platform, lock, end })
  endAtLogOff(window, end)
  const giveUp = (): void => leave(text().window, exits.storm)
  reviveWindow({ window, text, lock: desk.lock, giveUp, monotonic })
  await showFreshDocument(window)
}

/** Which copy is the first one is noted under Electron's own folder, so that folder is named before it is asked. */
const isFirstOn = (dataFolder: string): boolean => {
  app.setPath('userData', join(dirname(dataFolder), `${basename(dataFolder)}-shell`))
  return app.requestSingleInstanceLock()
}

const prepare = (dataFolder: string, options: ShellOptions): void => {
  app.enableSandbox()
  protocol.registerSchemesAsPrivileged([appScheme])
  lockAllContents(app)
  const menu = menuTemplate(process.platform)
  Menu.setApplicationMenu(menu === null ? null : Menu.buildFromTemplate([...menu]))
  app
    .whenReady()
    .then(() => start(dataFolder, options))
    // Without a window a program that failed would go on unseen, and hold the folder. Which language is set is not known.
    .catch(() => {
      const { title, body } = zhCN.shell.start
      leave({ title, body: `${body}\n\n${en.shell.start.body}` }, exits.notStarted)
    })
}

const options = readShellOptions(process.argv.slice(app.isPackaged ? 1 : 2))
if (options === null) app.exit(exits.badSwitch)
else {
  const { platform, env } = process
  const dataFolder = chooseDataFolder(options.data, { platform, env, home: homedir() })
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
  if (isFirstOn(dataFolder)) prepare(dataFolder, options)
  else app.exit(exits.alreadyOpen)
}
