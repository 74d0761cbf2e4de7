import ranges from '@fontsource/noto-sans-sc/unicode.json' with { type: 'json' }

// What the bundled print font can draw. A name with another sign becomes a box on paper, and text read back from
// the PDF would not show it: the question is asked before printing.

type Range = readonly [from: number, to: number]

const parse = (text: string): Range => {
  const [from = '', to = from] = text.trim().replace(/^U\+/i, '').split('-')
  return [Number.parseInt(from, 16), Number.parseInt(to, 16)]
}

const covered: readonly Range[] = Object.values(ranges)
  .flatMap((list) => list.split(',').map(parse))
  .sort((a, b) => a[0] - b[0])

export const hasGlyph = (sign: string): boolean => {
  const point = sign.codePointAt(0) ?? 0
  return covered.some(([from, to]) => point >= from && point <= to)
}

const wordsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsIn) : []
}

/** Every sign in these values that would be printed as a box, each once. */
export const missingGlyphs = (value: unknown): readonly string[] => {
  const signs = new Set(wordsIn(value).flatMap((text) => [...text]))
  return [...signs].filter((sign) => !/\s/.test(sign) && !hasGlyph(sign))
}
