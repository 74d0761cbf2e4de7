import { nameWords, plainText } from './name-text.ts'
import { readingsOf, spokenTokens, surnameLength } from './pinyin.ts'

export type Findable = {
  readonly name: string
  readonly phone: string
  readonly documentNumber: string
  readonly number: string | null
  readonly dossierNumber: string | null
}

const nameTokens = (name: string): readonly string[] => {
  const words = nameWords(name)
  const [only = ''] = words
  if (words.length !== 1 || !/\p{Script=Han}/u.test(only)) return [words.join(''), ...words]
  const signs = [...only]
  const given = signs.slice(surnameLength(signs)).join('')
  return [only, given, ...readingsOf(only).flatMap(spokenTokens)]
}

// Two signs for private use: the index takes them for letters, and no query can hold them, since whatever is typed loses
// all signs but letters and digits.
const headMark = '\ue000'
const codeMark = '\ue001'

/** Marks the three digits that stay visible, so that they can be asked for without the hidden ones. */
export const phoneHead = (digits: string): string => `${headMark}${digits}`

/** Marks a passport or another code that begins with letters: beside names it would be found by its hidden letters. */
export const letteredCode = (text: string): string => `${codeMark}${text}`

const code = (text: string): string => plainText(text).replace(/[^\p{L}\p{N}]/gu, '')

const tail = (text: string, length: number): string => (text.length > length ? text.slice(-length) : '')

const codeToken = (text: string): string => (text === '' || /^\d/.test(text) ? text : letteredCode(text))

/**
 * What a client is found by (f6): name, given name, pinyin, initials in both readings, phone whole and its last 8 and
 * 4, id whole and its last 6 and 4, client and dossier number whole and their last 4.
 */
export const tokensOf = (client: Findable): string => {
  const phone = code(client.phone)
  const id = code(client.documentNumber)
  const number = code(client.number ?? '')
  const dossier = code(client.dossierNumber ?? '')
  const tokens = [
    ...nameTokens(client.name),
    phone.length >= 11 ? phoneHead(phone.slice(0, 3)) : '',
    ...[phone, tail(phone, 8), tail(phone, 4), id, tail(id, 6), tail(id, 4)].map(codeToken),
    ...[number, tail(number, 4), dossier, tail(dossier, 4)].map(codeToken),
  ]
  return [...new Set(tokens.filter((token) => token !== ''))].join(' ')
}
