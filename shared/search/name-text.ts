/** Dots inside a name (· • ． ・) and blanks, also double and full-width ones, are one and the same (practice §22). */
const dots = /[·•．・‧∙⋅.]/g

/** Half-width, lower case, ü as v: the form in which names and queries meet. */
export const plainText = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(dots, ' ')
    .toLowerCase()
    .replace(/[ǖǘǚǜü]/g, 'v')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')

/** The words of a name: one for a Chinese name whatever its blanks, several for a Latin one. */
export const nameWords = (name: string): readonly string[] => {
  const words = plainText(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  return words.some((word) => /\p{Script=Han}/u.test(word)) ? [words.join('')] : words
}

/** The name as namesakes are compared by. */
export const sameNameKey = (name: string): string => nameWords(name).join('')
