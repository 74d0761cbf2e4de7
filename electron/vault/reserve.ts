import { closeSync, existsSync, fsyncSync, openSync, statfsSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { syncFolder } from './durable-file.ts'
import { removePatiently, renamePatiently } from './patience.ts'
import type { Random } from './random.ts'

// Ballast: on a full disk even a deletion or a checkpoint needs room. Giving this file up makes some at once.

export const reserveFile = 'reserve.bin'

const mebi = 1024 * 1024
export const reserveBytes = 64 * mebi

/** So many times itself must be free before the ballast is laid down again; else it would itself fill the disk. */
const roomFor = 4

export const hasReserve = (folder: string): boolean => existsSync(join(folder, reserveFile))

const freeBytes = (folder: string): number => {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}

/** Random bytes, so that no file system can store them in less than they are. */
const layDown = (path: string, random: Random, bytes: number): void => {
  const descriptor = openSync(path, 'w', 0o600)
  try {
    for (let done = 0; done < bytes; done += mebi) writeSync(descriptor, random(mebi))
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** Keeps the ballast where there is room for it. Says whether it is there afterwards. */
export const keepReserve = (folder: string, random: Random, bytes = reserveBytes): boolean => {
  if (hasReserve(folder)) return true
  const half = join(folder, `${reserveFile}.new`)
  removePatiently(half)
  if (freeBytes(folder) < roomFor * bytes) return false
  try {
    layDown(half, random, bytes)
    renamePatiently(half, join(folder, reserveFile))
    syncFolder(folder)
    return true
  } finally {
    removePatiently(half)
  }
}

/** Gives the ballast up; false when there was none. Nothing else is ever deleted to make room. */
export const freeReserve = (folder: string): boolean => {
  const there = hasReserve(folder)
  removePatiently(join(folder, reserveFile))
  removePatiently(join(folder, `${reserveFile}.new`))
  return there
}

/** Less than this is free: not even an attempt at the door could be counted. */
const crampedBelow = mebi

/** Nothing is left to give up, and there is no room to write in: such a vault is only read. */
export const isOutOfRoom = (folder: string): boolean =>
  !hasReserve(folder) && freeBytes(folder) < crampedBelow

/** A start on a full disk gives the ballast up at once, or nobody could unlock to make room. */
export const easeCramped = (folder: string): void => {
  if (hasReserve(folder) && freeBytes(folder) < crampedBelow) freeReserve(folder)
}
