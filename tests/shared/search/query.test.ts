import { describe, expect, it } from 'vitest'
import { queryOf } from '../../../shared/search/query.ts'

const match = (text: string, mayReveal = false): string => {
  const query = queryOf(text, mayReveal)
  return query.kind === 'match' ? query.match : query.kind
}

describe('what is typed into the search', () => {
  it('is cut into terms that all have to be met', () => {
    expect(match('zhang 1385', true)).toBe('"zhang"* "1385"*')
    expect(match('张w', true)).toBe('"张"* "w"*')
    expect(match('次仁·旺堆')).toBe('"次仁旺堆"*')
    expect(match('孙　芳 1385')).toBe('"孙芳"* "1385"')
  })

  it('may be full-width and contain signs that mean something to a database', () => {
    expect(match('１３８', true)).toBe('"138"*')
    expect(match('a"* OR "b', true)).toBe('"a"* "or"* "b"*')
    expect(match('  ·  ')).toBe('empty')
  })

  it('asks for the visible head and tail only, when the numbers may not be seen', () => {
    expect(match('138')).toBe('"h138"*')
    expect(match('8000')).toBe('"8000"')
    expect(match('13800138000')).toBe('"13800138000"')
    expect(match('110105194912310021')).toBe('"110105194912310021"')
  })

  it('says what to type when the digits would feel out hidden ones', () => {
    for (const text of ['13800', '138001', '00138000', '31002x', '1380013800', 'zhang 13800'])
      expect(match(text)).toBe('tail-or-whole')
    expect(match('13800', true)).toBe('"13800"*')
  })
})
