import { createDatabase, openDatabase } from '../../electron/database/open.ts'
import { got } from '../electron/vault/vault-template.ts'

/** Of the database writer.ts fills. */
export const pairKey = Buffer.alloc(32, 3)

const schema = `
  CREATE TABLE pair (n INTEGER NOT NULL, half TEXT NOT NULL, filling TEXT NOT NULL, PRIMARY KEY (n, half)) STRICT;`

/** An empty database for writer.ts. */
export const makePairs = (path: string): void => {
  createDatabase(path, pairKey, 'aegis-256')
  const database = got(openDatabase({ path, key: pairKey, suite: 'aegis-256', newest: 10 }))
  database.handle.transact(() => database.advance(schema, 10))
  database.close()
}
