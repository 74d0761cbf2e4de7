import { ok, refuse } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import { announce, freshPayload, genuineHeader, lockUp, saveWithKeys } from './change-slots.ts'
import type { SlotChange } from './change-slots.ts'
import { describeRecovery } from './recovery-code.ts'
import type { Recovery } from './recovery-code.ts'
import { holdsPresent } from './role-keys.ts'

/** A new recovery card; the old one opens nothing any more. It holds every key, so its maker must hold them too. */
export const renewRecovery = async (change: SlotChange): Promise<Result<Recovery>> => {
  const before = genuineHeader(change)
  if (!before.ok) return before
  if (!holdsPresent(before.value, change.keys, 'archive')) return refuse('card-needs-archive-key')
  const secret = change.random(32)
  const recovery = describeRecovery(secret)
  const payload = freshPayload(change.keys, ['archive'])
  const slot = await lockUp(change, {
    id: change.random(8).toString('hex'),
    kind: 'recovery',
    label: '',
    secret,
    payload,
    created: change.now,
  })
  secret.fill(0)
  const announced = await announce(change)
  if (!announced.ok) return announced
  const header = genuineHeader(change)
  if (!header.ok) return header
  const others = header.value.slots.filter((each) => each.kind !== 'recovery')
  saveWithKeys(change, header.value, [...others, slot], { slot, payload })
  return ok(recovery)
}
