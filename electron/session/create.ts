import { fail, ok, type Result } from '../../shared/result.ts'
import type { OpenCall } from '../desk/call.ts'
import { createVault } from '../vault/create.ts'
import { askPlaces, type PendingCard } from './card.ts'
import { folderOf } from './folders.ts'
import { firstRows } from './first-rows.ts'
import { openBook } from './open-book.ts'
import { holdFolder } from './state.ts'

/** Where the words wait between being shown and being asked back: memory only, gone with the process. */
export const cardKey = 'pending-card'

export type Card = { words: string[]; code: string; ask: number[] }

type Wanted = {
  readonly bank: string
  readonly branch: string
  readonly name: string
  readonly passphrase: string
}

/** The first morning: a vault, its first person, and the recovery words to be put on paper. */
export const createBook = async (call: OpenCall, wanted: Wanted): Promise<Result<Card>> => {
  const { desk, ports, now } = call
  const folder = folderOf(ports.dataFolder, 'main')
  const held = holdFolder(desk, 'main')
  if (!held.ok) return held
  const { bank, branch, name, passphrase } = wanted
  const made = await createVault({
    folder,
    staffLabel: name,
    title: { bank, branch },
    passphrase,
    kdf: ports.kdfCost,
    now,
    monotonic: ports.clock.monotonic,
    random: ports.random,
    isWanted: () => !desk.isLocking(),
    fill: firstRows({ name, bank, branch, at: now }),
  })
  if (!made.ok) return made
  const { keys, recovery } = made.value
  const opened = await openBook(call, { keys, book: 'main', samplePassphrase: null, action: 'vault.created' })
  if (!opened.ok) return opened
  return rememberCard(call, recovery)
}

export const rememberCard = (
  call: OpenCall,
  recovery: { readonly words: readonly string[]; readonly code: string },
): Result<Card> => {
  if (!call.desk.open()) return fail({ code: 'locked' })
  const pending: PendingCard = { words: recovery.words, ask: askPlaces(call.ports.random) }
  call.desk.shelf.set(cardKey, pending)
  return ok({ words: [...recovery.words], code: recovery.code, ask: [...pending.ask] })
}
