import { mkdirSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { isInstalledFromThisLock, pathOutside } from '../../scripts/bootstrap/install.mjs'
import { isNodeNewEnough } from '../../scripts/bootstrap/node24.mjs'
import { isBuilt, sourcesDigest, stampPath } from '../../scripts/bootstrap/sources.mjs'

const lock = {
  '': { version: '1.0.0' },
  'node_modules/a': { version: '1.0.0', integrity: 'x' },
  'node_modules/win-only': { version: '2.0.0', integrity: 'y', optional: true },
}

const checkout = (installed: object | null): string => {
  const root = temporaryFolder()
  mkdirSync(join(root, 'node_modules'))
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: lock }))
  const noted = join(root, 'node_modules/.package-lock.json')
  if (installed !== null) writeFileSync(noted, JSON.stringify({ packages: installed }))
  return root
}

test('packages installed by hand from the same lock are not installed again', () => {
  expect(isInstalledFromThisLock(checkout({ 'node_modules/a': lock['node_modules/a'] }))).toBe(true)
})

test.each([
  ['nothing was installed', null],
  ['a package is missing', {}],
  ['a package has another version', { 'node_modules/a': { version: '0.9.0', integrity: 'x' } }],
  ['a package has other contents', { 'node_modules/a': { version: '1.0.0', integrity: 'z' } }],
  ['a package is not in the lock', { ...lock, 'node_modules/b': { version: '1.0.0' } }],
])('packages are installed when %s', (_case, installed) => {
  expect(isInstalledFromThisLock(checkout(installed))).toBe(false)
})

test("the old npm among the project's own tools never installs the project", () => {
  const path = [
    '/bank/node_modules/.bin',
    '/usr/bin',
    '/bank/node_modules/x/.bin',
    '/other/node_modules/.bin',
  ]
  expect(pathOutside('/bank', path.join(delimiter))).toBe(
    ['/usr/bin', '/other/node_modules/.bin'].join(delimiter),
  )
})

test('Node 20 goes looking for Node 24, and Node 24 stays', () => {
  expect(isNodeNewEnough('20.20.2')).toBe(false)
  expect(isNodeNewEnough('24.0.0')).toBe(true)
})

test('a source file written or removed after the build makes it stale', () => {
  const root = checkout(null)
  mkdirSync(join(root, 'shared'))
  mkdirSync(join(root, 'dist'))
  writeFileSync(join(root, 'shared/money.ts'), 'export const one = 1')
  writeFileSync(stampPath(root), sourcesDigest(root))
  expect(isBuilt(root)).toBe(true)
  writeFileSync(join(root, 'shared/rate.ts'), '')
  expect(isBuilt(root)).toBe(false)
})
