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

type Refusals = {
  readonly count: (slotId: string, by: number, closed?: boolean) => void
  readonly tell: () => readonly Refused[]
}

const createRefusals = (): Refusals => {
  const wrong = new Map<string, Refused>()
  return {
    count: (slotId, by, closed = false) => {
      const before = wrong.get(slotId) ?? { wrong: 0, closed: false }
      wrong.set(slotId, { slotId, wrong: before.wrong + by, closed: closed || before.closed })
    },
    tell: () => {
      const told = [...wrong.values()].filter((each) => each.wrong > 0 || each.closed)
      wrong.clear()
      return told
    },
  }
}

const isOver = (clock: HostClock, door: Kept): boolean =>
  clock.now() < door.wall - clockSlack || ageOf(clock, door) >= longestMs

// The wall clock stands still for nobody, the monotonic one can't be set back: the one that says more counts.
const ageOf = (clock: HostClock, { ageMs, wall, mono }: Kept): number =>
  ageMs + Math.max(clock.now() - wall, clock.monotonic() - mono)

export const createQuickSecrets = (clock: HostClock): QuickSecrets => {
  const kept = new Map<string, Kept>()
  const refusals = createRefusals()
  const known = new Set<string>()
  let last: string | null = null

  const drop = (slotId: string): void => {
    kept.get(slotId)?.secret.fill(0)
    kept.delete(slotId)
  }
  const expire = (): void => {
    for (const [slotId, door] of Array.from(kept)) if (isOver(clock, door)) drop(slotId)
  }
  const close = (slotId: string): void => {
    drop(slotId)
    refusals.count(slotId, 0, true)
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
      refusals.count(slotId, 1)
      return { secret: Uint8Array.from(door.secret), ageMs: ageOf(clock, door), left: door.left }
    },
    settle: (slotId, opened) => {
      const door = kept.get(slotId)
      if (!door) return
      if (opened) {
        door.left = triesAllowed
        refusals.count(slotId, -1)
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
      return { first, refused: refusals.tell() }
    },
    sweep: () => {
      for (const [slotId, door] of Array.from(kept)) if (door.left === 0) close(slotId)
    },
  }
}
