import type { Ports } from '../desk/ports.ts'

export const placesAsked = 4
const wordCount = 24

/** Four different places of the card, 1–24, asked back so that the card is really on paper. */
export const askPlaces = (random: Ports['random']): number[] => {
  const places = new Set<number>()
  while (places.size < placesAsked) {
    const [byte = 0] = random(1)
    // 240 is the largest multiple of 24 in a byte: the rest would favour the first places.
    if (byte < 240) places.add((byte % wordCount) + 1)
  }
  return [...places].sort((a, b) => a - b)
}

export type PendingCard = { readonly words: readonly string[]; readonly ask: readonly number[] }

/** The asked places that were answered wrongly or not at all. */
export const wrongPlaces = (
  card: PendingCard,
  answers: readonly { readonly place: number; readonly word: string }[],
): number[] =>
  card.ask.filter(
    (place) => answers.find((answer) => answer.place === place)?.word.trim() !== card.words[place - 1],
  )
