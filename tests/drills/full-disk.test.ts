import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { createDatabase, openDatabase } from '../../electron/database/open.ts'
import { got } from '../electron/vault/vault-template.ts'
import { check, drillFolder } from './check.ts'

const key = Buffer.alloc(32, 8)
const filler = join(import.meta.dirname, 'filler.ts')

const requestOf = (path: string) => ({ path, key, suite: 'aegis-256' as const, newest: 10 })

const makeLines = (path: string): void => {
  createDatabase(path, key, 'aegis-256')
  const first = got(openDatabase(requestOf(path)))
  first.handle.transact(() =>
    first.advance('CREATE TABLE line (n INTEGER PRIMARY KEY, text TEXT) STRICT', 10),
  )
  first.close()
}

type Filled = { readonly acknowledged: number; readonly failure: unknown; readonly readable: number }

const expectAllReadable = (path: string, told: Filled): void => {
  expect(told.failure).toEqual({ code: 'disk-full' })
  expect(told.acknowledged).toBeGreaterThan(50)
  expect(told.readable).toBe(told.acknowledged)
  const after = got(openDatabase(requestOf(path)))
  expect(after.quickCheck()).toEqual([])
  expect(after.handle.one('SELECT count(*) n FROM line')).toEqual({ n: told.acknowledged })
  after.handle.run("INSERT INTO line (n, text) VALUES (10001, 'there is room again')")
  after.close()
}

check(
  'R07',
  'when no byte more can be written, it is said so, what was saved is readable and stays',
  { usual: 1, drill: 5 },
  ({ rounds }) => {
    for (let round = 0; round < rounds; round++) {
      const path = join(drillFolder(), 'vault.db')
      makeLines(path)
      // The system's limit on a file's size (in KiB) stands in for a full disk.
      const limited = `ulimit -f ${2000 + round * 37}; exec "$0" "$@"`
      const args = ['-c', limited, process.execPath, filler, path, key.toString('hex')]
      expectAllReadable(path, JSON.parse(execFileSync('bash', args).toString()) as Filled)
    }
    return { rounds, note: 'by the limit on a file' }
  },
)

/** A disk of its own of a few MiB; undefined where nobody may make one. */
const smallDisk = (mebibytes: number): string | undefined => {
  const point = join(drillFolder(), 'disk')
  mkdirSync(point)
  const made = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${mebibytes}m`, 'zhiyin-drill', point])
  if (made.status !== 0) return undefined
  onTestFinished(() => void spawnSync('umount', ['-l', point]))
  return point
}

const noDisk = { skipped: 'no small disk can be made here: that takes root and mount' } as const

const fillWith = (path: string): void => {
  const piece = Buffer.alloc(64 * 1024, 1)
  for (let n = 0; ; n++)
    try {
      writeFileSync(`${path}-${n}`, piece)
    } catch {
      return
    }
}

check('R07', 'on a disk that is really full too', { usual: 1, drill: 5 }, ({ rounds }) => {
  for (let round = 0; round < rounds; round++) {
    const disk = smallDisk(3 + round)
    if (disk === undefined) return noDisk
    const path = join(disk, 'vault.db')
    makeLines(path)
    writeFileSync(join(disk, 'ballast'), Buffer.alloc(256 * 1024, 1))
    const told = JSON.parse(
      execFileSync(process.execPath, [filler, path, key.toString('hex')]).toString(),
    ) as Filled
    rmSync(join(disk, 'ballast'))
    expectAllReadable(path, told)
  }
  return { rounds, note: 'on a tmpfs' }
})

check(
  'R09',
  'a vault on a disk with no byte left is damaged by nothing and says disk-full',
  { usual: 1, drill: 3 },
  ({ rounds }) => {
    let readable = 0
    for (let round = 0; round < rounds; round++) {
      const disk = smallDisk(3)
      if (disk === undefined) return noDisk
      const path = join(disk, 'vault.db')
      makeLines(path)
      fillWith(join(disk, 'filling'))
      const opened = openDatabase(requestOf(path))
      if (opened.ok) {
        readable += 1
        expect(opened.value.handle.one('SELECT count(*) n FROM line')).toEqual({ n: 0 })
        opened.value.close()
      } else expect(opened.failure).toEqual({ code: 'disk-full' })
      for (const name of readdirSync(disk).filter((file) => file.startsWith('filling')))
        rmSync(join(disk, name))
      const after = got(openDatabase(requestOf(path)))
      expect(after.quickCheck()).toEqual([])
      after.close()
    }
    return { rounds, note: `${readable} of ${rounds} could be read meanwhile` }
  },
)
