import { fail, ok, type Result } from '../../shared/result.ts'
import type { ActCall } from '../desk/call.ts'
import { putSetting } from '../setting/repository.ts'
import { tryWithWait } from '../vault/attempts.ts'
import { changePassphrase, provePassphrase, type SlotChange } from '../vault/change-slots.ts'
import { renewRecovery } from '../vault/renew-recovery.ts'
import { slotChange } from '../staff/slot-change.ts'
import { holdsKey } from '../staff/turn-role.ts'
import type { VaultKeys } from '../vault/vault-keys.ts'
import { cardKeysKey } from './card-keys.ts'
import { cardKey, rememberCard, type Card } from './create.ts'
import { attemptsOf } from './folders.ts'
import { closeQuickDoor } from './quick.ts'
import { settleWhatCan } from './settle-keys.ts'

export const changeOf = (call: ActCall): SlotChange | undefined => {
  const open = call.desk.open()
  return open ? slotChange(call.desk, open) : undefined
}

// Whoever sits at a desk that was left open must not be able to guess here faster than at the door.
export const underWait = <T>(call: ActCall, attempt: () => Promise<Result<T>>): Promise<Result<T>> =>
  tryWithWait(
    { path: attemptsOf(call.ports.dataFolder), slotId: call.session.slotId, now: call.now },
    attempt,
  )

/** A new passphrase for the person at the screen; the present one is asked again and is dead at once. */
export const changeOwnPassphrase = async (
  call: ActCall,
  input: { readonly old: string; readonly next: string },
): Promise<Result<Record<string, never>>> => {
  const change = changeOf(call)
  if (!change) return fail({ code: 'locked' })
  const { slotId } = call.session
  const changed = await underWait(call, () =>
    changePassphrase({ ...change, slotId, present: input.old, next: input.next }),
  )
  if (!changed.ok) return changed
  await closeQuickDoor(call, slotId)
  const { userPrivate } = changed.value
  call.desk.change({
    session: { ...call.session, mustChange: false },
    keys: { ...change.keys, userPrivate, temporary: false },
  })
  await call.transact((write) =>
    write.audit({ action: 'passphrase.changed', object: `staff:${call.session.staffId}` }),
  )
  await settleWhatCan(call.desk)
  return ok({})
}

/**
 * The line, and that no card counts, before the header has a new one: cut off in between, the old card still opens and
 * everybody is asked for a new one. The other way round nobody would know that there is none.
 */
export const announceCard = async (call: ActCall): Promise<Result<null>> => {
  // The words of an earlier one that still waited to be asked back count no more.
  call.desk.shelf.delete(cardKey)
  await call.transact((write) => {
    putSetting(write.db, 'cardConfirmed', false, write.now, write.session.staffId)
    write.audit({ action: 'card.renewed', object: '' })
  })
  return ok(null)
}

/**
 * A new recovery card: the old one is dead at once, the new one counts when its words were asked back. Whoever holds a
 * card owns the vault, so an open screen alone gives none.
 */
export const renewCard = async (
  call: ActCall,
  input: { readonly passphrase: string },
): Promise<Result<Card>> => {
  const change = changeOf(call)
  if (!change) return fail({ code: 'locked' })
  const { slotId } = call.session
  const proved = await underWait(call, () => provePassphrase(change, { slotId, present: input.passphrase }))
  if (!proved.ok) return proved
  const fromCard = call.desk.shelf.get(cardKeysKey) as VaultKeys | undefined
  const keys = holdsKey(change.keys) ? change.keys : (fromCard ?? change.keys)
  const renewed = await renewRecovery({ ...change, keys, announce: () => announceCard(call) })
  if (!renewed.ok) return renewed
  call.desk.shelf.delete(cardKeysKey)
  return rememberCard(call, renewed.value)
}
