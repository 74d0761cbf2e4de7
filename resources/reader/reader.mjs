// Opens a vault or a backup of one without Zhiyin and writes everything in it as plain text. See README.md.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import {
  CannotRead,
  databaseKey,
  fileBinding,
  isGenuine,
  openSealed,
  openSlot,
  readHeader,
  secretOfCode,
  unwrapWith,
} from './format.mjs'

const usage = `node reader.mjs --from FOLDER --to EMPTY-FOLDER [--user NAME]
on standard input: {"passphrase": "…"} or {"card": "the code of 56 signs"}`

const warning = `这里的文件没有加密，任何人都能读。用完后请删除并清空回收站。
These files are NOT encrypted: whoever gets them can read them. Delete them when you are done.
`

const importFirst = async (names) => {
  for (const name of names) {
    try {
      return await import(name)
    } catch {
      // The next one, then.
    }
  }
  throw new CannotRead(`install one of these packages beside the reader: ${names.join(', ')}`)
}

const stretch = async (secret, { m, t, p, salt }) => {
  const bytes = Buffer.from(salt, 'base64')
  const { hashRaw, argon2id } = await importFirst(['@node-rs/argon2', 'hash-wasm'])
  if (hashRaw)
    return hashRaw(secret, { memoryCost: m, timeCost: t, parallelism: p, outputLen: 32, salt: bytes })
  const cost = { memorySize: m, iterations: t, parallelism: p, hashLength: 32, outputType: 'binary' }
  return Buffer.from(await argon2id({ password: secret, salt: bytes, ...cost }))
}

const readHeaders = (folder) =>
  ['header.a', 'header.b']
    .map((name) => join(folder, name))
    .filter((path) => existsSync(path))
    .map((path) => readHeader(readFileSync(path)))
    .filter((header) => header !== undefined)
    .toSorted((left, right) => right.seq - left.seq)

const secretsOf = ({ passphrase, card }) => {
  if (card !== undefined) return [secretOfCode(card)]
  if (passphrase === undefined) throw new CannotRead(usage)
  return [...new Set([passphrase.normalize('NFC'), passphrase.normalize('NFKC')])].map((text) =>
    Buffer.from(text),
  )
}

const slotsOf = (header, { card }, user) =>
  header.slots.filter(
    ({ kind, id, label }) =>
      kind === (card === undefined ? 'passphrase' : 'recovery') &&
      (card !== undefined || user === undefined || user === id || user === label),
  )

/** The newest genuine header that the secret opens, and what is in its slot. */
const unlock = async (folder, given, user) => {
  const headers = readHeaders(folder)
  if (headers.length === 0) throw new CannotRead('there is no readable header in this folder')
  for (const header of headers)
    for (const slot of slotsOf(header, given, user))
      for (const secret of secretsOf(given)) {
        const payload = openSlot(header, slot, await stretch(secret, slot.kdf))
        if (payload && isGenuine(header, payload.vmk)) return { header, ...payload }
      }
  throw new CannotRead('wrong passphrase or card, or nobody of this name')
}

const openDatabase = async (path, key, suite) => {
  const { default: Database } = await importFirst(['better-sqlite3-multiple-ciphers', 'better-sqlite3'])
  const tails = ['-wal', '-shm'].map((tail) => path + tail).filter((tail) => !existsSync(tail))
  const database = new Database(path, { readonly: true, fileMustExist: true })
  database.pragma(`cipher='${suite === 'chacha20' ? 'chacha20' : 'aegis'}'`)
  if (suite !== 'chacha20') database.pragma("algorithm='aegis-256'")
  database.key(Buffer.concat([Buffer.from('raw:'), key]))
  database.pragma('temp_store=MEMORY')
  const close = () => {
    database.close()
    // A read-only connection makes these two and may not remove them.
    for (const tail of tails) rmSync(tail, { force: true })
  }
  return { database, close }
}

const plainValue = (value) => {
  if (Buffer.isBuffer(value)) return { base64: value.toString('base64') }
  if (typeof value !== 'bigint') return value
  return Number.isSafeInteger(Number(value)) ? Number(value) : String(value)
}

const lineOf = (row) => `${JSON.stringify(row.map(plainValue))}\n`

// The search index is made from the tables and holds nothing else.
const isIndex = (name, indexes) => indexes.some((index) => name === index || name.startsWith(`${index}_`))

