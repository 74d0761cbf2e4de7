/** How much of a value may stay: `usual` keeps head and tail, `strict` nearly nothing (a branch's choice). */
export type MaskPreset = 'usual' | 'strict'

const stars = (count: number): string => '*'.repeat(Math.max(count, 0))

const keep = (text: string, head: number, tail: number): string => {
  const signs = [...text]
  if (signs.length <= head + tail) return stars(signs.length)
  return (
    signs.slice(0, head).join('') +
    stars(signs.length - head - tail) +
    signs.slice(signs.length - tail).join('')
  )
}

/** 王*明, 王*; a Latin name keeps the first letter of each word. */
export const maskName = (name: string, preset: MaskPreset = 'usual'): string => {
  if (/^[\p{Script=Latin}\s.·'-]+$/u.test(name)) return name.replace(/(\p{L})\p{L}+/gu, '$1**')
  const signs = [...name]
  const [first = ''] = signs
  if (signs.length < 2) return name === '' ? '' : '*'
  if (preset === 'strict' || signs.length === 2) return first + stars(signs.length - 1)
  return keep(name, 1, 1)
}

/** 138****8000 */
export const maskPhone = (phone: string, preset: MaskPreset = 'usual'): string =>
  keep(phone, preset === 'usual' && phone.length >= 11 ? 3 : 0, 4)

/** 110***********002X; other papers keep the first sign and the last four. */
export const maskDocument = (number: string, preset: MaskPreset = 'usual'): string => {
  if (preset === 'strict') return keep(number, 1, 1)
  return /^(\d{15}|\d{17}[\dXx])$/.test(number) ? keep(number, 3, 4) : keep(number, 1, 4)
}
