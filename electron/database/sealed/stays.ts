/**
 * Tables of which nothing goes into a sealed file, each with the reason. A test holds this list and `parts` against the
 * real schema: a new table is in one of them or the test fails.
 */
export const stays: Readonly<Record<string, string>> = {
  setting: 'the branch’s policy; nothing of a client',
  staff: 'colleagues',
  audit: 'actions and ids, details only as keyed hashes: the chain is never changed',
  place: 'the last route of a colleague: ids only',
  request: 'keys stay, so that nothing is done twice; every stored answer is emptied at a sealing',
  product: 'the shelf',
  intake: 'which files were taken in; counts only',
  household: 'a number and a day; others may belong to it still',
  printout: 'the ledger line without its content: number, copy, hash, by whom and when (decisions 2)',
  dossier: 'cabinet place, state, retention date (decisions 2)',
  custody: 'the register (decisions 2)',
  loan: 'standing loans of a colleague; no client in them',
  checkout: 'the register of check-outs: number, purpose, dates (decisions 2)',
  client_search: 'the entry is replaced by one of client and dossier number, and the index is written anew',
  seal_proposal: 'who wished the sealing, why and when',
  sealed_dossier: 'the stub itself',
  sealed_row: 'what came meanwhile, wrapped to the archive key',
  seal_emergency: 'who opened in an emergency, and why',
  seal_seen: 'which keeper has seen it',
  seal_purge: 'who asked for older backups to be removed, and who agreed',
}
