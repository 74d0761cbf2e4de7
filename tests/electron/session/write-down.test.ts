import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { appendAudit } from '../../../electron/audit/chain.ts'
import { describeRecovery } from '../../../electron/vault/recovery-code.ts'
import { runVault } from '../../support/command.ts'
import { leavesOf, spoilPage } from '../../support/damage.ts'
import {
  failureFrom,
  openTestDesk,
  passphrase,
  person,
  tempFolder,
  type TestDesk,
} from '../../support/desk.ts'
import { makePeople, openAs, ownPassphrase } from '../../support/people.ts'
import { openOf } from '../../support/seats.ts'

let branch = ''

beforeAll(async () => {
  const test = await openTestDesk()
  branch = test.dataFolder
  await makePeople(test, ['李理财', '冯岚'])
})

const copyOfBranch = (): string => {
  const folder = tempFolder()
  cpSync(branch, folder, { recursive: true })
  return folder
}

const slotOf = async ({ client }: TestDesk, name: string): Promise<string> =>
  (await client.session.state()).doors.find((door) => door.name === name)?.slotId ?? ''

/** Wrong passphrases at a locked desk, each after the wait of the one before. */
const refuse = async (dataFolder: string, name: string, times: number, at: string): Promise<void> => {
  const test = await openTestDesk({ dataFolder, closed: true, at })
  const slotId = await slotOf(test, name)
  for (let n = 0; n < times; n++) {
    const unlock = test.client.session.unlock({ slotId, passphrase: `不是 ${n}`, book: 'main' })
    expect(await failureFrom(unlock)).toMatchObject({ code: 'wrong-passphrase' })
    // One more during the wait is no try: nothing is looked at.
    await failureFrom(test.client.session.unlock({ slotId, passphrase, book: 'main' }))
    test.clock.advance(2 ** n * 1000)
  }
  await test.lock()
}

const linesOf = async (test: TestDesk): Promise<readonly string[]> =>
  (await test.client.audit.list({ before: null, limit: 100 }))
    .filter(({ action }) => ['session.refused', 'session.cut-off', 'attempts.unreadable'].includes(action))
    .map(({ staff, action, object }) => `${staff} ${action} ${object}`)
    .toReversed()

const bookOf = (dataFolder: string): unknown =>
  JSON.parse(readFileSync(join(dataFolder, 'attempts.json'), 'utf8'))

test('what was refused while the vault was closed is written down by whoever is in next, once, a line a door', async () => {
  const dataFolder = copyOfBranch()
  await refuse(dataFolder, '李理财', 3, '2026-11-24T07:00:00+08:00')
  await refuse(dataFolder, '冯岚', 1, '2026-11-24T07:30:00+08:00')
  const first = await openTestDesk({ dataFolder, at: '2026-11-24T08:00:00+08:00' })
  const lines = [
    `${person} session.refused staff:2 times:1 first:2026-11-23T23:30:00.000Z last:2026-11-23T23:30:00.000Z`,
    `${person} session.refused staff:3 times:3 first:2026-11-23T23:00:00.000Z last:2026-11-23T23:00:03.000Z`,
  ]
  expect((await linesOf(first)).toSorted()).toEqual(lines)
  expect((await first.client.audit.verdict()).verdict).toBe('intact')
  await first.lock()
  // The waits stay as they were: being written down forgives nobody.
  const second = await openTestDesk({ dataFolder, closed: true, at: '2026-11-23T23:00:04Z' })
  expect(await second.client.session.state()).toMatchObject({
    doors: expect.arrayContaining([expect.objectContaining({ name: '李理财', waitSeconds: 3 })]),
  })
  await second.lock()
  const third = await openTestDesk({ dataFolder, at: '2026-11-24T08:10:00+08:00' })
  expect((await linesOf(third)).toSorted()).toEqual(lines)
  await third.lock()
})

test('a person who got in after some tries finds them written down as well, and the count begins anew', async () => {
  const dataFolder = copyOfBranch()
  await refuse(dataFolder, '李理财', 2, '2026-11-24T07:00:00+08:00')
  const own = await openTestDesk({ dataFolder, closed: true, at: '2026-11-24T07:05:00+08:00' })
  const slotId = await slotOf(own, '李理财')
  await own.client.session.unlock({ slotId, passphrase: ownPassphrase('李理财'), book: 'main' })
  await own.lock()
  expect(bookOf(dataFolder)).toEqual({})
  const head = await openAs({ dataFolder }, person)
  expect(await linesOf(head)).toEqual([
    '李理财 session.refused staff:3 times:2 first:2026-11-23T23:00:00.000Z last:2026-11-23T23:00:01.000Z',
  ])
  await head.lock()
})

test('the card, the command line, and a book nobody could read leave their line too', async () => {
  const dataFolder = copyOfBranch()
  const closed = await openTestDesk({ dataFolder, closed: true, at: '2026-11-24T07:00:00+08:00' })
  const slotId = await slotOf(closed, person)
  const card = { card: describeRecovery(randomBytes(32)).code, slotId, newPassphrase: passphrase }
  const refused = await failureFrom(closed.client.session.unlockWithCard(card))
  expect(refused).toMatchObject({ code: 'wrong-passphrase' })
  await closed.lock()
  const ran = await runVault(['verify', '--data', dataFolder, '--user', '冯岚'], { passphrase: '不是它' })
  expect(ran).toMatchObject({ code: 1 })
  const between = await openTestDesk({ dataFolder })
  expect(await linesOf(between)).toEqual([
    expect.stringMatching(/ session\.refused card times:1 /),
    expect.stringMatching(/ session\.refused staff:2 times:1 /),
  ])
  await between.lock()
  writeFileSync(join(dataFolder, 'attempts.json'), '{')
  const waiting = await openTestDesk({ dataFolder, closed: true, at: '2026-11-24T08:00:00+08:00' })
  await failureFrom(waiting.client.session.unlock({ slotId, passphrase, book: 'main' }))
  await waiting.lock()
  const last = await openTestDesk({ dataFolder, at: '2026-11-24T08:06:00+08:00' })
  expect((await linesOf(last)).at(-1)).toBe(`${person} attempts.unreadable attempts 2026-11-24T00:00:00.000Z`)
  await last.lock()
})

