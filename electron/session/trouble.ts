import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { damagedPagesSchema, listPages, type DamagedPages } from '../../shared/audit/damaged-pages.ts'
import type { Failure } from '../../shared/failure.ts'
import { troubles, type Trouble } from '../../shared/session/contract.ts'
import type { Result } from '../../shared/result.ts'
import type { Desk } from '../desk/desk.ts'
import { writeDurably } from '../vault/durable-file.ts'
import { isForeignDatabase } from '../vault/foreign.ts'
import type { VaultState } from '../vault/state.ts'
import { folderOf } from './folders.ts'

// What stands in the way of opening this vault, as far as this desk knows. Some of it shows only with a key.

const troubleKey = 'trouble'

/** A mark beside the vault: pages of it could not be read, so the door also offers the restore. */
const markFile = 'damaged.mark'

const isKnown = (rule: string): rule is Trouble => troubles.some((trouble) => trouble === rule)

const markOf = (desk: Desk): string => join(folderOf(desk.ports.dataFolder, 'main'), markFile)

/** What the mark says; one that is there and can't be read names no page. */
export const markedDamage = (desk: Desk): DamagedPages | null => {
  if (!existsSync(markOf(desk))) return null
  try {
    return damagedPagesSchema.parse(JSON.parse(readFileSync(markOf(desk), 'utf8')))
  } catch {
    return listPages([])
  }
}

/** Kept for the next start; on a disk that takes nothing any more only this session knows. */
export const markDamaged = (desk: Desk, damage: DamagedPages): void => {
  if (desk.open()?.session.book !== 'main') return
  try {
    const known = markedDamage(desk)
    // A page somebody stumbled over says less than the list of a whole check.
    if (known && damage.pages.length === 0) return
    writeDurably(markOf(desk), Buffer.from(JSON.stringify(damage)))
  } catch {
    // The session itself is read-only already.
  }
}

/** A page that can't be read: from here on nothing is written, so that what is left can be saved. */
export const spoil = (desk: Desk): void => {
  const none = listPages([])
  desk.verdict.value = { verdict: 'damaged', row: null, at: desk.ports.clock.now(), ...none }
  markDamaged(desk, none)
}

export const clearMark = (desk: Desk): void => {
  if (desk.open()?.session.book === 'main') rmSync(markOf(desk), { force: true })
}

export const rememberedTrouble = (desk: Desk): Trouble | null => {
  const found = desk.shelf.get(troubleKey)
  return typeof found === 'string' && isKnown(found) ? found : null
}

export const forgetTrouble = (desk: Desk): void => void desk.shelf.delete(troubleKey)

/** Somebody had the right key, and the database still did not open: from now on the door says why. */
export const rememberTrouble = (desk: Desk, failure: Failure): void => {
  const folder = folderOf(desk.ports.dataFolder, 'main')
  if (failure.code === 'newer-version') desk.shelf.set(troubleKey, 'newer-database')
  if (failure.code !== 'damaged') return
  const isDatabase = failure.part.startsWith('database')
  if (failure.part === 'database-missing') desk.shelf.set(troubleKey, 'database-missing')
  else if (isDatabase) desk.shelf.set(troubleKey, isForeignDatabase(folder) ? 'foreign' : 'database')
}

export const troubleOfState = (state: VaultState): Trouble | null => {
  if (state.kind === 'newer') return 'newer-header'
  return state.kind === 'damaged' ? state.part : null
}

/** The folder itself is no place for a vault: its rule is its name. */
export const troubleOfFolder = (held: Result<unknown>): Trouble | null => {
  if (held.ok) return null
  if (held.failure.code === 'disk-full') return 'disk-full'
  if (held.failure.code !== 'refused') return null
  return isKnown(held.failure.rule) ? held.failure.rule : null
}
