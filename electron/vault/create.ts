import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { judgePassphrase } from '../../shared/vault/passphrase.ts'
import { fail, ok, refuse } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import { createDatabase } from '../database/open.ts'
import { lockDatabaseKey } from './database-key.ts'
import { syncFile, syncFolder } from './durable-file.ts'
import { prepareFolder } from './folder-check.ts'
import { headerFiles, writeHeader } from './header-file.ts'
import { firstPolicy, headerVersion, signHeader } from './header.ts'
import type { Header, Slot, Suite } from './header.ts'
import { calibrate } from './kdf.ts'
import type { KdfCost } from './kdf-cost.ts'
import { makeKeyPair } from './key-pair.ts'
import type { KeyPair } from './key-pair.ts'
import { renamePatiently } from './patience.ts'
import { passphraseBytes } from './passphrase-text.ts'
import type { Random } from './random.ts'
import { describeRecovery } from './recovery-code.ts'
import type { Recovery } from './recovery-code.ts'
import { withHolders } from './role-holders.ts'
import { makeSlot } from './slot.ts'
import { chooseSuite, timeSuite } from './choose-suite.ts'
import { databaseFile, readVaultState, unbornDatabaseFile } from './state.ts'
import type { VaultKeys } from './vault-keys.ts'

export type VaultPlan = {
  readonly folder: string
  readonly vaultId?: string
  /** The first person's name, readable before unlock. */
  readonly staffLabel: string
  /** Bank and branch as shown on the unlock screen. */
  readonly title?: { readonly bank: string; readonly branch: string }
  readonly passphrase: string
  /** Null or absent: measured on this machine. */
  readonly kdf?: KdfCost | null
  readonly now: number
  readonly monotonic: () => number
  readonly random: Random
  /** Asked after the keys were derived, which takes a while: a desk on its way out makes no vault any more. */
  readonly isWanted: () => boolean
  /** Writes the schema and the first rows while the database still has its unborn name, and closes it again. */
  readonly fill: (path: string, keys: VaultKeys) => Result<null>
}

export type NewVault = { readonly keys: VaultKeys; readonly slotId: string; readonly recovery: Recovery }

type Born = { readonly keys: VaultKeys; readonly archive: KeyPair }

const bearKeys = (plan: VaultPlan, suite: Suite): Born => {
  const archive = makeKeyPair()
  const keys: VaultKeys = {
    vaultId: plan.vaultId ?? plan.random(16).toString('hex'),
    slotId: plan.random(8).toString('hex'),
    vmk: plan.random(32),
    dbk: plan.random(32),
    userPrivate: makeKeyPair().private,
    // Until there is a keeper the first person holds the archive's key (docs/decisions/0008).
    rolePrivate: { archive: archive.private },
    rolePublic: { archive: archive.public },
    temporary: false,
    suite,
    policy: firstPolicy,
    header: 'whole',
  }
  return { keys, archive }
}

const probeIn =
  ({ folder, monotonic, random }: VaultPlan) =>
  (suite: Suite): number =>
    timeSuite({ folder, suite, monotonic, random })

const firstSlots = async (plan: VaultPlan, keys: VaultKeys, secret: Buffer): Promise<Slot[]> => {
  const cost = plan.kdf ?? (await calibrate(plan.monotonic))
  const common = { vaultId: keys.vaultId, cost, created: plan.now, now: plan.now, random: plan.random }
  const typed = passphraseBytes(plan.passphrase)
  const own = await makeSlot({
    ...common,
    id: keys.slotId,
    kind: 'passphrase',
    label: plan.staffLabel,
    secret: typed,
    payload: keys,
  })
  const card = await makeSlot({
    ...common,
    id: plan.random(8).toString('hex'),
    kind: 'recovery',
    label: '',
    secret,
    payload: { ...keys, userPrivate: makeKeyPair().private },
  })
  typed.fill(0)
  return [own, card]
}

const firstHeader = (plan: VaultPlan, { keys, archive }: Born, slots: Slot[]): Header => {
  const db = { suite: keys.suite, page: 4096 } as const
  const wrappedKey = lockDatabaseKey({ vid: keys.vaultId, db }, keys.vmk, keys.dbk, plan.random)
  const body = {
    fmt: 'ZYH1',
    v: headerVersion,
    vid: keys.vaultId,
    seq: 1,
    db: { ...db, wrappedKey },
    roles: { archive: archive.public.toString('base64') },
    slots,
    title: plan.title ?? { bank: '', branch: '' },
    policy: keys.policy,
  } as const
  return signHeader(withHolders<Omit<Header, 'mac'>>(body, 'archive', archive.private, slots), keys.vmk)
}

const clearLeftovers = (folder: string): void => {
  for (const file of [
    ...headerFiles,
    unbornDatabaseFile,
    `${unbornDatabaseFile}-wal`,
    `${unbornDatabaseFile}-shm`,
  ])
    rmSync(join(folder, file), { force: true })
}

/** A new vault in an empty folder: keys, two slots, header in two copies, an encrypted database with its first rows. */
export const createVault = async (plan: VaultPlan): Promise<Result<NewVault>> => {
  const place = prepareFolder(plan.folder)
  if (!place.ok) return place
  if (readVaultState(plan.folder).kind !== 'none') return refuse('folder-holds-vault')
  const judged = judgePassphrase(plan.passphrase, [plan.staffLabel])
  if (!judged.accepted) return refuse('passphrase-weak', {}, [judged.reason])
  clearLeftovers(plan.folder)
  const born = bearKeys(plan, chooseSuite(probeIn(plan)))
  const secret = plan.random(32)
  const header = firstHeader(plan, born, await firstSlots(plan, born.keys, secret))
  if (!plan.isWanted()) return fail({ code: 'stopped' })
  // The database gets its real name last: until then the folder counts as empty, whatever was cut off.
  const unborn = join(plan.folder, unbornDatabaseFile)
  createDatabase(unborn, born.keys.dbk, born.keys.suite)
  const filled = plan.fill(unborn, born.keys)
  if (!filled.ok) return filled
  syncFile(unborn)
  writeHeader(plan.folder, header, born.keys.vmk)
  renamePatiently(unborn, join(plan.folder, databaseFile))
  syncFolder(plan.folder)
  const recovery = describeRecovery(secret)
  secret.fill(0)
  return ok({ keys: born.keys, slotId: born.keys.slotId, recovery })
}
