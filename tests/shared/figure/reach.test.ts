import { describe, expect, test } from 'vitest'
import { covers, isWider, maySetReach } from '../../../shared/figure/reach.ts'
import type { Reach } from '../../../shared/figure/model.ts'

const own: Reach = { kind: 'own' }
const family: Reach = { kind: 'family' }
const named = (...members: number[]): Reach => ({ kind: 'named', members })

describe('whom a figure reaches', () => {
  test.each([
    ['his own figure on his sheet', own, null, [1], true],
    ['his own figure on their common sheet', own, null, [1, 2], false],
    ['a figure told with both present', named(1, 2), null, [1, 2], true],
    ['the same before the parents', named(1, 2), null, [1, 2, 4], false],
    ['a family figure before everybody', family, null, [2, 4], true],
    ['an own figure after his consent for her', own, named(2), [1, 2], true],
    ['a figure for nobody in particular', family, null, [], false],
  ] as const)('%s', (_, reach, widened, readers, expected) => {
    expect(covers({ ownerId: 1, reach, widened }, readers)).toBe(expected)
  })

  test('wider means: somebody new would see it', () => {
    expect(isWider(named(1, 2), own)).toBe(true)
    expect(isWider(named(1), named(1, 2))).toBe(false)
    expect(isWider(family, named(1, 2))).toBe(true)
    expect(isWider(named(9), family)).toBe(false)
  })
})

describe('who may set a reach', () => {
  const set = (reach: Reach, before: Reach | null, present: number[], ownerId: number | null = 1) =>
    maySetReach({ ownerId, reach }, before, present)

  test('what was said reaches at most those who were there', () => {
    expect(set(named(1, 2), null, [1, 2]).ok).toBe(true)
    expect(set(own, null, [1, 2]).ok).toBe(true)
    expect(set(named(1, 2, 4), null, [1, 2])).toMatchObject({
      failure: { rule: 'figure.refusal.reach-needs-consent' },
    })
    expect(set(family, null, [1, 2]).ok).toBe(false)
  })

  test('the owner himself never counts as somebody new', () => {
    expect(set(named(1), null, []).ok).toBe(true)
  })

  test('widening later is never done by hand, narrowing always', () => {
    expect(set(named(2), own, [1, 2]).ok).toBe(false)
    expect(set(family, named(1, 2), [1, 2]).ok).toBe(false)
    expect(set(own, named(1, 2), []).ok).toBe(true)
    expect(set(named(1, 2), family, []).ok).toBe(true)
  })

  test('a joint figure always says who may see it', () => {
    expect(set(own, null, [1, 2], null)).toMatchObject({
      failure: { rule: 'figure.refusal.joint-needs-readers' },
    })
  })
})
