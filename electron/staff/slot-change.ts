import type { Desk, OpenDesk } from '../desk/desk.ts'
import type { SlotChange } from '../vault/change-slots.ts'

/** What a change of the header's slots needs, from an open desk. */
export const slotChange = (desk: Desk, open: OpenDesk): SlotChange => ({
  folder: open.vaultFolder,
  keys: open.keys,
  kdf: desk.ports.kdfCost,
  now: desk.ports.clock.now(),
  monotonic: desk.ports.clock.monotonic,
  random: desk.ports.random,
  ...(desk.ports.step ? { step: desk.ports.step } : {}),
})
