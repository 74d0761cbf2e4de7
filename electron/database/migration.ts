/** One step of the schema: numbered in tens, applied in one transaction, never changed once released. */
export type Migration = { readonly version: number; readonly name: string; readonly sql: string }
