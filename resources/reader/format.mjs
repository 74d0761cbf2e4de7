// What stands in a vault's files, written a second time from docs/vault-format.md. Needs Node and nothing of Zhiyin.
import { createDecipheriv, createECDH, createHash, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'

/** A file that is not what it should be, or a secret that does not open it. The message is for people. */
export class CannotRead extends Error {}

const sha256 = (bytes) => createHash('sha256').update(bytes).digest()

/** Keys sorted, no blanks: the one spelling everything is authenticated in. */
export const canonical = (value) => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .toSorted()
  return `{${members.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`
}

export const derive = (secret, salt, purpose) =>
  Buffer.from(hkdfSync('sha256', secret, salt, `zhiyin/v1/${purpose}`, 32))

const openGcm = (key, nonce, locked, bound) => {
  const cipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: 16 })
  cipher.setAAD(bound)
  cipher.setAuthTag(locked.subarray(-16))
  try {
    return Buffer.concat([cipher.update(locked.subarray(0, -16)), cipher.final()])
  } catch {
    return undefined
  }
}

/** nonce ‖ ciphertext ‖ tag; undefined when the key is wrong or one bit differs. */
const unwrap = (key, wrapped, bound) =>
  openGcm(key, wrapped.subarray(0, 12), wrapped.subarray(12), Buffer.from(bound, 'utf8'))

/** One copy of the header: magic | length | JSON | SHA-256. Undefined when it is not whole. */
export const readHeader = (bytes) => {
  if (bytes.length < 40 || bytes.toString('latin1', 0, 4) !== 'ZYH1') return undefined
  const end = 8 + bytes.readUInt32BE(4)
  if (bytes.length !== end + 32 || !sha256(bytes.subarray(0, end)).equals(bytes.subarray(end)))
    return undefined
  const header = JSON.parse(bytes.toString('utf8', 8, end))
  if (header.v !== 1) throw new CannotRead('this vault was written by a newer version')
  return header
}

// The last two are there in some slots only, and are bound only then.
const slotBinding = (header, { id, kind, roles, kdf, publicKey, held, temporary }) =>
  canonical({ vid: header.vid, id, kind, roles, kdf, publicKey, held, temporary })

/** What a slot locks up, from the stretched secret (Argon2id over the secret with the slot's salt and cost). */
export const openSlot = (header, slot, stretched) => {
  const key = derive(stretched, Buffer.from(slot.kdf.salt, 'base64'), 'kek')
  const plain = unwrap(key, Buffer.from(slot.wrapped, 'base64'), slotBinding(header, slot))
  if (!plain) return undefined
  const payload = JSON.parse(plain.toString('utf8'))
  const roles = Object.entries(payload.roles).map(([role, half]) => [role, Buffer.from(half, 'base64')])
  return { vmk: Buffer.from(payload.vmk, 'base64'), roles: Object.fromEntries(roles) }
}

/** Whether whoever wrote this header held the vault's master key. */
export const isGenuine = (header, vmk) => {
  const { mac, ...covered } = header
  const key = derive(vmk, header.vid, 'header-mac')
  const own = createHmac('sha256', key).update(canonical(covered), 'utf8').digest()
  const theirs = Buffer.from(mac, 'base64')
  return own.length === theirs.length && timingSafeEqual(own, theirs)
}

/** The raw key of vault.db. */
export const databaseKey = ({ vid, db }, vmk) => {
  const bound = canonical({ vid, suite: db.suite, page: db.page })
  return unwrap(derive(vmk, vid, 'database-wrap'), Buffer.from(db.wrappedKey, 'base64'), bound)
}

/** Ephemeral public key ‖ nonce ‖ ciphertext ‖ tag, opened with a role's private half. */
export const unwrapWith = (privateKey, wrapped, bound) => {
  const ecdh = createECDH('prime256v1')
  ecdh.setPrivateKey(privateKey)
  const ephemeral = wrapped.subarray(0, 65)
  const salt = Buffer.concat([ephemeral, ecdh.getPublicKey()])
  return unwrap(derive(ecdh.computeSecret(ephemeral), salt, 'role-wrap'), wrapped.subarray(65), bound)
}

/** What the data key of a sealed file is bound to. */
export const fileBinding = (vid, file) => canonical({ vid, file, use: 'sealed-file' })

const segment = 1024 * 1024 + 16

const nonceOf = (at, isLast) => {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt32BE(at, 7)
  nonce[11] = isLast ? 1 : 0
  return nonce
}

/** A sealed file: magic | length | JSON | segments of at most 1 MiB. Undefined when one bit of it differs. */
export const openSealed = (bytes, dataKey) => {
  if (bytes.length < 8 || bytes.toString('latin1', 0, 4) !== 'ZYD1') return undefined
  const front = bytes.subarray(0, 8 + bytes.readUInt32BE(4))
  const header = JSON.parse(front.toString('utf8', 8))
  const key = derive(dataKey, Buffer.from(header.salt, 'base64'), 'sealed-file')
  const count = Math.ceil((bytes.length - front.length) / segment)
  const parts = []
  for (let at = 0; at < count; at += 1) {
    const from = front.length + at * segment
    const plain = openGcm(key, nonceOf(at, at === count - 1), bytes.subarray(from, from + segment), front)
    if (!plain) return undefined
    parts.push(plain)
  }
  return count === 0 ? undefined : Buffer.concat(parts)
}

const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The 32 bytes behind the card's code of 56 signs; the words need a list that is not here. */
export const secretOfCode = (code) => {
  const text = code.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  if (text.length !== 56 || [...text].some((sign) => !signs.includes(sign)))
    throw new CannotRead('the code of a card has 56 signs; its Chinese words are read by the app only')
  const bits = [...text].map((sign) => signs.indexOf(sign).toString(2).padStart(5, '0')).join('')
  const bytes = Buffer.from(bits.match(/.{8}/g).map((byte) => Number.parseInt(byte, 2)))
  const check = sha256(Buffer.concat([Buffer.from('zhiyin/v1/recovery-code'), bytes.subarray(0, 32)]))
  if (!check.subarray(0, 3).equals(bytes.subarray(32)))
    throw new CannotRead('the code of the card has a typing error')
  return bytes.subarray(0, 32)
}
