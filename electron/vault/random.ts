/** The desk's source of random bytes; a port, so that nothing here reaches for one by itself. */
export type Random = (bytes: number) => Buffer
