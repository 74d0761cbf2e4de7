import { join, resolve } from 'node:path'
import { ok, type Result } from '../../shared/result.ts'
import { auditKeyOf, writeAnchor } from '../audit/anchor.ts'
import { appendAudit } from '../audit/chain.ts'
import { openReady } from '../session/open-ready.ts'
import { staffOfSlot } from '../staff/repository.ts'
import { writeBackup, type BackupMade } from '../vault/backup.ts'
import { databaseFile } from '../vault/state.ts'
import type { VaultKeys } from '../vault/vault-keys.ts'
import { verifyBackup } from '../vault/verify-backup.ts'
import { verifyVault, type VaultCheck } from '../vault/verify-vault.ts'
import { boot } from './boot.ts'
import { holding, mayDo, withKeys, type Door } from './vault-door.ts'

/** A live vault, read only and held meanwhile; it leaves no line in the chain it looks at. */
export const verifyLive = (door: Door, head: string | undefined): Promise<Result<VaultCheck>> =>
  holding(door, () =>
    withKeys(door, (keys) =>
      verifyVault({ folder: door.folder, keys, head }, (db) => mayDo(db, keys, door, 'audit.read')),
    ),
  )

export type BackupCheck = VaultCheck & { readonly madeAt: number; readonly files: number }

/** Every file of a backup against its manifest, then its database as that of a vault. */
export const verifyCopy = (door: Door, head: string | undefined): Promise<Result<BackupCheck>> =>
  withKeys(door, async (keys) => {
    const manifest = await verifyBackup(door.folder, keys)
    if (!manifest.ok) return manifest
    const check = await verifyVault({ folder: door.folder, keys, head }, (db) =>
      mayDo(db, keys, door, 'audit.read'),
    )
    if (!check.ok) return check
    return ok({ ...check.value, madeAt: manifest.value.at, files: manifest.value.files.length })
  })

const backUpOpen = async (door: Door, into: string, keys: VaultKeys): Promise<Result<BackupMade>> => {
  const opened = openReady(join(door.folder, databaseFile), keys)
  if (!opened.ok) return opened
  const { handle: db, descriptor, checkpoint, close } = opened.value
  try {
    const allowed = mayDo(db, keys, door, 'backup.run')
    if (!allowed.ok) return allowed
    const made = await writeBackup({ vaultFolder: door.folder, into, db, descriptor, keys, now: door.now })
    if (!made.ok) return made
    const line = { action: 'backup.made', object: `backup:${made.value.name}`, channel: 'cli' as const }
    const by = { slotId: keys.slotId, staffId: staffOfSlot(db, keys.slotId)?.id ?? 0 }
    const when = { at: door.now, boot, mono: Math.round(performance.now()) }
    db.transact(() => appendAudit(db, auditKeyOf(keys), { ...line, ...by, ...when }))
    writeAnchor({ db, folder: door.folder, keys, at: door.now })
    checkpoint()
    return made
  } finally {
    close()
  }
}

/** The whole vault into a folder of the user's choice, under the same name and checks as every backup. */
export const backUpInto = (door: Door, into: string): Promise<Result<BackupMade>> =>
  holding(door, () => withKeys(door, (keys) => backUpOpen(door, resolve(into), keys)))
