import { cpSync, fstatSync, readSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { appendAudit } from '../../electron/audit/chain.ts'
import type { Door, Secret } from '../../electron/desk/vault-door.ts'
import type { ReadAt } from '../../electron/vault/copy-blocks.ts'
import { addStubs, leavesOf, spoilPage } from './damage.ts'
import { openTestDesk, passphrase, person, tempFolder } from './desk.ts'
import { addClient, dbOf } from './meeting.ts'

/** A vault worth salvaging, closed: where it is, its card, and on which pages the rows of three tables stand. */
export type Salvageable = {
  readonly data: string
  readonly card: string
  readonly leaves: Readonly<Record<'client' | 'audit' | 'staff', readonly number[]>>
}

export const clientsSaved = 120

export const makeSalvageable = async (): Promise<Salvageable> => {
  const test = await openTestDesk({ closed: true })
  const first = { bank: '禾川银行', branch: '云湖路支行', name: person, passphrase }
  const made = await test.client.session.create(first)
  await test.client.session.confirmCard({
    answers: made.ask.map((place) => ({ place, word: made.words[place - 1] ?? '' })),
  })
  for (let n = 0; n < clientsSaved; n++) addClient(test, n % 2 === 0 ? '郝欣' : '贺超文')
  const open = test.desk.open()
  if (!open) throw new Error('the desk is locked')
  const { db, auditKey, stamp, vaultFolder } = open
  db.transact(() => {
    for (let n = 0; n < 180; n++)
      appendAudit(db, auditKey, stamp(test.clock.now(), { action: 'client.seen', object: `client:${n}` }))
  })
  addStubs(db, vaultFolder)
  open.database.checkpoint()
  const pages = (table: string): readonly number[] => leavesOf(dbOf(test), table)
  const leaves = { client: pages('client'), audit: pages('audit'), staff: pages('staff') }
  await test.lock()
  return { data: test.dataFolder, card: made.code, leaves }
}

/** The same folder again, with these pages spoilt. */
export const damagedCopy = (data: string, ...pages: readonly (number | undefined)[]): string => {
  const copy = tempFolder()
  cpSync(data, copy, { recursive: true })
  for (const page of pages) spoilPage(join(copy, 'vault'), page ?? 0)
  return copy
}

export const doorTo = (folder: string, secret: Secret = { passphrase }): Door => ({
  folder: join(folder, 'vault'),
  dataFolder: folder,
  user: undefined,
  secret,
  now: Date.parse('2026-11-23T12:00:00+08:00'),
})

/** A disk that no longer gives these blocks of a file; numbers from 1 on, like pages. */
export const badSectors = (path: string, blocks: readonly number[]): ReadAt => {
  const { ino } = statSync(path)
  return (descriptor, into, at) => {
    const isHit = (block: number): boolean => block * 4096 > at && (block - 1) * 4096 < at + into.length
    if (fstatSync(descriptor).ino === ino && blocks.some(isHit))
      throw Object.assign(new Error('EIO: i/o error, read'), { code: 'EIO' })
    return readSync(descriptor, into, 0, into.length, at)
  }
}
