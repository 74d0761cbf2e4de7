import { existsSync, mkdirSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { contract } from '../../shared/contract.ts'
import { readPageFiles } from '../page/page-files.ts'
import { openChromiumPrinter } from '../print/chromium-printer.ts'
import { chooseDataFolder } from '../settings/data-folder.ts'
import { deskEnvironment } from '../settings/desk-environment.ts'
import { printCookie } from './access.ts'
import { sweepProfiles } from './browser-profile.ts'
import { canShowWindow, openBrowserWindow, whyNoWindow } from './browser-window.ts'
import { startDesk } from './desk-process.ts'
import { openBrowserFinder } from './find-browser.ts'
import { startHost } from './host.ts'
import { readOptions } from './options.ts'

// The preview, from its first line to its last: the shell's stand-in where Electron can't run.

const options = readOptions(process.argv.slice(2))
if ('problem' in options) {
  console.error(options.problem)
  process.exit(2)
}

const root = new URL('../../', import.meta.url)
const inRoot = (path: string): string => fileURLToPath(new URL(path, root))
const entry = import.meta.url.endsWith('.ts') ? 'electron/desk/entry.ts' : 'dist/desk/entry.mjs'
if (!existsSync(inRoot('dist/renderer/index.html'))) {
  console.error('The window is not built yet: npm run build')
  process.exit(2)
}

const { platform, env } = process
const isRoot = process.getuid?.() === 0
const dataFolder = chooseDataFolder(options.data, { platform, env, home: homedir() })
mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
sweepProfiles(tmpdir())

const findBrowser = openBrowserFinder(root)
const desk = startDesk({
  entry: inRoot(entry),
  args: [dataFolder],
  env: deskEnvironment(env),
  greet: ['session', 'state'],
})
const host = await startHost({
  port: options.port,
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

const browser = options.open ? await findBrowser() : null
const window = canShowWindow(browser, platform, env)
  ? openBrowserWindow(browser, host.firstUrl, tmpdir())
  : null
const printAddress = (): void => {
  console.log(`Open this address once, in one browser: ${host.firstUrl}`)
  console.log(
    "That browser's own profile is outside the vault: use a private window, and close it after work.",
  )
}
if (window !== null) {
  console.log('The preview opens in its own browser window.')
  if (isRoot) console.log('Running as root: the browser has no sandbox. For build machines only.')
} else printAddress()

let ending: Promise<void> | null = null
const end = async (): Promise<void> => {
  await window?.close()
  await host.close()
  await desk.stop()
  process.exit(0)
}
const endOnce = (): void => void (ending ??= end())
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, endOnce)
void window?.closed.then((closed) => {
  const reason = ending === null ? whyNoWindow(closed, host.access.isSpent()) : null
  if (reason === null) return endOnce()
  console.log(`The browser showed no window: ${reason}`)
  printAddress()
})
