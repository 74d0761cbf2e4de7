/**
 * The same keys with other words. A feature's English text is written as `satisfies Texts<typeof zh>`, so a missing
 * or extra key is a compile error. Placeholders are i18next's: `{{name}}`.
 */
export type Texts<T> = { readonly [K in keyof T]: T[K] extends string ? string : Texts<T[K]> }

/** Every dotted key of a tree of texts: `unlock.title`. */
export type KeysOf<T> = {
  [K in keyof T & string]: T[K] extends string ? K : `${K}.${KeysOf<T[K]>}`
}[keyof T & string]
