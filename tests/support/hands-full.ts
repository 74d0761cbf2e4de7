import type { TestDesk } from './desk.ts'

/** One client owned, one meeting begun and one dossier out, straight into the tables. */
export const withHandsFull = ({ desk }: TestDesk, staffId: number): void => {
  const open = desk.open()
  if (!open) throw new Error('the desk is locked')
  const { db } = open
  db.transact(() => {
    const { id } = db.run(
      `INSERT INTO client(number, name, name_key, sex, document_kind, document_number, birth_date, phone, employer,
         occupation, owner_id, type, created_at)
       VALUES ('C0001', '孙芳', '孙芳', 'female', 'id-card', '', NULL, '', '', '', ?, 'quality', 1)`,
      [staffId],
    )
    db.run(
      `INSERT INTO encounter(client_id, staff_id, process_version, step, source, created_at, changed_at)
       VALUES (?, ?, 1, 'discovering', 'walk-in', 1, 1)`,
      [id, staffId],
    )
    db.run(`INSERT INTO dossier(client_id, state, holder_id, opened_at) VALUES (?, 'in-use', ?, 1)`, [
      id,
      staffId,
    ])
  })
}
