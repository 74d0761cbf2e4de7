import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { openDatabase } from '../../electron/database/open.ts'
import { mayTrace, noTrace } from '../../scripts/test/skips.mjs'
import { got } from '../electron/vault/vault-template.ts'
import { below } from '../support/dice.ts'
import { check, drillFolder } from './check.ts'
import { makePairs, pairKey } from './pairs.ts'
import { eventsOf, imageAfter, traceOptions } from './traced-writes.ts'
import type { Event } from './traced-writes.ts'

const commits = 40

/** Lets the writer make some commits under strace and reads what it did to the disk. */
const traceWriter = async (path: string, log: string): Promise<readonly Event[]> => {
  const writer = [join(import.meta.dirname, 'writer.ts'), path, pairKey.toString('hex')]
  const child = spawn('strace', [...traceOptions, '-o', log, process.execPath, ...writer], {
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  })
  const kill = (): void => void process.kill(-(child.pid ?? 0), 'SIGKILL')
  let text = ''
  child.stdout.on('data', (chunk: Buffer) => {
    const isEnough = text.includes(`ack ${commits}\n`)
    text += chunk.toString()
    if (!isEnough && text.includes(`ack ${commits}\n`)) kill()
  })
  onTestFinished(() => {
    if (child.exitCode === null && child.signalCode === null) kill()
  })
  await once(child, 'close')
  return eventsOf(readFileSync(log, 'latin1'))
}

const acknowledged = (events: readonly Event[]): number =>
  Number(
    /ack (\d+)/.exec(
      events
        .flatMap((event) => (event.kind === 'said' ? [event.text] : []))
        .findLast((text) => text.startsWith('ack')) ?? '',
    )?.[1] ?? 0,
  )

const title =
  'when the disk lost or tore writes that were not synced, every acknowledged row is there and none is half'

check('R03', title, { usual: 40, drill: 2_000 }, async ({ rounds, random, lack }) => {
  if (!mayTrace()) lack(noTrace)
  const folder = drillFolder()
  const path = join(folder, 'vault.db')
  makePairs(path)
  const before = readFileSync(path)
  const events = await traceWriter(path, join(folder, 'trace'))
  expect(events.filter(({ kind }) => kind === 'sync').length).toBeGreaterThanOrEqual(commits)
  let torn = 0
  for (let round = 0; round < rounds; round++) {
    const seen = events.slice(0, 1 + below(random, events.length))
    const wal = imageAfter(seen, 'vault.db-wal', Buffer.alloc(0), random)
    const made = join(folder, 'made.db')
    for (const tail of ['', '-wal', '-shm']) rmSync(`${made}${tail}`, { force: true })
    writeFileSync(made, imageAfter(seen, 'vault.db', before, random))
    writeFileSync(`${made}-wal`, wal)
    const opened = got(openDatabase({ path: made, key: pairKey, suite: 'aegis-256', newest: 10 }))
    const counted = opened.handle.one<{ rows: number; top: number }>(
      'SELECT count(*) rows, coalesce(max(n), 0) top FROM pair',
    )
    expect(opened.quickCheck()).toEqual([])
    opened.close()
    expect(counted?.top, `round ${round}`).toBeGreaterThanOrEqual(acknowledged(seen))
    expect(counted?.rows, `round ${round}`).toBe((counted?.top ?? 0) * 2)
    if (seen.at(-1)?.kind === 'write') torn += 1
  }
  return { rounds, note: `${events.length} calls of ${commits} commits, ${torn} cuts right after a write` }
})