const tablesOf = (database) => {
  const found = database
    .prepare("SELECT name, sql FROM sqlite_master WHERE type = 'table' ORDER BY name")
    .all()
  const indexes = found.filter(({ sql }) => /^create virtual/i.test(sql)).map(({ name }) => name)
  return found
    .map(({ name }) => name)
    .filter((name) => !name.startsWith('sqlite_') && !isIndex(name, indexes))
}

const writeTable = (database, table, into) => {
  const rows = database.prepare(`SELECT * FROM "${table}"`).safeIntegers(true).raw(true)
  const lines = [`${JSON.stringify(rows.columns().map(({ name }) => name))}\n`]
  for (const row of rows.iterate()) lines.push(lineOf(row))
  writeFileSync(join(into, `${table}.jsonl`), lines.join(''), { mode: 0o600 })
  return lines.length - 1
}

const stubsOf = (database) =>
  tablesOf(database).includes('sealed_dossier')
    ? database.prepare('SELECT file, wrapped FROM sealed_dossier ORDER BY file').all()
    : []

/** A sealed dossier is JSON, one value a line: what it is, then each table's head followed by its rows. */
const writeSealed = (plain, into) => {
  mkdirSync(into, { recursive: true, mode: 0o700 })
  const [front = '', ...rest] = plain
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
  writeFileSync(join(into, 'dossier.json'), `${front}\n`, { mode: 0o600 })
  for (let at = 0; at < rest.length;) {
    const { table, columns, rows } = JSON.parse(rest[at])
    const lines = [JSON.stringify(columns), ...rest.slice(at + 1, at + 1 + rows)]
    writeFileSync(join(into, `${table.replaceAll(':', '-')}.jsonl`), `${lines.join('\n')}\n`, { mode: 0o600 })
    at += 1 + rows
  }
}

const readSealed = (database, { header, roles }, from, to) => {
  const opened = {}
  for (const { file, wrapped } of stubsOf(database)) {
    const path = join(from, 'sealed', `${file}.zyd`)
    const key = roles.archive && unwrapWith(roles.archive, wrapped, fileBinding(header.vid, file))
    const plain = key && existsSync(path) ? openSealed(readFileSync(path), key) : undefined
    if (plain) writeSealed(plain, join(to, 'sealed', file))
    opened[file] = plain ? 'read' : !existsSync(path) ? 'missing' : key ? 'damaged' : 'needs the archive key'
  }
  return opened
}

const readAll = async (from, to, given, user) => {
  const keys = await unlock(from, given, user)
  const key = databaseKey(keys.header, keys.vmk)
  if (!key) throw new CannotRead('the key of the database does not open')
  const { database, close } = await openDatabase(join(from, 'vault.db'), key, keys.header.db.suite)
  try {
    process.stderr.write(warning)
    const into = join(to, 'tables')
    mkdirSync(into, { recursive: true, mode: 0o700 })
    writeFileSync(join(to, 'NOT-ENCRYPTED.txt'), warning)
    const tables = Object.fromEntries(
      tablesOf(database).map((table) => [table, writeTable(database, table, into)]),
    )
    return { tables, sealed: readSealed(database, keys, from, to) }
  } finally {
    close()
  }
}

const secretIn = (text) => {
  try {
    return JSON.parse(text)
  } catch {
    throw new CannotRead('standard input must hold {"passphrase": "…"} or {"card": "…"}')
  }
}

const isFree = (folder) => !existsSync(folder) || readdirSync(folder).length === 0

const run = async () => {
  const options = { from: { type: 'string' }, to: { type: 'string' }, user: { type: 'string' } }
  const { values } = parseArgs({ options })
  if (values.from === undefined || values.to === undefined) throw new CannotRead(usage)
  const [from, to] = [resolve(values.from), resolve(values.to)]
  if (!isFree(to)) throw new CannotRead('the folder to write into is not empty')
  const parts = []
  for await (const part of process.stdin) parts.push(part)
  const read = await readAll(from, to, secretIn(Buffer.concat(parts).toString('utf8')), values.user)
  process.stdout.write(`${JSON.stringify({ ok: true, value: { to, ...read } })}\n`)
}

try {
  await run()
} catch (error) {
  // Anything else could quote what was typed or what was read.
  const what = error instanceof CannotRead ? error.message : 'this could not be read'
  process.stderr.write(`${what}\n`)
  process.exitCode = what === usage ? 2 : 1
}
