import { hkdfSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { beforeAll, expect, it, describe } from 'vitest'
import { recordChange } from '../../../electron/client/changes.ts'
import { clientById } from '../../../electron/client/repository.ts'
import { reindexClient } from '../../../electron/search/index-client.ts'
import { fileBinding } from '../../../electron/seal/key.ts'
import { sealedFile } from '../../../electron/seal/place.ts'
import { stubOf } from '../../../electron/seal/stub.ts'
import { readHeaders } from '../../../electron/vault/header-file.ts'
import { deriveKey, type Purpose } from '../../../electron/vault/derive.ts'
import { unwrapWith } from '../../../electron/vault/key-pair.ts'
import { openSealed, sourceOf } from '../../../electron/vault/sealed-file.ts'
import type { VaultKeys } from '../../../electron/vault/vault-keys.ts'
import { unwrap } from '../../../electron/vault/wrap.ts'
import { addPerson, switchTo, type Person } from '../../support/people.ts'
import { failureFrom, openTestDesk, type TestDesk } from '../../support/desk.ts'
import { dbOf } from '../../support/meeting.ts'
import { jobEnd } from '../../support/take-in.ts'
import { makeWholeDossier } from '../../support/whole-dossier.ts'

const purposes: readonly Purpose[] = [
  'kek',
  'header-mac',
  'database-wrap',
  'audit-mac',
  'anchor-mac',
  'backup-mac',
  'role-wrap',
  'sealed-file',
  'sealed-name',
]

const keysOf = (test: TestDesk): VaultKeys => {
  const open = test.desk.open()
  if (!open) throw new Error('locked')
  return open.keys
}

/** Every 32 bytes the manager's desk holds, and everything the vault derives from them. */
const everyKey = (
  { vmk, dbk, userPrivate, vaultId, rolePrivate }: VaultKeys,
  salts: readonly Uint8Array[],
): Buffer[] => {
  const held = [vmk, dbk, userPrivate, ...Object.values(rolePrivate)]
  const derived = held.flatMap((key) =>
    purposes.flatMap((purpose) => [
      deriveKey(key, vaultId, purpose),
      ...salts.map((salt) => deriveKey(key, salt, purpose)),
      Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), `zhiyin/v1/${purpose}`, 32)),
    ]),
  )
  return [...held, ...derived]
}

const oldName = '旧名琳欣'

/** She stood in the book under another name before an import corrected it. */
const correctName = (test: TestDesk, clientId: number): void => {
  const db = dbOf(test)
  const client = clientById(db, clientId)
  if (!client) throw new Error('nobody')
  const before = { ...client, name: oldName }
  db.transact(() => {
    reindexClient(db, client, before)
    reindexClient(db, before, client)
    const change = {
      clientId,
      field: 'name',
      before: oldName,
      after: client.name,
      asOf: '2026-11-20',
    } as const
    recordChange(db, { ...change, at: test.clock.now() })
  })
}

