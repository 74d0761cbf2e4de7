import { mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { app, BrowserWindow, ipcMain, Menu, powerMonitor, protocol, session } from 'electron/main'
import { readPageFiles, type PageFiles } from '../page/page-files.ts'
import { loadPrintPage } from '../print/print-page.ts'
import { chooseDataFolder } from '../settings/data-folder.ts'
import { appAddress } from './address.ts'
import { answerVerbs } from './answer-verbs.ts'
import { offerDesk } from './connect.ts'
import { startShellDesk } from './desk.ts'
import { lockWhenLeft } from './lock-triggers.ts'
import { menuTemplate } from './menu.ts'
import { lockAllContents } from './navigation.ts'
import { readShellOptions } from './options.ts'
import { openShellPrinter } from './printer.ts'
import { appScheme, serveApp } from './protocol.ts'
import { hardenSession } from './session.ts'
import { openStoreSettings } from './settings.ts'
import { windowOptions } from './window.ts'

// What starts, in order. Everything here is Electron's; the bank's work is all on the desk.

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

const start = async (dataFolder: string): Promise<void> => {
  const pages = session.fromPartition('zhiyin')
  await hardenSession(pages)
  const desk = startShellDesk({
    entry: here('../desk/entry.mjs'),
    dataFolder,
    onFresh: () => window.webContents.reloadIgnoringCache(),
  })
  let files: PageFiles | null = null
  serveApp(pages, {
    files: () => (files ??= readPageFiles(here('../renderer'))),
    printPage: (job) =>
      loadPrintPage(desk.call, job).then(
        (page) => page.html,
        () => null,
      ),
  })
  const settings = openStoreSettings(dataFolder)
  const window = new BrowserWindow(
    windowOptions({
      session: pages,
      preload: here('preload.cjs'),
      isPackaged: app.isPackaged,
      bounds: settings.get('window'),
    }),
  )
  offerDesk(ipcMain, window.webContents, desk)
  const lock = (): void => void desk.lock()
  answerVerbs(ipcMain, { window, printer: openShellPrinter(pages), lock })
  lockWhenLeft(powerMonitor, lock)
  app.on('window-all-closed', () => void desk.stop().then(() => app.quit()))
  window.once('ready-to-show', () => window.show())
  await window.loadURL(appAddress)
}

/** The exit code of "in use": the starter must not open the preview on a folder that is open already. */
const alreadyOpen = 3

/** Which copy is the first one is noted under Electron's own folder, so that folder is named before it is asked. */
const isFirstOn = (dataFolder: string): boolean => {
  app.setPath('userData', join(dirname(dataFolder), `${basename(dataFolder)}-shell`))
  return app.requestSingleInstanceLock()
}

const prepare = (dataFolder: string): void => {
  app.enableSandbox()
  protocol.registerSchemesAsPrivileged([appScheme])
  lockAllContents(app)
  const menu = menuTemplate(process.platform)
  Menu.setApplicationMenu(menu === null ? null : Menu.buildFromTemplate([...menu]))
  void app.whenReady().then(() => start(dataFolder))
}

const options = readShellOptions(process.argv.slice(app.isPackaged ? 1 : 2))
if (options === null) app.exit(2)
else {
  const { platform, env } = process
  const dataFolder = chooseDataFolder(options.data, { platform, env, home: homedir() })
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
  if (isFirstOn(dataFolder)) prepare(dataFolder)
  else app.exit(alreadyOpen)
}
