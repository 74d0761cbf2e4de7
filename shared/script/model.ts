import type { Step } from '../encounter/step.ts'

/** One line beside a step: words to say, a rule to keep, an action to do (S0 L338-347). */
export type ScriptLine = {
  readonly step: Step
  readonly kind: 'words' | 'rule' | 'action'
  /** Stable for ever: what was shown can be named later. */
  readonly id: string
  readonly zh: string
  readonly en: string
}

export const linesFor = (library: readonly ScriptLine[], step: Step): readonly ScriptLine[] =>
  library.filter((line) => line.step === step)

// Promises no seller may make (order 2025-7 Art. 13, practice 20): no line of the library contains one.
export const forbiddenWords: readonly string[] = [
  '保本',
  '保证收益',
  '稳赚',
  '肯定涨',
  '零风险',
  '没有风险',
  '跟存款一样',
  '捆绑',
  '锁定',
  '重新测评',
  '重做测评',
]

export const forbiddenIn = (text: string): readonly string[] =>
  forbiddenWords.filter((word) => text.includes(word))
