// Amounts in words by the rules for filling in bank papers. Where the rule leaves a 零 to the writer (yuan digit or
// ten-thousands digit 0 with a full place behind it) this app never writes it.

const numerals = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'] as const
const places = ['', '拾', '佰', '仟'] as const
const groups = ['', '万', '亿', '万亿'] as const

const numeral = (digit: string): string => numerals[Number(digit)] ?? ''

// Four digits without leading or trailing 零; a row of zeros inside becomes one.
const groupWords = (four: string): string =>
  [...four]
    .map((digit, index) => (digit === '0' ? '零' : numeral(digit) + (places[3 - index] ?? '')))
    .join('')
    .replace(/零+/g, '零')
    .replace(/^零|零$/g, '')

const yuanWords = (yuan: string): string => {
  const padded = yuan.padStart(Math.ceil(yuan.length / 4) * 4, '0')
  const fours = padded.match(/.{4}/g) ?? []
  let words = ''
  for (const [index, four] of fours.entries()) {
    if (four === '0000') continue
    const skipped = words !== '' && (four.startsWith('0') || fours[index - 1] === '0000')
    words += (skipped ? '零' : '') + groupWords(four) + (groups[fours.length - 1 - index] ?? '')
  }
  // 万亿 followed by 亿 would say 亿 twice: 壹万亿零伍亿 is read 壹万零伍亿.
  return words.replace(/万亿(?=.*亿)/, '万')
}

/** 人民币伍佰贰拾万元整. */
export const capitals = (fen: number): string => {
  const digits = String(Math.abs(fen)).padStart(3, '0')
  const yuan = yuanWords(digits.slice(0, -2))
  const jiao = digits.at(-2) ?? '0'
  const cent = digits.at(-1) ?? '0'
  const sign = fen < 0 ? '负' : ''
  if (fen === 0) return '人民币零元整'
  const head = `人民币${sign}${yuan === '' ? '' : `${yuan}元`}`
  if (jiao === '0' && cent === '0') return `${head}整`
  const gap = jiao === '0' && yuan !== '' ? '零' : ''
  return `${head}${gap}${jiao === '0' ? '' : `${numeral(jiao)}角`}${cent === '0' ? '' : `${numeral(cent)}分`}`
}
