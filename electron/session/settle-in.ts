import { appendAudit, readHead } from '../audit/chain.ts'
import { anchorEvery, writeAnchor } from '../audit/anchor.ts'
import { wantsBackup } from '../backup/back-up.ts'
import type { Read, Write } from '../database/handle.ts'
import type { Desk, OpenDesk } from '../desk/desk.ts'
import { hoursOpen } from '../quick/secrets.ts'
import { joinPieces } from '../search/index-client.ts'
import { currentPolicy, currentZone, defaultPolicy } from '../setting/repository.ts'
import { doorsOf } from '../staff/repository.ts'
import { alignDoors } from '../vault/align-doors.ts'
import { changeTitle } from '../vault/change-title.ts'
import { forgetKeys, type VaultKeys } from '../vault/vault-keys.ts'
import type { Book } from './folders.ts'
import { startIdle } from './idle.ts'
import { watchLog } from './log-growth.ts'
import { putAway } from './put-away.ts'
import { spoil } from './trouble.ts'
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

const tolerance = 5 * 60_000

// Nothing is refused on this account: rows keep their order by number, and the screen says that the clock is wrong.
const isBefore = (now: number, db: Read): boolean => {
  const last = db.one<{ at: number }>('SELECT at FROM audit ORDER BY seq DESC LIMIT 1')
  return last !== undefined && now < last.at - tolerance
}

export type Ready = Pick<
  OpenDesk,
  'session' | 'db' | 'database' | 'readOnly' | 'keys' | 'auditKey' | 'stamp' | 'vaultFolder' | 'provedAt'
>

// Asked for every second, by a clock: a page that can't be read must not end the desk, and what was in force stays so.
const idleMinutes = (db: Read) => {
  let known = defaultPolicy
  return (meeting: boolean): number => {
    try {
      known = currentPolicy(db)
    } catch {
      // The next call that reads it says so.
    }
    return meeting ? known.meetingIdleMinutes : known.idleMinutes
  }
}

// Started last of all: what fails before it must not leave a clock behind that locks somebody else's session.
const idleOf = (desk: Desk, db: Write, provedAt: number) =>
  startIdle({
    clock: desk.ports.clock,
    minutes: idleMinutes(db),
    // A PIN opens the rest of the day's session, not another one.
    ends: provedAt + hoursOpen * 3_600_000,
    lock: () => void desk.lock(),
    soon: (seconds) => desk.notices.tell({ kind: 'locked-soon', seconds }),
    cover: (isUp) => desk.notices.tell({ kind: 'covered', isUp }),
  })

/** Reads until it is locked; then there is nothing to put away. */
export const settleToRead = (desk: Desk, opening: Opening, ready: Ready): void => {
  const { db, keys, database } = ready
  const clockSuspect = isBefore(desk.ports.clock.now(), db)
  const idle = idleOf(desk, db, ready.provedAt)
  const open: OpenDesk = {
    ...ready,
    zone: () => currentZone(db),
    wantsBackup: () => false,
    changed: () => undefined,
    anchor: () => undefined,
    clockSuspect,
    touch: idle.touch,
    samplePassphrase: opening.samplePassphrase,
    byPin: opening.action === 'session.unlocked-by-pin',
  }
  desk.setOpen(open, () => {
    idle.stop()
    putAway(desk, [database.close, () => forgetKeys(keys)])
    return Promise.resolve()
  })
}

/** Works until it is locked; then everything is put away. */
export const settleToWork = (desk: Desk, opening: Opening, ready: Ready): void => {
  const { db, keys, auditKey, vaultFolder, session } = ready
  const { clock } = desk.ports
  const say = (action: string, object: string): void =>
    void db.transact(() => appendAudit(db, auditKey, ready.stamp(clock.now(), { action, object })))
  let anchored = readHead(db, auditKey).seq
  const anchor = (): void => {
    anchored = writeAnchor({ db, folder: vaultFolder, keys, at: clock.now() }).seq
  }
  const clockSuspect = isBefore(clock.now(), db)
  const watch = watchLog(desk, ready.database)
  say(opening.action, `staff:${session.staffId}`)
  for (const role of keys.lost ?? []) say('key.given-up', `role:${role}`)
  if (clockSuspect) say('clock.suspected', '')
  const { isDamaged } = writeDownUnwritten({ desk, book: opening.book, db, say })
  const idle = idleOf(desk, db, ready.provedAt)
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
  if (isDamaged) spoil(desk)
}
