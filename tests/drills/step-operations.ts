import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { ok } from '../../shared/result.ts'
import { openReady } from '../../electron/session/open-ready.ts'
import { writeBackup } from '../../electron/vault/backup.ts'
import { databaseFile } from '../../electron/vault/state.ts'
import { addPassphraseSlot, changePassphrase, removeSlot } from '../../electron/vault/change-slots.ts'
import { renewRecovery } from '../../electron/vault/renew-recovery.ts'
import { leastCost } from '../../electron/vault/kdf.ts'
import { beginTurn, endTurn, grantRole, turnToEnd } from '../../electron/vault/role-turn.ts'
import type { Step } from '../../electron/vault/step.ts'
import type { VaultKeys } from '../../electron/vault/vault-keys.ts'

// What a process of its own runs up to its nth step and is killed in: see step-runner.ts.

/** The second person of the drill's vault, and the passphrases of it. */
export const second = {
  label: '冯岚',
  passphrase: '夜来风雨声 花落知多少',
  next: '白日依山尽 黄河入海流',
} as const

export type Operation = {
  readonly folder: string
  readonly keys: VaultKeys
  /** The second person's slot. */
  readonly slotId: string
  readonly step: Step
}

const role = 'archive'

const changeOf = ({ folder, keys, step }: Operation) => ({
  folder,
  keys,
  step,
  kdf: leastCost,
  now: Date.UTC(2026, 10, 24),
  monotonic: () => performance.now(),
  random: (bytes: number) => randomBytes(bytes),
})

export const operations = {
  'passphrase-change': (operation: Operation) =>
    changePassphrase({
      ...changeOf(operation),
      slotId: operation.slotId,
      present: second.passphrase,
      next: second.next,
    }),
  'card-renewal': (operation: Operation) => renewRecovery(changeOf(operation)),
  'new-person': (operation: Operation) =>
    addPassphraseSlot({ ...changeOf(operation), label: '何静', passphrase: second.next }),
  'login-removed': (operation: Operation) => removeSlot({ ...changeOf(operation), slotId: operation.slotId }),
  'role-grant': (operation: Operation) =>
    grantRole({ ...changeOf(operation), role, slotId: operation.slotId }),
  'role-rotation': (operation: Operation) => {
    const change = changeOf(operation)
    const under = turnToEnd({ ...change, role })
    if (!under.ok) return under
    const turn = under.value ? ok(under.value) : beginTurn({ ...change, role, without: [] })
    return turn.ok ? endTurn({ ...change, turn: turn.value }) : turn
  },
  backup: async ({ folder, keys, step }: Operation) => {
    const ready = openReady(join(folder, databaseFile), keys)
    if (!ready.ok) return ready
    const { handle, descriptor, close } = ready.value
    const now = Date.UTC(2026, 10, 24)
    const made = await writeBackup({ vaultFolder: folder, db: handle, descriptor, keys, now, step })
    close()
    return made
  },
} as const

export type OperationName = keyof typeof operations

export const operationNames = Object.keys(operations) as readonly OperationName[]
