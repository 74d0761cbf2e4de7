import { formatRatio, formatShort, formatTimes, formatShare } from '../money.ts'
import { partsOf, type PlainDate } from '../plain-date.ts'
import { fill } from '../text/fill.ts'
import { figure } from '../text/zh-CN/figure.ts'
import { household } from '../text/zh-CN/household.ts'
import { ratio as ratioText } from '../text/zh-CN/ratio.ts'
import { statement } from '../text/zh-CN/statement.ts'
import type { Mark, StatementContent } from './content.ts'
import type { PartWords } from './parts.ts'

// The words of the Chinese paper. The screen takes the same keys through its own language.

type Line = StatementContent['ratios'][number]

export const longDate = (date: PlainDate): string => {
  const { year, month, day } = partsOf(date)
  return `${year}年${month}月${day}日`
}

/** A third person's birth is a year only. */
export const birthWords = (birth: string): string =>
  birth === '' ? '—' : birth.length === 4 ? `${birth}年` : longDate(birth)

const wordOf = (words: Readonly<Record<string, string>>, key: string): string => words[key] ?? key

export const kindWord = (kind: string): string => wordOf(figure.kind, kind)
export const groupWord = (group: string): string => wordOf(figure.group, group)
export const relationWord = (relation: string): string => wordOf(household.relation, relation)
export const sexWord = (sex: string): string => wordOf(household.sex, sex)
export const markWords = (marks: readonly Mark[]): string => marks.map((mark) => figure.mark[mark]).join('')
export const ratioName = (key: string): string => wordOf(ratioText.name, key)
export const formulaOf = (key: string): string => wordOf(ratioText.formula, key)

export const shareWords = (tenths: number | null): string => (tenths === null ? '—' : formatShare(tenths))

export const resultOf = ({ value, unit }: Line): string => {
  if (value === null) return ratioText.unavailable
  return unit === 'months' ? fill(ratioText.months, { n: formatTimes(value) }) : formatRatio(value)
}

/** The numbers put in, as they are divided: 300,000 ÷ 38,333.33 for a month of expense. */
export const termsOf = (line: Line): readonly string[] => {
  const whole = line.unit === 'months' ? Math.round(line.whole / 12) : line.whole
  return [formatShort(line.part), ` ÷ ${formatShort(whole)}`]
}

export const rangeOf = ({ range, unit }: Line): string => {
  const { least, most, around } = range
  const whole = (hundredths: number): string => String(Math.round(hundredths / 100))
  if (around !== undefined) return fill(ratioText.range.around, { n: whole(around) })
  if (least !== null && most !== null) {
    const words = unit === 'months' ? ratioText.range.months : ratioText.range.between
    return fill(words, { least: whole(least), most: whole(most) })
  }
  if (least !== null) return fill(ratioText.range.least, { n: whole(least) })
  return most === null ? '—' : fill(ratioText.range.most, { n: whole(most) })
}

export const verdictWord = (line: Line): string => ratioText.word[line.verdict ?? 'none']

export const partWords: PartWords = {
  ...statement.part,
  salaryOf: (name) => fill(statement.part.salaryOf, { name }),
}
