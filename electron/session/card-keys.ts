/**
 * Where a card's keys wait between its use and the new card that replaces it: a new card needs the archive key, which
 * the person who came in with the old one need not hold. Memory only, gone with the process.
 */
export const cardKeysKey = 'card-keys'
