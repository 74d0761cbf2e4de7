import { describe, expect, it } from 'vitest'
import {
  interleave,
  isNoisy,
  judge,
  median,
  mustHold,
  pair,
  quantile,
  type Goal,
  type Round,
} from './judge.ts'
import { tableOf } from './table.ts'

// Numbers made up here, no clock: a bench that can't say no would prove nothing.

const goal: Goal = {
  id: 'X1',
  what: 'something that should be quick',
  as: 'ratio',
  goal: 1.2,
  unit: 'ms',
  floor: 'the least there is',
}

const rounds = (value: number, floor = 1, count = 9): readonly Round[] =>
  Array.from({ length: count }, () => ({ value, floor }))

describe('the judge of the bench', () => {
  it('calls met what reaches its goal, and missed the same thing slowed down', () => {
    expect(judge(goal, rounds(1.1)).verdict).toBe('met')
    const slowed = judge(goal, rounds(1.1 * 2))
    expect(slowed).toMatchObject({ verdict: 'missed', figure: 2.2, rounds: 9, spread: [2.2, 2.2] })
  })

  it('never calls met what was not measured, or not often enough', () => {
    expect(judge(goal, []).verdict).toBe('missed')
    expect(judge(goal, rounds(1, 1, 8)).verdict).toBe('missed')
    expect(judge(goal, rounds(Number.NaN)).verdict).toBe('missed')
    expect(judge(goal, rounds(1, 0)).verdict).not.toBe('met')
    expect(judge({ ...goal, steady: true }, []).verdict).toBe('missed')
    expect(judge({ ...goal, steady: true }, rounds(1, 1, 1)).verdict).toBe('met')
  })

  it('goes by the median of the rounds, so that one lucky or unlucky round decides nothing', () => {
    const lucky = [...rounds(1.5, 1, 8), { value: 0.1, floor: 1 }]
    expect(judge(goal, lucky)).toMatchObject({ verdict: 'missed', spread: [0.1, 1.5] })
    const unlucky = [...rounds(1.1, 1, 8), { value: 90, floor: 1 }]
    expect(judge(goal, unlucky).verdict).toBe('met')
  })

  it('takes no verdict from a machine that was busy with something else', () => {
    const shaken = rounds(1).map((round, at) => (at === 4 ? { value: 2.5, floor: 2.5 } : round))
    expect(isNoisy(shaken)).toBe(true)
    expect(judge(goal, shaken).verdict).toBe('noisy')
    expect(isNoisy(rounds(1))).toBe(false)
  })

  it('accepts only up to the limit that was named, and then says why', () => {
    const accepting = { ...goal, accept: { limit: 2, why: 'measured and explained' } }
    expect(judge(accepting, rounds(1.8))).toMatchObject({
      verdict: 'accepted',
      note: 'measured and explained',
    })
    expect(judge(accepting, rounds(1.1))).toMatchObject({ verdict: 'met', note: '' })
    expect(judge(accepting, rounds(2.1)).verdict).toBe('missed')
  })

  it('knows that of throughput there can’t be too much, and of time not too little', () => {
    const throughput: Goal = { ...goal, goal: 0.65, atLeast: true, unit: 'MB/s' }
    expect(judge(throughput, rounds(0.9)).verdict).toBe('met')
    expect(judge(throughput, rounds(0.5)).verdict).toBe('missed')
    expect(judge({ ...goal, as: 'surplus', goal: 30 }, rounds(120, 100)).verdict).toBe('met')
    expect(judge({ ...goal, as: 'surplus', goal: 30 }, rounds(140, 100)).verdict).toBe('missed')
    expect(judge({ ...goal, as: 'value', goal: 1 }, rounds(1.5, 9)).verdict).toBe('missed')
  })

  it('drops the first round and lets every probe begin a round in its turn', async () => {
    const order: string[] = []
    let left = 0
    const seen = await interleave({
      left: () => {
        order.push('left')
        left += 1
        return left
      },
      right: () => {
        order.push('right')
        return 100
      },
    })
    expect(seen.left).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10])
    expect(seen.right).toHaveLength(9)
    expect(order.slice(0, 4)).toEqual(['left', 'right', 'right', 'left'])
    expect(pair(seen.left, seen.right)[0]).toEqual({ value: 2, floor: 100 })
  })

  it('stops at a wrong result, however quick it was', () => {
    expect(() => mustHold(false, 'rows are missing')).toThrow('rows are missing')
  })

  it('counts medians and shares as everybody does, and shows every row with its verdict', () => {
    expect([median([3, 1, 2]), median([4, 1, 2, 3]), quantile([5, 1, 4, 2, 3], 0.95)]).toEqual([2, 2.5, 5])
    const table = tableOf([judge(goal, rounds(3)), judge({ ...goal, id: 'X2' }, [])])
    expect(table.split('\n')).toHaveLength(4)
    expect(table).toMatch(/X1 .*3\.00× .*missed/)
    expect(table).toMatch(/X2 .*missed/)
  })
})
