import { join } from 'node:path'
import { rightsOf } from '../../shared/staff/rights.ts'
import { fail, ok, refuse, type Result } from '../../shared/result.ts'
import type { ReadOnly } from '../../shared/session/contract.ts'
import type { OpenCall } from '../desk/call.ts'
import type { Session } from './session.ts'
import { boot } from '../desk/boot.ts'
import { stampFor } from '../desk/stamp.ts'
import { auditKeyOf } from '../audit/anchor.ts'
import { verifyRecent } from '../audit/verify.ts'
import { staffOfSlot } from '../staff/repository.ts'
import type { Write } from '../database/handle.ts'
import { tidySealed } from '../seal/tidy.ts'
import { UpgradeFailed } from '../database/migrate.ts'
import { failureOfStorage } from '../database/sqlite-failure.ts'
import type { OpenDatabase } from '../database/open.ts'
import { logBug } from '../desk/log-bug.ts'
import { framesOf } from '../log/log.ts'
import { databaseFile } from '../vault/state.ts'
import { noteWithoutRoom } from '../vault/unwritten.ts'
import { forgetKeys, type VaultKeys } from '../vault/vault-keys.ts'
import { attemptsOf, folderOf, type Book } from './folders.ts'
import { openReady, openToRead } from './open-ready.ts'
import { startUnattended } from '../desk/unattended.ts'
import { settleToRead, settleToWork, type Opening } from './settle-in.ts'
import { rememberTrouble } from './trouble.ts'
import { verdictOf } from './verdict.ts'

const signIn = (db: Write, keys: VaultKeys, book: Book): Result<Session> => {
  const staff = staffOfSlot(db, keys.slotId)
  // The staff rows say who may enter: a door whose login was taken away is refused, whatever the header still holds.
  if (!staff || !staff.active) return refuse('login-ended')
  const { id: staffId, name, roles } = staff
  const mustChange = keys.temporary
  return ok({ staffId, slotId: keys.slotId, name, roles, rights: rightsOf(roles), book, mustChange })
}

/** An upgrade that did not work out is rolled back as a whole: the vault is as it was, and the screen says so. */
const openOrSayWhy = (call: OpenCall, path: string, keys: VaultKeys): Result<OpenDatabase> => {
  try {
    return openReady(path, keys)
  } catch (error) {
    if (!(error instanceof UpgradeFailed)) throw error
    const ref = logBug(call.ports, 'migrate', framesOf(error.cause))
    return refuse('upgrade-failed', { from: error.from, ref })
  }
}

/** The database of a book; what stops the branch's is remembered, so that the door can offer the way out. */
export const openForWork = (call: OpenCall, book: Book, keys: VaultKeys): Result<OpenDatabase> => {
  const ready = openOrSayWhy(call, join(folderOf(call.ports.dataFolder, book), databaseFile), keys)
  if (!ready.ok && book === 'main') rememberTrouble(call.desk, ready.failure)
  return ready
}

const fullDisk: Result<never> = fail({ code: 'disk-full' })

type Opened = { readonly database: OpenDatabase; readonly readOnly: ReadOnly | null }

/** To work with, or only to read where there is no room to work. That somebody read is noted first, or nobody does. */
const openForSession = (call: OpenCall, { keys, book, isOutOfRoom }: Opening): Result<Opened> => {
  const ready = isOutOfRoom === true ? fullDisk : openForWork(call, book, keys)
  if (ready.ok) return ok({ database: ready.value, readOnly: null })
  if (ready.failure.code !== 'disk-full') return ready
  const { ports, now } = call
  const read = openToRead(join(folderOf(ports.dataFolder, book), databaseFile), keys)
  if (!read.ok) {
    if (book === 'main') rememberTrouble(call.desk, read.failure)
    return read
  }
  try {
    noteWithoutRoom(attemptsOf(ports.dataFolder), 'looked', keys.slotId, now)
  } catch (error) {
    read.value.close()
    throw error
  }
  return ok({ database: read.value, readOnly: 'disk-full' })
}

/** Recent audit rows, session, idle clock, on a database that is open. */
const settleOn = (call: OpenCall, opening: Opening, { database, readOnly }: Opened): Result<null> => {
  const { desk } = call
  const { keys, book } = opening
  const vaultFolder = folderOf(call.ports.dataFolder, book)
  const db = database.handle
  const verdict = verifyRecent({ db, folder: vaultFolder, keys })
  const session = signIn(db, keys, book)
  if (!session.ok) return session
  desk.verdict.value = verdictOf(verdict, call.now)
  if (readOnly === null) tidySealed(db, vaultFolder, verdict.kind === 'intact')
  const settleIn = readOnly === null ? settleToWork : settleToRead
  settleIn(desk, opening, {
    session: session.value,
    db,
    database,
    readOnly,
    keys,
    auditKey: auditKeyOf(keys),
    stamp: stampFor(session.value, boot, call.ports.clock.monotonic, call.ports.channel),
    vaultFolder,
    provedAt: opening.provedAt ?? call.now,
  })
  return ok(null)
}

/** Signed in, or the database is closed again: what fails here leaves nothing open behind. */
const settleOrClose = (call: OpenCall, opening: Opening, opened: Opened): Result<null> => {
  let isIn = false
  try {
    const settled = settleOn(call, opening, opened)
    isIn = settled.ok
    return settled
  } catch (error) {
    // Room for the opening and none for its first line: as if there had been none at all.
    if (opened.readOnly === null && failureOfStorage(error)?.code === 'disk-full') return fullDisk
    throw error
  } finally {
    if (!isIn) opened.database.close()
  }
}

const openAndSettle = (call: OpenCall, opening: Opening): Result<null> => {
  const opened = openForSession(call, opening)
  if (!opened.ok) return opened
  const settled = settleOrClose(call, opening, opened.value)
  if (settled.ok || settled.failure.code !== 'disk-full') return settled
  return openAndSettle(call, { ...opening, isOutOfRoom: true })
}

/** From keys to a signed-in desk. Whoever doesn't get in leaves no key in memory. */
export const openBook = async (call: OpenCall, opening: Opening): Promise<Result<null>> => {
  const { desk } = call
  let isIn = false
  try {
    // Deriving the keys took a while. From here to the end nothing is waited for, so no lock can come in between.
    const settled = desk.isLocking() ? fail({ code: 'stopped' }) : openAndSettle(call, opening)
    isIn = settled.ok
    const open = desk.open()
    if (isIn && desk.ports.unattended && open?.readOnly === null) startUnattended(desk, open.byPin)
    return settled
  } finally {
    if (!isIn) forgetKeys(opening.keys)
  }
}
