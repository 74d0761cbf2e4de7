import { beforeAll, describe, expect, it } from 'vitest'
import { randomBytes } from 'node:crypto'
import { appendAudit } from '../../../electron/audit/chain.ts'
import { openDossier } from '../../../electron/seal/open-dossier.ts'
import { insertProposal } from '../../../electron/seal/proposal.ts'
import { sealDossier, type SealCall } from '../../../electron/seal/seal-dossier.ts'
import { unwrapDossier } from '../../../electron/seal/unwrap.ts'
import { failureFrom, openTestDesk, type TestDesk } from '../../support/desk.ts'
import { dumpOf } from '../../support/dump.ts'
import { dbOf } from '../../support/meeting.ts'
import { openSampleHousehold } from '../../support/sample.ts'

// Mr Chen and Ms Shen are both clients; one household, one daughter, his parents, figures of each and of both.

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

let test: TestDesk
let home: Awaited<ReturnType<typeof openSampleHousehold>>

const call = (): SealCall => {
  const open = test.desk.open()
  if (!open) throw new Error('locked')
  const { db, keys, vaultFolder, auditKey, stamp } = open
  const now = test.clock.now()
  const audit: SealCall['audit'] = (entry) => appendAudit(db, auditKey, stamp(now, entry))
  return { db, keys, vaultFolder, random: (bytes) => randomBytes(bytes), now, staffId: 1, audit }
}

const seal = (clientId: number) => {
  const keeper = 2
  dbOf(test).run(
    `INSERT OR IGNORE INTO staff(id, name, roles, created_at) VALUES (${keeper}, '李理财', '[]', 0)`,
  )
  const id = insertProposal(dbOf(test), { clientId, reason: 'secrecy', note: '', by: keeper, at: 0 })
  return sealDossier(call(), id)
}

const openOne = (clientId: number) => {
  const keys = test.desk.open()?.keys
  const held = { vaultId: keys?.vaultId ?? '', archivePrivate: keys?.rolePrivate.archive }
  const unwrapped = unwrapDossier(dbOf(test), clientId, held)
  return unwrapped.ok ? openDossier(call(), { ...unwrapped.value, reason: '试', emergency: null }) : unwrapped
}

const names = async (clientId: number): Promise<readonly string[]> =>
  ((await test.client.household.get({ clientId }))?.members ?? []).map(({ name }) => name)

const owners = async (clientId: number): Promise<readonly (number | null)[]> => {
  const { figures } = await test.client.figure.list({ clientId })
  return [...new Set(figures.map(({ ownerId }) => ownerId))].toSorted((a, b) => (a ?? 0) - (b ?? 0))
}

describe('a family in which two are clients', () => {
  let before: ReturnType<typeof dumpOf>
  let printed: number

  beforeAll(async () => {
    test = await openTestDesk({ at: '2026-11-25T09:00:00+08:00', closed: true })
    home = await openSampleHousehold(test)
    const readers = [home.he, home.she]
    const shown = await test.client.printout.start({
      clientId: home.shen,
      readers,
      way: 'paper',
      glyphsAccepted: true,
    })
    printed = shown.printout.id
    await test.client.printout.finish({ id: printed, outcome: 'taken' })
    dbOf(test).run("INSERT INTO staff(id, name, roles, created_at) VALUES (2, '李理财', '[]', 0)")
    before = dumpOf(dbOf(test), traces)
  })

  it('keeps with her what is hers, what both told, and the children, when his dossier is sealed', async () => {
    expect(seal(home.chen)).toMatchObject({ ok: true })
    expect((await names(home.shen)).toSorted()).toEqual(
      ['女儿安禾', '沈若溪', '陈老先生', '陈老太太'].toSorted(),
    )
    expect(await owners(home.shen)).toEqual([null, home.she])
    for (const rows of Object.values(dumpOf(dbOf(test))))
      expect(rows.filter((row) => row.includes('陈知远'))).toEqual([])
  })

  it('takes the paper that showed both of them out as well: she can print a new one, not that one', async () => {
    expect((await failureFrom(test.client.printout.duplicate({ id: printed, way: 'paper' }))).code).not.toBe(
      'bug',
    )
    const readers = [home.she]
    const fresh = test.client.printout.prepare({ clientId: home.shen, readers })
    expect((await fresh).job).not.toBe('')
  })

  it('takes the rest along when hers is sealed too, and nothing of the family is left in the open', () => {
    expect(seal(home.shen)).toMatchObject({ ok: true })
    const words = ['陈知远', '沈若溪', '女儿安禾', '陈老先生', '陈老太太']
    for (const [table, rows] of Object.entries(dumpOf(dbOf(test))))
      for (const word of words)
        expect(
          rows.filter((row) => row.includes(word)),
          table,
        ).toEqual([])
  })

  it('opens them the other way round, and then every row is where it was', () => {
    expect(openOne(home.shen)).toMatchObject({ ok: true })
    expect(openOne(home.chen)).toMatchObject({ ok: true })
    expect(dumpOf(dbOf(test), traces)).toEqual(before)
  })

  it('does not show in hers what belongs to his sealed one: the later one is opened first', async () => {
    // Taken out of the cabinet again.
    dbOf(test).run("UPDATE dossier SET state = 'in-use'")
    const { id } = (
      await test.client.printout.start({
        clientId: home.shen,
        readers: [home.he, home.she],
        way: 'paper',
        glyphsAccepted: true,
      })
    ).printout
    expect(seal(home.shen)).toMatchObject({ ok: true })
    expect(seal(home.chen)).toMatchObject({ ok: true })
    expect(openOne(home.shen)).toMatchObject({ ok: false, failure: { rule: 'seal.refusal.family-first' } })
    expect(openOne(home.chen)).toMatchObject({ ok: true })
    expect(openOne(home.shen)).toMatchObject({ ok: true })
    expect(id).toBeGreaterThan(printed)
  })
})
