import { closeSync, fsyncSync, ftruncateSync, openSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { openPatiently } from './patience.ts'

/** The folder's own entry must reach the disk too, or a new file is lost with the power. Windows has no such call. */
export const syncFolder = (folder: string): void => {
  if (process.platform === 'win32') return
  const descriptor = openSync(folder, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** Waits until a file that something else wrote is on the disk. */
export const syncFile = (path: string): void => {
  // Windows flushes only what was opened for writing.
  const descriptor = openSync(path, 'r+')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

const put = (path: string, bytes: Uint8Array, flag: 'w' | 'a'): void => {
  const descriptor = openPatiently(path, flag)
  try {
    let done = 0
    while (done < bytes.length) done += writeSync(descriptor, bytes, done)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
  syncFolder(dirname(path))
}

/** Returns only when the bytes and the folder entry are on the disk. */
export const writeDurably = (path: string, bytes: Uint8Array): void => put(path, bytes, 'w')

export const appendDurably = (path: string, bytes: Uint8Array): void => put(path, bytes, 'a')

/** Over what is there, from its beginning: takes no room where there is as much already. */
export const overwriteDurably = (path: string, bytes: Uint8Array): void => {
  const descriptor = openSync(path, 'r+')
  try {
    let done = 0
    while (done < bytes.length) done += writeSync(descriptor, bytes, done, bytes.length - done, done)
    ftruncateSync(descriptor, bytes.length)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
