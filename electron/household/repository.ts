import type { Member, Relation, Sex } from '../../shared/household/model.ts'
import type { Read, Write } from '../database/handle.ts'

type Row = Omit<Member, 'agreed'> & { readonly agreed: number }

const select = `
  SELECT m.id, m.client_id AS clientId, coalesce(c.name, m.name) AS name, m.relation,
    coalesce(c.sex, m.sex) AS sex, coalesce(c.birth_date, m.birth_date) AS birth,
    CASE WHEN m.occupation <> '' THEN m.occupation ELSE coalesce(c.occupation, '') END AS occupation,
    m.agreed, m.valid_from AS validFrom, m.valid_to AS validTo, m.seq
  FROM household_member AS m LEFT JOIN client AS c ON c.id = m.client_id`

const toMember = (row: Row): Member => ({ ...row, agreed: row.agreed === 1 })

export type Belonging = { readonly householdId: number; readonly memberId: number }

/** The household a client belongs to now. */
export const householdOf = (db: Read, clientId: number): Belonging | undefined =>
  db.one<Belonging>(
    'SELECT household_id AS householdId, id AS memberId FROM household_member WHERE client_id = ? AND valid_to IS NULL',
    [clientId],
  )

/** Everybody who ever belonged to it; whoever needs a day's members asks `isMemberOn`. */
export const allMembersOf = (db: Read, householdId: number): readonly Member[] =>
  db.all<Row>(`${select} WHERE m.household_id = ? ORDER BY m.id`, [householdId]).map(toMember)

export const membersOf = (db: Read, householdId: number, onDate: string): readonly Member[] =>
  db
    .all<Row>(
      `${select} WHERE m.household_id = :householdId AND m.valid_from <= :onDate
         AND (m.valid_to IS NULL OR m.valid_to > :onDate) ORDER BY m.id`,
      { householdId, onDate },
    )
    .map(toMember)

export const memberById = (db: Read, id: number): (Member & { readonly householdId: number }) | undefined => {
  const row = db.one<Row>(`${select} WHERE m.id = ?`, [id])
  const home = db.one<{ householdId: number }>(
    'SELECT household_id AS householdId FROM household_member WHERE id = ?',
    [id],
  )
  return row && home && { ...toMember(row), ...home }
}

export type NewMember = {
  readonly householdId: number
  readonly clientId: number | null
  readonly name: string
  readonly relation: Relation
  readonly sex: Sex
  readonly birth: string
  readonly occupation: string
  readonly agreed: boolean
  readonly validFrom: string
  readonly at: number
}

export const insertMember = (db: Write, member: NewMember): number =>
  db.run(
    `INSERT INTO household_member(household_id, client_id, name, relation, sex, birth_date, occupation, agreed,
       valid_from, created_at)
     VALUES (:householdId, :clientId, :name, :relation, :sex, :birth, :occupation, :agreed, :validFrom, :at)`,
    { ...member, agreed: member.agreed ? 1 : 0 },
  ).id

// The head was always there: his membership has no first day that a statement could lie before.
const always = '1900-01-01'

/** Gives a client a household with himself as head when there is none yet. */
export const ensureHousehold = (db: Write, clientId: number, at: number): Belonging => {
  const known = householdOf(db, clientId)
  if (known) return known
  const householdId = db.run('INSERT INTO household(created_at) VALUES (?)', [at]).id
  const memberId = insertMember(db, {
    householdId,
    clientId,
    name: '',
    relation: 'head',
    sex: 'unknown',
    birth: '',
    occupation: '',
    agreed: true,
    validFrom: always,
    at,
  })
  return { householdId, memberId }
}

export const changeMember = (
  db: Write,
  member: Pick<Member, 'id' | 'name' | 'relation' | 'sex' | 'birth' | 'occupation' | 'agreed'>,
): void => {
  db.run(
    `UPDATE household_member SET name = :name, relation = :relation, sex = :sex, birth_date = :birth,
       occupation = :occupation, agreed = :agreed, seq = seq + 1 WHERE id = :id`,
    {
      id: member.id,
      name: member.name,
      relation: member.relation,
      sex: member.sex,
      birth: member.birth,
      occupation: member.occupation,
      agreed: member.agreed ? 1 : 0,
    },
  )
}

export const endMember = (db: Write, id: number, until: string): void => {
  db.run('UPDATE household_member SET valid_to = :until, seq = seq + 1 WHERE id = :id', { id, until })
}

/**
 * A client with a household of his own alone moves over, with what he told, what he agreed to and what was told
 * together. The old household stays for those who once belonged to it, and for what they told.
 */
export const moveMember = (db: Write, from: Belonging, to: number, relation: Relation): void => {
  db.run(
    'UPDATE household_member SET household_id = :to, relation = :relation, seq = seq + 1 WHERE id = :id',
    {
      to,
      relation,
      id: from.memberId,
    },
  )
  db.run(
    `UPDATE figure SET household_id = :to
     WHERE household_id = :householdId AND (owner_id IS NULL OR owner_id = :memberId)`,
    { to, ...from },
  )
}
