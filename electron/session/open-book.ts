import { join } from 'node:path'
import { rightsOf } from '../../shared/staff/rights.ts'
import { fail, ok, refuse, type Result } from '../../shared/result.ts'
import type { ReadOnly } from '../../shared/session/contract.ts'
import type { OpenCall } from '../desk/call.ts'
import type { Session } from './session.ts'
import type { Desk, OpenDesk } from '../desk/desk.ts'
import { boot } from '../desk/boot.ts'
import { stampFor } from '../desk/stamp.ts'
import { appendAudit, readHead } from '../audit/chain.ts'
import { anchorEvery, auditKeyOf, writeAnchor } from '../audit/anchor.ts'
import { verifyRecent } from '../audit/verify.ts'
import { joinPieces } from '../search/index-client.ts'
import { currentPolicy, currentZone } from '../setting/repository.ts'
import { doorsOf, staffOfSlot } from '../staff/repository.ts'
import type { Read, Write } from '../database/handle.ts'
import { tidySealed } from '../seal/tidy.ts'
import { alignDoors } from '../vault/align-doors.ts'
import { UpgradeFailed } from '../database/migrate.ts'
import type { OpenDatabase } from '../database/open.ts'
import { logBug } from '../desk/log-bug.ts'
import { framesOf } from '../log/log.ts'
import { wantsBackup } from '../backup/back-up.ts'
import { changeTitle } from '../vault/change-title.ts'
import { hoursOpen } from '../quick/secrets.ts'
import { databaseFile } from '../vault/state.ts'
import { noteWithoutRoom } from '../vault/unwritten.ts'
import { forgetKeys, type VaultKeys } from '../vault/vault-keys.ts'
import { attemptsOf, folderOf, type Book } from './folders.ts'
import { startIdle } from './idle.ts'
import { watchLog } from './log-growth.ts'
import { openReady, openToRead } from './open-ready.ts'
import { putAway } from './put-away.ts'
import { startUnattended } from '../desk/unattended.ts'
import { rememberTrouble } from './trouble.ts'
import { verdictOf } from './verdict.ts'
import { writeDownUnwritten } from './write-down.ts'

export type Opening = {
  readonly keys: VaultKeys
  readonly book: Book
  readonly samplePassphrase: string | null
  /** The audit action of this opening. */
  readonly action:
    'vault.created' | 'session.unlocked' | 'session.unlocked-with-card' | 'session.unlocked-by-pin'
  /** When the passphrase or card was typed; now, unless a PIN stands in for it. */
  readonly provedAt?: number
  /** Nothing can be written to this disk, so nothing is tried. */
  readonly isOutOfRoom?: boolean
}

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

