import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Result } from '../../shared/result.ts'
import type { StatementContent } from '../../shared/statement/content.ts'
import { verifyWhole } from '../audit/verify.ts'
import type { OpenDatabase } from '../database/open.ts'
import type { Read } from '../database/handle.ts'
import type { JobCall, JobKind } from '../desk/job-kind.ts'
import { JobRefused } from '../desk/job-kind.ts'
import { noBackup } from './no-backup.ts'
import { mayOpenAll } from '../dossier/access.ts'
import { allMembersOf, householdOf } from '../household/repository.ts'
import { openReady } from '../session/open-ready.ts'
import { statementFor } from '../statement/content.ts'
import { backupsFolder } from '../vault/backup.ts'
import { listBackups, type BackupLine } from '../vault/backup-list.ts'
import { awayFolder } from '../vault/copy-backup.ts'
import { copyFile } from '../vault/copy-file.ts'
import type { Manifest } from '../vault/manifest.ts'
import { databaseFile } from '../vault/state.ts'
import { checkFiles, verifyBackup } from '../vault/verify-backup.ts'
import { watchBytes } from './backup-job.ts'
import { clearDrill, drillFolder } from './drill-folder.ts'

export type DrillInput = { readonly place: 'here' | 'away'; readonly target: string }

export type Drilled = {
  readonly name: string
  readonly madeAt: number
  readonly rows: number
  readonly files: number
  readonly ms: number
  /** One statement of the restored vault, to be put on paper; null where there is none this person may see. */
  readonly sheet: DrillSheet | null
}

export type DrillSheet = {
  readonly content: StatementContent
  /** Whose it is. */
  readonly clientId: number
  /** Every client of that family: what is shown of any of them. */
  readonly family: readonly number[]
}

const passes = 4

const households =
  'SELECT client_id AS id FROM household_member WHERE client_id IS NOT NULL ORDER BY id LIMIT 20'

const familyOf = (copy: Read, householdId: number): readonly number[] =>
  allMembersOf(copy, householdId).flatMap(({ clientId }) => clientId ?? [])

/** The first client whose statement can be made, as only that client may read it. */
const oneStatement = (
  copy: Read,
  { db, session, today }: Pick<JobCall, 'db' | 'session' | 'today'>,
): DrillSheet | null => {
  for (const { id } of copy.all<{ id: number }>(households)) {
    const home = householdOf(copy, id)
    const family = home ? familyOf(copy, home.householdId) : []
    // A dossier in the cabinet stays shut, also in a copy; and a copy doesn't know what was shut or sealed since.
    const open = mayOpenAll(copy, session, [id]).ok && mayOpenAll(db, session, family).ok
    const made = home && open && statementFor(copy, { clientId: id, readers: [home.memberId], today })
    if (made && made.ok) return { content: made.value.content, clientId: id, family }
  }
  return null
}

const refuseUnless = <T>(result: Result<T>): T => {
  if (!result.ok) throw new JobRefused(result.failure)
  return result.value
}

type Newest = { readonly folder: string; readonly line: BackupLine }

const newestAt = (call: JobCall, { place, target }: DrillInput): Newest => {
  const folder = place === 'here' ? backupsFolder(call.vaultFolder) : awayFolder(target, call.keys.vaultId)
  const line = listBackups(folder, call.keys.vmk).find(({ verified }) => verified)
  if (!line) throw new JobRefused(noBackup)
  return { folder: join(folder, line.name), line }
}

const unpack = async (call: JobCall, { folder, line }: Newest, to: string): Promise<Manifest> => {
  const watch = watchBytes(call, line.bytes * passes)
  const manifest = refuseUnless(await verifyBackup(folder, call.keys, watch))
  for (const { name } of manifest.files) {
    mkdirSync(dirname(join(to, name)), { recursive: true, mode: 0o700 })
    await copyFile(join(folder, name), join(to, name), watch)
  }
  refuseUnless(await checkFiles(to, manifest, watch))
  return manifest
}

/** Every page, and every row of the chain against its anchors; then one sheet out of the restored rows. */
const examine = (call: JobCall, folder: string, restored: OpenDatabase): DrillSheet | null => {
  if (restored.quickCheck().length > 0) throw new JobRefused({ code: 'damaged', part: 'backup-database' })
  const { kind } = verifyWhole({ db: restored.handle, folder, keys: call.keys })
  // What a salvage could not save is missing in every copy since.
  if (kind !== 'intact' && kind !== 'salvaged')
    throw new JobRefused({ code: 'damaged', part: `backup-audit:${kind}` })
  return oneStatement(restored.handle, call)
}

/** A restore as it would be, into a folder of its own; it is gone again when the job ends, however it ends. */
export const drillJob: JobKind<DrillInput, Drilled> = {
  writes: false,
  run: async (call, input) => {
    const began = performance.now()
    const newest = newestAt(call, input)
    clearDrill(call.vaultFolder)
    const folder = drillFolder(call.vaultFolder)
    mkdirSync(folder, { mode: 0o700 })
    try {
      const manifest = await unpack(call, newest, folder)
      // As a real restore would be opened: an older copy is brought to this program's schema.
      const restored = refuseUnless(openReady(join(folder, databaseFile), call.keys))
      try {
        const sheet = examine(call, folder, restored)
        const { at, audit, files } = manifest
        const { name } = newest.line
        const ms = Math.round(performance.now() - began)
        return { name, madeAt: at, rows: audit.seq, files: files.length, ms, sheet }
      } finally {
        restored.close()
      }
    } finally {
      clearDrill(call.vaultFolder)
    }
  },
}
