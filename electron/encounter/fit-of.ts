import type { FitClient, FitReport, FitWish } from '../../shared/fit/check.ts'
import { checkFit } from '../../shared/fit/check.ts'
import { isOnOffer } from '../../shared/fit/product.ts'
import type { Client } from '../../shared/client/model.ts'
import type { Product } from '../../shared/product/model.ts'
import type { PlainDate } from '../../shared/plain-date.ts'
import { currentAssessment } from '../assessment/repository.ts'
import { currentPosition } from '../client/positions.ts'
import type { Read } from '../database/handle.ts'
import { currentPolicy } from '../setting/repository.ts'

/** The client as suitability sees him: birth date, the assessment that counts, what this bank knows he has. */
export const fitClient = (db: Read, client: Pick<Client, 'id' | 'birthDate'>): FitClient => ({
  birthDate: client.birthDate,
  assessment: currentAssessment(db, client.id),
  means: currentPosition(db, client.id)?.aum ?? null,
})

export const fitOf = (
  db: Read,
  client: Pick<Client, 'id' | 'birthDate'>,
  product: Product,
  wish: FitWish,
  today: PlainDate,
): FitReport => {
  const highRisk = Number(currentPolicy(db).seniorFrom.slice(1))
  return checkFit(product, fitClient(db, client), wish, today, highRisk)
}

export const isOffered = (product: Product, today: PlainDate): boolean =>
  product.state === 'offered' && isOnOffer(product, today)
