/** Argon2id's numbers: memory in KiB, passes, lanes. */
export type KdfCost = { readonly m: number; readonly t: number; readonly p: number }
