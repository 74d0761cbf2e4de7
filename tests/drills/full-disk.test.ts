import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { createDatabase, openDatabase, openWithoutRoom } from '../../electron/database/open.ts'
import type { OpenDatabase } from '../../electron/database/open.ts'
import { fail } from '../../shared/result.ts'
import { got } from '../electron/vault/vault-template.ts'
import { fillToTheEnd } from '../support/fill-disk.ts'
import { smallDisk } from '../support/small-disk.ts'
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

check('R07', 'on a disk that is really full too', { usual: 1, drill: 5 }, ({ rounds, context }) => {
  for (let round = 0; round < rounds; round++) {
    const disk = smallDisk(context, 3 + (round % 20))
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

const lines = 40

const countLines = ({ handle }: OpenDatabase): unknown => handle.one('SELECT count(*) n FROM line')

const addLine = ({ handle }: OpenDatabase, n: number): void =>
  void handle.transact(() => handle.run('INSERT INTO line (n, text) VALUES (?, ?)', [n, '一行']))

check(
  'R09',
  'a vault on a disk with no byte left opens to be read, takes no row and is damaged by nothing',
  { usual: 1, drill: 3 },
  ({ rounds, context }) => {
    for (let round = 0; round < rounds; round++) {
      const disk = smallDisk(context, 3)
      const path = join(disk, 'vault.db')
      makeLines(path)
      const first = got(openDatabase(requestOf(path)))
      for (let n = 1; n <= lines; n++) addLine(first, n)
      first.close()
      const before = readFileSync(path)
      fillToTheEnd(join(disk, 'filling'))
      expect(openDatabase(requestOf(path))).toEqual(fail({ code: 'disk-full' }))
      const toRead = got(openWithoutRoom(requestOf(path)))
      expect(countLines(toRead)).toEqual({ n: lines })
      expect(toRead.quickCheck()).toEqual([])
      expect(() => addLine(toRead, lines + 1)).toThrow()
      toRead.close()
      expect(readFileSync(path).equals(before)).toBe(true)
      rmSync(join(disk, 'filling'))
      const after = got(openDatabase(requestOf(path)))
      expect(after.quickCheck()).toEqual([])
      addLine(after, lines + 1)
      expect(countLines(after)).toEqual({ n: lines + 1 })
      after.close()
    }
    return { rounds, note: 'each could be read meanwhile' }
  },
)
