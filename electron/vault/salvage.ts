import { cpSync, existsSync, rmSync } from 'node:fs'
import { fail, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import { createDatabase, openDatabase, openReadOnly } from '../database/open.ts'
import type { OpenCopy, OpenDatabase } from '../database/open.ts'
import type { TableRead } from '../database/every-row.ts'
import type { Cipher } from '../database/pragmas.ts'
import { indexClient } from '../search/index-client.ts'
import type { Indexed } from '../search/index-client.ts'

export type Salvage = {
  /** The damaged database; neither it nor what lies beside it is touched. */
  readonly from: string
  /** Where the saved rows go: a new database under the same key. */
  readonly to: string
  readonly key: Uint8Array
  readonly suite: Cipher
}

export type Salvaged = {
  readonly tables: readonly TableRead[]
  /** What the check of the pages said, first damaged page first. */
  readonly damage: readonly string[]
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

/** Tables first, rows next, indexes and triggers last: a trigger of the audit chain lets nothing be put in after. */
const fillTarget = (copy: OpenCopy, target: OpenDatabase): readonly TableRead[] => {
  const parts = copy.handle.all<Part>(partsOf, { own: 'sqlite\\_%', sign: '\\' })
  const isVirtual = ({ sql }: Part): boolean => /^CREATE VIRTUAL/i.test(sql)
  const shadows = copy.handle
    .all<{ sql: string }>(
      `SELECT m.sql FROM sqlite_master AS m JOIN pragma_table_list AS l ON l.name = m.name WHERE l.type = 'shadow'`,
    )
    .map(({ sql }) => sql)
  const tables = parts.filter(({ type, sql }) => type === 'table' && !shadows.includes(sql))
  const rest = parts.filter(({ type }) => type !== 'table')
  for (const { sql } of tables.filter((part) => !isVirtual(part))) target.advance(sql, copy.version)
  const read = copy.everyRow(target.rowWriter())
  for (const { sql } of [...tables.filter(isVirtual), ...rest]) target.advance(sql, copy.version)
  return read
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

const indexAgain = (target: OpenDatabase): void => {
  if (!has(target, 'client_search')) return
  const sealed = sealedClients(target)
  for (const client of target.handle.all<Indexed>(searchable))
    if (!sealed.has(client.id)) indexClient(target.handle, client)
}

const pour = (copy: OpenCopy, target: OpenDatabase): Result<Salvaged> => {
  const { handle } = target
  const damage = copy.quickCheck()
  // Rows are saved whether or not what they refer to could be.
  handle.run('PRAGMA foreign_keys = OFF')
  const tables = handle.transact(() => {
    const read = fillTarget(copy, target)
    indexAgain(target)
    return read
  })
  const loose = handle.all<Salvaged['loose'][number]>('PRAGMA foreign_key_check')
  target.checkpoint()
  return ok({ tables, damage, loose })
}

const tails = ['', '-wal'] as const

/** Everything that can still be read of a damaged database, into a new one; says which ids are lost. */
export const salvageDatabase = ({ from, to, key, suite }: Salvage): Result<Salvaged> => {
  if (existsSync(to)) return fail({ code: 'conflict', what: 'salvage-target' })
  const ground = `${to}.damaged`
  for (const tail of tails) if (existsSync(`${from}${tail}`)) cpSync(`${from}${tail}`, `${ground}${tail}`)
  const copy = openReadOnly({ path: ground, key, suite })
  try {
    if (!copy.ok) return copy
    createDatabase(to, key, suite)
    const target = openDatabase({ path: to, key, suite, newest: copy.value.version })
    if (!target.ok) return target
    try {
      return pour(copy.value, target.value)
    } finally {
      target.value.close()
    }
  } finally {
    if (copy.ok) copy.value.close()
    for (const tail of tails) rmSync(`${ground}${tail}`, { force: true })
  }
}
