import type { ContactPlan } from '../../shared/contact/model.ts'
import type { Read, Write } from '../database/handle.ts'

type Row = Omit<ContactPlan, 'provisional'> & { readonly provisional: number }

export const contactOf = (db: Read, encounterId: number): ContactPlan | null => {
  const row = db.one<Row>(
    'SELECT kind, date, time, channel, provisional FROM contact_plan WHERE encounter_id = ?',
    [encounterId],
  )
  return row ? { ...row, provisional: row.provisional === 1 } : null
}

export const putContact = (
  db: Write,
  contact: ContactPlan & { readonly encounterId: number; readonly clientId: number; readonly at: number },
): void => {
  db.run(
    `INSERT INTO contact_plan(encounter_id, client_id, kind, date, time, channel, provisional, at)
     VALUES (:encounterId, :clientId, :kind, :date, :time, :channel, :provisional, :at)
     ON CONFLICT(encounter_id) DO UPDATE SET kind = excluded.kind, date = excluded.date, time = excluded.time,
       channel = excluded.channel, provisional = excluded.provisional, at = excluded.at`,
    {
      encounterId: contact.encounterId,
      clientId: contact.clientId,
      kind: contact.kind,
      date: contact.date,
      time: contact.time,
      channel: contact.channel,
      provisional: contact.provisional ? 1 : 0,
      at: contact.at,
    },
  )
}

/** 客户不希望再联系: nobody calls this client for selling any more (practice 7). */
export const banMarketing = (db: Write, clientId: number, encounterId: number, at: number): void => {
  db.run(
    'INSERT OR IGNORE INTO contact_ban(client_id, encounter_id, at) VALUES (:clientId, :encounterId, :at)',
    {
      clientId,
      encounterId,
      at,
    },
  )
}

export const banOf = (db: Read, clientId: number): { readonly at: number } | null =>
  db.one<{ at: number }>('SELECT at FROM contact_ban WHERE client_id = ?', [clientId]) ?? null

/** The client agreed after all: a ban goes only with the meeting that set it. */
export const liftBan = (db: Write, clientId: number, encounterId: number): void => {
  db.run('DELETE FROM contact_ban WHERE client_id = :clientId AND encounter_id = :encounterId', {
    clientId,
    encounterId,
  })
}

/** A ban said with the wrong file open is the right client's; one that client already has stays as it is. */
export const moveBan = (
  db: Write,
  ids: { readonly encounterId: number; readonly from: number; readonly to: number },
): void => {
  const { encounterId, from, to } = ids
  const own = { encounterId, from }
  db.run(
    `INSERT OR IGNORE INTO contact_ban(client_id, encounter_id, at)
     SELECT :to, encounter_id, at FROM contact_ban WHERE encounter_id = :encounterId AND client_id = :from`,
    { ...own, to },
  )
  db.run('DELETE FROM contact_ban WHERE encounter_id = :encounterId AND client_id = :from', own)
}
