import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { openDatabase } from '../../electron/database/open.ts'
import { got, tempFolder } from '../electron/vault/vault-template.ts'
import { below } from '../support/dice.ts'
import { check } from './check.ts'
import { makePairs, pairKey } from './pairs.ts'

type Round = { readonly acknowledged: number; readonly inside: boolean }

/** Starts the writer, kills it – every second time while it stands inside a transaction – and reads its last words. */
const killOnce = async (path: string, aimed: boolean, pauses: number): Promise<Round> => {
  const writer = spawn(
    process.execPath,
    [join(import.meta.dirname, 'writer.ts'), path, pairKey.toString('hex')],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  onTestFinished(() => void writer.kill('SIGKILL'))
  let text = ''
  writer.stdout.on('data', (chunk: Buffer) => {
    const isFirst = text === ''
    text += chunk.toString()
    if (!aimed && isFirst) setTimeout(() => writer.kill('SIGKILL'), pauses)
    // The writer rests inside every fifth transaction; some of them have gone by first.
    if (aimed && text.length > pauses * 8 && /in \d*[05]\n$/.test(text)) writer.kill('SIGKILL')
  })
  await once(writer, 'close')
  const lines = text.split('\n').filter((line) => /^(in|out|ack) \d+$/.test(line))
  const acks = lines.filter((line) => line.startsWith('ack')).map((line) => Number(line.slice(4)))
  return { acknowledged: acks.at(-1) ?? 0, inside: lines.at(-1)?.startsWith('in') ?? false }
}

const title = 'however often the writer is killed, no acknowledged row is lost and none is half there'

check('R01', title, { usual: 25, drill: 200 }, async ({ rounds, random }) => {
  const path = join(tempFolder(), 'vault.db')
  const request = { path, key: pairKey, suite: 'aegis-256' as const, newest: 10 }
  makePairs(path)
  let inside = 0
  let acknowledged = 0
  for (let round = 0; round < rounds; round++) {
    const told = await killOnce(path, round % 2 === 0, 20 + below(random, 60))
    if (told.inside) inside += 1
    acknowledged = Math.max(acknowledged, told.acknowledged)
    const opened = got(openDatabase(request))
    const { handle } = opened
    const counted = handle.one<{ rows: number; top: number }>('SELECT count(*) rows, max(n) top FROM pair')
    const top = counted?.top ?? 0
    expect(top, `round ${round}`).toBeGreaterThanOrEqual(acknowledged)
    // Numbers run without a gap and every pair is whole.
    expect(counted?.rows, `round ${round}`).toBe(top * 2)
    expect(opened.quickCheck()).toEqual([])
    opened.close()
  }
  const share = Math.round((inside / rounds) * 100)
  expect(share, 'missed: kills that landed inside an open transaction').toBeGreaterThanOrEqual(30)
  expect(acknowledged).toBeGreaterThan(rounds)
  return { rounds, note: `${inside} inside a transaction (${share} %), ${acknowledged} rows acknowledged` }
})
