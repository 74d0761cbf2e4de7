import { createHash } from 'node:crypto'
import { cpSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { salvageInto, type SalvageAnswer } from '../../../electron/desk/vault-salvage.ts'
import type { Secret } from '../../../electron/desk/vault-door.ts'
import { verifyLive } from '../../../electron/desk/vault-verbs.ts'
import { readVaultState } from '../../../electron/vault/state.ts'
import type { VaultCheck } from '../../../electron/vault/verify-vault.ts'
import type { Failure } from '../../../shared/failure.ts'
import type { Result } from '../../../shared/result.ts'
import { got } from '../vault/vault-template.ts'
import { runDesk, runVault } from '../../support/command.ts'
import { failureFrom, openTestDesk, passphrase, person, tempFolder } from '../../support/desk.ts'
import { dbOf } from '../../support/meeting.ts'
import {
  clientsSaved,
  damagedCopy as copyOf,
  doorTo,
  makeSalvageable,
  type Salvageable,
} from '../../support/salvage.ts'

vi.setConfig({ testTimeout: 120_000 })

let data = ''
let card = ''
let leaves: Salvageable['leaves']
const clients = clientsSaved

beforeAll(async () => {
  ;({ data, card, leaves } = await makeSalvageable())
})

const damagedCopy = (...pages: readonly (number | undefined)[]): string => copyOf(data, ...pages)

const filesIn = (folder: string): readonly (readonly [string, string])[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'lock.db' && entry.name !== 'attempts.json')
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [path, createHash('sha256').update(readFileSync(path)).digest('hex')] as const)

const salvage = (from: string, into: string, secret?: Secret): Promise<Result<SalvageAnswer>> =>
  salvageInto(doorTo(from, secret), into)

const chainOf = async (folder: string): Promise<VaultCheck['chain']> =>
  got(await verifyLive(doorTo(folder), undefined)).chain

const tableOf = ({ tables }: SalvageAnswer, name: string) => tables.find(({ table }) => table === name)

const refusal = (answer: Result<unknown>): Failure => {
  if (answer.ok) throw new Error('it went through')
  return answer.failure
}

const newFolder = (): string => join(tempFolder(), 'saved')

describe('a damaged vault is salvaged from the command line', () => {
  it('into a new vault that opens with the same passphrase, and says what was lost', async () => {
    const page = leaves.client[1]
    const from = damagedCopy(page)
    rmSync(join(from, 'vault', 'sealed', `${'b'.repeat(16)}.zyd`))
    writeFileSync(join(from, 'vault', 'sealed', `${'c'.repeat(16)}.zyd`), 'whose?')
    const before = filesIn(from)
    const into = newFolder()
    const ran = await runVault(['salvage', '--data', from, '--into', into], { passphrase })
    expect(ran, ran.said).toMatchObject({ code: 0, lines: [{ ok: true }] })
    expect(filesIn(from)).toEqual(before)
    const told = (ran.lines[0] as { value: SalvageAnswer }).value
    expect(told).toMatchObject({
      complete: false,
      damage: { pages: expect.arrayContaining([page]), tables: ['client'] },
      sealed: [{ file: 'b'.repeat(16), state: 'missing' }],
      unread: [],
      aside: [`sealed/${'c'.repeat(16)}.zyd`],
    })
    const [, first = '', last = ''] = /^(\d+)-(\d+)$/.exec(tableOf(told, 'client')?.lost ?? '') ?? []
    expect(tableOf(told, 'client')?.rows).toBe(clients - (Number(last) - Number(first) + 1))
    // Rows that were saved and belong to a client who was not.
    expect(told.loose.map(({ parent }) => parent)).toContain('client')
    const survivor = await runDesk(['client.page', '--data', into], {
      passphrase,
      input: { id: Number(last) + 1 },
    })
    expect(survivor, JSON.stringify(survivor)).toMatchObject({ code: 0, lines: [{ ok: true }] })
    expect(JSON.stringify(survivor.lines)).toMatch(/郝欣|贺超文/)
    expect(await chainOf(into)).toMatchObject({ kind: 'intact' })
    const test = await openTestDesk({ dataFolder: into })
    // The index is made anew, set up as the migrations left it.
    const choices = dbOf(test)
      .all<{ k: string }>('SELECT k FROM client_search_config')
      .map(({ k }) => k)
    expect(choices).toEqual(expect.arrayContaining(['pgsz', 'usermerge']))
    expect(await failureFrom(test.client.client.page({ id: Number(first) }))).toMatchObject({
      code: 'not-found',
    })
    const lines = await test.client.audit.list({ before: null, limit: 20 })
    expect(lines.find(({ action }) => action === 'vault.salvaged')).toMatchObject({
      staff: person,
      channel: 'cli',
      object: expect.stringMatching(/^salvage:rows \d+ lost \d+ chain whole$/),
    })
    await test.lock()
    // The next unlock clears away files without a stub; this one's stub may stand in an older backup.
    const aside = join(into, 'vault', 'quarantine', 'salvaged', 'sealed')
    expect(readdirSync(aside)).toEqual([`${'c'.repeat(16)}.zyd`])
  })

  it('with what only its log held, which a power cut left behind', async () => {
    const from = damagedCopy()
    const test = await openTestDesk({ dataFolder: from })
    await test.client.staff.add({ name: '李理财', post: '' })
    const torn = tempFolder()
    cpSync(from, torn, { recursive: true })
    await test.lock()
    const told = got(await salvage(torn, newFolder()))
    expect(tableOf(told, 'staff')).toEqual({ table: 'staff', rows: 2, lost: '' })
  })

  it.each(['in the middle', 'at the end'])(
    'and never calls its audit chain whole when rows %s of it are gone',
    async (place) => {
      const pages = leaves.audit
      const from = damagedCopy(place === 'at the end' ? pages.at(-1) : pages[3])
      const into = newFolder()
      const told = got(await salvage(from, into))
      expect(tableOf(told, 'audit')?.lost).toMatch(place === 'at the end' ? /\?$/ : /^\d+-\d+$/)
      expect(await chainOf(into)).toMatchObject({ kind: 'salvaged' })
      // Told at once, by the short look of an unlock, and still true after many more rows.
      const test = await openTestDesk({ dataFolder: into })
      expect((await test.client.audit.verdict()).verdict).toBe('salvaged')
      for (let n = 0; n < 60; n++) await test.client.staff.add({ name: `同事${n}`, post: '' })
      await test.lock()
      const later = await openTestDesk({ dataFolder: into, at: '2026-11-24T09:00:00+08:00' })
      expect((await later.client.audit.verdict()).verdict).toBe('salvaged')
      await later.lock()
    },
  )

  it('and shows what was altered in it beside what was lost', async () => {
    const from = damagedCopy(leaves.audit[3])
    const into = newFolder()
    got(await salvage(from, into))
    const test = await openTestDesk({ dataFolder: into })
    const db = dbOf(test)
    db.run('DROP TRIGGER audit_never_changed')
    db.run('UPDATE audit SET staff = 9 WHERE seq = 150')
    await test.lock()
    expect(await chainOf(into)).toMatchObject({ kind: 'altered', row: 150 })
  })

  it('by the card, when the rows that say who may are among what was lost', async () => {
    const from = damagedCopy(leaves.staff[0])
    const into = newFolder()
    expect(refusal(await salvage(from, into))).toEqual({ code: 'forbidden', right: 'vault.restore' })
    expect(existsSync(into)).toBe(false)
    got(await salvage(from, into, { card }))
    expect(readVaultState(join(into, 'vault'))).toMatchObject({ kind: 'vault' })
  })
})

