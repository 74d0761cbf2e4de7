import { policySchema, type Policy } from '../../shared/setting/contract.ts'
import type { Read, Write } from '../database/handle.ts'

export const defaultPolicy: Policy = {
  bank: '知音',
  branch: '知音',
  zone: 'Asia/Shanghai',
  idleMinutes: 5,
  meetingIdleMinutes: 20,
  ratioSet: 'common',
  seniorFrom: 'R4',
  branchCode: '',
  keeperFrom: '08:30',
  keeperUntil: '18:00',
}

// By number, not by time: a clock that was set back must not bring an older policy back.
const newest = `
  SELECT key, value FROM setting AS s
  WHERE id = (SELECT id FROM setting WHERE key = s.key ORDER BY id DESC LIMIT 1)`

/** The policy in force: the newest row of each key, defaults where there is none. */
export const currentPolicy = (db: Read): Policy => {
  const rows = db.all<{ key: string; value: string }>(newest)
  const stored = Object.fromEntries(rows.map((row) => [row.key, JSON.parse(row.value) as unknown]))
  return policySchema.parse({ ...defaultPolicy, ...stored })
}

/** The branch's zone alone: each call asks for it. */
export const currentZone = (db: Read): string =>
  policySchema.shape.zone.parse(readSetting(db, 'zone') ?? defaultPolicy.zone)

export const readSetting = (db: Read, key: string): unknown => {
  const row = db.one<{ value: string }>('SELECT value FROM setting WHERE key = ? ORDER BY id DESC LIMIT 1', [
    key,
  ])
  return row === undefined ? undefined : (JSON.parse(row.value) as unknown)
}

export const putSetting = (db: Write, key: string, value: unknown, at: number, staffId: number): void => {
  db.run('INSERT INTO setting(key, value, valid_from, staff_id) VALUES (?, ?, ?, ?)', [
    key,
    JSON.stringify(value),
    at,
    staffId,
  ])
}