/** Somebody types this, and the power fails at this point. */
const cutOff = async (dataFolder: string, typed: string, step: string, at: string): Promise<void> => {
  const door = await openTestDesk({ dataFolder, closed: true })
  const slotId = await slotOf(door, person)
  await door.lock()
  const script = join(import.meta.dirname, 'killed-unlock.ts')
  const ran = spawnSync(process.execPath, [script, dataFolder, step, slotId, typed, String(Date.parse(at))])
  expect(ran.signal, ran.stderr.toString()).toBe('SIGKILL')
}

test('a passphrase that was being tried when the power failed costs its wait and is not called a wrong one', async () => {
  const dataFolder = copyOfBranch()
  await cutOff(dataFolder, passphrase, 'while-deriving', '2026-11-24T07:00:00+08:00')
  const waiting = await openTestDesk({ dataFolder, closed: true, at: '2026-11-24T07:00:00+08:00' })
  const slotId = await slotOf(waiting, person)
  const again = waiting.client.session.unlock({ slotId, passphrase, book: 'main' })
  expect(await failureFrom(again)).toEqual({ code: 'wrong-passphrase', waitSeconds: 1 })
  await waiting.lock()
  // Whoever pulls the plug at each guess gains nothing: the waits grow, and each guess stands in the record.
  await cutOff(dataFolder, '不是它', 'while-deriving', '2026-11-24T07:00:01+08:00')
  const third = await openTestDesk({ dataFolder, closed: true, at: '2026-11-24T07:00:01+08:00' })
  expect(await failureFrom(third.client.session.unlock({ slotId, passphrase, book: 'main' }))).toEqual({
    code: 'wrong-passphrase',
    waitSeconds: 2,
  })
  await third.lock()
  const test = await openTestDesk({ dataFolder, at: '2026-11-24T08:00:00+08:00' })
  expect(await linesOf(test)).toEqual([
    `${person} session.cut-off staff:1 times:2 first:2026-11-23T23:00:00.000Z last:2026-11-23T23:00:01.000Z`,
  ])
  await test.lock()
  expect(bookOf(dataFolder)).toEqual({})
})

test.each(['unwritten-handed-over', 'unwritten-recorded'])(
  'cut off at %s they are neither lost nor written twice, with a further try in between',
  async (step) => {
    const dataFolder = copyOfBranch()
    await refuse(dataFolder, '李理财', 2, '2026-11-24T07:00:00+08:00')
    await cutOff(dataFolder, passphrase, step, '2026-11-24T07:10:00+08:00')
    await refuse(dataFolder, '李理财', 1, '2026-11-24T07:20:00+08:00')
    const test = await openTestDesk({ dataFolder, at: '2026-11-24T08:00:00+08:00' })
    expect(await linesOf(test)).toEqual([
      `${person} session.refused staff:3 times:2 first:2026-11-23T23:00:00.000Z last:2026-11-23T23:00:01.000Z`,
      `${person} session.refused staff:3 times:1 first:2026-11-23T23:20:00.000Z last:2026-11-23T23:20:00.000Z`,
    ])
    await test.lock()
    expect(bookOf(dataFolder)).toMatchObject({ [await slotIdOf(dataFolder)]: { count: 3 } })
  },
)

const slotIdOf = async (dataFolder: string): Promise<string> => {
  const test = await openTestDesk({ dataFolder, closed: true })
  const slotId = await slotOf(test, '李理财')
  await test.lock()
  return slotId
}

test('a page of the record that can’t be read is told as soon as something should be written down, here and at the next door', async () => {
  const dataFolder = copyOfBranch()
  const filled = await openTestDesk({ dataFolder })
  const { db, auditKey, stamp, database } = openOf(filled)
  db.transact(() => {
    for (let n = 0; n < 300; n += 1)
      appendAudit(
        db,
        auditKey,
        stamp(n, { action: 'client.seen', object: `staff:3 ${String(n).padStart(60, 't')}` }),
      )
  })
  database.checkpoint()
  const pages = leavesOf(db, 'audit_by_object')
  await filled.lock()
  await refuse(dataFolder, '李理财', 1, '2026-11-24T07:00:00+08:00')
  let met = 0
  for (const page of pages) {
    const copy = tempFolder()
    cpSync(dataFolder, copy, { recursive: true })
    spoilPage(join(copy, 'vault'), page)
    const desk = await openTestDesk({ dataFolder: copy, closed: true, at: '2026-11-24T08:00:00+08:00' })
    const slotId = await slotOf(desk, person)
    const unlocked = await desk.client.session.unlock({ slotId, passphrase, book: 'main' }).catch(() => null)
    const { verdict } = desk.desk.verdict.value
    const isWaiting = JSON.stringify(bookOf(copy)).includes('handed')
    await desk.lock()
    if (unlocked === null || !isWaiting) continue
    met += 1
    expect(verdict).toBe('damaged')
    const door = await openTestDesk({ dataFolder: copy, closed: true })
    expect(await door.client.session.state()).toMatchObject({ trouble: 'pages', mayRestore: true })
    await door.lock()
  }
  expect(met).toBeGreaterThan(0)
})
