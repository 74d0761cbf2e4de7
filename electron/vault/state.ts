import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { readHeaders } from './header-file.ts'
import type { Slot } from './header.ts'

export const databaseFile = 'vault.db'

/** The database while the vault is being created: whatever is in it, nobody has been told of it yet. */
export const unbornDatabaseFile = 'vault.db.new'

/** Where a restore builds its copy. */
export const stagingFolder = 'restoring'

/** What anyone can see before unlock: names, and how many there are. */
export type SlotFace = Pick<Slot, 'id' | 'label' | 'kind' | 'created'>

/** What of a vault is gone, as far as it shows without a key. */
export type DamagedPart = 'header' | 'database-missing' | 'everything-missing' | 'half-restored'

export type VaultState =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'vault'
      readonly vaultId: string
      readonly slots: readonly SlotFace[]
      readonly title: { readonly bank: string; readonly branch: string }
    }
  | { readonly kind: 'damaged'; readonly part: DamagedPart }
  | { readonly kind: 'newer' }

const traces = ['anchor.log', 'quarantine', 'sealed', 'attachments']

/** A vault stood here: whoever finds its traces must not be offered a new one in its place. */
const hasTraces = (folder: string): boolean => {
  if (traces.some((name) => existsSync(join(folder, name)))) return true
  const backups = join(folder, 'backups')
  return existsSync(backups) && readdirSync(backups).some((name) => name.endsWith('.zyb'))
}

export const readVaultState = (folder: string): VaultState => {
  const { copies, readable } = readHeaders(folder)
  const states = Object.values(copies).map((copy) => copy.state)
  const hasDatabase = existsSync(join(folder, databaseFile))
  // A creation that was cut off has shown nobody its recovery words and holds nothing of anybody’s: it may start over.
  if (!hasDatabase && existsSync(join(folder, unbornDatabaseFile))) return { kind: 'none' }
  if (!hasDatabase && existsSync(join(folder, stagingFolder)))
    return { kind: 'damaged', part: 'half-restored' }
  if (states.includes('newer')) return { kind: 'newer' }
  const header = readable[0]
  if (!header) {
    const isEmpty = !hasDatabase && states.every((state) => state === 'absent')
    if (!isEmpty) return { kind: 'damaged', part: 'header' }
    return hasTraces(folder) ? { kind: 'damaged', part: 'everything-missing' } : { kind: 'none' }
  }
  if (!hasDatabase) return { kind: 'damaged', part: 'database-missing' }
  const slots = header.slots.map(({ id, label, kind, created }) => ({ id, label, kind, created }))
  return { kind: 'vault', vaultId: header.vid, slots, title: header.title }
}

/** Whether this is somebody's door, by any copy of the header. Without a readable copy nobody can say. */
export const knowsSlot = (folder: string, slotId: string): boolean => {
  const { readable } = readHeaders(folder)
  const isDoor = (slot: Slot): boolean => slot.kind === 'passphrase' && slot.id === slotId
  return readable.length === 0 || readable.some((header) => header.slots.some(isDoor))
}
