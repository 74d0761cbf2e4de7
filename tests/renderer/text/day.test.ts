import { expect, it } from 'vitest'
import { dayText } from '../../../renderer/text/day.ts'

it('a day is said in words, without its year when it lies in this one', () => {
  expect(dayText('2026-11-23', 'zh-CN')).toBe('2026年11月23日')
  expect(dayText('2026-01-05', 'zh-CN', '2026-11-23')).toBe('1月5日')
  expect(dayText('2025-01-05', 'zh-CN', '2026-11-23')).toBe('2025年1月5日')
  expect(dayText('2026-11-23', 'en', '2026-11-24')).toBe('Nov 23')
})
