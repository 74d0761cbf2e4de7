import type { Read } from '../database/handle.ts'
import { encounterById } from '../encounter/repository.ts'

const about = /^\/(encounter|figure|client)\/(\d{1,12})(?:\/|$)/

/** Whom half a sentence at this place is about; null when it is about nobody. */
export const clientOfPlace = (db: Read, place: string): number | null => {
  const [, kind, id] = about.exec(place) ?? []
  if (kind === undefined) return null
  return kind === 'encounter' ? (encounterById(db, Number(id))?.clientId ?? null) : Number(id)
}
