/** One table's share in a sealed dossier: what is taken, how a row comes back, and what is removed. */
export type Part = {
  readonly table: string
  /** Reads the rows of `:client` in the order of their keys. */
  readonly take: string
  /** Puts one row back, by its column names. */
  readonly put: string
  readonly drop: string
}
