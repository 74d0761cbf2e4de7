/** The least Argon2id cost the vault accepts: the same code as in a branch, in a fraction of the time. */
export const testCost = { m: 64 * 1024, t: 3, p: 4 }
