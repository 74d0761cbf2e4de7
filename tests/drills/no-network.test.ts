import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { mayTrace, noTrace } from '../../scripts/test/skips.mjs'
import { forkDesk } from '../support/forked-desk.ts'
import { upload } from '../support/take-in.ts'
import { makeBook } from '../support/bank-file.ts'
import { check, drillFolder } from './check.ts'

check(
  'S11',
  'through a whole day the desk opens no connection and looks no name up',
  { usual: 1, drill: 1 },
  async ({ lack }) => {
    if (!mayTrace()) lack(noTrace)
    const log = join(drillFolder(), 'trace')
    const under = [
      'strace',
      '-f',
      '-o',
      log,
      '-e',
      'trace=socket,connect,sendto,bind',
      '-e',
      'signal=none',
    ] as const
    const desk = await forkDesk({ under: [...under] })
    const { client } = desk
    const book = makeBook({ rows: 50, encoding: 'gb18030', owners: ['--'] })
    const { jobId } = await client.intake.inspect({
      uploadId: await upload(desk, 'book.csv', book),
      kind: 'client-book',
    })
    await expect
      .poll(async () => (await client.job.state({ id: jobId })).state, { timeout: 20_000 })
      .toBe('done')
    const applied = await client.intake.apply({ previewId: jobId, asOf: '2026-11-20', owners: [] })
    await expect
      .poll(async () => (await client.job.state({ id: applied.jobId })).state, { timeout: 20_000 })
      .toBe('done')
    await client.search.find({ q: 'w' })
    await client.audit.verify()
    await desk.lock()
    const lines = readFileSync(log, 'utf8').split('\n')
    expect(lines.some((line) => line.includes('+++ exited'))).toBe(true)
    // The list of the machine's own interfaces (netlink) and of its users (a local socket) leaves it for nowhere.
    expect(lines.filter((line) => /AF_INET/.test(line))).toEqual([])
    return { rounds: 1, note: 'every call of the process and its threads was watched' }
  },
)

const worlds = ['electron', 'shared', 'renderer'] as const
const root = join(import.meta.dirname, '../..')
// Names of things, not addresses anybody calls: the namespace of SVG, the app's own and the preview's.
const known = /^https?:\/\/(www\.w3\.org\/|127\.0\.0\.1|localhost|app\b|\$\{)/

check('S11', 'no source of the app names an address outside it', { usual: 1, drill: 1 }, () => {
  let files = 0
  for (const world of worlds)
    for (const entry of readdirSync(join(root, world), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !/\.(tsx?|html|css)$/.test(entry.name)) continue
      files += 1
      const text = readFileSync(join(entry.parentPath, entry.name), 'utf8')
      const found = [...text.matchAll(/(?:https?|wss?|ftp):\/\/[^\s'"`)]+/g)].map(([url]) => url)
      expect(
        found.filter((url) => !known.test(url)),
        entry.name,
      ).toEqual([])
    }
  return { rounds: files }
})
