import { mkdtempSync, realpathSync, rmdirSync, statSync } from 'node:fs'
import { isAbsolute, join, sep } from 'node:path'
import { ok, refuse, type Result } from '../../shared/result.ts'

// Backups are encrypted files that never change: they may lie on a share. The live vault may not (folder-check).

const isInside = (inner: string, outer: string): boolean => inner === outer || inner.startsWith(outer + sep)

const realFolder = (path: string): string | null => {
  try {
    const real = realpathSync(path)
    return statSync(real).isDirectory() ? real : null
  } catch {
    return null
  }
}

const takesFiles = (folder: string): boolean => {
  try {
    rmdirSync(mkdtempSync(join(folder, 'zhiyin-try-')))
    return true
  } catch {
    return false
  }
}

/** Whether two folders are on one disk, as far as the system says; a share is another one. */
export const isSameDisk = (left: string, right: string): boolean => {
  try {
    return statSync(left).dev === statSync(right).dev
  } catch {
    return false
  }
}

/** May backups go there? The folder must exist, take files, and lie outside the data folder. */
export const checkSecondTarget = (typed: string, dataFolder: string): Result<string> => {
  if (!isAbsolute(typed)) return refuse('second-not-absolute')
  const folder = realFolder(typed)
  if (folder === null) return refuse('second-missing')
  const data = realFolder(dataFolder) ?? dataFolder
  if (isInside(folder, data) || isInside(data, folder)) return refuse('second-inside')
  return takesFiles(folder) ? ok(folder) : refuse('second-read-only')
}
