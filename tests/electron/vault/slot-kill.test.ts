import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  addPassphraseSlot,
  changePassphrase,
  removeSlot,
  resetPassphrase,
} from '../../../electron/vault/change-slots.ts'
import { renewRecovery } from '../../../electron/vault/renew-recovery.ts'
import type { SlotChange } from '../../../electron/vault/change-slots.ts'
import { beginTurn, endTurn, grantRole } from '../../../electron/vault/role-turn.ts'
import { unlockVault, unlockWithRecovery } from '../../../electron/vault/unlock.ts'
import type { VaultKeys } from '../../../electron/vault/vault-keys.ts'
import type { Result } from '../../../shared/result.ts'
import { got, makeTemplate, now, passphrase, ports } from './vault-template.ts'
import type { Template } from './vault-template.ts'

// Each change of the slots is cut off at each of its steps. What opens afterwards must be the old state or the new one.

const feng = '夜来风雨声 花落知多少'
const next = '白日依山尽 黄河入海流'
const role = 'archive'

let vault: Template
let feng1: string
beforeAll(async () => {
  vault = await makeTemplate()
  const common = { folder: vault.folder, keys: vault.keys, now, ...ports }
  feng1 = got(await addPassphraseSlot({ ...common, label: '冯岚', passphrase: feng })).slotId
})
afterAll(() => vault.remove())

class Cut extends Error {}

type Case = {
  readonly what: string
  readonly before?: (change: SlotChange) => void
  readonly act: (change: SlotChange) => Promise<unknown> | Result<unknown>
}

const cases: readonly Case[] = [
  {
    what: 'a new person',
    act: (change) => addPassphraseSlot({ ...change, label: '何静', passphrase: next, temporary: true }),
  },
  {
    what: 'a changed passphrase',
    act: (change) => changePassphrase({ ...change, slotId: feng1, present: feng, next }),
  },
  { what: 'a reset', act: (change) => resetPassphrase({ ...change, slotId: feng1, next, temporary: true }) },
  { what: 'a login taken away', act: (change) => removeSlot({ ...change, slotId: feng1 }) },
  { what: 'a new card', act: (change) => renewRecovery(change) },
  { what: 'a grant', act: (change) => grantRole({ ...change, role, slotId: feng1 }) },
  {
    what: 'a grant taken up',
    before: (change) => void got(grantRole({ ...change, role, slotId: feng1 })),
    act: ({ folder, step = () => undefined }) =>
      unlockVault({ folder, slotId: feng1, passphrase: feng, settle: { now, random: ports.random, step } }),
  },
  { what: 'a rotation begun', act: (change) => beginTurn({ ...change, role, without: [] }) },
  {
    what: 'a rotation ended',
    act: (change) => {
      const { step: _step, ...quiet } = change
      return endTurn({ ...change, turn: got(beginTurn({ ...quiet, role, without: [feng1] })) })
    },
  },
]

const opens = async (folder: string) => {
  const by = async (slotId: string, typed: string): Promise<VaultKeys | null> => {
    const answer = await unlockVault({ folder, slotId, passphrase: typed })
    if (!answer.ok) expect(answer.failure.code).toBe('wrong-passphrase')
    return answer.ok ? answer.value : null
  }
  const card = await unlockWithRecovery({ folder, wordsOrCode: vault.recovery.code })
  return {
    first: await by(vault.slotId, passphrase),
    old: await by(feng1, feng),
    renewed: await by(feng1, next),
    card: card.ok,
  }
}

/** Runs the case until its nth step and cuts it off there; false when it has fewer steps. */
const cutAt = async (one: Case, folder: string, at: number): Promise<boolean> => {
  const change = { folder, keys: vault.keys, now: now + 1000, ...ports }
  one.before?.(change)
  let steps = 0
  const step = (name: string): void => {
    expect(name).toMatch(/^[a-z]+(-[a-z]+)+$/)
    if (steps === at) throw new Cut(name)
    steps += 1
  }
  try {
    await one.act({ ...change, step })
    return false
  } catch (error) {
    if (!(error instanceof Cut)) throw error
    return true
  }
}

test.each(cases)('$what, cut off at any step, leaves the old state or the new one', async (one) => {
  let cuts = 0
  for (let at = 0; ; at += 1) {
    const folder = vault.copy()
    const cut = await cutAt(one, folder, at)
    const seen = await opens(folder)
    expect(seen.first?.dbk, 'the others still open').toEqual(vault.keys.dbk)
    expect(seen.old !== null && seen.renewed !== null, 'never both passphrases').toBe(false)
    if (one.what !== 'a login taken away')
      expect(seen.old !== null || seen.renewed !== null, 'never neither').toBe(true)
    if (one.what !== 'a new card') expect(seen.card).toBe(true)
    expect(seen.first?.rolePrivate.archive, 'somebody has the archive key').toBeDefined()
    if (!cut) break
    cuts += 1
  }
  expect(cuts).toBeGreaterThan(1)
})
