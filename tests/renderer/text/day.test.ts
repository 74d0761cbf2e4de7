import { expect, it } from 'vitest'
import { birthText, dayText, withDayWords } from '../../../renderer/text/day.ts'

it('a day is said in words, without its year when it lies in this one', () => {
  expect(dayText('2026-11-23', 'zh-CN')).toBe('2026年11月23日')
  expect(dayText('2026-01-05', 'zh-CN', '2026-11-23')).toBe('1月5日')
  expect(dayText('2025-01-05', 'zh-CN', '2026-11-23')).toBe('2025年1月5日')
  expect(dayText('2026-11-23', 'en', '2026-11-24')).toBe('Nov 23')
})

it('a birth is a day, or only a year where no more is known', () => {
  expect(birthText('1968-03-02', 'zh-CN')).toBe('1968年3月2日')
  expect(birthText('1968', 'zh-CN')).toBe('1968年')
  expect(birthText('1968', 'en')).toBe('1968')
})

it('days and times the desk names in a refusal are said like all others, numbers and names stay', () => {
  const told = { since: '2026-12-07 17:50', day: '2026-12-08', number: 'YH-2026-0001', hours: 3 }
  expect(withDayWords(told, 'zh-CN')).toEqual({
    since: '2026年12月7日 17:50',
    day: '2026年12月8日',
    number: 'YH-2026-0001',
    hours: 3,
  })
  expect(withDayWords(told, 'en')['since']).toBe('Dec 7, 2026, 17:50')
})
