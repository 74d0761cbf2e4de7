import { fail, ok, refuse, type Result } from '../../shared/result.ts'
import { judgePin } from '../../shared/vault/pin.ts'
import { appendAudit } from '../audit/chain.ts'
import { failureOfStorage } from '../database/sqlite-failure.ts'
import type { ActCall, OpenCall, ReadCall } from '../desk/call.ts'
import type { OpenDesk } from '../desk/desk.ts'
import { logBug } from '../desk/log-bug.ts'
import { framesOf } from '../log/log.ts'
import type { Refused } from '../quick/secrets.ts'
import { staffOfSlot } from '../staff/repository.ts'
import { provePassphrase } from '../vault/change-slots.ts'
import { hangQuickDoor, quickDoors } from '../vault/quick-door.ts'
import { openingAlone } from './opening.ts'
import { changeOf, underWait } from './passphrase.ts'
import { closeQuickDoor, quickEnd } from './quick.ts'
import { spoil } from './trouble.ts'

const freshMs = 3 * 60_000
const offerKey = 'quick-offer'
// Five tries a door; a morning of somebody else's mistakes still fits.
const mostRefusals = 50

const canHave = (open: OpenDesk, ports: OpenCall['ports']): boolean =>
  ports.quick !== null && open.session.book === 'main'

/** Whoever typed the passphrase a moment ago needn't type it again; at any other time it is asked for. */
const proveNow = async (
  call: ActCall,
  open: OpenDesk,
  passphrase: string | undefined,
): Promise<Result<number>> => {
  const age = call.now - open.provedAt
  if (passphrase === undefined)
    return !open.byPin && age >= 0 && age <= freshMs ? ok(open.provedAt) : refuse('pin-needs-passphrase')
  const change = changeOf(call)
  if (!change) return fail({ code: 'locked' })
  const { slotId } = call.session
  const proved = await underWait(call, () => provePassphrase(change, { slotId, present: passphrase }))
  return proved.ok ? ok(call.now) : proved
}

type Wanted = { readonly pin: string; readonly passphrase?: string | undefined }

/** A quick door for the person at the screen, until ten hours after the passphrase. */
export const setPin = async (
  call: ActCall,
  { pin, passphrase }: Wanted,
): Promise<Result<{ until: number }>> => {
  const { desk, ports } = call
  const open = desk.open()
  if (!open) return fail({ code: 'locked' })
  if (ports.quick === null || !canHave(open, ports)) return refuse('quick-impossible')
  const judged = judgePin(pin)
  if (!judged.accepted) return refuse('pin-weak', {}, [judged.reason])
  const proved = await proveNow(call, open, passphrase)
  if (!proved.ok) return proved
  const secret = ports.random(32)
  const { slotId } = call.session
  const kept = await ports.quick.keep(slotId, secret, call.now - proved.value)
  if (kept) {
    const { vaultFolder: folder, keys } = open
    await hangQuickDoor({ folder, keys, pin, secret, proved: proved.value, random: ports.random })
  }
  secret.fill(0)
  if (!kept) return refuse('quick-impossible')
  await call.transact((write) =>
    write.audit({ action: 'quick.set', object: `staff:${call.session.staffId}` }),
  )
  desk.shelf.delete(offerKey)
  return ok({ until: quickEnd(proved.value) })
}

export const dropPin = async (call: ActCall): Promise<Result<Record<string, never>>> => {
  await closeQuickDoor(call, call.session.slotId)
  await call.transact((write) =>
    write.audit({ action: 'quick.dropped', object: `staff:${call.session.staffId}` }),
  )
  return ok({})
}

export const ownQuickDoor = (
  call: ReadCall,
): Result<{ possible: boolean; until: number | null; isOffered: boolean }> => {
  const open = call.desk.open()
  if (!open) return fail({ code: 'locked' })
  const possible = canHave(open, call.ports)
  const proved = possible ? quickDoors(open.vaultFolder).get(call.session.slotId) : undefined
  const until = proved === undefined ? null : quickEnd(proved)
  return ok({ possible, until, isOffered: until === null && call.desk.shelf.get(offerKey) === true })
}

// While the vault was closed there was nowhere to write it down: the next person who is in does it.
const recordRefused = (call: OpenCall, open: OpenDesk, refused: readonly Refused[]): void => {
  const say = (action: string, object: string): void =>
    void appendAudit(open.db, open.auditKey, open.stamp(call.ports.clock.now(), { action, object }))
  open.db.transact(() => {
    for (const { slotId, wrong, closed } of refused) {
      const staff = staffOfSlot(open.db, slotId)
      const object = staff ? `staff:${staff.id}` : ''
      for (let each = 0; each < Math.min(wrong, mostRefusals); each += 1) say('session.pin-refused', object)
      if (closed) say('quick.closed', object)
    }
  })
}

const arrive = async (call: OpenCall): Promise<void> => {
  const { desk, ports } = call
  const slotId = desk.open()?.session.slotId
  const open = desk.open()
  if (!open || slotId === undefined || ports.quick === null || !canHave(open, ports)) return
  // What the host remembers stays with it until somebody can write it down.
  if (open.readOnly !== null) return
  const { first, refused } = await ports.quick.arrive(slotId)
  if (first && !open.byPin) desk.shelf.set(offerKey, true)
  if (refused.length > 0) await desk.gate.run(() => desk.open() && recordRefused(call, open, refused))
}

// He is in already: what can't be written down now must not be answered as a door that stayed shut.
const arriveIfCan = async (call: OpenCall): Promise<void> => {
  try {
    await arrive(call)
  } catch (error) {
    if (failureOfStorage(error)?.code === 'damaged') spoil(call.desk)
    logBug(call.ports, 'session.arrive', framesOf(error))
  }
}

/** Opening the branch's vault, one at a time; the host is told who is in. */
export const openingMain = <T>(call: OpenCall, work: () => Promise<Result<T>>): Promise<Result<T>> =>
  openingAlone(call.desk, async () => {
    const done = await work()
    if (done.ok) await arriveIfCan(call)
    return done
  })
