import { fail, ok, type Result } from '../../shared/result.ts'
import type { Desk } from '../desk/desk.ts'
import { logBug } from '../desk/log-bug.ts'
import { framesOf } from '../log/log.ts'

const openingKey = 'opening'

const alreadyOpen = (): Result<never> => fail({ code: 'conflict', what: 'session' })

const takeTurn = (desk: Desk): Result<never> | null => {
  if (desk.isLocking()) return fail({ code: 'stopped' })
  if (desk.open() || desk.shelf.has(openingKey)) return alreadyOpen()
  desk.shelf.set(openingKey, true)
  return null
}

/**
 * Making, opening, restoring and removing a vault go one at a time, only while none is open, and never in a desk that
 * is on its way out: two of them at once would end in a vault nobody holds the card of, or in two connections to one
 * file.
 */
export const openingAlone = async <T>(desk: Desk, work: () => Promise<Result<T>>): Promise<Result<T>> => {
  const refused = takeTurn(desk)
  if (refused) return refused
  try {
    return await work()
  } finally {
    desk.shelf.delete(openingKey)
  }
}

/** The same turn for work that answers first and goes on by itself; the turn ends with that. */
export const openingInBackground = async (
  desk: Desk,
  prepare: () => Promise<Result<() => Promise<void>>>,
): Promise<Result<Record<string, never>>> => {
  const refused = takeTurn(desk)
  if (refused) return refused
  const end = (): void => void desk.shelf.delete(openingKey)
  try {
    const ready = await prepare()
    if (!ready.ok) {
      end()
      return ready
    }
    ready
      .value()
      .finally(end)
      .catch((error: unknown) => void logBug(desk.ports, 'opening', framesOf(error)))
    return ok({})
  } catch (error) {
    end()
    throw error
  }
}
