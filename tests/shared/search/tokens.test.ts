import { describe, expect, it } from 'vitest'
import { letteredCode, tokensOf } from '../../../shared/search/tokens.ts'

const tokens = (name: string): readonly string[] =>
  tokensOf({ name, phone: '', documentNumber: '', number: null, dossierNumber: null }).split(' ')

describe('the words a client is found by', () => {
  it('hold pinyin and initials of the whole and of the given name (W67)', () => {
    expect(tokens('张伟民')).toEqual(
      expect.arrayContaining(['张伟民', '伟民', 'zhangweimin', 'zhangwm', 'zwm', 'weimin', 'wm']),
    )
  })

  it('hold both readings of an ambiguous surname (W67)', () => {
    expect(tokens('单雄信')).toEqual(expect.arrayContaining(['sxx', 'dxx']))
    expect(tokens('曾国藩')).toEqual(expect.arrayContaining(['zengguofan', 'cengguofan']))
    expect(tokens('仇英')).toEqual(expect.arrayContaining(['qiuying', 'chouying']))
    expect(tokens('乐嘉')).toEqual(expect.arrayContaining(['yuejia', 'lejia']))
  })

  it('know double surnames (W67)', () => {
    expect(tokens('欧阳修')).toEqual(expect.arrayContaining(['oyx', 'ouyangxiu', '修']))
  })

  it('take dots, double and full-width blanks as one', () => {
    expect(tokens('次仁·旺堆')).toEqual(tokens('次仁•旺堆'))
    expect(tokens('次仁　旺堆')).toEqual(tokens('次仁旺堆'))
    expect(tokens('Maria  Lopez')).toEqual(['marialopez', 'maria', 'lopez'])
  })

  it('know ü as it is typed', () => {
    expect(tokens('吕布')).toEqual(expect.arrayContaining(['lvbu', 'lyubu']))
  })

  it('hold phone, id, client and dossier number whole and by their tails', () => {
    const all = tokensOf({
      name: '王𠮷',
      phone: '13800138000',
      documentNumber: '11010519491231002X',
      number: '622848000007',
      dossierNumber: 'YH-2026-0031',
    }).split(' ')
    for (const token of ['13800138000', '00138000', '8000', '11010519491231002x', '31002x', '002x'])
      expect(all).toContain(token)
    for (const token of ['622848000007', '0007', letteredCode('yh20260031'), '0031', '王𠮷'])
      expect(all).toContain(token)
  })
})
