import { expect, test } from 'vitest'
import { amountText, readAmount } from '../../../renderer/ui/amount-text.ts'

test.each([
  ['¥1,200,000.00', 120_000_000],
  ['120万', 120_000_000],
  ['１２０００００', 120_000_000],
  ['0', 0],
])('an amount typed as %s is understood', (text, fen) => {
  expect(readAmount(text)).toMatchObject({ kind: 'amount', fen })
})

test('when the field is left the amount stands there with commas and two decimals', () => {
  expect(readAmount('120万')).toMatchObject({ text: '1,200,000.00' })
})

test('an empty field is no figure and not zero', () => {
  expect(readAmount('　')).toEqual({ kind: 'empty' })
  expect(amountText(null)).toBe('')
  expect(amountText(0)).toBe('0.00')
})

test('a half-written amount is never guessed', () => {
  expect(readAmount('12,00')).toEqual({ kind: 'broken' })
})
