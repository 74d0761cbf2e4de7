// The packages whose code or fonts are in the app: those the bundler put in, and those loaded from node_modules.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Packages the bundles may hold, direct ones; what these need themselves is followed from the lock file. */
export const shipped = [
  '@emotion/cache',
  '@emotion/react',
  '@emotion/styled',
  '@fontsource-variable/noto-sans-sc',
  '@fontsource/noto-sans-sc',
  '@mdi/js',
  '@mui/material',
  '@node-rs/argon2',
  '@orpc/client',
  '@orpc/contract',
  '@orpc/server',
  '@orpc/tanstack-query',
  '@scure/bip39',
  '@tanstack/react-query',
  '@zxcvbn-ts/core',
  'better-sqlite3',
  'conf',
  'csv-parse',
  'electron-store',
  'hash-wasm',
  'i18next',
  'iconv-lite',
  'pdfjs-dist',
  'pinyin-pro',
  'react',
  'react-dom',
  'react-i18next',
  'react-router',
  'read-excel-file',
  'xstate',
  'zod',
]

/** @typedef {{ readonly name?: string, readonly version?: string, readonly license?: string,
 *   readonly dependencies?: Record<string, string>, readonly optionalDependencies?: Record<string, string> }} Entry */

/** Where Node would look for a package from inside another one.
 * @param {Readonly<Record<string, Entry>>} packages @param {string} from @param {string} name */
const placeOf = (packages, from, name) => {
  for (let at = from; ; at = at.slice(0, at.lastIndexOf('/node_modules/'))) {
    const place = `${at === '' ? '' : `${at}/`}node_modules/${name}`
    if (place in packages) return place
    if (!at.includes('/node_modules/')) break
  }
  const top = `node_modules/${name}`
  return top in packages ? top : null
}

/** Every shipped package with all it needs, from the lock file alone. @param {string} root */
export const shippedPackages = (root) => {
  /** @type {Record<string, Entry>} */
  const packages = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  /** @type {Set<string>} */
  const found = new Set()
  const waiting = shipped.flatMap((name) => placeOf(packages, '', name) ?? [])
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    if (found.has(place)) continue
    found.add(place)
    const needs = { ...packages[place]?.dependencies, ...packages[place]?.optionalDependencies }
    waiting.push(...Object.keys(needs).flatMap((name) => placeOf(packages, place, name) ?? []))
  }
  return [...found].sort().map((place) => {
    const { name, version, license } = packages[place] ?? {}
    return { place, name: name ?? place.slice(place.lastIndexOf('node_modules/') + 13), version, license }
  })
}

/** The licence text that came with a package; null for one that is not for this platform.
 * @param {string} root @param {string} place */
export const licenceTextOf = (root, place) => {
  const names = [
    'LICENSE',
    'LICENSE.md',
    'LICENSE.txt',
    'license',
    'license.md',
    'LICENCE',
    'License.md',
    'OFL.txt',
  ]
  const file = names.map((name) => join(root, place, name)).find((path) => existsSync(path))
  return file === undefined ? null : readFileSync(file, 'utf8').replaceAll('\r\n', '\n').trim()
}
