import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { shipped, shippedPackages } from '../../scripts/third-party/bundled.mjs'
import { licenceTexts, thirdPartyDocument } from '../../scripts/third-party/document.mjs'
import { constantOf, nodesOf, root, sources } from './source.ts'

const packageOf = (from: string): string =>
  from
    .split('/')
    .slice(0, from.startsWith('@') ? 2 : 1)
    .join('/')

const imported = (): string[] => {
  const files = sources(['shared', 'electron', 'renderer'], /\.(ts|tsx)$/)
  const names = files.flatMap((source) =>
    nodesOf(source).flatMap((node) => {
      if (!/^(Import|ExportNamed|ExportAll)(Declaration|Expression)$/.test(node.type)) return []
      const from = node['importKind'] === 'type' ? null : constantOf(node['source'])
      return from === null || /^(\.|node:)/.test(from) ? [] : [packageOf(from)]
    }),
  )
  return [...new Set(names)]
}

test('the list of third-party packages is current', () => {
  expect(readFileSync(join(root, 'THIRD-PARTY.md'), 'utf8')).toBe(thirdPartyDocument(root))
})

test('no package is in the app without being listed', () => {
  // The binary itself, and the browser driver that only the preview loads.
  const elsewhere = new Set(['electron', 'playwright-core'])
  expect(imported().filter((name) => !shipped.includes(name) && !elsewhere.has(name))).toEqual([])
})

test('every licence allows use inside a bank, and its text can be given', () => {
  const free =
    /^\(?(MIT|MIT-0|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|OFL-1\.1|Unlicense|BlueOak-1\.0\.0|CC0-1\.0)/
  const unclear = shippedPackages(root).filter(({ license }) => !free.test(license ?? ''))
  expect(unclear.map(({ name, license }) => `${name}: ${license}`)).toEqual([])
  expect(licenceTexts(root)).toContain('SIL OPEN FONT LICENSE')
})
