import { expect, test } from 'vitest'
import { patiently } from '../../../electron/vault/patience.ts'

const held = (code: string): Error => Object.assign(new Error(code), { code })

/** Fails so many times, then gives its value (check R11). */
const failing = (times: number, code: string) => {
  let calls = 0
  return {
    calls: () => calls,
    work: (): string => {
      calls += 1
      if (calls <= times) throw held(code)
      return 'done'
    },
  }
}

test.each(['EBUSY', 'EPERM', 'EACCES'])('a file held by another program (%s) is tried again', (code) => {
  for (let times = 0; times < 10; times += 1) {
    const pauses: number[] = []
    const { work, calls } = failing(times, code)
    expect(patiently(work, (ms) => void pauses.push(ms))).toBe('done')
    expect(calls()).toBe(times + 1)
    expect(pauses).toEqual(pauses.toSorted((left, right) => left - right))
  }
})

test('after ten tries the reason is told as it is', () => {
  const { work, calls } = failing(10, 'EBUSY')
  expect(() => patiently(work, () => undefined)).toThrow('EBUSY')
  expect(calls()).toBe(10)
})

test('what no patience mends is not tried twice', () => {
  const { work, calls } = failing(1, 'ENOSPC')
  expect(() => patiently(work, () => undefined)).toThrow('ENOSPC')
  expect(calls()).toBe(1)
})
