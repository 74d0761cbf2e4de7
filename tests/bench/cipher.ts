// E1: what encryption costs, through the product's own open and its own settings.
import { cpSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { clientById } from '../../electron/client/repository.ts'
import { clientList } from '../../electron/client/list.ts'
import type { Write } from '../../electron/database/handle.ts'
import { openSecondConnection } from '../../electron/database/open.ts'
import { settings } from '../../electron/database/pragmas.ts'
import { makeHandle } from '../../electron/database/statements.ts'
import { findClients } from '../../electron/search/repository.ts'
import { queryOf } from '../../shared/search/query.ts'
import { databaseFile } from '../../electron/vault/state.ts'
import { enterHere, openHere } from './desk.ts'
import { interleave, judge, mustHold, pair, timedSync, type Goal, type Part } from './judge.ts'
import { dice, namesOf, pick } from './people.ts'

type Opened = { readonly handle: Write; readonly close: () => void }
type Twin = { readonly path: string; readonly open: () => Opened }

const openPlain = (path: string): Opened => {
  const database = new Database(path, { fileMustExist: true })
  for (const { name, value } of settings) database.pragma(`${name}=${value}`)
  return { handle: makeHandle(database), close: () => void database.close() }
}

type Key = { readonly dbk: Buffer; readonly suite: 'aegis-256' | 'chacha20' }

/** The same rows twice: as the product keeps them, and decrypted in place; both written anew, so that pages compare. */
const makeTwins = (from: string, folder: string, { dbk, suite }: Key): { encrypted: Twin; plain: Twin } => {
  const [encryptedPath, plainPath] = [join(folder, 'encrypted.db'), join(folder, 'plain.db')]
  cpSync(from, encryptedPath)
  const first = openSecondConnection({ path: encryptedPath, key: dbk, suite })
  first.handle.run('VACUUM')
  first.handle.all('PRAGMA wal_checkpoint(TRUNCATE)')
  first.close()
  cpSync(encryptedPath, plainPath)
  const database = new Database(plainPath)
  database.pragma("cipher='aegis'")
  if (suite === 'aegis-256') database.pragma("algorithm='aegis-256'")
  database.key(Buffer.concat([Buffer.from('raw:'), dbk]))
  database.pragma('journal_mode=DELETE')
  database.rekey(Buffer.alloc(0))
  database.exec('VACUUM')
  database.close()
  return {
    encrypted: {
      path: encryptedPath,
      open: () => openSecondConnection({ path: encryptedPath, key: dbk, suite }),
    },
    plain: { path: plainPath, open: () => openPlain(plainPath) },
  }
}

const scan = ({ open }: Twin): number => {
  const { handle, close } = open()
  const took = timedSync(() => handle.one('SELECT sum(length(name) + length(phone) + aum) AS n FROM client'))
  close()
  return took
}

const missedReads = ({ open }: Twin, clients: number): number => {
  const { handle, close } = open()
  handle.run('PRAGMA cache_size=-256')
  const random = dice(11)
  const took = timedSync(() => {
    for (let read = 0; read < 2_000; read += 1) clientById(handle, 1 + Math.floor(random() * clients))
  })
  close()
  return took
}

// A morning at the desk: keystrokes, pages of the list, people.
const morning = (handle: Write, clients: number): number => {
  const random = dice(13)
  const names = namesOf(clients, 7)
  return timedSync(() => {
    for (let turn = 0; turn < 150; turn += 1) {
      const query = queryOf(pick(names, random()), true)
      if (query.kind === 'match') findClients(handle, query.match, 20)
      clientList(handle, 1, { owner: 'all', type: 'all', after: null })
      clientById(handle, 1 + Math.floor(random() * clients))
    }
  })
}

const scanGoal: Goal = {
  id: 'E1 scan',
  what: 'full scan of the clients, encrypted against plain, nothing in SQLite’s cache',
  as: 'ratio',
  goal: 1.2,
  unit: 'ms',
  floor: 'the same file decrypted',
}
const missGoal: Goal = { ...scanGoal, id: 'E1 miss', what: '2,000 clients by key past a cache of 256 KB' }
const appGoal: Goal = {
  ...scanGoal,
  id: 'E1 app',
  what: '150 keystrokes, list pages and clients',
  goal: 1.05,
  accept: {
    limit: 1.12,
    why: 'what SQLite’s own cache does not hold is decrypted again: E1 miss says what that costs',
  },
}
const sizeGoal: Goal = {
  ...scanGoal,
  id: 'E1 size',
  what: 'size of the file',
  goal: 1.0075,
  accept: { limit: 64 / 4032 + 1, why: 'nonce and tag take 64 bytes of each page of 4,096' },
  unit: 'bytes',
  steady: true,
}

const checkTwins = (encrypted: Twin, plain: Twin, { dbk }: Key, clients: number): void => {
  const count = ({ open }: Twin): number => {
    const { handle, close } = open()
    const { n } = handle.one<{ n: number }>('SELECT count(*) AS n FROM client') ?? { n: 0 }
    close()
    return n
  }
  mustHold(count(encrypted) === clients && count(plain) === clients, 'both twins hold every client')
  const head = readFileSync(encrypted.path).subarray(0, 16)
  mustHold(
    readFileSync(plain.path).toString('latin1', 0, 15) === 'SQLite format 3',
    'the plain twin is plain',
  )
  mustHold(
    !head.toString('latin1').startsWith('SQLite') && !dbk.includes(head),
    'the first bytes give nothing away',
  )
}

/** One changed byte in a page of the clients must not be read over. */
const checkTamper = (encrypted: Twin, folder: string, key: Key): void => {
  const path = join(folder, 'tampered.db')
  const bytes = readFileSync(encrypted.path)
  for (let page = 20; page * 4096 + 500 < bytes.length; page += 1) {
    const at = page * 4096 + 500
    bytes[at] = (bytes[at] ?? 0) ^ 1
  }
  writeFileSync(path, bytes)
  let refused = false
  try {
    const { handle, close } = openSecondConnection({ path, key: key.dbk, suite: key.suite })
    handle.one('SELECT sum(length(name)) AS n FROM client')
    close()
  } catch {
    refused = true
  }
  mustHold(refused, 'a changed byte is refused')
}

export const cipherPart: Part = {
  ids: ['E1'],
  run: async (bench) => {
    const clients = 100_000
    const book = await bench.book(clients)
    const here = openHere(book.dataFolder)
    await enterHere(here)
    const { keys, vaultFolder, database } = here.open()
    database.checkpoint()
    const key: Key = { dbk: Buffer.from(keys.dbk), suite: keys.suite }
    const folder = bench.folder('cipher')
    const twins = makeTwins(join(vaultFolder, databaseFile), folder, key)
    await here.close()
    const { encrypted, plain } = twins
    checkTwins(encrypted, plain, key, clients)
    checkTamper(encrypted, folder, key)
    const warm = { encrypted: encrypted.open(), plain: plain.open() }
    const seen = await interleave({
      scan: () => scan(encrypted),
      scanPlain: () => scan(plain),
      miss: () => missedReads(encrypted, clients),
      missPlain: () => missedReads(plain, clients),
      app: () => morning(warm.encrypted.handle, clients),
      appPlain: () => morning(warm.plain.handle, clients),
    })
    warm.encrypted.close()
    warm.plain.close()
    const sizes = [{ value: statSync(encrypted.path).size, floor: statSync(plain.path).size }]
    return [
      judge(scanGoal, pair(seen.scan, seen.scanPlain)),
      judge(missGoal, pair(seen.miss, seen.missPlain)),
      judge(appGoal, pair(seen.app, seen.appPlain)),
      judge(sizeGoal, sizes),
    ]
  },
}
