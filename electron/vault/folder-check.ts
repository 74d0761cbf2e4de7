import { accessSync, constants, existsSync, lstatSync, mkdirSync, readFileSync, statfsSync } from 'node:fs'
import { dirname, join, resolve, sep } from 'node:path'
import { ok, refuse } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import { databaseFile } from './state.ts'

// A live vault under a syncing program or on a network share gets torn apart by it, sooner or later.
const syncNames = [
  'onedrive',
  'dropbox',
  'google drive',
  'googledrive',
  'icloud',
  'nutstore',
  '坚果云',
  'syncthing',
]
const syncMarkers = [
  '.dropbox',
  '.dropbox.cache',
  '.nutstore',
  '.stfolder',
  '.sync',
  '.849C9593-D756-4E56-8D6E-42412F2A707B',
]
const networkTypes = [
  'nfs',
  'nfs4',
  'cifs',
  'smb3',
  'smbfs',
  'afs',
  'ncpfs',
  'davfs',
  '9p',
  'fuse.sshfs',
  'fuse.rclone',
  'fuse.s3fs',
]

const parents = (folder: string): string[] => {
  const up = dirname(folder)
  return up === folder ? [folder] : [folder, ...parents(up)]
}

export const isSynced = (folder: string): boolean =>
  folder
    .toLowerCase()
    .split(sep)
    .some((part) =>
      syncNames.some((name) => part === name || part.startsWith(`${name} `) || part.startsWith(`${name}-`)),
    ) || parents(folder).some((parent) => syncMarkers.some((marker) => existsSync(join(parent, marker))))

const unescape = (text: string): string =>
  text.replaceAll(/\\(\d{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)))

/** Is the folder on a mount of a network type? `mounts` is the text of /proc/mounts. */
export const isOnNetwork = (folder: string, mounts: string): boolean => {
  let best = { point: '', type: '' }
  for (const line of mounts.split('\n')) {
    const [, escaped, type] = line.split(' ')
    if (escaped === undefined || type === undefined) continue
    const point = unescape(escaped)
    const covers = folder === point || folder.startsWith(point.endsWith('/') ? point : `${point}/`)
    if (covers && point.length >= best.point.length) best = { point, type }
  }
  return networkTypes.includes(best.type)
}

const readMounts = (): string => (process.platform === 'linux' ? readFileSync('/proc/mounts', 'utf8') : '')

const isUnc = (folder: string): boolean => folder.startsWith('\\\\')

const hasLink = (folder: string): boolean => existsSync(folder) && lstatSync(folder).isSymbolicLink()

/** A database under a second name can be opened by that name, past the lock; one behind a link can be exchanged. */
const isDatabaseLinked = (folder: string): boolean => {
  const path = join(folder, databaseFile)
  if (!existsSync(path)) return false
  const found = lstatSync(path)
  return found.isSymbolicLink() || found.nlink > 1
}

const isWritable = (folder: string): boolean => {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK)
    return (statfsSync(folder).bavail ?? 0) >= 0
  } catch {
    return false
  }
}

/** May a live vault stand here? Says why not. */
export const checkFolder = (folder: string): Result<null> => {
  const place = resolve(folder)
  if (hasLink(place) || isDatabaseLinked(place)) return refuse('folder-linked', { folder: place })
  if (isSynced(place)) return refuse('folder-synced', { folder: place })
  if (isUnc(place) || isOnNetwork(place, readMounts())) return refuse('folder-on-network', { folder: place })
  if (existsSync(place) && !isWritable(place)) return refuse('folder-read-only', { folder: place })
  return ok(null)
}

/** The same check, then the folder itself, for this user alone. */
export const prepareFolder = (folder: string): Result<null> => {
  const checked = checkFolder(folder)
  if (!checked.ok) return checked
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch {
    return refuse('folder-read-only', { folder })
  }
  return checkFolder(folder)
}
