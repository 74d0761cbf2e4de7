import { describe, expect, it } from 'vitest'
import { library } from '../../../resources/scripts/library.ts'
import { steps } from '../../../shared/encounter/step.ts'
import { forbiddenIn, linesFor } from '../../../shared/script/model.ts'

describe('the words, rules and actions beside each step', () => {
  it('are there for every step from preparation to review, in both languages', () => {
    for (const step of steps.filter((name) => name !== 'scheduled' && name !== 'done')) {
      const lines = linesFor(library, step)
      expect([...new Set(lines.map((line) => line.kind))].sort(), step).toEqual(['action', 'rule', 'words'])
      for (const line of lines) expect(line.zh.length * line.en.length, line.id).toBeGreaterThan(0)
    }
  })

  it('have names that are never used twice', () => {
    const ids = library.map((line) => line.id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('promise nothing a seller may not promise', () => {
    expect(library.flatMap((line) => forbiddenIn(line.zh))).toEqual([])
    expect(forbiddenIn('这款保本，跟存款一样')).toEqual(['保本', '跟存款一样'])
  })
})
