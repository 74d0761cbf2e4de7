import { fail, refuse, type Result } from '../../shared/result.ts'
import type { SessionView } from '../../shared/session/contract.ts'
import type { OpenCall } from '../desk/call.ts'
import { quickDoors, unlockByPin } from '../vault/quick-door.ts'
import { isOutOfRoom } from '../vault/reserve.ts'
import { knowsSlot } from '../vault/state.ts'
import { folderOf } from './folders.ts'
import { closeQuickDoor, isInTime } from './quick.ts'
import { holdFolder } from './state.ts'
import { enter, noSuchDoor } from './unlock.ts'

type Wanted = { readonly slotId: string; readonly pin: string }

const closed = async (call: OpenCall, slotId: string): Promise<Result<never>> => {
  await closeQuickDoor(call, slotId)
  return refuse('quick-closed')
}

/** The quick way in. The host has counted the try before its secret comes here, whatever becomes of this process. */
export const unlockByQuickDoor = async (
  call: OpenCall,
  { slotId, pin }: Wanted,
): Promise<Result<SessionView>> => {
  const { desk, ports, now } = call
  const held = holdFolder(desk, 'main')
  if (!held.ok) return held
  const folder = folderOf(ports.dataFolder, 'main')
  if (!knowsSlot(folder, slotId)) return noSuchDoor()
  const proved = quickDoors(folder).get(slotId)
  if (!isInTime(proved, now)) return closed(call, slotId)
  const taken = (await ports.quick?.take(slotId)) ?? null
  if (taken === null) return refuse('quick-closed')
  const isFull = isOutOfRoom(folder)
  const trying = unlockByPin({ folder, slotId, pin, secret: taken.secret, mend: !isFull })
  const keys = await trying.finally(() => taken.secret.fill(0))
  await ports.quick?.settle(slotId, keys.ok)
  if (keys.ok) {
    const provedAt = Math.min(proved, now - taken.ageMs)
    const opening = { keys: keys.value, book: 'main' as const, provedAt, isOutOfRoom: isFull }
    return enter(call, { ...opening, action: 'session.unlocked-by-pin' })
  }
  if (keys.failure.code !== 'wrong-passphrase') return fail(keys.failure)
  return taken.left === 0 ? closed(call, slotId) : refuse('pin-wrong', { left: taken.left })
}
