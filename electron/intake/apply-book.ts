import { recordAssessment, assessmentsOf } from '../assessment/repository.ts'
import type { RiskLevel } from '../../shared/assessment/model.ts'
import type { Client } from '../../shared/client/model.ts'
import { bandOf } from '../../shared/client/worth.ts'
import type { BookRow } from '../../shared/intake/book-row.ts'
import type { PlainDate } from '../../shared/plain-date.ts'
import { recordChange } from '../client/changes.ts'
import { recordOwner } from '../client/owners.ts'
import { recordPosition } from '../client/positions.ts'
import { insertClient, updateFromBook } from '../client/repository.ts'
import type { Write } from '../database/handle.ts'
import { compareRow, type Comparing, type Comparison } from './known-client.ts'
import type { Steps } from './worth-steps.ts'

export type Applying = Comparing & {
  readonly asOf: PlainDate
  readonly staffId: number
  readonly at: number
  readonly steps: Steps
}

export type Applied = {
  readonly verdict: 'new' | 'updated' | 'unchanged' | 'sealed'
  readonly written: boolean
}

const bankFields = (row: BookRow, { asOf, steps }: Applying) => ({
  number: row.number,
  name: row.name,
  sex: row.sex,
  documentKind: row.documentKind,
  documentNumber: row.documentNumber,
  idDoubtful: row.idDoubtful,
  birthDate: row.birthDate,
  phone: row.phone,
  employer: row.employer,
  occupation: row.occupation,
  band: bandOf(row.amounts.aum, steps),
  aum: row.amounts.aum,
  asOf,
})

const keepAssessment = (db: Write, clientId: number, row: BookRow, { staffId, at }: Applying): void => {
  const { level, levelDate } = row
  if (level === null || levelDate === null) return
  const held = assessmentsOf(db, clientId)
  if (held.some((each) => each.level === level && each.date === levelDate)) return
  const fresh = {
    level: level as RiskLevel,
    date: levelDate,
    serial: '',
    channel: 'import',
    staffId,
    at,
  } as const
  recordAssessment(db, { clientId, ...fresh })
}

const keepFigures = (db: Write, clientId: number, row: BookRow, applying: Applying): void => {
  recordPosition(db, clientId, { asOf: applying.asOf, ...row.amounts })
  keepAssessment(db, clientId, row, applying)
}

const add = (db: Write, row: BookRow, applying: Applying): void => {
  const id = insertClient(db, {
    ...bankFields(row, applying),
    ownerId: applying.ownerOf(row.owner) ?? null,
    // A client of the bank's own book, to be judged at the first meeting (decisions 41).
    type: 'quality',
    typeConfirmed: false,
    typeReason: '',
    staffId: applying.staffId,
    at: applying.at,
  })
  keepFigures(db, id, row, applying)
}

// Another owner in a newer book waits until that one accepts; a client without owner is simply taken.
export const ownersAfter = (
  client: Client,
  ownerId: number | null,
): Pick<Client, 'ownerId' | 'nextOwnerId'> => {
  const { nextOwnerId } = client
  if (ownerId === null) return { ownerId: client.ownerId, nextOwnerId }
  if (client.ownerId === null || ownerId === client.ownerId) return { ownerId, nextOwnerId: null }
  return { ownerId: client.ownerId, nextOwnerId: ownerId }
}

// Amounts and fields by one name, as plain text for the history.
const textOf = (row: BookRow, field: string): string => {
  const { amounts, ...fields } = row
  const values: Readonly<Record<string, string | number | boolean | null>> = { ...fields, ...amounts }
  return String(values[field] ?? '')
}

type Known = Extract<Comparison, { known: BookRow }>

const change = (
  db: Write,
  { client, known, row, differences }: Known,
  ownerId: number | null,
  to: Applying,
): void => {
  const { asOf, staffId, at } = to
  for (const field of differences) {
    const values = { before: textOf(known, field), after: textOf(row, field) }
    recordChange(db, { clientId: client.id, field, ...values, asOf, at })
  }
  const owners = ownersAfter(client, ownerId)
  updateFromBook(db, client, { ...client, ...bankFields(row, to), ...owners })
  recordOwner(db, { clientId: client.id, ownerId: owners.ownerId, previousId: client.ownerId, staffId, at })
  keepFigures(db, client.id, row, to)
}

/** One merged row into the vault. Bank-owned fields only: what a manager wrote is never touched (practice §8). */
export const applyBookRow = (db: Write, row: BookRow, applying: Applying): Applied => {
  const compared = compareRow(db, row, applying)
  if (compared.client === undefined) {
    add(db, row, applying)
    return { verdict: 'new', written: true }
  }
  const { client } = compared
  if (compared.differences.length > 0) {
    const named = !applying.absent.has('owner')
    change(db, compared, named ? (applying.ownerOf(row.owner) ?? null) : client.ownerId, applying)
    return { verdict: 'updated', written: true }
  }
  if (client.asOf === applying.asOf) return { verdict: 'unchanged', written: false }
  // Same figures on a newer day: the day moves on, so that whoever is missing from the file can be told.
  updateFromBook(db, client, { ...client, asOf: applying.asOf })
  recordPosition(db, client.id, { asOf: applying.asOf, ...compared.row.amounts })
  return { verdict: 'unchanged', written: true }
}
