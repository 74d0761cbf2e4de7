import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { chooseElectron } from '../../scripts/start/choose.mjs'
import { canBeFetched, downloadAddress } from '../../scripts/start/electron-binary.mjs'
import { runElectron } from '../../scripts/start/run-electron.mjs'

const write = (file: string, text: string, mode = 0o644): void => {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text, { mode })
}

const checkout = (): string => {
  const root = temporaryFolder()
  write(join(root, 'node_modules/electron/package.json'), '{"version":"45.4.1"}')
  return root
}

const unpack = (root: string, version = '45.4.1'): void => {
  write(join(root, 'node_modules/electron/path.txt'), 'electron')
  write(join(root, 'node_modules/electron/dist/version'), version)
  write(join(root, 'node_modules/electron/dist/electron'), '', 0o755)
}

const desktop = (root: string, change: object = {}) => ({
  root,
  env: { DISPLAY: ':0' },
  platform: 'linux',
  arch: 'x64',
  uid: 1000,
  preview: false,
  offline: false,
  ...change,
})

const network = (isUp: boolean, fetchBinary: (root: string) => void = () => undefined) => ({
  reachable: async () => isUp,
  fetchBinary,
})
const noNetworkAllowed = {
  reachable: () => Promise.reject(new Error('the network was asked')),
  fetchBinary: () => {
    throw new Error('the network was asked')
  },
}

describe('the app opens in Electron', () => {
  test('when its binary is here, without asking the network', async () => {
    const root = checkout()
    unpack(root)
    const choice = await chooseElectron(desktop(root), noNetworkAllowed)
    expect(choice).toEqual({ binary: join(root, 'node_modules/electron/dist/electron') })
  })

  test('when its binary can be fetched', async () => {
    const root = checkout()
    const choice = await chooseElectron(desktop(root), network(true, unpack))
    expect(choice).toHaveProperty('binary')
  })

  test('from the folder the bank names itself', async () => {
    const root = checkout()
    write(join(root, 'own/electron'), '', 0o755)
    const env = { DISPLAY: ':0', ELECTRON_OVERRIDE_DIST_PATH: join(root, 'own') }
    expect(await chooseElectron(desktop(root, { env }), noNetworkAllowed)).toEqual({
      binary: join(root, 'own/electron'),
    })
  })
})

describe('the preview opens instead, with the reason', () => {
  test.each([
    ['the user asked for it', { preview: true }, '--preview was given'],
    ['there is no display', { env: {} }, 'there is no display here'],
    ['the user is root', { uid: 0 }, 'Electron keeps its sandbox, and root has none'],
    [
      'the network may not be asked',
      { offline: true },
      'the Electron binary is not here, and --offline was given',
    ],
  ])('%s', async (_case, change, reason) => {
    expect(await chooseElectron(desktop(checkout(), change), noNetworkAllowed)).toEqual({ reason })
  })

  test('the binary cannot be fetched', async () => {
    const choice = await chooseElectron(desktop(checkout()), network(false))
    expect(choice).toEqual({ reason: 'the Electron binary is not here and cannot be fetched' })
  })

  test('another version lies there and fetching fails half way', async () => {
    const root = checkout()
    unpack(root, '44.0.0')
    const choice = await chooseElectron(desktop(root), network(true))
    expect(choice).toEqual({ reason: 'fetching the Electron binary did not succeed' })
  })

  test('Electron ends at once because a system library is missing', async () => {
    const program = join(checkout(), 'electron')
    write(
      program,
      '#!/bin/sh\necho "error while loading shared libraries: libgtk-3.so.0" >&2\nexit 127\n',
      0o755,
    )
    const ended = await runElectron(program, [])
    expect(ended).toEqual({
      reason: 'Electron ended at once: error while loading shared libraries: libgtk-3.so.0',
    })
  })
})

test('Electron that was closed by its user ends the command with it', async () => {
  const program = join(checkout(), 'electron')
  write(program, '#!/bin/sh\nexit 0\n', 0o755)
  expect(await runElectron(program, [])).toEqual({ code: 0 })
})

test('a second start on an open folder ends with a word about it, and no preview opens beside the window', async () => {
  const said = vi.spyOn(console, 'error').mockReturnValue()
  const program = join(checkout(), 'electron')
  write(program, '#!/bin/sh\nexit 3\n', 0o755)
  expect(await runElectron(program, [])).toEqual({ code: 3 })
  expect(said).toHaveBeenCalledWith('Zhiyin is already open on this data folder.')
  said.mockRestore()
})

test('the binary is looked for at the mirror the bank set', () => {
  const env = { ELECTRON_MIRROR: 'https://mirror.bank.example/electron' }
  expect(downloadAddress('45.4.1', env, 'linux', 'x64')).toBe(
    'https://mirror.bank.example/electron/v45.4.1/electron-v45.4.1-linux-x64.zip',
  )
})

test('an address nobody answers at is given up', async () => {
  expect(await canBeFetched('http://127.0.0.1:9/electron.zip')).toBe(false)
})
