import { pinyin } from 'pinyin-pro'

const doubleSurnames = new Set(
  `欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 长孙 宇文 司徒 司空 夏侯 端木 百里 南宫 独孤 轩辕 呼延 东郭 西门
  闻人 澹台 公冶 太叔 申屠 赫连 濮阳 单于 钟离 淳于 鲜于 完颜 纳兰 拓跋`.split(/\s+/),
)

/** How many signs at the front are the surname. */
export const surnameLength = (signs: readonly string[]): number =>
  signs.length > 2 && doubleSurnames.has(`${signs[0]}${signs[1]}`) ? 2 : 1

// Surnames that people read in two ways; the reading that is right for a surname comes from the library.
const secondReadings: Readonly<Record<string, readonly string[]>> = {
  单: ['dan'],
  曾: ['ceng'],
  解: ['jie'],
  仇: ['chou'],
  查: ['cha'],
  乐: ['le', 'yue'],
  朴: ['pu', 'piao'],
  盖: ['gai', 'ge'],
  区: ['qu'],
  尉: ['wei', 'yu'],
  翟: ['di'],
  覃: ['tan', 'qin'],
  缪: ['mou'],
  员: ['yuan'],
  隗: ['kui', 'wei'],
  折: ['zhe', 'she'],
  种: ['zhong'],
  秘: ['mi'],
  繁: ['fan'],
  祭: ['ji'],
  洗: ['xi', 'xian'],
  冼: ['xian'],
  召: ['zhao', 'shao'],
  么: ['me', 'yao'],
  逄: ['feng', 'pang'],
  都: ['dou', 'du'],
  谌: ['shen', 'chen'],
  葛: ['ge'],
  那: ['na'],
  能: ['neng', 'nai'],
  宓: ['fu', 'mi'],
  郇: ['huan', 'xun'],
  长: ['chang', 'zhang'],
}

const syllablesOf = (name: string): readonly string[] =>
  pinyin(name, { toneType: 'none', surname: 'head', type: 'array', v: true, nonZh: 'spaced' })

/** Both readings of an ambiguous surname: 单 is found as shan and as dan, 曾 as zeng and as ceng. */
const readingsOfFirst = (first: string, usual: string): readonly string[] => [
  ...new Set([usual, ...(secondReadings[first] ?? [])]),
]

// Typed on a keyboard without ü: lv, lyu.
const spellings = (syllable: string): readonly string[] =>
  syllable.includes('v') ? [syllable, syllable.replace('v', 'yu')] : [syllable]

const initialOf = (syllable: string): string => syllable.charAt(0)

export type Spoken = { readonly syllables: readonly string[]; readonly surname: number }

/** Every way in which a Chinese name is read aloud, as syllables. */
export const readingsOf = (name: string): readonly Spoken[] => {
  const signs = [...name]
  const [first = '', ...rest] = syllablesOf(name)
  const surname = surnameLength(signs)
  return readingsOfFirst(signs[0] ?? '', first).flatMap((head) =>
    spellings(head).map((spelt) => ({ syllables: [spelt, ...rest], surname })),
  )
}

/** zhangweimin, zhangwm, zwm, weimin, wm. */
export const spokenTokens = ({ syllables, surname }: Spoken): readonly string[] => {
  const head = syllables.slice(0, surname).join('')
  const given = syllables.slice(surname)
  const initials = given.map(initialOf).join('')
  return [
    syllables.join(''),
    head + initials,
    syllables.map(initialOf).join(''),
    given.flatMap(spellings).join(''),
    given.join(''),
    initials,
  ]
}
