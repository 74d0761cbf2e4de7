import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'

export type Found = { readonly file: string; readonly word: string }

/** Files under the folders that hold one of the words in clear, in any of the encodings programs here write. */
export const findWords = (folders: readonly string[], words: readonly string[]): readonly Found[] => {
  const needles = words.flatMap((word) => [
    { word, bytes: Buffer.from(word, 'utf8') },
    { word, bytes: Buffer.from(word, 'utf16le') },
    { word, bytes: iconv.encode(word, 'gb18030') },
    { word, bytes: Buffer.from(encodeURIComponent(word), 'utf8') },
  ])
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  )
  return files.flatMap((file) => {
    const content = readFileSync(file)
    return needles.filter(({ bytes }) => content.includes(bytes)).map(({ word }) => ({ file, word }))
  })
}
