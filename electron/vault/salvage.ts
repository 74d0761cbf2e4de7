import { existsSync, rmSync } from 'node:fs'
import { basename } from 'node:path'
import { fail, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import type { Read, Write } from '../database/handle.ts'
import { createDatabase, openDatabase, openReadOnly } from '../database/open.ts'
import type { OpenCopy, OpenDatabase } from '../database/open.ts'
import type { TableRead } from '../database/every-row.ts'
import type { PageDamage } from '../database/page-check.ts'
import type { Cipher } from '../database/pragmas.ts'
import { failureOfSqlite } from '../database/sqlite-failure.ts'
import { indexClient } from '../search/index-client.ts'
import type { Indexed } from '../search/index-client.ts'
import type { ReadAt } from './copy-blocks.ts'
import { groundTails, layGround, logTail, type Unread, type Weigh } from './salvage-ground.ts'

export type Salvage = {
  /** The damaged database; neither it nor what lies beside it is touched. */
  readonly from: string
  /** Where the saved rows go: a new database under the same key. */
  readonly to: string
  readonly key: Uint8Array
  readonly suite: Cipher
  /**
   * Called on the saved rows, before the audit chain is shut against rows in other places than its end: whoever salvages
   * signs here, or is turned away.
   */
  readonly sign?: Sign
  /** How well a reading of the database holds together, where its log can be read in part only. */
  readonly weigh?: Weigh
  readonly read?: ReadAt
}

/** What the saved rows came from. */
export type Source = {
  readonly tables: readonly TableRead[]
  /** The damaged database itself, with its log. */
  readonly copy: Read
  /** Places of the log behind which nothing can be read, counted in pages. */
  readonly framesLost: number
}

export type Sign = (db: Write, source: Source) => Result<null>

export type Salvaged = {
  readonly tables: readonly TableRead[]
  /** Pages the disk did not give are among it, whether or not a row stood on them. */
  readonly damage: PageDamage
  /** The log, where the disk did not give all of it: nobody can say how many rows came last, in any table. */
  readonly unread: readonly string[]
  /** Saved rows that refer to a row that is gone. */
  readonly loose: readonly {
    readonly table: string
    readonly rowid: number | null
    readonly parent: string
  }[]
}

type Part = { readonly type: string; readonly sql: string }

const partsOf =
  'SELECT type, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE :own ESCAPE :sign'

type Counter = { readonly name: string; readonly seq: number }

const countersOf = ({ handle }: OpenCopy): readonly Counter[] => {
  try {
    return handle.all<Counter>('SELECT name, seq FROM sqlite_sequence')
  } catch (error) {
    // On a damaged page, or there is none: what the saved rows say is then all that is known.
    if (failureOfSqlite(error)?.code === 'damaged' || /no such table/.test(String(error))) return []
    throw error
  }
}

/** A number that was given once is not given again, though its row was lost. */
const keepCounters = (copy: OpenCopy, { handle }: OpenDatabase): void => {
  for (const { name, seq } of countersOf(copy)) {
    const known = { name, seq }
    const { changes } = handle.run(
      'UPDATE sqlite_sequence SET seq = max(seq, :seq) WHERE name = :name',
      known,
    )
    if (changes === 0) handle.run('INSERT INTO sqlite_sequence (name, seq) VALUES (:name, :seq)', known)
  }
}

type Work = {
  readonly copy: OpenCopy
  readonly target: OpenDatabase
  readonly unread: Unread
  readonly sign: Salvage['sign']
}

type Filled = { readonly tables: readonly TableRead[]; readonly signed: Result<null> }

/** Tables first, rows next, indexes and triggers last: a trigger of the audit chain lets nothing be put in after. */
const fillTarget = ({ copy, target, unread, sign }: Work): Filled => {
  const parts = copy.handle.all<Part>(partsOf, { own: 'sqlite\\_%', sign: '\\' })
  const isVirtual = ({ sql }: Part): boolean => /^CREATE VIRTUAL/i.test(sql)
  const shadows = copy.handle
    .all<{ sql: string }>(
      `SELECT m.sql FROM sqlite_master AS m JOIN pragma_table_list AS l ON l.name = m.name WHERE l.type = 'shadow'`,
    )
    .map(({ sql }) => sql)
  const made = parts.filter(({ type, sql }) => type === 'table' && !shadows.includes(sql))
  const rest = parts.filter(({ type }) => type !== 'table')
  for (const { sql } of made.filter((part) => !isVirtual(part))) target.advance(sql, copy.version)
  const tables = copy
    .everyRow(target.rowWriter())
    .map((read) => ({ ...read, isEndLost: read.isEndLost || unread.framesLost > 0 }))
  keepCounters(copy, target)
  const source = { tables, copy: copy.handle, framesLost: unread.framesLost }
  const signed = sign?.(target.handle, source) ?? ok(null)
  for (const { sql } of [...made.filter(isVirtual), ...rest]) target.advance(sql, copy.version)
  return { tables, signed }
}

// The index holds no content of its own and is made anew from the clients that were saved.
const searchable = `
  SELECT id, band, name, phone, document_number AS documentNumber, number, dossier_number AS dossierNumber FROM client`

const has = ({ handle }: OpenDatabase, table: string): boolean =>
  handle.one('SELECT 1 FROM sqlite_master WHERE name = :table', { table }) !== undefined

/** A sealed client is found by its stub only, never by the index. */
const sealedClients = (target: OpenDatabase): ReadonlySet<number> => {
  if (!has(target, 'sealed_dossier')) return new Set()
  const rows = target.handle.all<{ id: number }>('SELECT client_id AS id FROM sealed_dossier')
  return new Set(rows.map(({ id }) => id))
}

type Choice = { readonly k: string; readonly v: number }

/** How the index was set up by the migrations; on a damaged page its defaults do the same, only slower. */
const choicesOf = ({ handle }: OpenCopy): readonly Choice[] => {
  try {
    return handle.all<Choice>("SELECT k, v FROM client_search_config WHERE k <> 'version'")
  } catch (error) {
    if (failureOfSqlite(error)?.code === 'damaged') return []
    throw error
  }
}

const indexAgain = (copy: OpenCopy, target: OpenDatabase): void => {
  if (!has(target, 'client_search')) return
  for (const { k, v } of choicesOf(copy))
    target.handle.run('INSERT INTO client_search (client_search, rank) VALUES (:k, CAST(:v AS INTEGER))', {
      k,
      v,
    })
  const sealed = sealedClients(target)
  for (const client of target.handle.all<Indexed>(searchable))
    if (!sealed.has(client.id)) indexClient(target.handle, client)
}

const damageOf = ({ copy, unread }: Work): PageDamage => {
  const { isSound, pages, tables } = copy.pageDamage()
  const all = new Set([...pages, ...unread.pages])
  return { isSound: isSound && all.size === 0, pages: [...all].toSorted((a, b) => a - b), tables }
}

const pour = (work: Work, log: string): Result<Salvaged> => {
  const { copy, target, unread } = work
  const { handle } = target
  const damage = damageOf(work)
  // Rows are saved whether or not what they refer to could be.
  handle.run('PRAGMA foreign_keys = OFF')
  const { tables, signed } = handle.transact(() => {
    const filled = fillTarget(work)
    indexAgain(copy, target)
    return filled
  })
  if (!signed.ok) return signed
  const loose = handle.all<Salvaged['loose'][number]>('PRAGMA foreign_key_check')
  target.checkpoint()
  if (target.quickCheck().length > 0) throw new Error('the saved database is not whole')
  return ok({ tables, damage, loose, unread: unread.framesLost > 0 ? [log] : [] })
}

const openGround = (
  { from, to, key, suite, sign }: Salvage,
  ground: string,
  unread: Unread,
): Result<Salvaged> => {
  const copy = openReadOnly({ path: ground, key, suite })
  if (!copy.ok) return copy
  try {
    createDatabase(to, key, suite)
    const target = openDatabase({ path: to, key, suite, newest: copy.value.version })
    if (!target.ok) return target
    try {
      return pour({ copy: copy.value, target: target.value, unread, sign }, `${basename(from)}${logTail}`)
    } finally {
      target.value.close()
    }
  } finally {
    copy.value.close()
  }
}

/** Everything that can still be read of a damaged database, into a new one; says which ids are lost. */
export const salvageDatabase = (salvage: Salvage): Result<Salvaged> => {
  const { from, to } = salvage
  if (existsSync(to)) return fail({ code: 'conflict', what: 'salvage-target' })
  if (!existsSync(from)) return fail({ code: 'damaged', part: 'database-missing' })
  const ground = `${to}.damaged`
  try {
    return openGround(salvage, ground, layGround(salvage, ground))
  } finally {
    for (const tail of groundTails) rmSync(`${ground}${tail}`, { force: true })
  }
}
