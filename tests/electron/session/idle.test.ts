import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { startIdle } from '../../../electron/session/idle.ts'
import { fakeClock } from '../../support/fake-clock.ts'

const minute = 60_000
const opened = '2026-11-27T09:30:00+08:00'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }))
afterEach(() => void vi.useRealTimers())

const sit = (hours = 10) => {
  const clock = fakeClock(opened)
  const said: string[] = []
  const idle = startIdle({
    clock,
    minutes: (meeting) => (meeting ? 20 : 5),
    ends: Date.parse(opened) + hours * 60 * minute,
    lock: () => void said.push('lock'),
    soon: (seconds) => void said.push(`soon ${seconds}`),
    cover: (isUp) => void said.push(isUp ? 'cover' : 'back'),
  })
  const wait = (ms: number): void => {
    for (let left = ms; left > 0; left -= 1000) {
      clock.advance(1000)
      vi.advanceTimersByTime(1000)
    }
  }
  return { idle, said, wait, clock }
}

describe('nobody touches the screen', () => {
  it('warns half a minute before it locks, and a touch begins anew', () => {
    const { idle, said, wait } = sit()
    wait(4.5 * minute)
    expect(said).toEqual(['soon 30'])
    idle.touch(false)
    wait(5 * minute)
    expect(said).toEqual(['soon 30', 'soon 30', 'lock'])
  })

  it('shows the neutral cover after twenty minutes of a meeting, and locks a minute later', () => {
    const { idle, said, wait } = sit()
    idle.touch(true)
    wait(12 * minute)
    expect(said).toEqual([])
    wait(8 * minute)
    expect(said).toEqual(['cover'])
    wait(minute)
    expect(said).toEqual(['cover', 'lock'])
  })

  it('takes the cover off at a key, and gives another twenty minutes', () => {
    const { idle, said, wait } = sit()
    idle.touch(true)
    wait(20.5 * minute)
    idle.touch(true)
    expect(said).toEqual(['cover', 'back'])
    wait(19 * minute)
    expect(said).toEqual(['cover', 'back'])
    wait(2 * minute)
    expect(said).toEqual(['cover', 'back', 'cover', 'lock'])
  })

  it('ends with the session, however busy, and when the clock was set back', () => {
    const busy = sit(1)
    for (let at = 0; at < 60; at += 1) {
      busy.idle.touch(false)
      busy.wait(minute)
    }
    expect(busy.said).toEqual(['lock'])
    const back = sit()
    back.clock.advance(-2 * minute)
    back.wait(1000)
    expect(back.said).toEqual(['lock'])
  })
})
