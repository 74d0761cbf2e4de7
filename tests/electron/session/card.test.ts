import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { unlockWithRecovery } from '../../../electron/vault/unlock.ts'
import { addPerson, switchTo } from '../../support/people.ts'
import {
  failureFrom,
  openTestDesk,
  passphrase,
  person,
  tempFolder,
  type TestDesk,
} from '../../support/desk.ts'

// What a recovery card leaves behind when the work with it is cut off: old or new, and never one that counts unseen.

type Stop = { at: string }

const withStop = () => {
  const stop: Stop = { at: '' }
  const step = (name: string): void => {
    if (name === stop.at) throw new Error(`stopped at ${name}`)
  }
  return { stop, step }
}

/** A branch whose card was asked back, and the card's words. */
const branchWithCard = async (step: (name: string) => void = () => undefined) => {
  const test = await openTestDesk({ closed: true, step })
  const who = { bank: '禾川银行', branch: '云湖路支行', name: person, passphrase }
  const made = await test.client.session.create(who)
  await test.client.session.confirmCard({
    answers: made.ask.map((place) => ({ place, word: made.words[place - 1] ?? '' })),
  })
  return { test, card: made.words.join('') }
}

const opens = async (dataFolder: string, wordsOrCode: string): Promise<boolean> =>
  (await unlockWithRecovery({ folder: join(dataFolder, 'vault'), wordsOrCode, mend: false })).ok

/** The folder as it lies there at this moment, opened again by the first person. */
const afterKill = async (dataFolder: string, typed = passphrase): Promise<TestDesk> => {
  const copy = join(tempFolder(), 'data')
  cpSync(dataFolder, copy, { recursive: true })
  const next = await openTestDesk({ dataFolder: copy, closed: true })
  const slotId = (await next.client.session.state()).doors[0]?.slotId ?? ''
  await next.client.session.unlock({ slotId, passphrase: typed, book: 'main' })
  return next
}

const lines = (test: TestDesk): readonly string[] =>
  (test.desk.open()?.db.all<{ action: string }>('SELECT action FROM audit ORDER BY seq') ?? []).map(
    ({ action }) => action,
  )

describe('a new card that is cut off', () => {
  it.each([
    ['header-first-copy', true],
    ['header-second-copy', false],
  ])('at %s leaves it on record that no card counts', async (at, isOld) => {
    const { stop, step } = withStop()
    const { test, card } = await branchWithCard(step)
    stop.at = at
    expect(await failureFrom(test.client.session.renewCard({ passphrase }))).toMatchObject({ code: 'bug' })
    const next = await afterKill(test.dataFolder)
    expect((await next.client.session.me()).cardConfirmed).toBe(false)
    expect(lines(next)).toContain('card.renewed')
    expect(await opens(next.dataFolder, card)).toBe(isOld)
  })

  it('while it waits for a job’s turn has changed nothing yet: the old card counts and opens', async () => {
    const { test, card } = await branchWithCard()
    let end = (): void => undefined
    const job = test.desk.gate.run(() => new Promise<void>((done) => (end = done)))
    const renewed = test.client.session.renewCard({ passphrase })
    while (test.desk.gate.waiting() === 0) await new Promise((wake) => setTimeout(wake, 5))
    const next = await afterKill(test.dataFolder)
    expect((await next.client.session.me()).cardConfirmed).toBe(true)
    expect(await opens(next.dataFolder, card)).toBe(true)
    end()
    await job
    expect((await renewed).words).toHaveLength(24)
    expect((await test.client.session.me()).cardConfirmed).toBe(false)
    expect(await opens(test.dataFolder, card)).toBe(false)
  })
})

describe('a card nobody has checked', () => {
  it('is made anew by who holds the archive key; everybody else is told who that is, and offered nothing', async () => {
    const head = (await branchWithCard()).test
    const li = await addPerson(head, '李理财', ['wealth-manager'])
    await head.client.session.renewCard({ passphrase })
    expect(await head.client.session.card()).toEqual({ mayRenew: true, makers: [person] })
    const test = await switchTo(head, li)
    expect((await test.client.session.me()).cardConfirmed).toBe(false)
    expect(await test.client.session.card()).toEqual({ mayRenew: false, makers: [person] })
    const renewed = test.client.session.renewCard({ passphrase: li.passphrase })
    expect(await failureFrom(renewed)).toMatchObject({ rule: 'card-needs-archive-key' })
  })
})

describe('the card at the door, cut off', () => {
  const next = '落花人独立 微雨燕双飞'

  const useCard = async (test: TestDesk, card: string, typed = next) => {
    const slotId = (await test.client.session.state()).doors[0]?.slotId ?? ''
    return test.client.session.unlockWithCard({ card, slotId, newPassphrase: typed })
  }

  const closedBranch = async (step?: (name: string) => void) => {
    const { test, card } = await branchWithCard()
    await test.lock()
    const { dataFolder } = test
    const at = '2026-11-23T09:00:00+08:00'
    const door = await openTestDesk({ dataFolder, closed: true, at, ...(step ? { step } : {}) })
    return { door, card }
  }

  it.each([
    ['header-first-copy', passphrase],
    ['header-second-copy', next],
  ])('at %s stands in the record, and the card counts no more', async (at, opening) => {
    const { stop, step } = withStop()
    const { door, card } = await closedBranch(step)
    stop.at = at
    expect(await failureFrom(useCard(door, card))).toMatchObject({ code: 'bug' })
    const after = await afterKill(door.dataFolder, opening)
    expect((await after.client.session.me()).cardConfirmed).toBe(false)
    expect(lines(after)).toContain('card.used')
    expect(after.desk.verdict.value.verdict).toBe('intact')
  })

  it('by closing the window after the door was changed is no way in without a trace', async () => {
    let end = (): void => undefined
    const { door, card } = await closedBranch((name) => name === 'header-second-copy' && end())
    end = () => void door.desk.lock()
    expect(await failureFrom(useCard(door, card))).toMatchObject({ code: 'stopped' })
    const after = await afterKill(door.dataFolder, next)
    expect((await after.client.session.me()).cardConfirmed).toBe(false)
    const used = "SELECT object, staff FROM audit WHERE action = 'card.used'"
    expect(after.desk.open()?.db.one(used)).toMatchObject({ object: 'staff:1', staff: 0 })
  })

  it('before anything was changed, or with a new passphrase that is too weak, leaves all as it was', async () => {
    const { door, card } = await closedBranch()
    expect(await failureFrom(useCard(door, card, '12345678'))).toMatchObject({ rule: 'passphrase-weak' })
    const using = useCard(door, card)
    const refused = failureFrom(using)
    await new Promise((wake) => setTimeout(wake, 5))
    await door.desk.lock()
    expect(await refused).toMatchObject({ code: 'stopped' })
    const after = await afterKill(door.dataFolder)
    expect((await after.client.session.me()).cardConfirmed).toBe(true)
    expect(lines(after)).not.toContain('card.used')
    expect(await opens(after.dataFolder, card)).toBe(true)
  })
})
