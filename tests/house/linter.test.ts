import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { root } from './source.ts'

// One violation per rule, planted in a small house of its own: a linter that says nothing must be noticed.
const planted: readonly (readonly [file: string, rule: string, text: string])[] = [
  [
    'shared/a/up.ts',
    'no-restricted-imports',
    "import { open } from '../../electron/database/open.ts'\nopen()",
  ],
  ['shared/a/window.ts', 'no-restricted-imports', "import { app } from '../../renderer/app.ts'\napp()"],
  ['shared/a/node.ts', 'no-restricted-imports', "import { readFileSync } from 'node:fs'\nreadFileSync('x')"],
  ['shared/a/clock.ts', 'no-restricted-globals', 'export const now = () => Date.now()'],
  ['shared/a/timer.ts', 'no-restricted-globals', 'export const later = (f: () => void) => setTimeout(f, 1)'],
  ['shared/a/chance.ts', 'no-restricted-properties', 'export const pick = () => Math.random()'],
  ['renderer/a/desk.ts', 'no-restricted-imports', "import { x } from '../../electron/desk/router.ts'\nx()"],
  [
    'renderer/a/type.ts',
    'no-restricted-imports',
    "import type { X } from '../../electron/x.ts'\nexport type Y = X",
  ],
  ['renderer/a/node.ts', 'no-restricted-imports', "import { join } from 'node:path'\njoin('a')"],
  ['renderer/a/store.ts', 'no-restricted-globals', "localStorage.setItem('a', 'b')"],
  ['renderer/a/net.ts', 'no-restricted-globals', "export const f = () => fetch('https://x.example')"],
  ['electron/desk/screen.ts', 'no-restricted-imports', "import { x } from '../../renderer/x.ts'\nx()"],
  ['electron/desk/shell.ts', 'no-restricted-imports', "import { app } from 'electron/main'\napp.quit()"],
  [
    'electron/desk/db.ts',
    'no-restricted-imports',
    "import Database from 'better-sqlite3'\nexport const d = Database",
  ],
  [
    'electron/shell/db.ts',
    'no-restricted-imports',
    "import Database from 'better-sqlite3'\nexport const d = Database",
  ],
  [
    'electron/shell/window.ts',
    'no-restricted-imports',
    "import Store from 'electron-store'\nexport const s = Store",
  ],
  ['electron/desk/tests.ts', 'no-restricted-imports', "import { x } from '../../tests/support/desk.ts'\nx()"],
  ['electron/round/a.ts', 'no-cycle', "import { b } from './b.ts'\nexport const a = () => b()"],
  ['electron/round/b.ts', 'no-cycle', "import { a } from './a.ts'\nexport const b = (): unknown => a()"],
  // A fault planted for the linter to find, put together here so that nobody takes it for one of ours.
  ['electron/any.ts', 'no-explicit-any', ['export const f = (x: a', 'ny): number => x.y'].join('')],
  ['electron/ignored.ts', 'ban-ts-comment', ['// @ts-ig', 'nore\nexport const f: number = 1'].join('')],
  ['electron/lost.ts', 'no-floating-promises', 'const f = async () => 1\nexport const g = () => {\n  f()\n}'],
  ['electron/vain.ts', 'await-thenable', 'export const g = async () => {\n  await 1\n}'],
  ['electron/sure.ts', 'no-non-null-assertion', 'export const f = (x?: { y: number }) => x!.y'],
  ['electron/standard.ts', 'no-default-export', 'export default 1'],
  ['electron/loud.ts', 'no-console', "console.log('x')"],
  [
    'electron/gap.ts',
    'switch-exhaustiveness-check',
    "export const f = (x: 'a' | 'b') => {\n  switch (x) {\n    case 'a':\n      return 1\n  }\n}",
  ],
  ['shared/long.ts', 'max-lines-per-function', `export const f = () => {\n${'  f()\n'.repeat(45)}}`],
]

type Diagnostic = { readonly code: string; readonly filename: string }

let house: string
let found: readonly Diagnostic[]

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'zhiyin-house-'))
  for (const [file, , text] of planted) {
    mkdirSync(dirname(join(house, file)), { recursive: true })
    writeFileSync(join(house, file), `${text}\n`)
  }
  for (const file of ['.oxlintrc.json', 'tsconfig.json', 'scripts/config'])
    cpSync(join(root, file), join(house, file), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'))
  const lint = join(root, 'node_modules/oxlint/bin/oxlint')
  const { stdout } = spawnSync(process.execPath, [lint, '--type-aware', '--format=json', '.'], {
    cwd: house,
    encoding: 'utf8',
  })
  found = (JSON.parse(stdout) as { diagnostics: readonly Diagnostic[] }).diagnostics
})

afterAll(() => rmSync(house, { recursive: true }))

describe('the linter refuses', () => {
  test.each(planted)('%s by %s', (file, rule) => {
    const codes = found.filter(({ filename }) => filename === file).map(({ code }) => code)
    expect(codes).toContainEqual(expect.stringContaining(`(${rule})`))
  })
})
