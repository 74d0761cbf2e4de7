import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { layBar, textWidth, type Part } from '../../../shared/chart/bars.ts'

const part = (key: string, value: number, label = `${key} ${value}`): Part => ({ key, label, value, fill: 1 })

describe('a bar', () => {
  test('begins at zero, has no gaps and is as long as its value', () => {
    const { segments } = layBar([part('a', 300), part('b', 0), part('c', 700)], 2000, 600, 11)
    expect(segments.map(({ key, x, width }) => [key, x, width])).toEqual([
      ['a', 0, 90],
      ['c', 90, 210],
    ])
  })

  test('labels of narrow parts go one line lower instead of over each other', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 1_000_000_000_000 }), { minLength: 1, maxLength: 5 }),
        (values) => {
          const parts = values.map((value, index) => part(`项目${index}`, value, `项目${index} ${value}.00`))
          const scale = values.reduce((a, b) => a + b, 0)
          const { segments, rows } = layBar(parts, scale, 608, 11)
          for (const one of segments) {
            const end = one.labelX + textWidth(one.label, 11)
            expect(one.labelX).toBeGreaterThanOrEqual(0)
            expect(end).toBeLessThanOrEqual(608.001)
            expect(one.row).toBeLessThan(rows)
            for (const other of segments) {
              if (other === one || other.row !== one.row || other.labelX < one.labelX) continue
              expect(other.labelX).toBeGreaterThanOrEqual(end)
            }
          }
        },
      ),
    )
  })

  test('a scale of zero draws nothing and divides by nothing', () => {
    expect(layBar([part('a', 0)], 0, 600, 11)).toEqual({ segments: [], rows: 1 })
  })
})
