import type { Premium } from '../../shared/fit/declaration.ts'
import type { FitReport } from '../../shared/fit/check.ts'
import type { Read, Write } from '../database/handle.ts'

export type ChoiceRow = {
  readonly id: number
  readonly needId: number
  readonly productId: number
  readonly amount: number | null
  readonly level: FitReport['level']
  readonly means: FitReport['means']
  readonly term: FitReport['term']
  readonly seniorCare: number
  readonly writtenChoice: string
  readonly premium: string | null
  readonly flags: string
  readonly declineCause: string | null
}

const columns = `id, need_id AS needId, product_id AS productId, amount, level_check AS level, means_check AS means,
  term_check AS term, senior_care AS seniorCare, written_choice AS writtenChoice, premium, flags,
  decline_cause AS declineCause`

export const choicesOf = (db: Read, encounterId: number): readonly ChoiceRow[] =>
  db.all(`SELECT ${columns} FROM fit_choice WHERE encounter_id = ? ORDER BY id`, [encounterId])

export const insertChoice = (
  db: Write,
  choice: {
    encounterId: number
    needId: number
    productId: number
    amount: number | null
    report: FitReport
    writtenChoice: string
    premium: Premium | null
    flags: readonly string[]
    at: number
  },
): void => {
  db.run(
    `INSERT INTO fit_choice(encounter_id, need_id, product_id, amount, level_check, means_check, term_check,
       senior_care, written_choice, premium, flags, at)
     VALUES (:encounterId, :needId, :productId, :amount, :level, :means, :term, :seniorCare, :writtenChoice, :premium,
       :flags, :at)`,
    {
      encounterId: choice.encounterId,
      needId: choice.needId,
      productId: choice.productId,
      amount: choice.amount,
      level: choice.report.level,
      means: choice.report.means,
      term: choice.report.term,
      seniorCare: choice.report.seniorCare ? 1 : 0,
      writtenChoice: choice.writtenChoice,
      premium: choice.premium === null ? null : JSON.stringify(choice.premium),
      flags: JSON.stringify(choice.flags),
      at: choice.at,
    },
  )
}

/** The checks of a choice taken anew, for another person than it was chosen for. */
export const judgeChoice = (db: Write, id: number, report: FitReport, flags: readonly string[]): void => {
  db.run(
    `UPDATE fit_choice SET level_check = :level, means_check = :means, term_check = :term, senior_care = :seniorCare,
       flags = :flags WHERE id = :id`,
    {
      id,
      level: report.level,
      means: report.means,
      term: report.term,
      seniorCare: report.seniorCare ? 1 : 0,
      flags: JSON.stringify(flags),
    },
  )
}

export const declineChoice = (db: Write, id: number, cause: string, note: string): void => {
  db.run('UPDATE fit_choice SET decline_cause = :cause, decline_note = :note WHERE id = :id', {
    id,
    cause,
    note,
  })
}

export const toldOf = (db: Read, choiceId: number): readonly string[] =>
  db
    .all<{ item: string }>('SELECT item FROM explanation WHERE choice_id = ? ORDER BY item', [choiceId])
    .map((row) => row.item)

/** What was told stays told. */
export const putExplanation = (db: Write, choiceId: number, items: readonly string[], at: number): void => {
  for (const item of items)
    db.run('INSERT OR IGNORE INTO explanation(choice_id, item, at) VALUES (:choiceId, :item, :at)', {
      choiceId,
      item,
      at,
    })
}
