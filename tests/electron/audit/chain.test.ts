import { createSecretKey } from 'node:crypto'
import { appendFileSync, copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { anchorFile, auditKeyOf, writeAnchor } from '../../../electron/audit/anchor.ts'
import { appendAudit } from '../../../electron/audit/chain.ts'
import { firstHash, hashRow, macRow } from '../../../electron/audit/row.ts'
import type { AuditRow } from '../../../electron/audit/row.ts'
import { verifyRecent, verifyWhole } from '../../../electron/audit/verify.ts'
import type { OpenDatabase } from '../../../electron/database/open.ts'
import { renewRecovery } from '../../../electron/vault/renew-recovery.ts'
import { got, makeTemplate, now, openMigrated, ports } from '../vault/vault-template.ts'
import type { Template } from '../vault/vault-template.ts'

let vault: Template
let folder: string
let database: OpenDatabase

beforeAll(async () => {
  vault = await makeTemplate()
})
afterAll(() => vault.remove())

const entry = (at: number) => ({
  action: 'client.revealed',
  object: `client:${at}`,
  detail: '核实身份',
  at: now + at,
  boot: 'b1',
  mono: at * 10.5,
  slotId: vault.slotId,
  staffId: 1,
  channel: 'window' as const,
})
const key = () => auditKeyOf(vault.keys)
const add = (count: number): void => {
  for (let at = 0; at < count; at++)
    database.handle.transact(() => appendAudit(database.handle, key(), entry(at)))
}
const anchor = () => writeAnchor({ db: database.handle, folder, keys: vault.keys, at: now })
const recent = () => verifyRecent({ db: database.handle, folder, keys: vault.keys })
const whole = () => verifyWhole({ db: database.handle, folder, keys: vault.keys })
const sql = (text: string): void => void database.handle.run(text)
const disarm = (): void => {
  for (const name of ['audit_only_at_the_end', 'audit_never_changed', 'audit_never_removed'])
    sql(`DROP TRIGGER ${name}`)
}

beforeEach(() => {
  folder = vault.copy()
  database = openMigrated(folder, vault.keys)
  add(60)
  anchor()
  add(20)
})
afterEach(() => database.close())

test('a chain nobody touched is intact, at unlock and in full', () => {
  expect(recent()).toEqual({ kind: 'intact', row: null, rows: 80, anchored: 60 })
  expect(whole()).toEqual({ kind: 'intact', row: null, rows: 80, anchored: 60 })
})

test('a row holds no words of its detail, only its keyed hash', () => {
  const row = database.handle.one<AuditRow>('SELECT * FROM audit WHERE seq = 1')
  expect(row?.detail).toHaveLength(44)
  expect(JSON.stringify(row)).not.toContain('核实')
})

test.each([
  'UPDATE audit SET staff = 2 WHERE seq = 5',
  'DELETE FROM audit WHERE seq = 80',
  'INSERT OR REPLACE INTO audit SELECT seq, at, boot, mono, slot, 9, channel, action, object, detail, prev, hash, mac FROM audit WHERE seq = 80',
  'INSERT INTO audit SELECT 500, at, boot, mono, slot, staff, channel, action, object, detail, prev, hash, mac FROM audit WHERE seq = 80',
])('the database itself refuses: %s', (text) => {
  expect(() => sql(text)).toThrow(/audit rows are/)
  expect(whole().kind).toBe('intact')
})

test.each([
  ['an edited row', 'UPDATE audit SET staff = 2 WHERE seq = 30', 30],
  ['an edited time', 'UPDATE audit SET at = at + 1 WHERE seq = 2', 2],
  ['a removed row', 'DELETE FROM audit WHERE seq = 41', 41],
  [
    'two rows in each other’s place',
    'UPDATE audit SET seq = CASE seq WHEN 70 THEN -71 WHEN 71 THEN -70 END WHERE seq IN (70, 71)',
    70,
  ],
  ['a removed first row', 'DELETE FROM audit WHERE seq = 1', 1],
])('%s is found and named', (_what, text, row) => {
  disarm()
  sql(text)
  sql('UPDATE audit SET seq = -seq WHERE seq < 0')
  expect(whole()).toMatchObject({ kind: 'altered', row })
})

test('a row pushed in between is found', () => {
  disarm()
  sql('UPDATE audit SET seq = -seq - 1 WHERE seq > 10')
  sql('UPDATE audit SET seq = -seq WHERE seq < 0')
  sql(
    'INSERT INTO audit SELECT 11, at, boot, mono, slot, staff, channel, action, object, detail, prev, hash, mac FROM audit WHERE seq = 10',
  )
  expect(whole()).toMatchObject({ kind: 'altered', row: 11 })
})

test('at unlock an edit after the last anchor is found', () => {
  disarm()
  sql('UPDATE audit SET staff = 2 WHERE seq = 77')
  expect(recent()).toMatchObject({ kind: 'altered', row: 77 })
})

test('rows cut off at the end are missed by their anchor', () => {
  disarm()
  sql('DELETE FROM audit WHERE seq > 55')
  expect(recent()).toMatchObject({ kind: 'truncated', row: 56, rows: 55, anchored: 60 })
  expect(whole().kind).toBe('truncated')
})

const rebuild = (mac: (hash: string) => string): void => {
  disarm()
  let prev = firstHash(key())
  for (const row of database.handle.all<AuditRow>('SELECT * FROM audit ORDER BY seq')) {
    const staff = row.seq === 7 ? 2 : row.staff
    const hash = hashRow({ ...row, staff, prev })
    const params = { seq: row.seq, staff, prev, hash, mac: mac(hash) }
    database.handle.run(
      'UPDATE audit SET staff = :staff, prev = :prev, hash = :hash, mac = :mac WHERE seq = :seq',
      params,
    )
    prev = hash
  }
}

test('a chain rebuilt without the key does not hold', () => {
  rebuild(() => macRow(createSecretKey(Buffer.alloc(32)), 'guessed'))
  expect(whole()).toMatchObject({ kind: 'altered', row: 1 })
})

test('a chain rebuilt by an insider with the key contradicts its anchor', () => {
  rebuild((hash) => macRow(key(), hash))
  expect(recent()).toMatchObject({ kind: 'replaced', row: 60 })
  expect(whole()).toMatchObject({ kind: 'replaced', row: 60 })
})

test('a forged anchor line is noticed, a torn one is nobody’s doing', () => {
  const path = join(folder, anchorFile)
  const genuine = readFileSync(path, 'utf8')
  appendFileSync(path, genuine.slice(0, 40))
  expect(recent().kind).toBe('intact')
  anchor()
  expect(whole()).toMatchObject({ kind: 'intact', anchored: 80 })
  writeFileSync(path, genuine.replace('"seq":60', '"seq":61'))
  expect(recent().kind).toBe('unanchored')
})

test('a vault whose anchors were taken away says so', () => {
  rmSync(join(folder, anchorFile))
  expect(recent().kind).toBe('intact')
  add(150)
  expect(recent().kind).toBe('unanchored')
})

test('an old header put back is noticed, because an anchor saw a newer one', async () => {
  const old = join(folder, 'header.old')
  copyFileSync(join(folder, 'header.a'), old)
  got(await renewRecovery({ folder, keys: vault.keys, now, ...ports }))
  anchor()
  expect(recent().kind).toBe('intact')
  for (const file of ['header.a', 'header.b']) copyFileSync(old, join(folder, file))
  expect(recent().kind).toBe('header-replaced')
  // An anchor that was written beside the old one does not unsay it.
  add(1)
  anchor()
  expect(recent().kind).toBe('header-replaced')
  expect(whole().kind).toBe('header-replaced')
})

test('a change and its audit row stand or fall together', () => {
  expect(() =>
    database.handle.transact(() => {
      appendAudit(database.handle, key(), entry(1))
      throw new Error('refused')
    }),
  ).toThrow('refused')
  expect(whole()).toMatchObject({ kind: 'intact', rows: 80 })
})
