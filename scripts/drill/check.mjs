// One check and the tests that prove it. A file without names stands for all of its tests.

/** @typedef {readonly [file: string, ...names: string[]]} Proof */
/** @typedef {{ readonly id: string, readonly what: string, readonly proof: readonly Proof[] }} Check */

/** @param {string} id @param {string} what @param {...Proof} proof @returns {Check} */
export const check = (id, what, ...proof) => ({ id, what, proof })
