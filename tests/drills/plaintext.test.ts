import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { tempFolder } from '../electron/vault/vault-template.ts'
import { check } from './check.ts'

const marker = 'MARKER-刘思远-990000'

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

/** Also what a process has open without a name: SQLite's temporary files are unlinked at once. */
const openFiles = (pid: number): string[] =>
  readdirSync(`/proc/${pid}/fd`)
    .map((descriptor) => `/proc/${pid}/fd/${descriptor}`)
    .filter((path) => readlinkSync(path).startsWith('/tmp'))

const title =
  'sorting, temporary tables and a search leave no word in any file, open or left behind by kill -9'

check('K11', title, { usual: 1, drill: 1 }, async () => {
  const folder = tempFolder()
  const temp = join(folder, 'tmp')
  mkdirSync(temp)
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'sorter.ts'), join(folder, 'vault.db'), marker],
    {
      env: { ...process.env, TMPDIR: temp, SQLITE_TMPDIR: temp },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  onTestFinished(() => void child.kill('SIGKILL'))
  const [said] = (await once(child.stdout, 'data')) as [Buffer]
  expect(said.toString()).toBe('sorted 20000\n')
  const open = openFiles(child.pid ?? 0)
  expect(open.some((path) => readlinkSync(path).endsWith('vault.db-wal'))).toBe(true)
  const places = [...open, ...filesUnder(folder)]
  for (const path of places) expect(readFileSync(path).includes(marker), path).toBe(false)
  child.kill('SIGKILL')
  await once(child, 'close')
  for (const path of filesUnder(folder)) expect(readFileSync(path).includes(marker), path).toBe(false)
  return { rounds: places.length, note: `${open.length} of the files open, some without a name` }
})
