import { expect, test } from 'vitest'
import { endsComposition } from '../../../renderer/ui/use-commit.ts'

test('the Enter that ends a pinyin composition sends nothing', () => {
  expect(endsComposition({ nativeEvent: { isComposing: true, keyCode: 13 } })).toBe(true)
  expect(endsComposition({ nativeEvent: { isComposing: false, keyCode: 229 } })).toBe(true)
})

test('a plain Enter sends', () => {
  expect(endsComposition({ nativeEvent: { isComposing: false, keyCode: 13 } })).toBe(false)
})
