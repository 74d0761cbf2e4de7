import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { openSync, readSync, writeSync, closeSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { readVaultState } from '../../../electron/vault/state.ts'
import { runProgram, runVault } from '../../support/command.ts'
import { openTestDesk, passphrase, person, tempFolder } from '../../support/desk.ts'
import { forkDesk } from '../../support/forked-desk.ts'
import { mistyped } from '../../support/mistyped.ts'
import { addClient } from '../../support/meeting.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))

vi.setConfig({ testTimeout: 120_000 })

let data = ''
let code = ''

beforeAll(async () => {
  const test = await openTestDesk({ closed: true })
  data = test.dataFolder
  const first = { bank: '禾川银行', branch: '云湖路支行', name: person, passphrase }
  const card = await test.client.session.create(first)
  code = card.code
  await test.client.session.confirmCard({
    answers: card.ask.map((place) => ({ place, word: card.words[place - 1] ?? '' })),
  })
  addClient(test, '郝欣')
  await test.lock()
})

const copyOf = (folder: string): string => {
  const copy = tempFolder()
  cpSync(folder, copy, { recursive: true })
  return copy
}

const namesIn = (folder: string): string[] => readdirSync(join(folder, 'vault')).toSorted()

const flipByte = (path: string, at: number): void => {
  const descriptor = openSync(path, 'r+')
  const byte = Buffer.alloc(1)
  readSync(descriptor, byte, 0, 1, at)
  byte[0] = (byte[0] ?? 0) ^ 1
  writeSync(descriptor, byte, 0, 1, at)
  closeSync(descriptor)
}

describe('a vault looked at from the command line', () => {
  it('is found sound, and not a file in it is different afterwards', async () => {
    const before = namesIn(data)
    const stamp = statSync(join(data, 'vault', 'vault.db')).mtimeMs
    const ran = await runVault(['verify', '--data', data], { passphrase })
    expect(ran).toMatchObject({
      code: 0,
      lines: [{ ok: true, value: { verdict: 'sound', pages: [], chain: { kind: 'intact' } } }],
    })
    expect(namesIn(data)).toEqual(before)
    expect(statSync(join(data, 'vault', 'vault.db')).mtimeMs).toBe(stamp)
  })

  it('keeps what a power cut left in the WAL', async () => {
    const copy = copyOf(data)
    const desk = await forkDesk({ dataFolder: copy })
    await desk.client.staff.add({ name: '李理财', post: '理财经理' })
    await desk.kill()
    const size = statSync(join(copy, 'vault', 'vault.db-wal')).size
    expect(await runVault(['verify', '--data', copy], { passphrase })).toMatchObject({ code: 0 })
    expect(statSync(join(copy, 'vault', 'vault.db-wal')).size).toBe(size)
    const again = await openTestDesk({ dataFolder: copy })
    expect((await again.client.staff.list()).map(({ name }) => name)).toContain('李理财')
    await again.lock()
  })

  it('is called damaged when a page, an anchor or a header copy was changed, with exit code 1', async () => {
    const page = copyOf(data)
    flipByte(join(page, 'vault', 'vault.db'), 4096 * 12 + 100)
    const anchor = copyOf(data)
    appendFileSync(join(anchor, 'vault', 'anchor.log'), '{"seq":1}\n')
    const header = copyOf(data)
    rmSync(join(header, 'vault', 'header.b'))
    for (const folder of [page, anchor, header]) {
      const ran = await runVault(['verify', '--data', folder], { passphrase })
      expect(ran.code).toBe(1)
      expect(JSON.stringify(ran.lines)).toMatch(/"damaged"/)
    }
    // Looking mends nothing: that is for the next unlock.
    expect(existsSync(join(header, 'vault', 'header.b'))).toBe(false)
  })

  it('is backed up into a folder of choice and comes back from there, by passphrase or card', async () => {
    const into = join(tempFolder(), 'disk')
    const made = await runVault(['backup', '--data', data, '--into', into], { passphrase })
    expect(made, JSON.stringify(made)).toMatchObject({ code: 0, lines: [{ ok: true }] })
    const [name = ''] = readdirSync(into)
    const checked = await runVault(['verify', '--from', join(into, name)], { card: code })
    expect(checked).toMatchObject({ code: 0, lines: [{ value: { verdict: 'sound', files: 4 } }] })
    const target = join(tempFolder(), 'data')
    const restored = await runVault(['restore', '--from', join(into, name), '--data', target], { card: code })
    expect(restored).toMatchObject({ code: 0, lines: [{ ok: true }] })
    flipByte(join(into, name, 'vault.db'), 5000)
    expect(await runVault(['verify', '--from', join(into, name)], { passphrase })).toMatchObject({ code: 1 })
  })

  it('counts a wrong passphrase for a backup beside the vault it came from, whatever data folder is named', async () => {
    const copy = copyOf(data)
    const book = join(copy, 'attempts.json')
    const state = readVaultState(join(copy, 'vault'))
    const slotId = state.kind === 'vault' ? (state.slots.find(({ label }) => label === person)?.id ?? '') : ''
    const backups = join(copy, 'vault', 'backups')
    const made = await runVault(['backup', '--data', copy, '--into', backups], { passphrase })
    expect(made, made.said).toMatchObject({ code: 0 })
    const from = join(backups, readdirSync(backups)[0] ?? '')
    for (const verb of ['verify', 'restore']) {
      const ran = await runVault([verb, '--from', from, '--data', tempFolder()], { passphrase: '不是它' })
      expect(ran).toMatchObject({ lines: [{ failure: { code: 'wrong-passphrase' } }] })
      expect(JSON.parse(readFileSync(book, 'utf8'))).toMatchObject({ [slotId]: { count: 1 } })
      writeFileSync(book, '{}')
    }
  })

  it('is left alone without the right words, the right secret, or while the app runs', async () => {
    expect(await runVault(['verify', passphrase], {})).toMatchObject({ code: 2 })
    expect(await runVault(['backup', '--data', data], {})).toMatchObject({ code: 2 })
    const nobody = await runVault(['verify', '--data', data, '--user', '某某'], { passphrase })
    expect(nobody).toMatchObject({ code: 1, lines: [{ failure: { code: 'not-found' } }] })
    const nowhere = join(tempFolder(), 'nothing')
    expect(await runVault(['verify', '--data', nowhere], { passphrase })).toMatchObject({ code: 1 })
    expect(existsSync(join(nowhere, 'vault'))).toBe(false)
    const open = await openTestDesk({ dataFolder: data })
    expect(await runVault(['verify', '--data', data], { passphrase })).toMatchObject({ code: 3 })
    await open.lock()
  })
})

/** Only the two packages the reader's page names, in a folder of its own. */
const readerAlone = (): string => {
  const folder = tempFolder()
  cpSync(join(root, 'resources/reader'), folder, { recursive: true })
  const into = join(folder, 'node_modules')
  mkdirSync(into)
  const packages = readdirSync(join(root, 'node_modules/@node-rs')).map((name) => `@node-rs/${name}`)
  for (const name of packages) cpSync(join(root, 'node_modules', name), join(into, name), { recursive: true })
  const parts = ['package.json', 'lib', 'prebuilds']
  for (const part of parts) {
    const from = join(root, 'node_modules/better-sqlite3', part)
    if (existsSync(from))
      cpSync(from, join(into, 'better-sqlite3-multiple-ciphers', part), { recursive: true })
  }
  return join(folder, 'reader.mjs')
}

describe('the reader without Zhiyin', () => {
  const reader = readerAlone()
  const read = (words: readonly string[], secret: unknown) =>
    runProgram(reader, words, JSON.stringify(secret))

  it('writes every table as lines and warns that they are plain', async () => {
    const to = join(tempFolder(), 'out')
    const before = namesIn(data)
    const ran = await read(['--from', join(data, 'vault'), '--to', to, '--user', person], { passphrase })
    expect(ran, ran.said).toMatchObject({ code: 0, lines: [{ ok: true, value: { tables: { client: 1 } } }] })
    expect(ran.said).toContain('没有加密')
    expect(readFileSync(join(to, 'NOT-ENCRYPTED.txt'), 'utf8')).toContain('NOT encrypted')
    const [columns, row] = readFileSync(join(to, 'tables', 'client.jsonl'), 'utf8').split('\n')
    expect(columns).toContain('"name"')
    expect(row).toContain('郝欣')
    expect(readdirSync(join(to, 'tables')).filter((name) => name.includes('search'))).toEqual([])
    expect(namesIn(data)).toEqual(before)
  })

  it('takes the code of the recovery card, and nothing wrong', async () => {
    const from = join(data, 'vault')
    const card = await read(['--from', from, '--to', join(tempFolder(), 'out')], { card: code })
    expect(card).toMatchObject({ code: 0 })
    const full = tempFolder()
    appendFileSync(join(full, 'mine.txt'), 'x')
    for (const [words, secret] of [
      [['--from', from, '--to', join(tempFolder(), 'out')], { passphrase: '不是这个口令 2026' }],
      [['--from', from, '--to', join(tempFolder(), 'out')], { card: mistyped(code) }],
      [['--from', from, '--to', full], { passphrase }],
    ] as const) {
      const ran = await read(words, secret)
      expect(ran).toMatchObject({ code: 1, lines: [] })
      expect(ran.said).not.toContain(passphrase)
    }
  })
})
