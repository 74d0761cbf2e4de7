import { dossierNumber } from '../../shared/dossier/model.ts'
import type { Client } from '../../shared/client/model.ts'
import { dossierCode } from '../../shared/dossier/branch-initials.ts'
import type { Read, Write } from '../database/handle.ts'
import { reindexClient } from '../search/index-client.ts'
import { currentPolicy } from '../setting/repository.ts'
import { insertDossier, nextSequence } from './repository.ts'

type Opening = { readonly year: number; readonly at: number; readonly state: 'in-use' | 'in-cabinet' }

const isTaken = (db: Read, number: string): boolean =>
  db.one('SELECT 1 FROM client WHERE dossier_number = ?', [number]) !== undefined

/** The next number of the year. One that came with the bank's file is never given a second time. */
export const freeNumber = (db: Read, code: string, year: number): { number: string; sequence: number } => {
  let sequence = nextSequence(db, year)
  while (isTaken(db, dossierNumber(code, year, sequence))) sequence += 1
  return { number: dossierNumber(code, year, sequence), sequence }
}

/** 建档: a number, the row, and an entry by which Ctrl+K finds it. A number the client already bears is kept. */
export const openDossier = (db: Write, client: Client, { year, at, state }: Opening): string => {
  const { id: clientId } = client
  if (client.dossierNumber !== null) {
    insertDossier(db, { clientId, state, year: null, sequence: null, at })
    return client.dossierNumber
  }
  const { number, sequence } = freeNumber(db, dossierCode(currentPolicy(db)), year)
  insertDossier(db, { clientId, state, year, sequence, at })
  db.run('UPDATE client SET dossier_number = :number, seq = seq + 1 WHERE id = :clientId', {
    number,
    clientId,
  })
  reindexClient(db, client, { ...client, dossierNumber: number })
  return number
}
