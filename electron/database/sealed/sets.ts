// Whose rows a sealing takes away. `:client` is the client; each set is a list of ids.

export const meetings = 'SELECT id FROM encounter WHERE client_id = :client'

export const assessments = `SELECT id FROM assessment WHERE client_id = :client OR encounter_id IN (${meetings})`

export const needs = `SELECT id FROM need WHERE encounter_id IN (${meetings})`

export const choices = `SELECT id FROM fit_choice WHERE encounter_id IN (${meetings})`

/** Families in which nobody else is a client: with the last one goes what belongs to all of them. */
const homes = `SELECT own.household_id FROM household_member AS own
      WHERE own.client_id = :client AND NOT EXISTS (
        SELECT 1 FROM household_member AS other
        WHERE other.household_id = own.household_id AND other.valid_to IS NULL AND other.client_id <> :client)`

/** The client himself, and those of his family who are nobody's client. */
export const members = `SELECT id FROM household_member
      WHERE client_id = :client OR (client_id IS NULL AND household_id IN (${homes}))`

export const consents = `SELECT id FROM consent WHERE member_id IN (${members})`

/** Own figures, and what was told together where no other client is left to keep it. */
export const figures = `SELECT id FROM figure
      WHERE owner_id IN (${members}) OR (owner_id IS NULL AND household_id IN (${homes}))`

export const ownSheets = 'SELECT id FROM printout WHERE client_id = :client'

/** Half-written input about him: in his meetings, on his pages. */
export const ownDrafts = `place IN (SELECT '/encounter/' || id FROM encounter WHERE client_id = :client)
      OR place GLOB '/figure/' || CAST(:client AS INTEGER) || '/*'
      OR place GLOB '/client/' || CAST(:client AS INTEGER) || '/*'`

/** Every sheet that shows something of him, also one printed for another of the family. */
export const sheets = `SELECT id FROM printout WHERE client_id = :client
      UNION SELECT printout_id FROM printout_reader WHERE member_id IN (${members})
      UNION SELECT printout_id FROM printout_figure WHERE figure_id IN (${figures})
      UNION SELECT printout_id FROM printout_bank WHERE member_id IN (${members})`
