import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { openDossier } from '../../../electron/seal/open-dossier.ts'
import { insertProposal } from '../../../electron/seal/proposal.ts'
import { sealDossier, type SealCall } from '../../../electron/seal/seal-dossier.ts'
import { stubOf } from '../../../electron/seal/stub.ts'
import { unwrapDossier } from '../../../electron/seal/unwrap.ts'
import { appendAudit } from '../../../electron/audit/chain.ts'
import { openTestDesk, type TestDesk } from '../../support/desk.ts'
import { dumpOf } from '../../support/dump.ts'
import { dbOf } from '../../support/meeting.ts'
import { makeWholeDossier } from '../../support/whole-dossier.ts'

// The process ends at a step: a step that throws stands for it, and the next start puts away what is left (check R06).

const traces = [
  'audit',
  'custody',
  'dossier',
  'seal_proposal',
  'sqlite_sequence',
  'request',
  'place',
  'client_search_data',
  'client_search_idx',
  'client_search_docsize',
]

const open = (test: TestDesk) => {
  const found = test.desk.open()
  if (!found) throw new Error('locked')
  return found
}

const callFor = (test: TestDesk, stopAt: string): SealCall => {
  const { db, keys, vaultFolder, auditKey, stamp } = open(test)
  return {
    db,
    keys,
    vaultFolder,
    random: (bytes) => randomBytes(bytes),
    now: test.clock.now(),
    staffId: 1,
    audit: (entry) => appendAudit(db, auditKey, stamp(test.clock.now(), entry)),
    step: (name) => {
      if (name === stopAt) throw new Error(`stopped at ${name}`)
    },
  }
}

const propose = (test: TestDesk, clientId: number): number => {
  const db = dbOf(test)
  db.run("UPDATE seal_proposal SET state = 'withdrawn' WHERE state = 'waiting'")
  const keeper = 2
  db.run(`INSERT OR IGNORE INTO staff(id, name, roles, created_at) VALUES (${keeper}, '李理财', '[]', 0)`)
  return insertProposal(db, { clientId, reason: 'hold', note: '', by: keeper, at: test.clock.now() })
}

const seal = (test: TestDesk, clientId: number, stopAt = ''): boolean => {
  try {
    return sealDossier(callFor(test, stopAt), propose(test, clientId)).ok
  } catch {
    return false
  }
}

const openAgain = (test: TestDesk, clientId: number, stopAt = ''): boolean => {
  const { db, keys } = open(test)
  const unwrapped = unwrapDossier(db, clientId, {
    vaultId: keys.vaultId,
    archivePrivate: keys.rolePrivate.archive,
  })
  if (!unwrapped.ok) throw new Error(JSON.stringify(unwrapped.failure))
  try {
    return openDossier(callFor(test, stopAt), { ...unwrapped.value, reason: '试', emergency: null }).ok
  } catch {
    return false
  }
}

const restart = async (test: TestDesk): Promise<TestDesk> => {
  await test.lock()
  return openTestDesk({ dataFolder: test.dataFolder })
}

const sealedNames = (test: TestDesk): readonly string[] => {
  const folder = join(open(test).vaultFolder, 'sealed')
  return existsSync(folder) ? readdirSync(folder) : []
}

describe('a sealing or an opening that is cut off', () => {
  let test: TestDesk
  let clientId: number
  let before: ReturnType<typeof dumpOf>

  beforeAll(async () => {
    test = await openTestDesk()
    clientId = (await makeWholeDossier(test)).clientId
    propose(test, clientId)
    before = dumpOf(dbOf(test), traces)
  })

  it.each(['seal-write', 'seal-name', 'seal-remove-rows'])(
    'before the rows are removed (%s) leaves the dossier as it was and no file',
    async (step) => {
      expect(seal(test, clientId, step)).toBe(false)
      test = await restart(test)
      expect(dumpOf(dbOf(test), traces)).toEqual(before)
      expect(sealedNames(test)).toEqual([])
    },
  )

  it.each(['seal-empty-log', 'seal-drop-copies'])(
    'after it (%s) leaves the dossier sealed, whole and openable, and an empty log',
    async (step) => {
      writeFileSync(join(open(test).vaultFolder, 'before-510.db'), 'old')
      expect(seal(test, clientId, step)).toBe(false)
      test = await restart(test)
      expect(stubOf(dbOf(test), clientId)).toBeDefined()
      expect(sealedNames(test)).toHaveLength(1)
      expect(openAgain(test, clientId)).toBe(true)
      expect(dumpOf(dbOf(test), traces)).toEqual(before)
      rmSync(join(open(test).vaultFolder, 'before-510.db'), { force: true })
    },
  )

  it('of an opening before its rows are back leaves it sealed; after it open, and its file gone', async () => {
    expect(seal(test, clientId)).toBe(true)
    expect(openAgain(test, clientId, 'open-put-rows')).toBe(false)
    test = await restart(test)
    expect(stubOf(dbOf(test), clientId)).toBeDefined()
    expect(openAgain(test, clientId, 'open-remove-file')).toBe(false)
    expect(sealedNames(test)).toHaveLength(1)
    test = await restart(test)
    expect(sealedNames(test)).toEqual([])
    expect(dumpOf(dbOf(test), traces)).toEqual(before)
  })

  it('removes the copies from before a migration with the rows they hold', () => {
    const copy = join(open(test).vaultFolder, 'before-510.db')
    writeFileSync(copy, 'old')
    expect(seal(test, clientId)).toBe(true)
    expect(existsSync(copy)).toBe(false)
    expect(openAgain(test, clientId)).toBe(true)
  })

  it('a stub without its file is an alarm and is refused as damaged, and nothing is made up for it', async () => {
    expect(seal(test, clientId)).toBe(true)
    const stub = stubOf(dbOf(test), clientId)
    const file = join(open(test).vaultFolder, 'sealed', `${stub?.file ?? ''}.zyd`)
    rmSync(file)
    test = await restart(test)
    const alarms = await test.client.seal.alarms()
    expect(alarms.missing).toMatchObject([{ clientId, name: '暗**欣' }])
    const { keys } = open(test)
    const unwrapped = unwrapDossier(dbOf(test), clientId, {
      vaultId: keys.vaultId,
      archivePrivate: keys.rolePrivate.archive,
    })
    if (!unwrapped.ok) throw new Error('the key is still there')
    const opened = openDossier(callFor(test, ''), { ...unwrapped.value, reason: '试', emergency: null })
    expect(opened).toMatchObject({ ok: false, failure: { code: 'damaged', part: 'sealed-file-missing' } })
  })
})
