import { framesOf } from '../log/log.ts'
import { freeReserve } from '../vault/reserve.ts'
import type { Desk } from './desk.ts'
import { logBug } from './log-bug.ts'

/**
 * The ballast goes by itself, so that the very next try has room; the screen says so. Asked for where something has failed
 * already: a disk that doesn't even let it go must not stop what is told or done about that.
 */
export const giveRoom = (desk: Pick<Desk, 'open' | 'notices' | 'ports'>): void => {
  const open = desk.open()
  try {
    if (open && freeReserve(open.vaultFolder)) desk.notices.tell({ kind: 'reserve-freed' })
  } catch (error) {
    logBug(desk.ports, 'reserve.free', framesOf(error))
  }
}
