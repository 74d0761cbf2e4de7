import { expect, test } from 'vitest'
import { judgePin, pinDigits } from '../../../shared/vault/pin.ts'

test.each([
  ['12345', 'pin-not-six'],
  ['1234567', 'pin-not-six'],
  ['12345x', 'pin-not-six'],
  ['１２３４５６', 'pin-not-six'],
  ['888888', 'pin-repeats'],
  ['121212', 'pin-repeats'],
  ['112211', 'pin-repeats'],
  ['168168', 'pin-repeats'],
  ['777333', 'pin-repeats'],
  ['123456', 'pin-run'],
  ['654321', 'pin-run'],
  ['890123', 'pin-run'],
  ['123321', 'pin-run'],
  ['123789', 'pin-run'],
  ['112233', 'pin-run'],
  ['198507', 'pin-date'],
  ['200108', 'pin-date'],
  ['071985', 'pin-date'],
  ['850228', 'pin-date'],
  ['147258', 'pin-common'],
  ['584520', 'pin-common'],
])('%j is refused as %s', (pin, reason) => {
  expect(judgePin(pin)).toEqual({ accepted: false, reason })
})

test.each(['408617', '739046', '502913', '864197'])('%j is accepted', (pin) => {
  expect(judgePin(pin)).toEqual({ accepted: true })
})

test('most PINs are left: at least nine in ten', () => {
  const step = 37
  let accepted = 0
  for (let pin = 0; pin < 1_000_000; pin += step)
    if (judgePin(String(pin).padStart(6, '0')).accepted) accepted += 1
  expect(accepted / Math.ceil(1_000_000 / step)).toBeGreaterThan(0.9)
})

test('full-width digits are digits, everything else is left out', () => {
  expect(pinDigits('４０8６ １7')).toBe('408617')
  expect(pinDigits('a4b0c8-6179')).toBe('408617')
})
