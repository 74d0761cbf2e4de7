import { freeReserve } from '../vault/reserve.ts'
import type { Desk } from './desk.ts'

/** The ballast goes by itself, so that the very next try has room; the screen says so. */
export const giveRoom = (desk: Pick<Desk, 'open' | 'notices'>): void => {
  const open = desk.open()
  if (open && freeReserve(open.vaultFolder)) desk.notices.tell({ kind: 'reserve-freed' })
}
