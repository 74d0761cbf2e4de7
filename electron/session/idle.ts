import type { Ports } from '../desk/ports.ts'

const soonSeconds = 30
/** How long the neutral cover stands before the lock. */
const coverSeconds = 60

export type Idle = {
  readonly touch: (meeting: boolean) => void
  readonly stop: () => void
}

type Needs = {
  readonly clock: Ports['clock']
  readonly minutes: (meeting: boolean) => number
  /** The instant at which even a busy session ends. */
  readonly ends: number
  readonly lock: () => void
  readonly soon: (seconds: number) => void
  /** Whether the screen is to show nothing but the neutral cover. */
  readonly cover: (isUp: boolean) => void
}

/**
 * The desk's own idle clock. It compares instants instead of counting ticks: timers stand still while a PC sleeps,
 * and a wall clock that went backwards locks at once. In a meeting, where the client sits before the screen, the limit
 * brings the neutral cover and a minute later the lock; a warning in words would be read by the client (practice 9).
 */
export const startIdle = ({ clock, minutes, ends, lock, soon, cover }: Needs): Idle => {
  let last = clock.now()
  let seen = last
  let meeting = false
  let warned = false
  const warn = (idle: number, limit: number): void => {
    const from = meeting ? limit : limit - soonSeconds * 1000
    if (idle < from || warned) return
    warned = true
    if (meeting) cover(true)
    else soon(soonSeconds)
  }
  const tick = (): void => {
    const now = clock.now()
    const limit = minutes(meeting) * 60_000
    const patience = meeting ? limit + coverSeconds * 1000 : limit
    const idle = now - last
    if (now < seen - 60_000 || idle >= patience || now >= ends) {
      stop()
      lock()
      return
    }
    seen = now
    warn(idle, limit)
  }
  const timer = setInterval(tick, 1000)
  timer.unref()
  const stop = (): void => clearInterval(timer)
  return {
    touch: (inMeeting) => {
      last = clock.now()
      // A key pressed in one window takes the cover off all of them.
      if (warned && meeting) cover(false)
      meeting = inMeeting
      warned = false
    },
    stop,
  }
}
