import type { Part } from './part.ts'

/**
 * The client's own row. What stays of it: client number, dossier number, owner, AUM and its day, and the masked name
 * the sealing writes in place of the name (decisions 2).
 */
export const identityPart: Part = {
  table: 'client',
  take: 'SELECT * FROM client WHERE id = :client',
  put: `UPDATE client SET number = :number, dossier_number = :dossier_number, name = :name, name_key = :name_key,
      sex = :sex, document_kind = :document_kind, document_number = :document_number, id_doubtful = :id_doubtful,
      birth_date = :birth_date, phone = :phone, employer = :employer, occupation = :occupation, owner_id = :owner_id,
      next_owner_id = :next_owner_id, band = :band, aum = :aum, as_of = :as_of, type = :type,
      type_confirmed = :type_confirmed, seq = :seq, created_at = :created_at WHERE id = :id`,
  drop: `UPDATE client SET name_key = '', sex = 'unknown', document_kind = 'other', document_number = '',
      id_doubtful = 0, birth_date = NULL, phone = '', employer = '', occupation = '', type = 'ordinary',
      type_confirmed = 0, seq = seq + 1 WHERE id = :client`,
}
