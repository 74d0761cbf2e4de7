import { expect, it } from 'vitest'
import { stormWatch } from '../../../electron/shell/storm.ts'

it('the fifth failure within a minute is a storm; five in an hour are not', () => {
  let now = 0
  const often = stormWatch(() => (now += 1000))
  expect([1, 2, 3, 4, 5].map(() => often())).toEqual([false, false, false, false, true])
  const seldom = stormWatch(() => (now += 20_000))
  expect([1, 2, 3, 4, 5, 6].map(() => seldom())).toEqual(Array.from({ length: 6 }, () => false))
})
