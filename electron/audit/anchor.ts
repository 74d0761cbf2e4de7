import { createSecretKey, type KeyObject } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { canonical } from '../vault/canonical.ts'
import { deriveKey, macOf, sameMac } from '../vault/derive.ts'
import { appendDurably } from '../vault/durable-file.ts'
import { readHeaders } from '../vault/header-file.ts'
import type { Read } from '../database/handle.ts'
import type { VaultKeys } from '../vault/vault-keys.ts'
import { readHead } from './chain.ts'
import type { Head } from './chain.ts'

// The chain alone can be cut off or rebuilt by whoever has the key. The anchor stands outside the database.

export const anchorFile = 'anchor.log'

/** Rows that may follow the last anchor before a new one is due. */
export const anchorEvery = 50

const anchorSchema = z.strictObject({
  seq: z.int().min(0),
  head: z.string(),
  at: z.int(),
  /** Sequence of the newest header: an old header put back shows. */
  header: z.int(),
  mac: z.string(),
})

export type Anchor = z.infer<typeof anchorSchema>
type Holder = Pick<VaultKeys, 'vmk'>

/** The key of the chain's rows. */
export const auditKeyOf = (keys: Holder): KeyObject => createSecretKey(deriveKey(keys.vmk, '', 'audit-mac'))

const macOfAnchor = (keys: Holder, anchor: Anchor): string => {
  const { mac: _mac, ...covered } = anchor
  return macOf(deriveKey(keys.vmk, '', 'anchor-mac'), canonical(covered))
}

export const headerSeq = (folder: string): number => readHeaders(folder).readable[0]?.seq ?? 0

export type AnchorRequest = {
  readonly db: Read
  readonly folder: string
  readonly keys: Holder
  readonly at: number
}

/** Appends a checkpoint of the committed rows and returns when it is on the disk. */
export const writeAnchor = ({ db, folder, keys, at }: AnchorRequest): Head => {
  const head = readHead(db, auditKeyOf(keys))
  const open = { seq: head.seq, head: head.hash, at, header: headerSeq(folder), mac: '' }
  const anchor = { ...open, mac: macOfAnchor(keys, open) }
  const path = join(folder, anchorFile)
  // A line torn by a power cut must not swallow the next one.
  const torn = existsSync(path) && !/(^|\n)$/.test(readFileSync(path, 'utf8'))
  appendDurably(path, Buffer.from(`${torn ? '\n' : ''}${canonical(anchor)}\n`, 'utf8'))
  return head
}

const parseLine = (keys: Holder, line: string): Anchor | undefined => {
  try {
    const anchor = anchorSchema.parse(JSON.parse(line))
    return sameMac(anchor.mac, macOfAnchor(keys, anchor)) ? anchor : undefined
  } catch {
    return undefined
  }
}

/** All genuine checkpoints in their order, and how many lines are not. Only a torn line is nobody's doing. */
export const readAnchors = (
  folder: string,
  keys: Holder,
): { readonly anchors: readonly Anchor[]; readonly foreign: number } => {
  const path = join(folder, anchorFile)
  const text = existsSync(path) ? readFileSync(path, 'utf8') : ''
  const lines = text.split('\n').filter((line) => line !== '')
  const read = lines.map((line) => ({ line, anchor: parseLine(keys, line) }))
  return {
    anchors: read.flatMap(({ anchor }) => (anchor ? [anchor] : [])),
    foreign: read.filter(({ line, anchor }) => !anchor && line.endsWith('}')).length,
  }
}
