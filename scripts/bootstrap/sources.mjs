// Knows whether dist/ was built from the sources as they lie here now.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const watched = [
  'shared',
  'electron',
  'renderer',
  'resources',
  'scripts/build',
  'scripts/build.mjs',
  'package-lock.json',
]

/** @param {string} path @returns {string[]} */
const filesUnder = (path) => {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)))
}

/** Changes whenever a source file is added, removed or written. @param {string} root */
export const sourcesDigest = (root) => {
  const hash = createHash('sha256')
  for (const file of watched.flatMap((path) => filesUnder(join(root, path)))) {
    const { size, mtimeMs } = statSync(file)
    hash.update(`${file}\0${size}\0${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

/** @param {string} root */
export const stampPath = (root) => join(root, 'dist', '.stamp')

/** @param {string} root */
export const isBuilt = (root) =>
  existsSync(stampPath(root)) && readFileSync(stampPath(root), 'utf8').trim() === sourcesDigest(root)
