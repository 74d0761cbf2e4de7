/** A card's code with another first sign, whichever sign that was: every one of 32 comes up. */
export const mistyped = (code: string): string => `${code.startsWith('Z') ? 'Y' : 'Z'}${code.slice(1)}`
