import type { Ports } from '../desk/ports.ts'

const soonSeconds = 30

export type Idle = {
  readonly touch: (meeting: boolean) => void
  readonly stop: () => void
}

type Needs = {
  readonly clock: Ports['clock']
  readonly minutes: (meeting: boolean) => number
  /** Hours after which even a busy session ends. */
  readonly sessionHours: number
  readonly lock: () => void
  readonly soon: (seconds: number) => void
}

/**
 * The desk's own idle clock. It compares instants instead of counting ticks: timers stand still while a PC sleeps,
 * and a wall clock that went backwards locks at once.
 */
export const startIdle = ({ clock, minutes, sessionHours, lock, soon }: Needs): Idle => {
  const opened = clock.now()
  let last = opened
  let seen = opened
  let meeting = false
  let warned = false
  const tick = (): void => {
    const now = clock.now()
    const limit = minutes(meeting) * 60_000
    const idle = now - last
    if (now < seen - 60_000 || idle >= limit || now - opened >= sessionHours * 3_600_000) {
      stop()
      lock()
      return
    }
    seen = now
    if (idle >= limit - soonSeconds * 1000 && !warned) {
      warned = true
      soon(soonSeconds)
    }
  }
  const timer = setInterval(tick, 1000)
  timer.unref()
  const stop = (): void => clearInterval(timer)
  return {
    touch: (inMeeting) => {
      last = clock.now()
      meeting = inMeeting
      warned = false
    },
    stop,
  }
}
