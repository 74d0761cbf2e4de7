import { randomBytes } from 'node:crypto'
import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { addPassphraseSlot } from '../../../electron/vault/change-slots.ts'
import { readHeaders, writeHeader } from '../../../electron/vault/header-file.ts'
import { signHeader } from '../../../electron/vault/header.ts'
import { makeKeyPair } from '../../../electron/vault/key-pair.ts'
import type * as Unlock from '../../../electron/vault/unlock.ts'
import type { VaultKeys } from '../../../electron/vault/vault-keys.ts'
import {
  failureFrom,
  openTestDesk,
  passphrase,
  person,
  tempFolder,
  type TestDesk,
} from '../../support/desk.ts'
import { fakeClock } from '../../support/fake-clock.ts'
import { heldOpen, isForgotten } from '../../support/left-behind.ts'
import { addPerson } from '../../support/people.ts'
import { quickHost } from '../../support/quick.ts'
import { openOf } from '../../support/seats.ts'
import { testCost } from '../../support/test-cost.ts'
import { got } from '../vault/vault-template.ts'

// Whoever proves a passphrase or the card and doesn't get in leaves nothing in the process: no key, no open database, no
// half session. Every key the vault hands out here is watched.

const handedOut = vi.hoisted((): VaultKeys[] => [])

vi.mock('../../../electron/vault/unlock.ts', async (original) => {
  const real = await original<typeof Unlock>()
  const watched = <R extends Parameters<typeof Unlock.unlockBy>[0]>(
    open: (request: R) => ReturnType<typeof Unlock.unlockBy>,
  ): typeof open => {
    return async (request) => {
      const onForged = (keys: VaultKeys): void => {
        handedOut.push(keys)
        request.onForged?.(keys)
      }
      const answer = await open({ ...request, onForged })
      if (answer.ok) handedOut.push(answer.value)
      return answer
    }
  }
  return {
    ...real,
    unlockVault: watched(real.unlockVault),
    unlockWithRecovery: watched(real.unlockWithRecovery),
  }
})

afterEach(() => void handedOut.splice(0))

const next = '落花人独立 微雨燕双飞'
const later = '2026-11-24T08:00:00+08:00'

let branch = { dataFolder: '', card: '', li: { slotId: '', passphrase: '' }, head: '' }

beforeAll(async () => {
  const made = await openTestDesk({ closed: true })
  const card = await made.client.session.create({
    bank: '禾川银行',
    branch: '云湖路支行',
    name: person,
    passphrase,
  })
  const answers = card.ask.map((place) => ({ place, word: card.words[place - 1] ?? '' }))
  await made.client.session.confirmCard({ answers })
  const head = openOf(made).session.slotId
  const li = await addPerson(made, '李理财', ['wealth-manager'])
  await made.lock()
  branch = { dataFolder: made.dataFolder, card: card.words.join(''), li, head }
})

const copyOf = (dataFolder: string): string => {
  const folder = tempFolder()
  cpSync(dataFolder, folder, { recursive: true })
  return folder
}

const copyOfBranch = (): string => copyOf(branch.dataFolder)

/** Opened by its head and locked; what she held, kept for whoever wants to change something behind the desk's back. */
const lockedAgain = async (dataFolder: string) => {
  const desk = await openTestDesk({ dataFolder })
  const { vaultFolder, keys } = openOf(desk)
  const kept = { vmk: Buffer.from(keys.vmk), dbk: Buffer.from(keys.dbk) }
  await desk.lock()
  return { ...keys, ...kept, vaultFolder }
}

/** A closed desk that breaks where it is told to. */
const closedDesk = async (dataFolder: string) => {
  const at = { step: '' }
  const step = (name: string): void => {
    if (name === at.step) throw new Error(`a bug at ${name}`)
  }
  return { at, desk: await openTestDesk({ dataFolder, closed: true, at: later, step }) }
}

const expectNothingLeft = ({ desk, dataFolder }: TestDesk): void => {
  expect(handedOut.length).toBeGreaterThan(0)
  expect(handedOut.map(isForgotten)).not.toContain(false)
  expect(heldOpen(dataFolder)).toEqual([])
  expect(desk.open()).toBeNull()
}

describe('the card for somebody who then does not get in', () => {
  const useCard = ({ client }: TestDesk) =>
    client.session.unlockWithCard({ card: branch.card, slotId: branch.li.slotId, newPassphrase: next })

  it.each([
    ['header-first-copy', 'before the door is changed'],
    ['unwritten-handed-over', 'after it'],
  ])('for a bug at %s, %s, leaves no key: whoever comes next may make no card', async (step) => {
    const { desk, at } = await closedDesk(copyOfBranch())
    // So that there is something to write down at the opening.
    await failureFrom(desk.client.session.unlock({ slotId: branch.head, passphrase: '不是它', book: 'main' }))
    at.step = step
    expect(await failureFrom(useCard(desk))).toMatchObject({ code: 'bug' })
    expectNothingLeft(desk)
    at.step = ''
    const typed = step === 'header-first-copy' ? branch.li.passphrase : next
    await desk.client.session.unlock({ slotId: branch.li.slotId, passphrase: typed, book: 'main' })
    expect(await desk.client.session.card()).toEqual({ mayRenew: false, makers: [person] })
    await desk.lock()
  })

  it('and who gets in by it makes the new one', async () => {
    const { desk } = await closedDesk(copyOfBranch())
    await useCard(desk)
    expect(await desk.client.session.card()).toEqual({ mayRenew: true, makers: [person] })
    expect((await desk.client.session.renewCard({ passphrase: next })).words).toHaveLength(24)
    await desk.lock()
  })
})

