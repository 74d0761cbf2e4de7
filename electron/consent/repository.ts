import type { Consent } from '../../shared/consent/contract.ts'
import type { Reach } from '../../shared/figure/model.ts'
import type { Read, Write } from '../database/handle.ts'

type Row = Omit<Consent, 'reach' | 'bank'> & { readonly reach: string; readonly bank: number }

const select = `
  SELECT c.id, c.member_id AS memberId, c.reach, c.bank, c.paper, c.signed_on AS signedOn, c.ended_on AS endedOn,
    (SELECT count(*) FROM consent_figure AS l JOIN figure AS f ON f.id = l.figure_id
     WHERE l.consent_id = c.id AND f.removed = 0) AS figures
  FROM consent AS c JOIN household_member AS m ON m.id = c.member_id`

const toConsent = (row: Row): Consent => ({
  ...row,
  reach: JSON.parse(row.reach) as Reach,
  bank: row.bank === 1,
})

export const consentsOf = (db: Read, householdId: number): readonly Consent[] =>
  db.all<Row>(`${select} WHERE m.household_id = ? ORDER BY c.id DESC`, [householdId]).map(toConsent)

export const insertConsent = (
  db: Write,
  consent: Pick<Consent, 'memberId' | 'reach' | 'bank' | 'paper' | 'signedOn'> & {
    staffId: number
    at: number
  },
): number =>
  db.run(
    `INSERT INTO consent(member_id, reach, bank, paper, signed_on, staff_id, at)
     VALUES (:memberId, :reach, :bank, :paper, :signedOn, :staffId, :at)`,
    {
      memberId: consent.memberId,
      reach: JSON.stringify(consent.reach),
      bank: consent.bank ? 1 : 0,
      paper: consent.paper,
      signedOn: consent.signedOn,
      staffId: consent.staffId,
      at: consent.at,
    },
  ).id

export const endConsent = (db: Write, id: number, endedOn: string): void => {
  db.run('UPDATE consent SET ended_on = :endedOn WHERE id = :id', { id, endedOn })
}

/** Puts exactly these consents on a figure. */
export const setConsentsOn = (db: Write, figureId: number, consents: readonly number[]): void => {
  db.run('DELETE FROM consent_figure WHERE figure_id = ?', [figureId])
  for (const consentId of consents)
    db.run('INSERT INTO consent_figure(consent_id, figure_id) VALUES (:consentId, :figureId)', {
      consentId,
      figureId,
    })
}
