import { hostname, userInfo } from 'node:os'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import type { deskStateSchema } from '../../shared/session/contract.ts'
import { readingsOf } from '../../shared/search/pinyin.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { Desk } from '../desk/desk.ts'
import { headerFiles } from '../vault/header-file.ts'
import { takeInstanceLock, type InstanceLock } from '../vault/instance-lock.ts'
import { finishRestore } from '../vault/quarantine.ts'
import { easeCramped } from '../vault/reserve.ts'
import { readVaultState, type SlotFace, type VaultState } from '../vault/state.ts'
import { secondsToWait } from '../vault/attempts.ts'
import { attemptsOf, folderOf, type Book } from './folders.ts'
import { clearDrill } from '../backup/drill-folder.ts'
import { standingDoors } from './quick.ts'
import { markedDamage, rememberedTrouble, troubleOfFolder, troubleOfState } from './trouble.ts'
import { sessionView } from './view.ts'

export type DeskState = z.infer<typeof deskStateSchema>

const lockKey = (book: Book): string => `instance-lock:${book}`

/** Taken once per desk process and kept until it ends; a vault is never read without it. */
export const holdFolder = (desk: Desk, book: Book): Result<null> => {
  if (desk.shelf.has(lockKey(book))) return ok(null)
  const folder = folderOf(desk.ports.dataFolder, book)
  // Before the lock, which needs room itself. Nobody loses anything but ballast.
  easeCramped(folder)
  const taken = takeInstanceLock(folder, {
    user: userInfo().username,
    host: hostname(),
    pid: process.pid,
    since: desk.ports.clock.now(),
  })
  if (!taken.ok) return taken
  desk.shelf.set(lockKey(book), taken.value)
  if (book === 'main') clearUnfinished(folder)
  return ok(null)
}

/** What was cut off by the last end of the program. What can't be ended now shows at the door. */
const clearUnfinished = (folder: string): void => {
  try {
    clearDrill(folder)
    finishRestore(folder)
  } catch {
    // Held by another program, or a full disk: the state of the folder says so.
  }
}

export const releaseFolder = (desk: Desk, book: Book): void => {
  const lock = desk.shelf.get(lockKey(book)) as InstanceLock | undefined
  lock?.release()
  desk.shelf.delete(lockKey(book))
}

const hasVault = (folder: string): boolean => headerFiles.some((file) => existsSync(join(folder, file)))

type Doors = Pick<DeskState, 'doors' | 'lastDoor'>
type Front = Pick<DeskState, 'state' | 'heldBy' | 'bank' | 'branch' | 'trouble' | 'damage' | 'mayRestore'>

const nobody = { heldBy: '', bank: '', branch: '', trouble: null, damage: null, mayRestore: false }
const noDoors: Doors = { doors: [], lastDoor: null }

const initialsOf = (name: string): string =>
  readingsOf(name)
    .map(({ syllables }) => syllables[0]?.charAt(0).toLowerCase() ?? '')
    .join('')

const doorsOf = async (desk: Desk, folder: string, slots: readonly SlotFace[]): Promise<Doors> => {
  const quick = await standingDoors(desk, folder)
  const doors = slots
    .filter((slot) => slot.kind === 'passphrase')
    .map((slot) => ({
      slotId: slot.id,
      name: slot.label,
      waitSeconds: secondsToWait(attemptsOf(desk.ports.dataFolder), slot.id, desk.ports.clock.now()),
      initials: initialsOf(slot.label),
      pinTries: quick.tries.get(slot.id) ?? null,
    }))
  return { doors, lastDoor: doors.some((door) => door.slotId === quick.last) ? quick.last : null }
}

const inTrouble = (desk: Desk, vault: VaultState): Front | null => {
  const trouble = troubleOfState(vault) ?? rememberedTrouble(desk)
  if (trouble === null || desk.open()) return null
  const isNewer = trouble === 'newer-header' || trouble === 'newer-database'
  const title = vault.kind === 'vault' ? vault.title : {}
  return { ...nobody, ...title, state: isNewer ? 'newer' : 'damaged', trouble, mayRestore: !isNewer }
}

type Faced = { readonly front: Front; readonly slots: readonly SlotFace[] }

const faced = (front: Front, slots: readonly SlotFace[] = []): Faced => ({ front, slots })

const faceOf = (desk: Desk): Faced => {
  const folder = folderOf(desk.ports.dataFolder, 'main')
  // An empty folder is only looked at: nothing is made before the user asks for a vault.
  if (!existsSync(folder)) return faced({ ...nobody, state: 'none', mayRestore: true })
  const held = holdFolder(desk, 'main')
  if (!held.ok && held.failure.code === 'in-use')
    return faced({ ...nobody, state: 'in-use', heldBy: held.failure.by })
  if (!held.ok) return faced({ ...nobody, state: 'damaged', trouble: troubleOfFolder(held) })
  const vault = readVaultState(folder)
  if (vault.kind === 'none') return faced({ ...nobody, state: 'none', mayRestore: true })
  const trouble = inTrouble(desk, vault)
  if (trouble || vault.kind !== 'vault') return faced(trouble ?? { ...nobody, state: 'damaged' })
  const damage = desk.open() ? null : markedDamage(desk)
  const front: Front = {
    ...nobody,
    state: desk.open() ? 'open' : 'locked',
    ...vault.title,
    trouble: damage ? 'pages' : null,
    damage,
    mayRestore: damage !== null,
  }
  return faced(front, vault.slots)
}

const frontOf = async (desk: Desk): Promise<Front & Doors> => {
  const { front, slots } = faceOf(desk)
  if (slots.length === 0) return { ...front, ...noDoors }
  return { ...front, ...(await doorsOf(desk, folderOf(desk.ports.dataFolder, 'main'), slots)) }
}

/** May a backup take the vault's place now? Never while there is one that opens. */
export const mayRestoreNow = (desk: Desk): boolean => !desk.open() && faceOf(desk).front.mayRestore

/** What anyone may see: whether there is a vault, who could unlock it, and the session if there is one. */
export const readState = async (desk: Desk): Promise<DeskState> => {
  const sample = desk.open()?.session.book === 'sample'
  const front = sample ? { ...nobody, ...noDoors, state: 'open' as const } : await frontOf(desk)
  const open = desk.open()
  return {
    ...front,
    hasSample: hasVault(folderOf(desk.ports.dataFolder, 'sample')),
    language: desk.ports.settings.get('language'),
    session: open ? sessionView(open, desk.ports.clock.now()) : null,
  }
}
