// Packs the built app around an empty Electron, which needs no network, and looks at what is inside.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nodeBundles } from '../../scripts/build/bundles.mjs'
import { electronVersion } from '../../scripts/start/electron-binary.mjs'

let place: string
let files: readonly string[]

const tool = (name: string, args: readonly string[]): string => {
  const { status, stdout, stderr } = spawnSync(join('node_modules/.bin', name), args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${name}: ${stdout}${stderr}`)
  return stdout
}

/** Fuses are bytes behind a sentinel in the program; the packer looks for nothing else in it. */
const makeEmptyElectron = (folder: string): void => {
  mkdirSync(join(folder, 'locales'), { recursive: true })
  writeFileSync(join(folder, 'electron'), 'XdL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\u0001\u0009111111111', {
    mode: 0o755,
  })
  writeFileSync(join(folder, 'version'), electronVersion('.'))
  for (const language of ['zh-CN', 'en-US', 'de']) writeFileSync(join(folder, `locales/${language}.pak`), '')
}

beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'zhiyin-pack-'))
  makeEmptyElectron(join(place, 'electron'))
  tool('electron-builder', [
    '--linux',
    '--dir',
    '--x64',
    `-c.electronDist=${join(place, 'electron')}`,
    `-c.directories.output=${join(place, 'out')}`,
  ])
  const archive = join(place, 'out/linux-unpacked/resources/app.asar')
  files = tool('asar', ['list', archive]).trim().split('\n')
})

afterAll(() => rmSync(place, { recursive: true, force: true }))

describe('the packed app', () => {
  test('holds the window, the desk, its job thread and the shell', () => {
    const kept = nodeBundles.filter(({ name }) => name !== 'preview').map(({ file }) => `/dist/${file}`)
    expect(files).toEqual(expect.arrayContaining([...kept, '/dist/renderer/index.html', '/package.json']))
  })

  test('holds no preview, no sources, no documents and no second Node', () => {
    const odd = files.filter((file) =>
      /^\/(?!dist|node_modules|package\.json)|preview|\/node-(linux|win)/.test(file),
    )
    expect(odd).toEqual([])
  })

  test('carries native code for its own platform only', () => {
    expect(files.filter((file) => file.endsWith('.node'))).toEqual([
      '/node_modules/@node-rs/argon2-linux-x64-gnu/argon2.linux-x64-gnu.node',
      '/node_modules/better-sqlite3/prebuilds/linux-x64.node',
    ])
  })

  test('cannot be started as a plain Node or with other code', () => {
    const fuses = tool('electron-fuses', ['read', '--app', join(place, 'out/linux-unpacked/zhiyin')])
    expect(fuses).toMatch(/RunAsNode is Disabled/)
    expect(fuses).toMatch(/EnableNodeOptionsEnvironmentVariable is Disabled/)
    expect(fuses).toMatch(/EnableNodeCliInspectArguments is Disabled/)
    expect(fuses).toMatch(/OnlyLoadAppFromAsar is Enabled/)
  })

  test('speaks Chinese and English and lists what it is made of', () => {
    expect(readdirSync(join(place, 'out/linux-unpacked/locales')).sort()).toEqual(['en-US.pak', 'zh-CN.pak'])
    const list = readFileSync(join(place, 'out/linux-unpacked/resources/THIRD-PARTY.md'), 'utf8')
    expect(list).toContain('better-sqlite3-multiple-ciphers')
  })
})
