import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { isAway, lockWhenLeft, longestRestSeconds } from '../../../electron/shell/lock-triggers.ts'
import { policySchema } from '../../../shared/setting/contract.ts'
import { FakePower } from '../../support/fake-electron.ts'

describe('leaving the PC', () => {
  let power: FakePower
  const said: string[] = []
  const watch = (platform: string): void => {
    const lock = (): void => void said.push('lock')
    lockWhenLeft({ power: power as never, platform, lock, end: () => void said.push('end') })
  }
  beforeEach(() => {
    vi.useFakeTimers()
    power = new FakePower()
    said.length = 0
  })
  afterEach(() => vi.useRealTimers())

  it('locks at a locked screen, at sleep, on waking and when another user takes over', () => {
    watch('win32')
    expect(power.eventNames()).toEqual([
      'lock-screen',
      'suspend',
      'resume',
      'user-did-resign-active',
      'shutdown',
    ])
    for (const sign of ['lock-screen', 'suspend', 'resume', 'user-did-resign-active']) power.emit(sign)
    expect(said).toEqual(['lock', 'lock', 'lock', 'lock'])
  })

  it('ends the app when the PC goes off', () => {
    watch('linux')
    power.emit('shutdown')
    expect(said).toEqual(['end'])
  })

  it('is noticed within five seconds on Linux, whose desktops don’t all announce it, and once only', () => {
    watch('linux')
    vi.advanceTimersByTime(60_000)
    expect(said).toEqual([])
    power.state = 'locked'
    vi.advanceTimersByTime(5_000)
    expect(said).toEqual(['lock'])
    vi.advanceTimersByTime(60_000)
    expect(said).toEqual(['lock'])
    power.state = 'active'
    vi.advanceTimersByTime(5_000)
    power.state = 'locked'
    vi.advanceTimersByTime(5_000)
    expect(said).toEqual(['lock', 'lock'])
  })

  it('is noticed by the system’s own rest, within five seconds of the longest one a policy allows', () => {
    watch('darwin')
    power.idleSeconds = longestRestSeconds - 1
    vi.advanceTimersByTime(5_000)
    expect(said).toEqual([])
    power.idleSeconds = longestRestSeconds
    vi.advanceTimersByTime(5_000)
    expect(said).toEqual(['lock'])
  })

  it('asks only Linux for the state of its screen', () => {
    power.state = 'locked'
    const asked = (platform: string): boolean => isAway(power as never, platform)
    expect([asked('linux'), asked('win32'), asked('darwin')]).toEqual([true, false, false])
  })

  it('knows the longest rest a policy allows', () => {
    const { meetingIdleMinutes, idleMinutes } = policySchema.shape
    expect(Math.max(meetingIdleMinutes.maxValue ?? 0, idleMinutes.maxValue ?? 0) * 60).toBe(
      longestRestSeconds,
    )
  })
})
