import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { basename, isAbsolute, join, resolve } from 'node:path'
import type { FoundBackup } from '../../shared/restore/contract.ts'
import { answers } from '../backup/list-places.ts'
import type { Desk } from '../desk/desk.ts'
import { folderOf } from '../session/folders.ts'
import { backupName, rowOfBackup } from '../vault/backup-list.ts'
import { backupsFolder } from '../vault/backup.ts'
import { readHeaders } from '../vault/header-file.ts'
import type { Header } from '../vault/header.ts'

// Nobody is unlocked here. Only a folder that is named like a backup and has a readable header is described; for
// everything else, be it there or not, the answer is the same: nothing.

const most = 100

/** `20261123T080500Z-17.zyb` → when it was made. */
const timeOf = (name: string): number => {
  const [, y, mo, d, h, mi, s] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/.exec(name) ?? []
  return Date.parse(`${y}-${mo}-${d}T${h}:${mi}:${s}Z`) || 0
}

export const presentHeader = (desk: Desk): Header | undefined =>
  readHeaders(folderOf(desk.ports.dataFolder, 'main')).readable[0]

const describe = (
  from: string,
  place: FoundBackup['place'],
  present: Header | undefined,
): FoundBackup | null => {
  const name = basename(from)
  const header = backupName.test(name) ? readHeaders(from).readable[0] : undefined
  // Where the header of this place can still be read, only its own vault may come back.
  if (!header || (present && present.vid !== header.vid)) return null
  const doors = (present ?? header).slots
    .filter(({ kind }) => kind === 'passphrase')
    .map(({ id, label }) => ({ slotId: id, name: label }))
  return { from, place, at: timeOf(name), rows: rowOfBackup(name), ...header.title, doors }
}

/** The one backup at this very path, by the same rules. */
export const backupAt = (desk: Desk, from: string): FoundBackup | null =>
  isAbsolute(from) ? describe(resolve(from), 'typed', presentHeader(desk)) : null

const namesIn = async (folder: string): Promise<readonly string[]> =>
  existsSync(folder) ? readdir(folder).catch(() => []) : []

/** A folder of backups, a second target with one folder per vault, or a backup itself. */
const candidates = async (folder: string): Promise<readonly string[]> => {
  if (!isAbsolute(folder) || !(await answers(folder))) return []
  const place = resolve(folder)
  if (backupName.test(basename(place))) return [place]
  const names = await namesIn(place)
  const nested = names.filter((name) => /^zhiyin-[0-9a-f]{8}$/.test(name)).map((name) => join(place, name))
  const inNested = await Promise.all(
    nested.map(async (each) => (await namesIn(each)).map((name) => join(each, name))),
  )
  return [...names.map((name) => join(place, name)), ...inNested.flat()]
}

/** Everything that could be restored here, newest first: this PC, the second target, and a typed folder. */
export const findBackups = async (desk: Desk, typed: string): Promise<FoundBackup[]> => {
  const places = [
    ['here', backupsFolder(folderOf(desk.ports.dataFolder, 'main'))],
    ['away', desk.ports.settings.get('secondBackupFolder')],
    ['typed', typed],
  ] as const
  const present = presentHeader(desk)
  // Side by side: a share that is gone costs the time of one, not of three.
  const named = await Promise.all(
    places.map(async ([place, folder]) => ({ place, paths: await candidates(folder) })),
  )
  const found = new Map<string, FoundBackup>()
  for (const { place, paths } of named)
    for (const from of paths) {
      const backup = found.has(from) ? null : describe(from, place, present)
      if (backup) found.set(from, backup)
    }
  return [...found.values()].toSorted((left, right) => right.at - left.at).slice(0, most)
}
