import { fail, ok, type Result } from '../../shared/result.ts'
import type { ActCall } from '../desk/call.ts'
import { putSetting } from '../setting/repository.ts'
import { tryWithWait } from '../vault/attempts.ts'
import { changePassphrase, provePassphrase, renewRecovery, type SlotChange } from '../vault/change-slots.ts'
import { rememberCard, type Card } from './create.ts'
import { attemptsOf } from './folders.ts'
import { closeQuickDoor } from './quick.ts'

export const changeOf = (call: ActCall): SlotChange | undefined => {
  const open = call.desk.open()
  if (!open) return undefined
  return {
    folder: open.vaultFolder,
    keys: open.keys,
    kdf: call.ports.kdfCost,
    now: call.now,
    monotonic: call.ports.clock.monotonic,
    random: call.ports.random,
  }
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
  await call.transact((write) =>
    write.audit({ action: 'passphrase.changed', object: `staff:${call.session.staffId}` }),
  )
  return ok({})
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
  const renewed = await renewRecovery(change)
  if (!renewed.ok) return renewed
  await call.transact((write) => {
    putSetting(write.db, 'cardConfirmed', false, write.now, write.session.staffId)
    write.audit({ action: 'card.renewed', object: '' })
  })
  return rememberCard(call, renewed.value)
}
