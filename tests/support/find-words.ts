import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'

export type Found = { readonly file: string; readonly word: string }

type Needle = { readonly word: string; readonly bytes: Buffer }

/** What base64 makes of these bytes wherever they begin in the text around them: only the letters they alone decide. */
const base64Of = (bytes: Buffer): readonly Buffer[] =>
  [0, 1, 2].flatMap((shift) => {
    const whole = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64')
    const own = whole.slice(Math.ceil((shift * 8) / 6), Math.floor(((shift + bytes.length) * 8) / 6))
    return [own, own.replaceAll('+', '-').replaceAll('/', '_')].map((text) => Buffer.from(text))
  })

/** A word in every way programs here, or libraries under them, write one. */
export const spellingsOf = (word: string): readonly Buffer[] => {
  const plain = [Buffer.from(word, 'utf8'), Buffer.from(word, 'utf16le'), iconv.encode(word, 'gb18030')]
  const hex = plain.map((bytes) => bytes.toString('hex'))
  const escaped = JSON.stringify(word).slice(1, -1)
  const unicode = [...escaped].map((sign) =>
    sign < '\u0080' ? sign : `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  )
  const texts = [encodeURIComponent(word), escaped, unicode.join(''), ...hex]
  return [
    ...plain,
    ...plain.flatMap(base64Of),
    ...texts.flatMap((text) => [text, text.toUpperCase()]).map((text) => Buffer.from(text)),
  ]
}

type Search = (bytes: Buffer) => readonly string[]

// A table of the first three bytes tells for nearly every place of a file that nothing begins there: one walk for all.
const searchFor = (words: readonly string[]): Search => {
  const needles = words.flatMap((word): Needle[] => spellingsOf(word).map((bytes) => ({ word, bytes })))
  const short = needles.find(({ bytes }) => bytes.length < 3)
  if (short) throw new Error(`too short to be looked for: ${short.word}`)
  const starts = new Map<number, Needle[]>()
  for (const needle of needles) {
    const start = needle.bytes.readUIntBE(0, 3)
    starts.set(start, [...(starts.get(start) ?? []), needle])
  }
  const mayStart = new Uint8Array(1 << 24)
  for (const start of starts.keys()) mayStart[start] = 1
  return (bytes) => {
    const found = new Set<string>()
    let window = bytes.length < 3 ? 0 : bytes.readUIntBE(0, 2)
    for (let at = 2; at < bytes.length; at += 1) {
      window = ((window << 8) | (bytes[at] ?? 0)) & 0xffffff
      if (mayStart[window] !== 1) continue
      for (const { word, bytes: wanted } of starts.get(window) ?? [])
        if (bytes.subarray(at - 2, at - 2 + wanted.length).equals(wanted)) found.add(word)
    }
    return [...found]
  }
}

/** Files that hold one of the words in clear, or bear it in their own name. */
export const wordsIn = (files: readonly string[], words: readonly string[]): readonly Found[] => {
  const search = searchFor(words)
  return files.flatMap((file) =>
    [...new Set([...search(readFileSync(file)), ...search(Buffer.from(file))])].map((word) => ({
      file,
      word,
    })),
  )
}

export const filesUnder = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

export const findWords = (folders: readonly string[], words: readonly string[]): readonly Found[] =>
  wordsIn(folders.flatMap(filesUnder), words)
