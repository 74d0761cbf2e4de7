import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { addDays, weekday } from '../../shared/plain-date.ts'
import type { PlainDate } from '../../shared/plain-date.ts'
import { readManifest } from './manifest.ts'
import type { Manifest } from './manifest.ts'

export type BackupLine = {
  readonly name: string
  readonly at: number
  readonly bytes: number
  /** What deleting it gives back at least: immutable files may be further names of the same bytes. */
  readonly ownBytes: number
  readonly verified: boolean
}

/** Finished backups are named by UTC time and their last audit row; everything else in a folder is somebody's. */
export const backupName = /^\d{8}T\d{6}Z-\d+\.zyb$/

/** A backup on its way: its real name comes last. */
export const halfName = /^tmp-\d{8}T\d{6}Z-\d+\.zyb$/

export const rowOfBackup = (name: string): number => Number(/-(\d+)\.zyb$/.exec(name)?.[1] ?? 0)

const sumOf = (files: Manifest['files']): number => files.reduce((sum, { bytes }) => sum + bytes, 0)

const isOwn = ({ name }: Manifest['files'][number]): boolean => !name.includes('/')

const lineOf = (into: string, name: string, vmk: Uint8Array): BackupLine => {
  const manifest = readManifest(join(into, name), vmk)
  if (!manifest.ok) return { name, at: 0, bytes: 0, ownBytes: 0, verified: false }
  const { at, files } = manifest.value
  return { name, at, bytes: sumOf(files), ownBytes: sumOf(files.filter(isOwn)), verified: true }
}

/** The finished backups of a folder, newest first. One without a genuine manifest is listed as not verified. */
export const listBackups = (into: string, vmk: Uint8Array): readonly BackupLine[] => {
  if (!existsSync(into)) return []
  return readdirSync(into)
    .filter((name) => backupName.test(name))
    .map((name) => lineOf(into, name, vmk))
    .toSorted((left, right) => right.at - left.at)
}

// One slot per day, per week and per month of the branch; a slot keeps its newest backup.
const grid = [
  { kept: 7, slot: (day: PlainDate) => day },
  { kept: 4, slot: (day: PlainDate) => addDays(day, 1 - weekday(day)) },
  { kept: 12, slot: (day: PlainDate) => day.slice(0, 7) },
]

const newestFirst = (backups: readonly BackupLine[]): readonly BackupLine[] =>
  backups.filter((line) => line.verified).toSorted((left, right) => right.at - left.at)

type Retention = {
  /** The branch's day an instant falls on. */
  readonly dayOf: (at: number) => PlainDate
  /** Bytes all backups of this target together may take. */
  readonly budget: number
  readonly weigh: (line: BackupLine) => number
}

const onGrid = (verified: readonly BackupLine[], dayOf: Retention['dayOf']): ReadonlySet<BackupLine> => {
  const keep = new Set<BackupLine>(verified.slice(0, 1))
  for (const { kept, slot } of grid) {
    const taken = new Set<string>()
    for (const line of verified) {
      const place = slot(dayOf(line.at))
      if (taken.has(place) || taken.size === kept) continue
      taken.add(place)
      keep.add(line)
    }
  }
  return keep
}

/** Seven daily, four weekly, twelve monthly ones while they fit, and always the newest verified one. */
export const chooseObsolete = (
  backups: readonly BackupLine[],
  { dayOf, budget, weigh }: Retention,
): readonly BackupLine[] => {
  const verified = newestFirst(backups)
  const wanted = onGrid(verified, dayOf)
  let taken = 0
  return verified.filter((line, at) => {
    if (!wanted.has(line)) return true
    taken += weigh(line)
    return at > 0 && taken > budget
  })
}
