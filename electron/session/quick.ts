import type { OpenCall } from '../desk/call.ts'
import type { Desk } from '../desk/desk.ts'
import { hoursOpen } from '../quick/secrets.ts'
import { keepOnlyQuickDoors, quickDoors, takeOffQuickDoor } from '../vault/quick-door.ts'
import { folderOf } from './folders.ts'

// A quick door needs both halves: the host's secret and the file's payload. What has lost one of them is cleared.

export type QuickStanding = {
  /** Tries left, by slot. */
  readonly tries: ReadonlyMap<string, number>
  readonly last: string | null
}

const clockSlack = 60_000

export const quickEnd = (proved: number): number => proved + hoursOpen * 3_600_000

/** The host keeps its own time too; this one refuses as well when the PC's clock was set. */
export const isInTime = (proved: number | undefined, now: number): proved is number =>
  proved !== undefined && now < quickEnd(proved) && now > proved - clockSlack

/** The quick doors that can be opened, for the unlock screen. At a locked desk the others are taken off. */
export const standingDoors = async (desk: Desk, folder: string): Promise<QuickStanding> => {
  const { quick, clock } = desk.ports
  const standing = (await quick?.standing()) ?? null
  if (quick === null || standing === null) return { tries: new Map(), last: null }
  const proved = quickDoors(folder)
  const now = clock.now()
  const living = standing.open.filter(({ slotId }) => isInTime(proved.get(slotId), now))
  if (!desk.open()) {
    const dead = standing.open.filter((door) => !living.includes(door))
    await Promise.all(dead.map(({ slotId }) => quick.drop(slotId)))
    keepOnlyQuickDoors(
      folder,
      living.map(({ slotId }) => slotId),
    )
  }
  return { tries: new Map(living.map(({ slotId, left }) => [slotId, left])), last: standing.last }
}

/** A person's quick door is gone: at a new passphrase, a reset, a login taken away, a PIN given up. */
export const closeQuickDoor = async ({ ports }: Pick<OpenCall, 'ports'>, slotId: string): Promise<void> => {
  await ports.quick?.drop(slotId)
  takeOffQuickDoor(folderOf(ports.dataFolder, 'main'), slotId)
}
