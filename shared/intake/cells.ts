import { parseAmount } from '../money.ts'
import { readPlainDate, type PlainDate } from '../plain-date.ts'

/** What a cell could not be read as. */
export const unreadable = Symbol('unreadable')

const half = (text: string): string =>
  text.replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).replace(/\u3000/g, ' ')

/**
 * The value without its wrapping: tabs and ="…" that keep a spreadsheet from eating digits, blanks, and the dashes
 * that stand for nothing.
 */
export const cellText = (cell: string | undefined): string => {
  const bare = (cell ?? '').replace(/[\t\u00a0\ufeff\u200b]/g, ' ').trim()
  const formula = /^="(.*)"$/.exec(bare)
  const text = (formula?.[1] ?? bare).replace(/^'/, '').trim()
  return /^[-–—－]{1,3}$/.test(text) || text === '/' ? '' : text
}

/** Numbers and codes: full-width letters and digits become half-width, inner blanks go. */
export const codeText = (cell: string | undefined): string => half(cellText(cell)).replace(/\s/g, '')

/** Fen; an empty cell is nothing, brackets are a minus. `places` shifts heads in 万元. */
export const cellAmount = (cell: string | undefined, inTenThousands: boolean): number | typeof unreadable => {
  const text = codeText(cell)
  if (text === '') return 0
  const bracketed = /^\((.*)\)$/.exec(text)
  const plain = bracketed?.[1] === undefined ? text : `-${bracketed[1]}`
  const amount = parseAmount(inTenThousands && !/[万亿元]$/.test(plain) ? `${plain}万` : plain)
  return amount.ok ? amount.value : unreadable
}

/** 20261122, 2026/11/22, 2026-11-22, 2026年11月22日; null for an empty cell. */
export const cellDate = (cell: string | undefined): PlainDate | null | typeof unreadable => {
  const text = half(cellText(cell))
  if (text === '') return null
  return readPlainDate(text) ?? unreadable
}

/** 1.05 or 1.05% as hundredths of a percent: 105. */
export const cellRate = (cell: string | undefined): number | null | typeof unreadable => {
  const text = codeText(cell).replace(/%$/, '')
  if (text === '') return null
  const found = /^(\d{1,3})(?:\.(\d{1,2})0*)?$/.exec(text)
  if (!found) return unreadable
  return Number(`${found[1]}${(found[2] ?? '').padEnd(2, '0')}`)
}

/** C3, R3, 3 or C3稳健型 as 3; null for an empty cell. */
export const cellLevel = (cell: string | undefined): number | null | typeof unreadable => {
  const text = codeText(cell)
  if (text === '') return null
  const found = /^[CR]?([1-5])(?!\d)/i.exec(text)
  return found ? Number(found[1]) : unreadable
}
