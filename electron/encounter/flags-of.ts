import type { Client } from '../../shared/client/model.ts'
import type { Declaration, Premium } from '../../shared/fit/declaration.ts'
import { declarationOf, premiumSchema } from '../../shared/fit/declaration.ts'
import type { PlainDate } from '../../shared/plain-date.ts'
import { ageOn } from '../../shared/plain-date.ts'
import type { ChoiceRow } from '../fit/repository.ts'

export const premiumIn = (row: Pick<ChoiceRow, 'premium'>): Premium | null =>
  row.premium === null ? null : premiumSchema.parse(JSON.parse(row.premium))

/** The declaration of an insurance on the client's age of today; null for other products and an unknown age. */
export const declarationToday = (
  client: Pick<Client, 'birthDate'>,
  premium: Premium | null,
  today: PlainDate,
): Declaration | null =>
  premium === null || client.birthDate === null
    ? null
    : declarationOf(premium, ageOn(client.birthDate, today))
