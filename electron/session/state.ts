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
import { readVaultState } from '../vault/state.ts'
import { secondsToWait } from '../vault/attempts.ts'
import { attemptsOf, folderOf, type Book } from './folders.ts'
import { standingDoors } from './quick.ts'
import { sessionView } from './view.ts'

export type DeskState = z.infer<typeof deskStateSchema>

const lockKey = (book: Book): string => `instance-lock:${book}`

/** Taken once per desk process and kept until it ends; a vault is never read without it. */
export const holdFolder = (desk: Desk, book: Book): Result<null> => {
  if (desk.shelf.has(lockKey(book))) return ok(null)
  const taken = takeInstanceLock(folderOf(desk.ports.dataFolder, book), {
    user: userInfo().username,
    host: hostname(),
    pid: process.pid,
    since: desk.ports.clock.now(),
  })
  if (!taken.ok) return taken
  desk.shelf.set(lockKey(book), taken.value)
  return ok(null)
}

export const releaseFolder = (desk: Desk, book: Book): void => {
  const lock = desk.shelf.get(lockKey(book)) as InstanceLock | undefined
  lock?.release()
  desk.shelf.delete(lockKey(book))
}

const hasVault = (folder: string): boolean => headerFiles.some((file) => existsSync(join(folder, file)))

type Front = Pick<DeskState, 'state' | 'heldBy' | 'bank' | 'branch' | 'doors' | 'lastDoor'>

const nobody = { heldBy: '', bank: '', branch: '', doors: [], lastDoor: null }

const initialsOf = (name: string): string =>
  readingsOf(name)
    .map(({ syllables }) => syllables[0]?.charAt(0).toLowerCase() ?? '')
    .join('')

const frontOf = async (desk: Desk): Promise<Front> => {
  const folder = folderOf(desk.ports.dataFolder, 'main')
  // An empty folder is only looked at: nothing is made before the user asks for a vault.
  if (!existsSync(folder)) return { state: 'none', ...nobody }
  const held = holdFolder(desk, 'main')
  if (!held.ok && held.failure.code === 'in-use')
    return { state: 'in-use', ...nobody, heldBy: held.failure.by }
  if (!held.ok) return { state: 'damaged', ...nobody }
  const vault = readVaultState(folder)
  if (vault.kind === 'none') return { state: 'none', ...nobody }
  if (vault.kind === 'damaged' || vault.kind === 'newer') return { state: vault.kind, ...nobody }
  const quick = await standingDoors(desk, folder)
  const doors = vault.slots
    .filter((slot) => slot.kind === 'passphrase')
    .map((slot) => ({
      slotId: slot.id,
      name: slot.label,
      waitSeconds: secondsToWait(attemptsOf(desk.ports.dataFolder), slot.id, desk.ports.clock.now()),
      initials: initialsOf(slot.label),
      pinTries: quick.tries.get(slot.id) ?? null,
    }))
  const lastDoor = doors.some((door) => door.slotId === quick.last) ? quick.last : null
  return { state: desk.open() ? 'open' : 'locked', heldBy: '', ...vault.title, doors, lastDoor }
}

/** What anyone may see: whether there is a vault, who could unlock it, and the session if there is one. */
export const readState = async (desk: Desk): Promise<DeskState> => {
  const sample = desk.open()?.session.book === 'sample'
  const front: Front = sample ? { state: 'open', ...nobody } : await frontOf(desk)
  const open = desk.open()
  return {
    ...front,
    hasSample: hasVault(folderOf(desk.ports.dataFolder, 'sample')),
    language: desk.ports.settings.get('language'),
    session: open ? sessionView(open, desk.ports.clock.now()) : null,
  }
}
