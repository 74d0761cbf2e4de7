import type { PowerMonitor } from 'electron/main'

/** Leaving the PC locks the desk, whatever the idle timer says; a sleep that nobody announced is seen on waking. */
export const leavingSigns = ['lock-screen', 'suspend', 'resume', 'user-did-resign-active'] as const

/** No policy allows a longer rest (shared/setting), so here it ends whatever a window says about keys and pointer. */
export const longestRestSeconds = 30 * 60

const lookEveryMs = 5_000

type Power = Pick<PowerMonitor, 'on' | 'getSystemIdleState' | 'getSystemIdleTime'>

/** What the system says of its user: away means the screen is locked or nobody touched anything for too long. */
export const isAway = (power: Omit<Power, 'on'>, platform: string): boolean =>
  // Desktops of Linux announce no lock of the screen everywhere; they answer when they are asked.
  (platform === 'linux' && power.getSystemIdleState(longestRestSeconds) === 'locked') ||
  power.getSystemIdleTime() >= longestRestSeconds

export type LeavingParts = {
  readonly power: Power
  readonly platform: string
  readonly lock: () => void
  /** The PC goes off: lock and end. */
  readonly end: () => void
}

export const lockWhenLeft = ({ power, platform, lock, end }: LeavingParts): void => {
  // Each name has its own listener type; none of them says more than its name.
  for (const sign of leavingSigns) power.on(sign as 'lock-screen', lock)
  power.on('shutdown', end)
  let wasAway = false
  const look = (): void => {
    const away = isAway(power, platform)
    if (away && !wasAway) lock()
    wasAway = away
  }
  setInterval(look, lookEveryMs).unref()
}
