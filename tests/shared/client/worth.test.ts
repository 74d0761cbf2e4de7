import { expect, it } from 'vitest'
import { bandOf } from '../../../shared/client/worth.ts'

it('a client with more at this bank stands in a better band', () => {
  expect(bandOf(1_432_624_119)).toBe(0)
  expect(bandOf(600_000_000)).toBe(1)
  expect(bandOf(599_999_999)).toBe(2)
  expect(bandOf(999_999)).toBe(9)
  expect(bandOf(0)).toBe(9)
})