describe('the manager who proposed the sealing (check K19)', () => {
  let test: TestDesk
  let keeper: Person
  let manager: Person
  let clientId: number

  beforeAll(async () => {
    test = await openTestDesk()
    keeper = await addPerson(test, '高档案', ['archive-keeper'])
    manager = await addPerson(test, '李理财', ['wealth-manager'])
    clientId = (await makeWholeDossier(test)).clientId
    correctName(test, clientId)
    test = await switchTo(test, manager)
    const { id } = await test.client.seal.propose({ clientId, reason: 'secrecy', note: '' })
    test = await switchTo(test, keeper)
    const { jobId } = await test.client.seal.run({ proposalId: id })
    expect((await jobEnd(test, jobId)).state).toBe('done')
    test = await switchTo(test, manager)
  })

  it('holds the master key and the database key, but not the archive key', () => {
    const keys = keysOf(test)
    expect(keys.vmk.length + keys.dbk.length + keys.userPrivate.length).toBe(96)
    expect(keys.rolePrivate.archive).toBeUndefined()
  })

  it('opens neither the wrapped key nor the file with any key of the session or derived from one', () => {
    const keys = keysOf(test)
    const stub = stubOf(dbOf(test), clientId)
    if (!stub) throw new Error('not sealed')
    const open = test.desk.open()
    const bytes = readFileSync(sealedFile(open?.vaultFolder ?? '', stub.file))
    const bound = fileBinding(keys.vaultId, stub.file)
    const publicKeys = [keys.rolePublic.archive ?? Buffer.alloc(65), stub.wrapped.subarray(0, 65)]
    for (const key of everyKey(keys, publicKeys)) {
      expect(unwrapWith(key, stub.wrapped, bound)).toBeUndefined()
      expect(unwrap(key, stub.wrapped, bound)).toBeUndefined()
      expect(unwrap(key, stub.wrapped.subarray(65), bound)).toBeUndefined()
      expect(openSealed(sourceOf(bytes), key)).toBeUndefined()
    }
  })

  it('finds no other wrap of it: not in the header, not in the database', () => {
    const open = test.desk.open()
    const slots = readHeaders(open?.vaultFolder ?? '').readable.flatMap((header) => header.slots)
    expect(slots.filter(({ label, roles }) => label === '李理财' && roles.length > 0)).toEqual([])
    const blobs = dbOf(test).all<{ name: string }>(
      `SELECT m.name || '.' || c.name AS name FROM sqlite_schema AS m JOIN pragma_table_info(m.name) AS c
       WHERE m.type = 'table' AND c.type = 'BLOB' AND m.name NOT LIKE 'client_search%' ORDER BY 1`,
    )
    expect(blobs.map(({ name }) => name)).toEqual(['sealed_dossier.wrapped', 'sealed_row.wrapped'])
  })

  it('is refused by the desk as well, at every door', async () => {
    const asked = [
      test.client.seal.open({ clientId, reason: '想看一眼' }),
      test.client.seal.run({ proposalId: 1 }),
      test.client.seal.openEmergency({
        clientId,
        reason: '急',
        secondSlotId: manager.slotId,
        passphrase: 'x',
      }),
    ]
    for (const refused of await Promise.all(asked.map(failureFrom)))
      expect(refused).toMatchObject({ code: 'forbidden' })
    const begun = [
      test.client.client.page({ id: clientId }),
      test.client.client.reveal({ id: clientId, field: 'phone', reason: 'contact-client' }),
      test.client.household.begin({ clientId }),
      test.client.encounter.start({
        clientId,
        source: 'walk-in',
        appointment: null,
        present: [],
        continues: null,
      }),
    ]
    for (const refused of await Promise.all(begun.map(failureFrom)))
      expect(refused).toMatchObject({ rule: 'dossier.refusal.sealed' })
  })

  it('sees the stub in the list and finds it by number, masked and without a type; by name the keeper finds it', async () => {
    const { rows } = await test.client.client.list({})
    expect(rows.find(({ id }) => id === clientId)).toMatchObject({
      name: '暗**欣',
      dossier: { state: 'sealed', holder: '' },
      age: null,
    })
    expect((await test.client.client.list({ type: 'ordinary' })).rows).toEqual([])
    expect((await test.client.search.find({ q: '0099' })).rows).toMatchObject([
      { id: clientId, name: '暗**欣', dossier: { state: 'sealed', holder: '' }, phone: '' },
    ])
    for (const q of ['暗号琳欣', '暗号', '2999'])
      expect((await test.client.search.find({ q })).rows).toEqual([])
    // A name she bore before is in her dossier, and nowhere else.
    for (const q of [oldName, '旧名']) {
      expect((await test.client.search.find({ q })).rows).toEqual([])
      expect(await test.client.seal.sealed({ find: q })).toEqual([])
    }
  })
})
