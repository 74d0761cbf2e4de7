import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

// Electron checks the archive of the app, on Windows and macOS; the native files lie beside it and are loaded as they
// are. Their hashes were put into the archive when it was packed.

const listSchema = z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/))

/** Files with their path inside `folder`, as the list names them. */
const filesBelow = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => !entry.isDirectory())
        .map((entry) =>
          join(entry.parentPath, entry.name)
            .slice(folder.length + 1)
            .replaceAll('\\', '/'),
        )
    : []

/** Every file that is not exactly as packed: changed, added or gone. Empty means the desk may start. */
export const oddNatives = (folder: string, list: unknown): readonly string[] => {
  const read = listSchema.safeParse(list)
  if (!read.success) return ['natives.json']
  const hashes = new Map(Object.entries(read.data))
  const present = filesBelow(folder)
  const isAsPacked = (file: string): boolean =>
    createHash('sha256')
      .update(readFileSync(join(folder, file)))
      .digest('hex') === hashes.get(file)
  return [
    ...present.filter((file) => !isAsPacked(file)),
    ...[...hashes.keys()].filter((file) => !present.includes(file)),
  ]
}

/** macOS puts its own signature into each native after packing and checks it itself at every load. */
export const checksNatives = (platform: string): boolean => platform !== 'darwin'

/** Reads the list beside the shell's own code. Unreadable counts as changed. */
export const changedNatives = (folder: string, listFile: string): readonly string[] => {
  try {
    return oddNatives(folder, JSON.parse(readFileSync(listFile, 'utf8')))
  } catch {
    return ['natives.json']
  }
}
