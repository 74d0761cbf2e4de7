import type { Quick } from '../../electron/quick/port.ts'
import { createQuickSecrets, type HostClock, type QuickSecrets } from '../../electron/quick/secrets.ts'

/** A host's memory without a channel between, for desks in the same process: it outlives each of them. */
export const quickOf = (secrets: QuickSecrets): Quick => ({
  keep: (slotId, secret, ageMs) => {
    secrets.keep(slotId, secret, ageMs)
    return Promise.resolve(true)
  },
  take: (slotId) => Promise.resolve(secrets.take(slotId)),
  settle: (slotId, opened) => Promise.resolve(secrets.settle(slotId, opened)),
  drop: (slotId) => Promise.resolve(secrets.drop(slotId)),
  standing: () => Promise.resolve(secrets.standing()),
  arrive: (slotId) => Promise.resolve(secrets.arrive(slotId)),
})

export const quickHost = (clock: HostClock): Quick => quickOf(createQuickSecrets(clock))
