import { describe, expect, test } from 'vitest'
import { darkTokens, lightTokens } from '../../../renderer/theme/tokens.ts'
import type { Tokens } from '../../../renderer/theme/tokens.ts'

const channel = (value: number): number =>
  value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4

const luminance = (hex: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    channel(parseInt(hex.slice(at, at + 2), 16) / 255),
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const contrast = (one: string, other: string): number => {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

const textPairs = (t: Tokens): [string, string, string][] => [
  ...(['ink', 'ink2', 'ink3', 'blue', 'blueDeep', 'seal', 'ochre', 'pine'] as const).flatMap(
    (name): [string, string, string][] => [
      [`${name} on paper`, t[name], t.paper],
      [`${name} on sheet`, t[name], t.sheet],
    ],
  ),
  ['ink-3 on well', t.ink3, t.well],
  ['ink-3 on blue-tint', t.ink3, t.blueTint],
  ['blue on blue-tint', t.blue, t.blueTint],
  ['seal on seal-tint', t.seal, t.sealTint],
  ['seal-deep on seal-tint', t.sealDeep, t.sealTint],
  ['ochre on ochre-tint', t.ochre, t.ochreTint],
  ['text on filled blue', t.onBlue, t.blue],
  ['text on the spine', t.spineText, t.spine],
]

describe.each([
  ['light', lightTokens],
  ['dark', darkTokens],
] as const)('the %s colours can be read', (_, tokens) => {
  test.each(textPairs(tokens))('%s keeps 4.5 to 1', (_name, text, ground) => {
    expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5)
  })

  test('the edge of a control keeps 3 to 1 on paper, sheet and the field itself', () => {
    for (const ground of [tokens.paper, tokens.sheet, tokens.raised]) {
      expect(contrast(tokens.edge, ground)).toBeGreaterThanOrEqual(3)
    }
  })

  test('neighbouring chart colours differ in lightness, so they hold in grey', () => {
    const steps = ([1, 2, 3, 4, 5] as const).map((n) => luminance(tokens.chart[n]))
    const ordered = tokens === lightTokens ? steps : [...steps].reverse()
    expect(ordered).toEqual([...ordered].sort((a, b) => a - b))
  })
})
