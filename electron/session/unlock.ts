import { join } from 'node:path'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { SessionView } from '../../shared/session/contract.ts'
import type { OpenCall } from '../desk/call.ts'
import { auditKeyOf } from '../audit/anchor.ts'
import { appendAudit } from '../audit/chain.ts'
import { boot } from '../desk/boot.ts'
import { putSetting } from '../setting/repository.ts'
import { staffOfSlot } from '../staff/repository.ts'
import { tryWithWait } from '../vault/attempts.ts'
import { resetPassphrase } from '../vault/change-slots.ts'
import { databaseFile, knowsSlot } from '../vault/state.ts'
import { unlockVault, unlockWithRecovery } from '../vault/unlock.ts'
import { forgetKeys, type VaultKeys } from '../vault/vault-keys.ts'
import { cardKeysKey } from './card-keys.ts'
import { attemptsOf, folderOf, type Book } from './folders.ts'
import { openBook, type Opening } from './open-book.ts'
import { closeQuickDoor } from './quick.ts'
import { openReady } from './open-ready.ts'
import { settleKeys } from './settle-keys.ts'
import { holdFolder } from './state.ts'
import { sessionView } from './view.ts'

/** From keys to the session the window sees. */
export const enter = async (
  call: OpenCall,
  opening: Omit<Opening, 'samplePassphrase'>,
): Promise<Result<SessionView>> => {
  const opened = await openBook(call, { ...opening, samplePassphrase: null })
  if (!opened.ok) return opened
  await settleKeys(call.desk)
  const open = call.desk.open()
  return open ? ok(sessionView(open, call.now)) : fail({ code: 'locked' })
}

// Only doors of the header are counted: anything else would fill the book with names.
export const noSuchDoor = (): Result<never> => fail({ code: 'not-found', what: 'slot' })

const settleFor = ({ ports, now }: OpenCall) => ({
  now,
  random: ports.random,
  ...(ports.step ? { step: ports.step } : {}),
})

// Nobody is let in with a public key somebody put in place; that it was tried stands in the record all the same.
const writeDown =
  (call: OpenCall, book: Book) =>
  (keys: VaultKeys): void => {
    const opened = openReady(join(folderOf(call.ports.dataFolder, book), databaseFile), keys)
    if (!opened.ok) return
    const { handle, close } = opened.value
    const staff = staffOfSlot(handle, keys.slotId)
    const line = {
      action: 'role-key.refused',
      object: 'role:archive',
      at: call.now,
      boot,
      channel: 'window' as const,
    }
    const mono = Math.round(call.ports.clock.monotonic())
    if (staff)
      handle.transact(() =>
        appendAudit(handle, auditKeyOf(keys), { ...line, mono, slotId: keys.slotId, staffId: staff.id }),
      )
    close()
    forgetKeys(keys)
  }

type Door = { readonly slotId: string; readonly passphrase: string; readonly book: Book }

/** A wrong passphrase costs a growing wait that survives restarts; nobody is ever locked out for good. */
export const unlockBook = async (call: OpenCall, door: Door): Promise<Result<SessionView>> => {
  const { desk, ports, now } = call
  const held = holdFolder(desk, door.book)
  if (!held.ok) return held
  const folder = folderOf(ports.dataFolder, door.book)
  if (!knowsSlot(folder, door.slotId)) return noSuchDoor()
  const keys = await tryWithWait({ path: attemptsOf(ports.dataFolder), slotId: door.slotId, now }, () =>
    unlockVault({
      folder,
      slotId: door.slotId,
      passphrase: door.passphrase,
      settle: settleFor(call),
      onForged: writeDown(call, door.book),
    }),
  )
  return keys.ok ? enter(call, { keys: keys.value, book: door.book, action: 'session.unlocked' }) : keys
}

type ByCard = { readonly card: string; readonly slotId: string; readonly newPassphrase: string }

const cardSlot = 'recovery-card'

const resetByCard = async (
  call: OpenCall,
  folder: string,
  card: VaultKeys,
  input: ByCard,
): Promise<Result<VaultKeys>> => {
  const { ports, now } = call
  const change = {
    folder,
    keys: card,
    kdf: ports.kdfCost,
    now,
    monotonic: ports.clock.monotonic,
    random: ports.random,
  }
  const reset = await resetPassphrase({ ...change, slotId: input.slotId, next: input.newPassphrase })
  if (!reset.ok) return reset
  await closeQuickDoor(call, input.slotId)
  call.desk.shelf.set(cardKeysKey, card)
  return unlockVault({
    folder,
    slotId: input.slotId,
    passphrase: input.newPassphrase,
    settle: settleFor(call),
  })
}

/** The card opens the vault and gives one person a new passphrase; a new card is asked for afterwards. */
export const unlockByCard = async (call: OpenCall, input: ByCard): Promise<Result<SessionView>> => {
  const { desk, ports, now } = call
  const held = holdFolder(desk, 'main')
  if (!held.ok) return held
  const folder = folderOf(ports.dataFolder, 'main')
  if (!knowsSlot(folder, input.slotId)) return noSuchDoor()
  const card = await tryWithWait({ path: attemptsOf(ports.dataFolder), slotId: cardSlot, now }, () =>
    unlockWithRecovery({ folder, wordsOrCode: input.card, onForged: writeDown(call, 'main') }),
  )
  if (!card.ok) return card
  const keys = await resetByCard(call, folder, card.value, input)
  if (!keys.ok) return keys
  const entered = await enter(call, { keys: keys.value, book: 'main', action: 'session.unlocked-with-card' })
  const open = desk.open()
  if (!entered.ok || !open) return entered
  // A card that was taken out of the safe has been seen: nobody goes on before a new one is in its place.
  open.db.transact(() => putSetting(open.db, 'cardConfirmed', false, now, open.session.staffId))
  return ok(sessionView(open, now))
}
