import type { PlainDate } from '../plain-date.ts'

/** Exactly one of four types (S1 p10-11, ID-01). Their definitions are texts: `client.type.<type>.definition`. */
export const clientTypes = ['quality', 'potential', 'to-win', 'ordinary'] as const

export type ClientType = (typeof clientTypes)[number]

export const sexes = ['male', 'female', 'unknown'] as const

export type Sex = (typeof sexes)[number]

export const documentKinds = [
  'resident-id',
  'temporary-id',
  'household-book',
  'military-id',
  'passport',
  'hong-kong-macao-permit',
  'taiwan-permit',
  'residence-permit',
  'foreign-permanent-id',
  'other',
] as const

export type DocumentKind = (typeof documentKinds)[number]

export type Client = {
  readonly id: number
  /** The bank's client number; null for somebody who is not in the client book yet. */
  readonly number: string | null
  readonly dossierNumber: string | null
  readonly name: string
  readonly sex: Sex
  readonly documentKind: DocumentKind
  readonly documentNumber: string
  /** The check digit is wrong: look at the document at the next meeting. */
  readonly idDoubtful: boolean
  readonly birthDate: PlainDate | null
  readonly phone: string
  readonly employer: string
  readonly occupation: string
  readonly ownerId: number | null
  /** A newer client book names another owner; waits until that one accepts. */
  readonly nextOwnerId: number | null
  readonly band: number
  readonly aum: number
  readonly asOf: PlainDate | null
  readonly type: ClientType
  readonly typeConfirmed: boolean
  readonly seq: number
}

/** What the bank's own books say on one day, in fen. Financial assets are `aum`; the loan stands apart. */
export type Position = {
  readonly asOf: PlainDate
  readonly aum: number
  readonly demand: number
  readonly time: number
  readonly wealth: number
  readonly fund: number
  readonly insurance: number
  readonly bond: number
  readonly metal: number
  readonly loan: number
}
