/** The recovery card as the desk hands it out, once. */
export type Card = {
  readonly words: readonly string[]
  readonly code: string
  readonly ask: readonly number[]
}
