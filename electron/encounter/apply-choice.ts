import type { SentEvent } from '../../shared/encounter/sent.ts'
import { regimeOf } from '../../shared/fit/product.ts'
import { insertChoice } from '../fit/repository.ts'
import { needsOf } from '../need/repository.ts'
import { productById } from '../product/repository.ts'
import type { Applying } from './apply.ts'
import { fitOf } from './fit-of.ts'
import { declarationToday } from './flags-of.ts'

/** A product chosen for a need, with the checks as they stand now; insurance carries its declaration flags. */
export const applyChoice = (a: Applying, sent: Extract<SentEvent, { type: 'fit.chosen' }>): void => {
  const { db, today, now } = a.call
  const product = productById(db, sent.productId)
  const need = needsOf(db, a.encounter.id).find((line) => line.id === sent.needId)
  if (!product || !need) throw new Error('the machine accepted a choice without product or need')
  const premium = regimeOf(product) === 'insurance' ? sent.premium : null
  const flags = declarationToday(a.client, premium, today)?.flags ?? []
  insertChoice(db, {
    encounterId: a.encounter.id,
    needId: sent.needId,
    productId: sent.productId,
    amount: sent.amount,
    report: fitOf(
      db,
      a.client,
      product,
      { amount: sent.amount, latest: need.latest, written: sent.writtenChoice !== '' },
      today,
    ),
    writtenChoice: sent.writtenChoice,
    premium,
    flags,
    at: now,
  })
}
