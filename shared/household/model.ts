import { z } from 'zod'
import { isPlainDate, type PlainDate } from '../plain-date.ts'

/** Relation to the head of the household, each with its GB/T 4761 code. */
export const relationCodes = {
  head: '01',
  husband: '11',
  wife: '12',
  son: '20',
  daughter: '30',
  grandchild: '40',
  father: '51',
  mother: '52',
  'father-in-law': '55',
  'mother-in-law': '56',
  grandparent: '60',
  sibling: '70',
  'other-kin': '80',
  other: '99',
} as const

export type Relation = keyof typeof relationCodes

export const relations = Object.keys(relationCodes) as readonly Relation[]

/** GB/T 2261: 1 male, 2 female, 0 unknown. */
export const sexes = ['male', 'female', 'unknown'] as const

export type Sex = (typeof sexes)[number]

/** A day, or only the year: of people who have not agreed themselves we keep no more (practice §11). */
export const birthSchema = z
  .string()
  .refine((text) => text === '' || /^(18|19|20)\d{2}$/.test(text) || isPlainDate(text), 'date')

export const memberSchema = z.object({
  id: z.number(),
  clientId: z.number().nullable(),
  name: z.string(),
  relation: z.enum(relations),
  sex: z.enum(sexes),
  birth: birthSchema,
  occupation: z.string(),
  agreed: z.boolean(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  seq: z.number(),
})

export type Member = z.infer<typeof memberSchema>

const rank = (member: Member): number => relations.indexOf(member.relation)

/** Table order: head, spouse, children by age, then the others. */
export const inTableOrder = (members: readonly Member[]): readonly Member[] =>
  [...members].sort((a, b) => rank(a) - rank(b) || a.birth.localeCompare(b.birth) || a.id - b.id)

/** Memberships are dated: after a divorce the next statement does not carry the old spouse (practice §2). */
export const isMemberOn = (member: Member, day: PlainDate): boolean =>
  member.validFrom <= day && (member.validTo === null || day < member.validTo)

/** Husband or wife of the head, with the head: joint figures are theirs. */
export const isPrincipal = (member: Member): boolean =>
  member.relation === 'head' || member.relation === 'husband' || member.relation === 'wife'
