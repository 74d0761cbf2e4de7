import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from './source.ts'

type Manifest = Readonly<
  Record<'dependencies' | 'devDependencies' | 'optionalDependencies', Record<string, string>>
> & {
  readonly scripts: Readonly<Record<string, string>>
}
type Lock = {
  readonly packages: Readonly<Record<string, { readonly resolved?: string; readonly integrity?: string }>>
}

const read = (file: string): unknown => JSON.parse(readFileSync(join(root, file), 'utf8'))
const manifest = read('package.json') as Manifest
const lock = read('package-lock.json') as Lock

const withHost = ({ packages }: Lock): string[] =>
  Object.entries(packages).flatMap(([name, { resolved }]) => (resolved === undefined ? [] : [name]))

const inexact = (wanted: Readonly<Record<string, string>>): string[] =>
  Object.entries(wanted).flatMap(([name, version]) =>
    /^(npm:.+@)?\d+\.\d+\.\d+$/.test(version) ? [] : [name],
  )

test('the lock file names no registry, so that any mirror serves it', () => {
  expect(withHost(lock)).toEqual([])
  expect(withHost({ packages: { a: { resolved: 'https://registry.example/a.tgz' } } })).toEqual(['a'])
})

test('every locked package can be checked for integrity', () => {
  const unchecked = Object.entries(lock.packages).filter(
    ([name, entry]) => name !== '' && entry.integrity === undefined,
  )
  expect(unchecked.filter(([name]) => name.split('node_modules/').length < 3)).toEqual([])
})

test('every package is wanted in one exact version', () => {
  const { dependencies, devDependencies, optionalDependencies } = manifest
  expect(inexact({ ...dependencies, ...devDependencies, ...optionalDependencies })).toEqual([])
  expect(inexact({ a: '^1.0.0', b: '1.x', c: '2.0.0', d: 'npm:e@1.0.0' })).toEqual(['a', 'b'])
})

test('no command relies on hooks, because installs run without scripts', () => {
  const hooks = Object.keys(manifest.scripts).filter((name) => /^(pre|post)|^(prepare|install)$/.test(name))
  expect(hooks).toEqual([])
  expect(readFileSync(join(root, '.npmrc'), 'utf8')).toContain('ignore-scripts=true')
})
