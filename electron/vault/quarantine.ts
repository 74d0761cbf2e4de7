import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { syncFolder, writeDurably } from './durable-file.ts'
import { holderFile, lockFile } from './instance-lock.ts'
import { removePatiently, renamePatiently } from './patience.ts'
import { reserveFile } from './reserve.ts'
import { databaseFile, stagingFolder } from './state.ts'

// How a restored copy takes the place of a damaged vault: the original is set aside whole, never deleted.

export const quarantineFolder = 'quarantine'

/** In the staging folder: the copy is whole, and what is in its way goes to this place in quarantine. */
const readyFile = 'ready'

/** Stays in the vault's folder through a restore. */
export const staying: readonly string[] = [
  lockFile,
  `${lockFile}-journal`,
  holderFile,
  reserveFile,
  stagingFolder,
  quarantineFolder,
  'backups',
]

/** What restores have set aside, as paths inside the vault's folder. */
export const setAsidePlaces = (folder: string): readonly string[] => {
  const place = join(folder, quarantineFolder)
  if (!existsSync(place)) return []
  return readdirSync(place)
    .toSorted()
    .map((name) => `${quarantineFolder}/${name}`)
}

type Ready = { readonly step: 'set-aside' | 'move-in'; readonly place: string }

const writeReady = (folder: string, ready: Ready): void =>
  writeDurably(join(folder, stagingFolder, readyFile), Buffer.from(`${ready.step} ${ready.place}`))

const readReady = (folder: string): Ready | undefined => {
  const path = join(folder, stagingFolder, readyFile)
  if (!existsSync(path)) return undefined
  const found = /^(set-aside|move-in) ([\w-]*)$/.exec(readFileSync(path, 'utf8'))
  if (!found) return undefined
  return { step: found[1] === 'move-in' ? 'move-in' : 'set-aside', place: found[2] ?? '' }
}

/** What stands here waits only to take its place: the next start does that. */
export const isWholeInside = (folder: string): boolean => readReady(folder) !== undefined

const setAside = (folder: string, place: string): void => {
  const inTheWay = readdirSync(folder).filter((name) => !staying.includes(name))
  if (inTheWay.length === 0) return
  const target = join(folder, quarantineFolder, place)
  mkdirSync(target, { recursive: true, mode: 0o700 })
  for (const name of inTheWay) renamePatiently(join(folder, name), join(target, name))
  syncFolder(target)
  syncFolder(folder)
}

/** The database's name comes last: until then the folder says that a restore was cut off. */
const moveIn = (folder: string): void => {
  const staging = join(folder, stagingFolder)
  const names = readdirSync(staging)
    .filter((name) => name !== readyFile)
    .toSorted((left, right) => Number(left === databaseFile) - Number(right === databaseFile))
  for (const name of names) renamePatiently(join(staging, name), join(folder, name))
  syncFolder(folder)
  removePatiently(staging)
}

type Step = ((name: string) => void) | undefined

const goOn = (folder: string, { step: at, place }: Ready, step: Step): void => {
  if (at === 'set-aside') {
    step?.('set-original-aside')
    setAside(folder, place)
    writeReady(folder, { step: 'move-in', place })
  }
  step?.('move-restored-in')
  moveIn(folder)
}

/** From here on nobody is needed any more: whatever cuts it off, the next start goes on. */
export const takePlace = (folder: string, place: string, step?: Step): void => {
  const ready: Ready = { step: 'set-aside', place }
  step?.('mark-restored-ready')
  writeReady(folder, ready)
  goOn(folder, ready, step)
}

/** Ends a restore that was cut off after its copy was whole; clears one that was cut off before. */
export const finishRestore = (folder: string): void => {
  if (!existsSync(join(folder, stagingFolder))) return
  const ready = readReady(folder)
  if (ready) goOn(folder, ready, undefined)
  else if (existsSync(join(folder, databaseFile))) removePatiently(join(folder, stagingFolder))
}
