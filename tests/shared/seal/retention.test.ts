import { expect, it } from 'vitest'
import { sealReasons } from '../../../shared/seal/model.ts'
import { retainUntil } from '../../../shared/seal/retention.ts'

it('is ten years from the end of the relation, and twenty where there were funds', () => {
  expect(retainUntil({ reason: 'ended', on: '2026-11-25', hadFunds: false })).toBe('2036-11-25')
  expect(retainUntil({ reason: 'ended', on: '2026-11-25', hadFunds: true })).toBe('2046-11-25')
  expect(retainUntil({ reason: 'ended', on: '2028-02-29', hadFunds: false })).toBe('2038-02-28')
})

it('is not counted while the relation goes on', () => {
  for (const reason of sealReasons.filter((each) => each !== 'ended'))
    expect(retainUntil({ reason, on: '2026-11-25', hadFunds: true })).toBeNull()
})
