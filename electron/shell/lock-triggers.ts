import type { PowerMonitor } from 'electron/main'

/** Leaving the desk locks it, whatever the idle timer says. */
export const lockWhenLeft = (power: PowerMonitor, lock: () => void): void => {
  power.on('lock-screen', lock)
  power.on('suspend', lock)
  power.on('shutdown', lock)
  power.on('user-did-resign-active', lock)
}