describe('a public key somebody put in the place of the archive’s', () => {
  const forge = async (dataFolder: string): Promise<void> => {
    const { vaultFolder, vmk } = await lockedAgain(dataFolder)
    const [header] = readHeaders(vaultFolder).readable
    if (!header) throw new Error('no header')
    const roles = { archive: makeKeyPair().public.toString('base64') }
    writeHeader(vaultFolder, signHeader({ ...header, seq: header.seq + 1, roles }, vmk), vmk)
    handedOut.splice(0)
  }

  const unlock = ({ client }: TestDesk) =>
    failureFrom(client.session.unlock({ slotId: branch.head, passphrase, book: 'main' }))

  it('is refused and stands in the record, and nothing stays open', async () => {
    const dataFolder = copyOfBranch()
    await forge(dataFolder)
    const { desk } = await closedDesk(dataFolder)
    expect(await unlock(desk)).toMatchObject({ code: 'damaged', part: 'role-key' })
    expectNothingLeft(desk)
    await desk.client.session.unlock({
      slotId: branch.li.slotId,
      passphrase: branch.li.passphrase,
      book: 'main',
    })
    const refused = "SELECT object, staff FROM audit WHERE action = 'role-key.refused'"
    expect(openOf(desk).db.all(refused)).toEqual([{ object: 'role:archive', staff: 1 }])
    await desk.lock()
  })

  it('is refused without a key left behind also where the database can’t be opened or takes no line', async () => {
    const [missing, shut] = [copyOfBranch(), copyOfBranch()]
    await forge(missing)
    rmSync(join(missing, 'vault', 'vault.db'))
    const without = (await closedDesk(missing)).desk
    expect(await unlock(without)).toMatchObject({ code: 'damaged' })
    expectNothingLeft(without)

    const made = await openTestDesk({ dataFolder: shut })
    openOf(made).db.run(
      "CREATE TRIGGER no_line BEFORE INSERT ON audit WHEN NEW.action = 'role-key.refused' BEGIN SELECT RAISE(ABORT, 'no'); END",
    )
    await made.lock()
    await forge(shut)
    const { desk } = await closedDesk(shut)
    expect(await unlock(desk)).toMatchObject({ code: 'bug' })
    expectNothingLeft(desk)
  })
})

describe('a bug in what is settled after the door', () => {
  it('keeps nobody out: the answer is the session that is open, and the next unlock settles it', async () => {
    const dataFolder = copyOfBranch()
    // A login whose row was never written.
    const { vaultFolder: folder, ...keys } = await lockedAgain(dataFolder)
    const [label, typed] = ['吴倩', next]
    const ports = { now: Date.parse(later), kdf: testCost, monotonic: () => 0, random: randomBytes }
    got(await addPassphraseSlot({ folder, keys, ...ports, label, passphrase: typed }))
    const { desk, at } = await closedDesk(dataFolder)
    const unlock = ({ client }: TestDesk) =>
      client.session.unlock({ slotId: branch.head, passphrase, book: 'main' })
    at.step = 'header-first-copy'
    expect(await unlock(desk)).toMatchObject({ name: person })
    expect(desk.log).toMatchObject([{ code: 'bug', procedure: 'session.settle' }])
    expect(cleared(desk)).toEqual([])
    // Without the lock, which aligns the doors as well.
    const again = await closedDesk(copyOf(dataFolder))
    await unlock(again.desk)
    expect(cleared(again.desk)).toEqual([{ action: 'login.cleared' }])
    await again.desk.lock()
    await desk.lock()
  })

  it('keeps nobody out either who comes in after a wrong PIN that the record does not take', async () => {
    const quick = quickHost(fakeClock(later))
    const dataFolder = copyOfBranch()
    const morning = await openTestDesk({ dataFolder, at: later, quick })
    await morning.client.session.setPin({ pin: '408617' })
    const takesNone = "BEFORE INSERT ON audit WHEN NEW.action = 'session.pin-refused'"
    openOf(morning).db.run(`CREATE TRIGGER none ${takesNone} BEGIN SELECT raise(ABORT, 'no'); END`)
    await morning.lock()
    const desk = await openTestDesk({ dataFolder, closed: true, at: later, quick })
    const slotId = branch.head
    await failureFrom(desk.client.session.unlockQuick({ slotId, pin: '739046' }))
    expect(await desk.client.session.unlock({ slotId, passphrase, book: 'main' })).toMatchObject({
      name: person,
    })
    expect(desk.log).toMatchObject([{ code: 'bug', procedure: 'session.arrive' }])
    await desk.lock()
  })

  const cleared = (desk: TestDesk) =>
    openOf(desk).db.all("SELECT action FROM audit WHERE action = 'login.cleared'")
})
