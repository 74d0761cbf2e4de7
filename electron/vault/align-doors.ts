import { fail, ok, type Result } from '../../shared/result.ts'
import { readHeaders, writeHeader } from './header-file.ts'
import { isGenuine, signHeader } from './header.ts'
import type { Slot } from './header.ts'
import type { Step } from './step.ts'
import type { VaultKeys } from './vault-keys.ts'

export type DoorName = { readonly slotId: string; readonly label: string }

/**
 * Makes the doors follow the people: a door nobody belongs to (an addition or a removal that was cut off) goes, a name
 * follows a renaming. One's own door always stays. Answers with the doors that went.
 */
export const alignDoors = (
  folder: string,
  keys: VaultKeys,
  wanted: readonly DoorName[],
  step?: Step,
): Result<readonly string[]> => {
  const header = readHeaders(folder).readable.find((copy) => isGenuine(copy, keys.vmk))
  if (!header) return fail({ code: 'damaged', part: 'header' })
  const names = new Map(wanted.map(({ slotId, label }) => [slotId, label]))
  const belongs = ({ kind, id }: Slot): boolean => kind === 'recovery' || id === keys.slotId || names.has(id)
  const kept = header.slots.filter(belongs)
  const slots = kept.map((slot) => ({ ...slot, label: names.get(slot.id) ?? slot.label }))
  const gone = header.slots.filter((slot) => !belongs(slot)).map(({ id }) => id)
  if (gone.length === 0 && slots.every((slot, at) => slot.label === kept[at]?.label)) return ok([])
  writeHeader(folder, signHeader({ ...header, seq: header.seq + 1, slots }, keys.vmk), keys.vmk, step)
  return ok(gone)
}
