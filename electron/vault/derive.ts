import { createHmac, hkdfSync, timingSafeEqual, type KeyObject } from 'node:crypto'

export type Purpose =
  | 'kek'
  | 'header-mac'
  | 'database-wrap'
  | 'audit-mac'
  | 'anchor-mac'
  | 'backup-mac'
  | 'role-wrap'
  | 'role-turn'
  | 'role-holders'
  | 'quick-wrap'
  | 'sealed-file'
  | 'sealed-name'

/** One key per purpose, so that no key is ever used for two things. */
export const deriveKey = (secret: Uint8Array, salt: Uint8Array | string, purpose: Purpose): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, salt, `zhiyin/v1/${purpose}`, 32))

/** A key that is used often comes as a key object: taking one in costs seven times the sum itself. */
export const macOf = (key: Uint8Array | KeyObject, text: string): string =>
  createHmac('sha256', key).update(text, 'utf8').digest('base64')

/** Compares two MACs without telling by its duration where they differ. */
export const sameMac = (left: string, right: string): boolean => {
  const a = Buffer.from(left)
  const b = Buffer.from(right)
  return a.length === b.length && timingSafeEqual(a, b)
}
