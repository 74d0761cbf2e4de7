import { fail, type Result } from '../../shared/result.ts'
import type { Desk } from '../desk/desk.ts'

const openingKey = 'opening'

const alreadyOpen = (): Result<never> => fail({ code: 'conflict', what: 'session' })

/**
 * Making, opening and removing a vault go one at a time, only while none is open, and never in a desk that is on its
 * way out: two of them at once would end in a vault nobody holds the card of, or in two connections to one file.
 */
export const openingAlone = async <T>(desk: Desk, work: () => Promise<Result<T>>): Promise<Result<T>> => {
  if (desk.isLocking()) return fail({ code: 'stopped' })
  if (desk.open() || desk.shelf.has(openingKey)) return alreadyOpen()
  desk.shelf.set(openingKey, true)
  try {
    return await work()
  } finally {
    desk.shelf.delete(openingKey)
  }
}
