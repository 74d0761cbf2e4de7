import { describe, expect, it } from 'vitest'
import { queryOf } from '../../../shared/search/query.ts'
import { letteredCode, phoneHead, tokensOf } from '../../../shared/search/tokens.ts'

const match = (text: string, mayReveal = false): string => {
  const query = queryOf(text, mayReveal)
  return query.kind === 'match' ? query.match : query.kind
}

const either = (term: string): string => `("${term}"* OR "${letteredCode(term)}"*)`

describe('what is typed into the search', () => {
  it('is cut into terms that all have to be met', () => {
    expect(match('zhang 1385', true)).toBe(`${either('zhang')} AND "1385"*`)
    expect(match('张w')).toBe('"张"* AND "w"*')
    expect(match('次仁·旺堆')).toBe('"次仁旺堆"*')
    expect(match('孙　芳 1385')).toBe('"孙芳"* AND "1385"')
  })

  it('may be full-width and contain signs that mean something to a database', () => {
    expect(match('１３８', true)).toBe('"138"*')
    expect(match('a"* OR "b', true)).toBe(['a', 'or', 'b'].map(either).join(' AND '))
    expect(match('  ·  ')).toBe('empty')
  })

  it('asks for the visible head and tail only, when the numbers may not be seen', () => {
    expect(match('138')).toBe(`"${phoneHead('138')}"*`)
    expect(match('8000')).toBe('"8000"')
    expect(match('13800138000')).toBe('"13800138000"')
    expect(match('110105194912310021')).toBe('"110105194912310021"')
  })

  it('says what to type when the digits would feel out hidden ones', () => {
    for (const text of ['13800', '138001', '00138000', '31002x', '1380013800', 'zhang 13800'])
      expect(match(text)).toBe('tail-or-whole')
    expect(match('13800', true)).toBe('"13800"*')
  })

  it('can hold none of the marks that set heads and codes apart from names', () => {
    const phone = { name: '王明', phone: '13800138000', documentNumber: 'EA1234321' }
    const tokens = tokensOf({ ...phone, number: null, dossierNumber: null }).split(' ')
    expect(tokens).toEqual(expect.arrayContaining([phoneHead('138'), letteredCode('ea1234321')]))
    expect(tokens).not.toContain('ea1234321')
    expect(match(phoneHead('13'), true)).toBe('"13"*')
    expect(match(letteredCode('ea'))).toBe('"ea"*')
  })
})
