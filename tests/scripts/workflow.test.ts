import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { installerFlagsOf, installers } from '../../scripts/pack/targets.mjs'
import { readYaml, textOf, type Yaml } from '../support/yaml.ts'

type Map = { readonly [key: string]: Yaml }

const file = '.github/workflows/ci.yml'
const text = readFileSync(file, 'utf8')
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>
}

test('YAML is read as it is meant', async () => {
  const tree = await readYaml('a:\n  - b: "c"\n  - |\n    x\n    y\nd: [1, 2]\ne: {f: g}\nh:\n')
  expect(tree).toEqual({ a: [{ b: 'c' }, 'x\ny\n'], d: ['1', '2'], e: { f: 'g' }, h: null })
})

describe('the workflow', () => {
  let flow: Map
  let steps: readonly Map[]
  const commands = (): readonly string[] => steps.flatMap(({ run }) => (typeof run === 'string' ? [run] : []))
  beforeAll(async () => {
    flow = (await readYaml(text)) as Map
    steps = ((flow['jobs'] as Map)['app'] as Map)['steps'] as readonly Map[]
  })

  test('runs one job on the four systems the app is made for', () => {
    const { app, ...others } = flow['jobs'] as Map
    expect(others).toEqual({})
    const job = app as Map
    expect(((job['strategy'] as Map)['matrix'] as Map)['include']).toEqual([
      { name: 'linux-x64', os: 'ubuntu-24.04' },
      { name: 'linux-arm64', os: 'ubuntu-24.04-arm' },
      { name: 'windows-x64', os: 'windows-2025' },
      { name: 'macos-arm64', os: 'macos-15' },
    ])
    expect(job['runs-on']).toBe('${{ matrix.os }}')
  })

  test('installs, proves, tries the real Electron and packs, with commands that exist', () => {
    const own = commands().flatMap((run) => /npm (?:run )?([\w:]+)/.exec(run)?.[1] ?? [])
    expect(own).toEqual(['ci', 'test', 'dist:check', 'test:electron', 'test:electron', 'dist'])
    expect(own.filter((name) => name !== 'ci' && !(name in manifest.scripts))).toEqual([])
    expect(commands()).toContain('xvfb-run --auto-servernum npm run test:electron')
  })

  test('may read the code and nothing else, and knows no secret', () => {
    expect(flow['permissions']).toEqual({ contents: 'read' })
    expect(text).not.toMatch(/secrets\.|pull_request_target|write-all/)
    const checkout = steps.find(({ uses }) => textOf(uses).startsWith('actions/checkout@'))
    expect(checkout?.['with']).toEqual({ 'persist-credentials': 'false' })
  })

  test('uses others’ steps in one exact version each', () => {
    const used = steps.flatMap(({ uses }) => (typeof uses === 'string' ? [uses] : []))
    expect(used).toHaveLength(3)
    for (const name of used) expect(name).toMatch(/^actions\/[a-z-]+@[0-9a-f]{40}$/)
  })

  test('keeps installers only: no report, picture, log or vault of a test leaves the machine', () => {
    const kept = steps.find(({ uses }) => textOf(uses).startsWith('actions/upload-artifact@'))?.[
      'with'
    ] as Map
    const paths = textOf(kept['path']).trim().split('\n')
    expect(paths).toEqual(['release/*.AppImage', 'release/*.deb', 'release/*.exe', 'release/*.dmg'])
  })

  test('names no address', () => {
    expect(text).not.toMatch(/https?:|registry/)
  })
})

test('the packer’s file asks for every kind of installer, without updates and without fuses of its own', async () => {
  const packer = (await readYaml(readFileSync('electron-builder.yml', 'utf8'))) as Map
  const targets = ['linux', 'win', 'mac'].map((system) => (packer[system] as Map)['target'])
  expect(targets).toEqual([
    [
      { target: 'AppImage', arch: ['x64', 'arm64'] },
      { target: 'deb', arch: ['x64', 'arm64'] },
    ],
    [{ target: 'nsis', arch: ['x64'] }],
    [{ target: 'dmg', arch: ['arm64'] }],
  ])
  expect((targets as unknown as readonly Map[][]).map((kinds) => kinds.map(({ target }) => target))).toEqual(
    Object.values(installers),
  )
  expect(installerFlagsOf({ system: 'linux', arch: 'arm64' })).toEqual([
    '--linux',
    'AppImage',
    'deb',
    '--arm64',
  ])
  expect([packer['publish'], packer['electronFuses'], packer['disableAsarIntegrity']]).toEqual([
    'null',
    undefined,
    'false',
  ])
  expect(packer['nsis']).toMatchObject({
    perMachine: 'true',
    oneClick: 'false',
    allowToChangeInstallationDirectory: 'false',
    installerLanguages: ['zh_CN', 'en_US'],
  })
})
