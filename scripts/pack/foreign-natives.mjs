// Natives of another system than this one. npm installs Argon2 for its own system only; asked for another, it brings
// that one, exactly as package-lock.json names it. It lies among the packages only as long as it is packed.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathOutside } from '../bootstrap/install.mjs'
import { argon2Of } from './targets.mjs'

const name = '@node-rs/argon2'

/** A project with Argon2 alone, at the version and with the sums of this one. @param {string} root @param {string} place */
const layOut = (root, place) => {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  const dependencies = { [name]: lock.packages[`node_modules/${name}`].version }
  const own = Object.entries(lock.packages).filter(([path]) => path.startsWith(`node_modules/${name}`))
  const packages = { '': { dependencies }, ...Object.fromEntries(own) }
  writeFileSync(join(place, 'package.json'), JSON.stringify({ private: true, dependencies }))
  writeFileSync(join(place, 'package-lock.json'), JSON.stringify({ ...lock, packages }))
}

/** @param {string} root @param {string} place @param {import('./targets.mjs').Target} target */
const install = (root, place, { system, arch }) => {
  const windows = process.platform === 'win32'
  const words = ['ci', '--ignore-scripts', `--os=${system}`, `--cpu=${arch}`, '--libc=glibc']
  return spawnSync(windows ? 'npm.cmd' : 'npm', words, {
    cwd: place,
    encoding: 'utf8',
    shell: windows,
    env: { ...process.env, PATH: pathOutside(root, process.env['PATH']) },
  })
}

/**
 * Does the work with this target's Argon2 among the packages. Says why where it can't be had; nothing is packed then.
 * @template T
 * @param {string} root
 * @param {import('./targets.mjs').Target} target
 * @param {() => Promise<T>} work
 * @returns {Promise<{ readonly done: T } | { readonly lacks: string, readonly why: string }>}
 */
export const withNativesOf = async (root, target, work) => {
  const file = argon2Of(target)
  if (existsSync(join(root, file))) return { done: await work() }
  const lent = join(root, dirname(file))
  const place = mkdtempSync(join(tmpdir(), 'zhiyin-natives-'))
  const clear = () => {
    rmSync(lent, { recursive: true, force: true })
    rmSync(place, { recursive: true, force: true })
  }
  // Broken off, the packing would leave another system's native among the packages.
  const interrupt = () => {
    clear()
    process.exit(130)
  }
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt)
  try {
    layOut(root, place)
    const { status, stderr } = install(root, place, target)
    const why = status === 0 ? 'npm brought no such file' : `npm: ${stderr?.trim().split('\n')[0] ?? ''}`
    if (!existsSync(join(place, file))) return { lacks: file, why }
    cpSync(join(place, dirname(file)), lent, { recursive: true })
    return { done: await work() }
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt)
    clear()
  }
}