describe('a salvage is refused and leaves nothing behind', () => {
  it('with a wrong passphrase, which counts', async () => {
    const from = damagedCopy()
    const into = newFolder()
    const ran = await salvage(from, into, { passphrase: '不是它' })
    expect(refusal(ran)).toMatchObject({ code: 'wrong-passphrase' })
    expect(readFileSync(join(from, 'attempts.json'), 'utf8')).toContain('"count":1')
    expect(existsSync(into)).toBe(false)
  })

  it('into a folder with something in it, into a vault, and inside the damaged one', async () => {
    const from = damagedCopy()
    const full = tempFolder()
    writeFileSync(join(full, 'mine.txt'), 'mine')
    for (const into of [full, damagedCopy(), join(full, 'mine.txt')]) {
      expect(refusal(await salvage(from, into))).toMatchObject({ rule: 'folder-not-empty' })
    }
    expect(readFileSync(join(full, 'mine.txt'), 'utf8')).toBe('mine')
    for (const into of [from, join(from, 'saved'), join(from, 'vault', 'deep', 'er')])
      expect(refusal(await salvage(from, into))).toMatchObject({ rule: 'salvage-inside' })
    expect(readdirSync(from)).not.toContain('saved')
  })

  it('while a desk is open in the damaged vault, and where there is none', async () => {
    const from = damagedCopy()
    const open = await openTestDesk({ dataFolder: from })
    const into = newFolder()
    expect(refusal(await salvage(from, into))).toMatchObject({ code: 'in-use' })
    expect(existsSync(into)).toBe(false)
    await open.lock()
    expect(refusal(await salvage(tempFolder(), into))).toEqual({ code: 'not-found', what: 'vault' })
    expect(await runVault(['salvage', '--data', from], { passphrase })).toMatchObject({ code: 2 })
  })

  it('when the disk is full in the middle', async () => {
    const from = damagedCopy()
    const into = tempFolder()
    for (const at of ['salvage-rows', 'salvage-files', 'salvage-anchor', 'mark-restored-ready']) {
      const step = (name: string): void => {
        if (name === at) throw Object.assign(new Error(), { code: 'ENOSPC' })
      }
      await expect(salvageInto(doorTo(from), into, { step })).rejects.toMatchObject({ code: 'ENOSPC' })
      expect(readdirSync(into)).toEqual([])
    }
  })

  it('when the first page is gone, because nothing can be read behind it', async () => {
    const from = damagedCopy(1)
    const into = tempFolder()
    expect(refusal(await salvage(from, into))).toMatchObject({ code: 'damaged' })
    expect(readdirSync(into)).toEqual([])
  })
})