/** From keys to a signed-in desk: database, migrations, recent audit rows, session, idle clock. */
export const openBook = async (call: OpenCall, opening: Opening): Promise<Result<null>> => {
  const { desk } = call
  const { keys, book } = opening
  const vaultFolder = folderOf(call.ports.dataFolder, book)
  // Deriving the keys took a while. From here to the end nothing is waited for, so no lock can come in between.
  if (desk.isLocking()) {
    forgetKeys(keys)
    return fail({ code: 'stopped' })
  }
  const opened = openForSession(call, opening)
  if (!opened.ok) return opened
  const { database, readOnly } = opened.value
  const db = database.handle
  const verdict = verifyRecent({ db, folder: vaultFolder, keys })
  const session = signIn(db, keys, book)
  if (!session.ok) {
    database.close()
    return session
  }
  desk.verdict.value = verdictOf(verdict, call.now)
  if (readOnly === null) tidySealed(db, vaultFolder, verdict.kind === 'intact')
  const settleIn = readOnly === null ? settle : settleToRead
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

const tolerance = 5 * 60_000

// Nothing is refused on this account: rows keep their order by number, and the screen says that the clock is wrong.
const isBefore = (now: number, db: Read): boolean => {
  const last = db.one<{ at: number }>('SELECT at FROM audit ORDER BY seq DESC LIMIT 1')
  return last !== undefined && now < last.at - tolerance
}

type Ready = Pick<
  OpenDesk,
  'session' | 'db' | 'database' | 'readOnly' | 'keys' | 'auditKey' | 'stamp' | 'vaultFolder' | 'provedAt'
>

const idleOf = (desk: Desk, db: Write, provedAt: number) =>
  startIdle({
    clock: desk.ports.clock,
    minutes: (meeting) => {
      const policy = currentPolicy(db)
      return meeting ? policy.meetingIdleMinutes : policy.idleMinutes
    },
    // A PIN opens the rest of the day's session, not another one.
    ends: provedAt + hoursOpen * 3_600_000,
    lock: () => void desk.lock(),
    soon: (seconds) => desk.notices.tell({ kind: 'locked-soon', seconds }),
    cover: (isUp) => desk.notices.tell({ kind: 'covered', isUp }),
  })

/** Reads until it is locked; then there is nothing to put away. */
const settleToRead = (desk: Desk, opening: Opening, ready: Ready): void => {
  const { db, keys, database } = ready
  const idle = idleOf(desk, db, ready.provedAt)
  const open: OpenDesk = {
    ...ready,
    zone: () => currentZone(db),
    wantsBackup: () => false,
    changed: () => undefined,
    anchor: () => undefined,
    clockSuspect: isBefore(desk.ports.clock.now(), db),
    touch: idle.touch,
    samplePassphrase: opening.samplePassphrase,
    byPin: opening.action === 'session.unlocked-by-pin',
  }
  desk.setOpen(open, () => {
    idle.stop()
    database.close()
    forgetKeys(keys)
    return Promise.resolve()
  })
}

const settle = (desk: Desk, opening: Opening, ready: Ready): void => {
  const { db, keys, auditKey, vaultFolder, session } = ready
  const { clock } = desk.ports
  const say = (action: string, object: string): void =>
    void db.transact(() => appendAudit(db, auditKey, ready.stamp(clock.now(), { action, object })))
  let anchored = readHead(db, auditKey).seq
  const anchor = (): void => {
    anchored = writeAnchor({ db, folder: vaultFolder, keys, at: clock.now() }).seq
  }
  const clockSuspect = isBefore(clock.now(), db)
  const idle = idleOf(desk, db, ready.provedAt)
  const watch = watchLog(desk, ready.database)
  say(opening.action, `staff:${session.staffId}`)
  for (const role of keys.lost ?? []) say('key.given-up', `role:${role}`)
  if (clockSuspect) say('clock.suspected', '')
  writeDownUnwritten({ desk, book: opening.book, db, say })
  const open: OpenDesk = {
    ...ready,
    zone: () => currentZone(db),
    wantsBackup: () => session.book === 'main' && wantsBackup(desk, { db, vaultFolder, keys }),
    changed: () => {
      if (readHead(db, auditKey).seq - anchored >= anchorEvery) anchor()
      void watch()
    },
    anchor,
    clockSuspect,
    touch: idle.touch,
    samplePassphrase: opening.samplePassphrase,
    byPin: opening.action === 'session.unlocked-by-pin',
  }
  desk.setOpen(open, async () => {
    idle.stop()
    await desk.gate.run(() =>
      putAway(desk, [
        () => {
          const { bank, branch } = currentPolicy(db)
          changeTitle(vaultFolder, keys, { bank, branch })
          alignDoors(vaultFolder, keys, doorsOf(db))
        },
        () => say('session.locked', `staff:${session.staffId}`),
        anchor,
        // A database that was found damaged is left as it is, so that what is left can be saved.
        () => {
          if (desk.verdict.value.verdict !== 'damaged') joinPieces(db)
        },
        ready.database.checkpoint,
        ready.database.close,
        () => forgetKeys(keys),
      ]),
    )
  })
  if (desk.ports.unattended) startUnattended(desk, open.byPin)
}
