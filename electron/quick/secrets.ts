// What the host keeps of a quick door: one random secret, how often it may still be asked for, since when it is
// there. Never a data key and never the wrapped payload; those stay with the desk and on the disk.

export const triesAllowed = 5
export const hoursOpen = 10

const longestMs = hoursOpen * 3_600_000
const clockSlack = 60_000

export type HostClock = { readonly now: () => number; readonly monotonic: () => number }

export type Taken = { readonly secret: Uint8Array; readonly ageMs: number; readonly left: number }

/** Wrong PINs that nobody could be told of while the vault was closed. */
export type Refused = { readonly slotId: string; readonly wrong: number; readonly closed: boolean }

export type Standing = {
  readonly open: readonly { readonly slotId: string; readonly left: number }[]
  /** Who was unlocked last. */
  readonly last: string | null
}

export type QuickSecrets = {
  readonly keep: (slotId: string, secret: Uint8Array, ageMs: number) => void
  /** Counts a try before the secret goes out: a desk or a file that is put back wins none. */
  readonly take: (slotId: string) => Taken | null
  readonly settle: (slotId: string, opened: boolean) => void
  readonly drop: (slotId: string) => void
  readonly standing: () => Standing
  /** Somebody is in. Tells what was refused meanwhile, once, and whether he is here for the first time. */
  readonly arrive: (slotId: string) => { readonly first: boolean; readonly refused: readonly Refused[] }
  /** A fresh desk begins: what its predecessor took for the last time and never settled is gone. */
  readonly sweep: () => void
}

type Kept = {
  readonly secret: Buffer
  readonly wall: number
  readonly mono: number
  readonly ageMs: number
  left: number
}

export const createQuickSecrets = (clock: HostClock): QuickSecrets => {
  const kept = new Map<string, Kept>()
  const wrong = new Map<string, { wrong: number; closed: boolean }>()
  const known = new Set<string>()
  let last: string | null = null

  const drop = (slotId: string): void => {
    kept.get(slotId)?.secret.fill(0)
    kept.delete(slotId)
  }
  // The wall clock stands still for nobody, the monotonic one can't be set back: the one that says more counts.
  const ageOf = ({ ageMs, wall, mono }: Kept): number =>
    ageMs + Math.max(clock.now() - wall, clock.monotonic() - mono)
  const isOver = (door: Kept): boolean => clock.now() < door.wall - clockSlack || ageOf(door) >= longestMs
  const expire = (): void => {
    for (const [slotId, door] of Array.from(kept)) if (isOver(door)) drop(slotId)
  }
  const count = (slotId: string, by: number, closed: boolean): void => {
    const before = wrong.get(slotId)
    wrong.set(slotId, { wrong: (before?.wrong ?? 0) + by, closed: closed || before?.closed === true })
  }
  const close = (slotId: string): void => {
    drop(slotId)
    count(slotId, 0, true)
  }

  return {
    keep: (slotId, secret, ageMs) => {
      drop(slotId)
      if (ageMs < 0 || ageMs >= longestMs) return
      const since = { wall: clock.now(), mono: clock.monotonic(), ageMs }
      kept.set(slotId, { ...since, secret: Buffer.from(secret), left: triesAllowed })
    },
    take: (slotId) => {
      expire()
      const door = kept.get(slotId)
      if (!door || door.left === 0) return null
      door.left -= 1
      count(slotId, 1, false)
      return { secret: Uint8Array.from(door.secret), ageMs: ageOf(door), left: door.left }
    },
    settle: (slotId, opened) => {
      const door = kept.get(slotId)
      if (!door) return
      if (opened) {
        door.left = triesAllowed
        count(slotId, -1, false)
      } else if (door.left === 0) close(slotId)
    },
    drop,
    standing: () => {
      expire()
      const open = [...kept].flatMap(([slotId, { left }]) => (left > 0 ? [{ slotId, left }] : []))
      return { open, last }
    },
    arrive: (slotId) => {
      const first = !known.has(slotId)
      known.add(slotId)
      last = slotId
      const refused = [...wrong].flatMap(([of, { wrong: times, closed }]) =>
        times > 0 || closed ? [{ slotId: of, wrong: times, closed }] : [],
      )
      wrong.clear()
      return { first, refused }
    },
    sweep: () => {
      for (const [slotId, door] of Array.from(kept)) if (door.left === 0) close(slotId)
    },
  }
}
