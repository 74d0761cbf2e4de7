import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import iconv from 'iconv-lite'
import { dice } from './dice.ts'

const folder = fileURLToPath(new URL('../fixtures/bank/', import.meta.url))

/** The reference export of a bank: every person in it is invented. */
export const bookName = 'client-book.gb18030.csv'
export const shelfName = 'product-shelf.xlsx'

export const bankFile = (name: string): Buffer => readFileSync(folder + name)

export const expectedNumbers = JSON.parse(bankFile('EXPECTED.json').toString('utf8')) as {
  readonly rows: number
  readonly distinctClients: number
  readonly badIdChecksums: number
  readonly products: number
  readonly fileTotalAum: number
  readonly bookedAum: number
  readonly repeatedRows: number
  readonly repeatedWithDifference: number
}

export type BookQuirks = {
  readonly rows: number
  /** The first row's number, for a book that comes in several files. */
  readonly from?: number
  readonly asOf?: string
  readonly title?: boolean
  readonly total?: boolean
  readonly encoding?: 'utf8' | 'utf8-bom' | 'gb18030'
  /** How numbers are wrapped against spreadsheets. */
  readonly wrap?: 'none' | 'tab' | 'formula'
  readonly commas?: boolean
  /** Repeats the first row at the end, with another phone. */
  readonly repeated?: boolean
  readonly owners?: readonly string[]
  /** Names the first rows take instead of made-up ones. */
  readonly names?: readonly string[]
  readonly seed?: number
}

const surnames = [...'赵钱孙李周吴郑王冯陈褚卫单曾']
const given = [...'伟芳秀敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂']
const heads =
  '客户号,客户姓名,性别,证件类型,证件号码,出生日期,手机号码,单位名称,职业,管户经理,时点金融资产(元),活期余额,定期余额,理财余额,基金市值,保险保费,国债余额,贵金属,贷款余额,风险等级,风险评估日期'

const grouped = (yuan: number, commas: boolean): string => {
  const text = yuan.toFixed(2)
  return commas ? `"${text.replace(/\B(?=(\d{3})+\.)/g, ',')}"` : text
}

const wrapped = (number: string, wrap: BookQuirks['wrap']): string =>
  wrap === 'tab' ? `${number}\t` : wrap === 'formula' ? `="${number}"` : number

const lineOf = (quirks: BookQuirks, at: number, random: () => number, phone?: string): string => {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const invented = pick(surnames) + pick(given) + (random() < 0.5 ? pick(given) : '')
  const name = quirks.names?.[at] ?? invented
  const place = at + (quirks.from ?? 0)
  const number = `7${String(place).padStart(11, '0')}`
  const owner = pick(quirks.owners ?? ['李理财', '王理财', '--'])
  const demand = Math.floor(random() * 9_000_000)
  const time = Math.floor(random() * 90_000_000)
  const money = [demand + time, demand, time].map((fen) => grouped(fen / 100, quirks.commas ?? false))
  const tel = phone ?? `139${String(Math.floor(random() * 1e8)).padStart(8, '0')}`
  const cells = [
    wrapped(number, quirks.wrap),
    name,
    pick(['男', '女']),
    '护照',
    `E${String(place).padStart(8, '0')}`,
  ]
  return [
    ...cells,
    '1970/01/01',
    tel,
    '测试单位',
    '职员',
    owner,
    ...money,
    '--,0,0.00,0.00,0.00,0.00,,',
  ].join(',')
}

/** A client book of any size with the quirks asked for; every person in it is invented. */
export const makeBook = (quirks: BookQuirks): Buffer => {
  const seed = quirks.seed ?? 1
  const random = dice(seed)
  const lines = Array.from({ length: quirks.rows }, (_, at) => lineOf(quirks, at, random))
  if (quirks.repeated) lines.push(lineOf(quirks, 0, dice(seed), '13900000000'))
  const title =
    quirks.title === false
      ? []
      : ['个人客户资产清单', `机构:测试支行,,打印日期:${quirks.asOf ?? '2026-11-20'}`]
  const total = quirks.total ? [`合计,${lines.length}户`] : []
  const text = [...title, heads, ...lines, ...total, '制表人:甲,复核:乙'].join('\r\n')
  if (quirks.encoding === 'gb18030') return iconv.encode(text, 'gb18030')
  return Buffer.from(quirks.encoding === 'utf8-bom' ? `\ufeff${text}` : text, 'utf8')
}
