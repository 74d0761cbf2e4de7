import { z } from 'zod'
import { mayOwn } from '../../shared/client/owner-rule.ts'
import { staffNames } from '../client/staff-names.ts'
import type { Read, Write } from '../database/handle.ts'
import { putSetting, readSetting } from '../setting/repository.ts'
import { staffById, staffByName } from '../staff/repository.ts'

const namesSchema = z.record(z.string(), z.number().int().nullable())

const key = 'ownerNames'

const remembered = (db: Read): Readonly<Record<string, number | null>> => {
  const stored = namesSchema.safeParse(readSetting(db, key))
  return stored.success ? stored.data : {}
}

/**
 * Who a name in a bank's file stands for: as decided before, else the colleague of that name; undefined: open. Whoever
 * left or keeps dossiers since is open again.
 */
export const knownOwner = (db: Read): ((name: string) => number | null | undefined) => {
  const decided = remembered(db)
  return (name) => {
    if (name === '') return null
    const id = decided[name]
    if (id === null) return null
    const staff = id === undefined ? staffByName(db, name) : staffById(db, id)
    return staff && mayOwn(staff).ok ? staff.id : undefined
  }
}

/** Decisions are kept for the next file; nothing is written when nothing new was decided. */
export const rememberOwners = (
  db: Write,
  owners: ReadonlyMap<string, number | null>,
  at: number,
  staffId: number,
): void => {
  const names = staffNames(db)
  const before = remembered(db)
  const told = [...owners].filter(([name, id]) => name !== '' && (id === null || names.get(id) !== name))
  const after = { ...before, ...Object.fromEntries(told) }
  if (JSON.stringify(after) !== JSON.stringify(before)) putSetting(db, key, after, at, staffId)
}
