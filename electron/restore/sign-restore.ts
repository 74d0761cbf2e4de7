import { basename, join } from 'node:path'
import { fail, ok, type Result } from '../../shared/result.ts'
import { rightsOf, type Right } from '../../shared/staff/rights.ts'
import { auditKeyOf, readAnchors, writeAnchor } from '../audit/anchor.ts'
import { appendAudit } from '../audit/chain.ts'
import { newestVersion } from '../database/migrate.ts'
import { migrations } from '../database/migrations/index.ts'
import { openDatabase, type OpenDatabase } from '../database/open.ts'
import { boot } from '../desk/boot.ts'
import { staffOfSlot } from '../staff/repository.ts'
import type { Manifest } from '../vault/manifest.ts'
import { databaseFile } from '../vault/state.ts'
import type { VaultKeys } from '../vault/vault-keys.ts'

export const restoreRight: Right = 'vault.restore'

export type Signing = {
  readonly from: string
  readonly keys: VaultKeys
  readonly manifest: Manifest
  /** The copy, before it takes its place. */
  readonly staging: string
  readonly byCard: boolean
  readonly channel: 'window' | 'cli'
  readonly now: number
  readonly lostUpTo: number | null
}

/** The highest row the damaged vault is known to have had, by its own anchors, where that is beyond the backup. */
export const lastKnownRow = (folder: string, keys: VaultKeys, manifest: Manifest): number | null => {
  const highest = readAnchors(folder, keys).anchors.reduce((most, { seq }) => Math.max(most, seq), 0)
  return highest > manifest.audit.seq ? highest : null
}

const write = ({ handle, checkpoint }: OpenDatabase, signing: Signing): Result<null> => {
  const { keys, byCard, channel, from, manifest, lostUpTo, now, staging } = signing
  const staff = staffOfSlot(handle, keys.slotId)
  const may = staff?.active === true && rightsOf(staff.roles).includes(restoreRight)
  if (!byCard && !may) return fail({ code: 'forbidden', right: restoreRight })
  const lost = `${manifest.audit.seq + 1}-${lostUpTo ?? ''}`
  handle.transact(() =>
    appendAudit(handle, auditKeyOf(keys), {
      action: 'vault.restored',
      // Rows with these numbers may have been there once; from here on they are others.
      object: `backup:${basename(from)} lost:${lost}`,
      at: now,
      boot,
      mono: performance.now(),
      slotId: keys.slotId,
      // The card belongs to the branch, not to a person.
      staffId: byCard ? 0 : (staff?.id ?? 0),
      channel,
    }),
  )
  writeAnchor({ db: handle, folder: staging, keys, at: now })
  checkpoint()
  return ok(null)
}

/** The first line after the restored ones: who brought them back, and which rows are lost. Or a refusal. */
export const signRestore = (signing: Signing): Result<null> => {
  const { keys, staging } = signing
  const opened = openDatabase({
    path: join(staging, databaseFile),
    key: keys.dbk,
    suite: keys.suite,
    newest: newestVersion(migrations),
  })
  if (!opened.ok) return opened
  try {
    return write(opened.value, signing)
  } finally {
    opened.value.close()
  }
}
