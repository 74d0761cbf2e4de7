import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test'
import { reasonAgainstElectron } from '../../../scripts/start/choose.mjs'
import { installedElectron } from '../../../scripts/start/electron-binary.mjs'

// The built app in the real Electron, each test with a data folder of its own.

const root = fileURLToPath(new URL('../../../', import.meta.url))

/** One tag for every test that only the real binary can answer: the only ones that may be left out of a run. */
export const realElectron = { tag: '@real-electron' } as const

const binary = installedElectron(root, process.env, process.platform)

/** Why there is no real Electron on this machine; null where there is one. */
export const whyNot =
  reasonAgainstElectron({
    root,
    env: process.env,
    platform: process.platform,
    arch: process.arch,
    uid: process.getuid?.() ?? null,
    preview: false,
    offline: true,
  }) ?? (binary === null ? 'the Electron binary is not here' : null)

/** The app started once more beside a running one: its exit code. */
export const startAgain = (dataFolder: string, ...more: readonly string[]): Promise<number | null> =>
  new Promise((resolve, reject) => {
    if (binary === null) return reject(new Error('no Electron'))
    const child = spawn(binary, [root, '--data', dataFolder, ...more], { stdio: 'ignore' })
    child.on('error', reject)
    child.on('exit', (code) => resolve(code))
  })

type Fixtures = {
  readonly dataFolder: string
  readonly app: ElectronApplication
  readonly window: Page
}

export const test = base.extend<Fixtures>({
  dataFolder: async ({}, use) => {
    const home = mkdtempSync(join(tmpdir(), 'zhiyin-electron-'))
    await use(join(home, 'data'))
    rmSync(home, { recursive: true, force: true })
  },
  app: async ({ dataFolder }, use) => {
    if (binary === null) throw new Error('no Electron')
    const app = await _electron.launch({
      executablePath: binary,
      args: [root, '--data', dataFolder],
      cwd: root,
    })
    await use(app)
    await app.close()
  },
  window: async ({ app }, use) => use(await app.firstWindow()),
})

export { expect } from '@playwright/test'
