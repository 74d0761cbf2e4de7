import { expect, test } from 'vitest'
import { hasGlyph, missingGlyphs } from '../../../electron/printout/glyphs.ts'

test('usual names and every sign of the paper itself can be drawn', () => {
  expect(
    missingGlyphs([
      '陈知远',
      '骉龑赜厣毖',
      'Émile',
      '壹贰叁肆伍陆柒捌玖拾佰仟万亿元角分整零',
      '÷−—–，。：；（）',
    ]),
  ).toEqual([])
})

test.each(['䶮', '㛃', '𠮷', '𬭼', '𬱖', '赇', '戤', '憝', '齄'])(
  '%s is in no bundled font and is named',
  (sign) => {
    expect(hasGlyph(sign)).toBe(false)
    expect(missingGlyphs({ client: { name: `张${sign}${sign}` } })).toEqual([sign])
  },
)
