import { createHash } from 'node:crypto'
import { closeSync, mkdirSync, openSync, readFileSync, readSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Read, Write } from '../../electron/database/handle.ts'

/** The pages rows of a table stand on, in their order; one that only leads to others costs all of those when it is lost. */
export const leavesOf = (db: Read, table: string): readonly number[] =>
  db
    .all<{ page: number }>(
      "SELECT pageno AS page FROM dbstat WHERE name = :table AND pagetype = 'leaf' ORDER BY path",
      { table },
    )
    .map(({ page }) => page)

/** One bit of a page of a vault's database, as a tired disk turns it. */
export const spoilPage = (vault: string, page: number): void => {
  const descriptor = openSync(join(vault, 'vault.db'), 'r+')
  const byte = Buffer.alloc(1)
  const at = (page - 1) * 4096 + 100
  readSync(descriptor, byte, 0, 1, at)
  byte[0] = (byte[0] ?? 0) ^ 1
  writeSync(descriptor, byte, 0, 1, at)
  closeSync(descriptor)
}

/** Two sealed dossiers, as far as a check without their key can tell: stubs of clients 1 and 2, and their files. */
export const addStubs = (db: Write, vaultFolder: string): void => {
  mkdirSync(join(vaultFolder, 'sealed'))
  for (const [client, file] of [
    [1, 'a'.repeat(16)],
    [2, 'b'.repeat(16)],
  ] as const) {
    const path = join(vaultFolder, 'sealed', `${file}.zyd`)
    writeFileSync(path, `dossier ${client}`)
    const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex')
    const { id } = db.run(
      `INSERT INTO seal_proposal (client_id, reason, state, proposed_by, proposed_at) VALUES (?, 'hold', 'sealed', 1, 0)`,
      [client],
    )
    db.run(
      `INSERT INTO sealed_dossier (client_id, file, sha256, bytes, wrapped, name_hash, proposal_id, sealed_by, sealed_at, audit_seq, audit_head)
       VALUES (:client, :file, :sha256, 9, x'00', 'h', :id, 1, 0, 1, 'h')`,
      { client, file, sha256, id },
    )
  }
}
