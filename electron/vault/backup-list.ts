import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { readManifest } from './manifest.ts'

export type BackupLine = {
  readonly name: string
  readonly at: number
  readonly bytes: number
  readonly verified: boolean
}

/** The finished backups of a folder, newest first. One without a genuine manifest is listed as not verified. */
export const listBackups = (into: string, vmk: Uint8Array): readonly BackupLine[] => {
  if (!existsSync(into)) return []
  const names = readdirSync(into).filter((name) => name.endsWith('.zyb') && !name.startsWith('tmp-'))
  return names
    .map((name) => {
      const manifest = readManifest(join(into, name), vmk)
      if (!manifest.ok) return { name, at: 0, bytes: 0, verified: false }
      const bytes = manifest.value.files.reduce((sum, file) => sum + file.bytes, 0)
      return { name, at: manifest.value.at, bytes, verified: true }
    })
    .toSorted((left, right) => right.at - left.at)
}

const day = 86_400_000

// One slot per day, per week and per month; a slot keeps its newest backup.
const grid = [
  { kept: 7, slot: (at: number) => Math.floor(at / day) },
  { kept: 4, slot: (at: number) => Math.floor(at / (7 * day)) },
  { kept: 12, slot: (at: number) => new Date(at).getUTCFullYear() * 12 + new Date(at).getUTCMonth() },
]

/** Seven daily, four weekly, twelve monthly ones stay, and always the newest verified one. */
export const chooseObsolete = (backups: readonly BackupLine[]): readonly BackupLine[] => {
  const verified = backups.filter((line) => line.verified).toSorted((left, right) => right.at - left.at)
  const keep = new Set<BackupLine>(verified.slice(0, 1))
  for (const { kept, slot } of grid) {
    const taken = new Set<number>()
    for (const line of verified) {
      if (taken.has(slot(line.at)) || taken.size === kept) continue
      taken.add(slot(line.at))
      keep.add(line)
    }
  }
  return verified.filter((line) => !keep.has(line))
}
