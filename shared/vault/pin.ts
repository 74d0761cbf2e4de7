export type PinJudgement =
  | { readonly accepted: true }
  | {
      readonly accepted: false
      readonly reason: 'pin-not-six' | 'pin-repeats' | 'pin-run' | 'pin-date' | 'pin-common'
    }

export const pinLength = 6

/** What was typed as plain digits: input methods produce full-width ones. Everything else is left out. */
export const pinDigits = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replaceAll(/[^0-9]/g, '')
    .slice(0, pinLength)

const stepsOf = (digits: readonly number[]): number[] =>
  digits.slice(1).map((digit, at) => (digit - (digits[at] ?? 0) + 10) % 10)

const isRun = (digits: readonly number[]): boolean => {
  const steps = stepsOf(digits)
  return steps.every((step) => step === 1) || steps.every((step) => step === 9)
}

const isSame = (digits: readonly number[]): boolean => stepsOf(digits).every((step) => step === 0)

const repeats = (digits: readonly number[]): boolean => {
  const text = digits.join('')
  return (
    new Set(digits).size <= 2 ||
    text.slice(0, 3) === text.slice(3) ||
    (isSame(digits.slice(0, 3)) && isSame(digits.slice(3)))
  )
}

const runs = (digits: readonly number[]): boolean => {
  const pairs = [0, 2, 4]
  const isPaired = pairs.every((at) => digits[at] === digits[at + 1])
  return (
    isRun(digits) ||
    (isRun(digits.slice(0, 3)) && isRun(digits.slice(3))) ||
    (isPaired && isRun(pairs.map((at) => digits[at] ?? 0)))
  )
}

const isMonth = (text: string): boolean => Number(text) >= 1 && Number(text) <= 12
const isDay = (text: string): boolean => Number(text) >= 1 && Number(text) <= 31

// 1985xx, xx1985, 850228: years and birthdays, the first thing a colleague tries.
const isDate = (pin: string): boolean =>
  /^(19|20)/.test(pin) || /(19|20)\d\d$/.test(pin) || (isMonth(pin.slice(2, 4)) && isDay(pin.slice(4)))

// Lines of the keypad, and numbers that sound like words.
const common: readonly string[] = [
  '147258',
  '147369',
  '147852',
  '159357',
  '159753',
  '258147',
  '258369',
  '258456',
  '369147',
  '369258',
  '741852',
  '789456',
  '963852',
  '135790',
  '135791',
  '246800',
  '246810',
  '131452',
  '314159',
  '521131',
  '584520',
]

/** Six digits that a colleague does not guess in five tries. */
export const judgePin = (pin: string): PinJudgement => {
  if (!/^[0-9]{6}$/.test(pin)) return { accepted: false, reason: 'pin-not-six' }
  const digits = [...pin].map(Number)
  if (repeats(digits)) return { accepted: false, reason: 'pin-repeats' }
  if (runs(digits)) return { accepted: false, reason: 'pin-run' }
  if (isDate(pin)) return { accepted: false, reason: 'pin-date' }
  return common.includes(pin) ? { accepted: false, reason: 'pin-common' } : { accepted: true }
}
