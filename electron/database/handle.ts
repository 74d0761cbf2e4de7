// Two handles on the encrypted database. Reading code can't write by type; SQL is always a constant string.

export type Param = string | number | bigint | null | Uint8Array
export type Params = readonly Param[] | Readonly<Record<string, Param>>

export type Read = {
  /** First row, or undefined. */
  readonly one: <Row>(sql: string, params?: Params) => Row | undefined
  readonly all: <Row>(sql: string, params?: Params) => Row[]
  /** Rows one by one; the statement must be drained or broken off inside the same tick. */
  readonly each: <Row>(sql: string, params?: Params) => IterableIterator<Row>
}

export type Write = Read & {
  /** `id` is the last rowid. */
  readonly run: (sql: string, params?: Params) => { readonly changes: number; readonly id: number }
  /** One durable transaction around a synchronous function. A thrown error rolls back; nesting uses savepoints. */
  readonly transact: <T>(work: () => T) => T
}
