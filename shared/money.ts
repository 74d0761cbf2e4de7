import { fail, ok, type Result } from './result.ts'

/** Amounts are integer fen. One amount, also counted for a whole year, is at most a trillion yuan, so that sums stay exact. */
export const greatestAmount = 100_000_000_000_000

const broken: Result<never> = fail({ code: 'invalid', issues: [{ path: 'amount', rule: 'amount' }] })

const halfWidth = (text: string): string =>
  text
    .replace(/[０-９．]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/，/g, ',')
    .replace(/[\s\u3000]/g, '')
    .replace(/[−－–]/g, '-')

const powers: Readonly<Record<string, number>> = { '': 2, 万: 6, 亿: 10 }

// Digits as written, shifted to fen without ever being a fraction: 1.25万 -> "125" and four more places.
const toFen = (whole: string, fraction: string, places: number): number | null => {
  const kept = fraction.replace(/0+$/, '')
  if (kept.length > places) return null
  const digits = whole + kept.padEnd(places, '0')
  return digits.length > 18 ? null : Number(digits)
}

/** Reads what people type: ¥1,200,000.00, 120万, 1.5亿元, full-width digits, − in front. */
export const parseAmount = (text: string): Result<number> => {
  const found = /^(-?)[¥￥]?(-?)(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?(万|亿)?元?$/.exec(halfWidth(text))
  if (!found || (found[1] && found[2])) return broken
  const fen = toFen((found[3] ?? '').replaceAll(',', ''), found[4] ?? '', powers[found[5] ?? ''] ?? 2)
  if (fen === null || fen > greatestAmount) return broken
  return ok((found[1] || found[2]) && fen > 0 ? -fen : fen)
}

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ',')

/** 7,000,000.00; a minus is the real sign − (look §6). */
export const formatFen = (fen: number): string => {
  const digits = String(Math.abs(fen)).padStart(3, '0')
  return `${fen < 0 ? '−' : ''}${grouped(digits.slice(0, -2))}.${digits.slice(-2)}`
}

/** Whole yuan without the zeros behind the point when there are no fen: for formulas, 300,000 ÷ 760,000. */
export const formatShort = (fen: number): string => formatFen(fen).replace(/\.00$/, '')

/** Rounded half away from zero, in `scale`-ths; null when there is nothing to divide by. */
export const divided = (part: number, whole: number, scale: number): number | null => {
  if (whole === 0) return null
  const up = BigInt(part) * BigInt(scale) * 2n
  const down = BigInt(whole)
  const sign = up < 0n !== down < 0n ? -1n : 1n
  const abs = (n: bigint): bigint => (n < 0n ? -n : n)
  return Number((sign * (abs(up) + abs(down))) / (abs(down) * 2n))
}

const withPoint = (value: number, places: number): string => {
  const digits = String(Math.abs(value)).padStart(places + 1, '0')
  return `${value < 0 ? '−' : ''}${grouped(digits.slice(0, -places))}.${digits.slice(-places)}`
}

/** 2571 hundredths of a percent -> 25.71% */
export const formatRatio = (hundredths: number): string => `${withPoint(hundredths, 2)}%`

/** 783 hundredths -> 7.83 */
export const formatTimes = (hundredths: number): string => withPoint(hundredths, 2)

/** 264 tenths of a percent -> 26.4% */
export const formatShare = (tenths: number): string => `${withPoint(tenths, 1)}%`
