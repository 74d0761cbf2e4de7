import { join } from 'node:path'
import { fail, ok, refuse, type Result } from '../../shared/result.ts'
import type { SessionView } from '../../shared/session/contract.ts'
import type { OpenCall } from '../desk/call.ts'
import { auditKeyOf } from '../audit/anchor.ts'
import { appendAudit } from '../audit/chain.ts'
import { boot } from '../desk/boot.ts'
import { putSetting } from '../setting/repository.ts'
import { staffOfSlot } from '../staff/repository.ts'
import { tryWithWait } from '../vault/attempts.ts'
import { resetPassphrase } from '../vault/change-slots.ts'
import { isOutOfRoom } from '../vault/reserve.ts'
import { databaseFile, knowsSlot } from '../vault/state.ts'
import { unlockVault, unlockWithRecovery } from '../vault/unlock.ts'
import { forgetKeys, type VaultKeys } from '../vault/vault-keys.ts'
import { cardKeysKey } from './card-keys.ts'
import { attemptsOf, folderOf, type Book } from './folders.ts'
import { openBook, openForWork } from './open-book.ts'
import { closeQuickDoor } from './quick.ts'
import { openReady } from './open-ready.ts'
import type { Opening } from './settle-in.ts'
import { settleWhatCan } from './settle-keys.ts'
import { holdFolder } from './state.ts'
import { sessionView } from './view.ts'

/** From keys to the session the window sees. */
export const enter = async (
  call: OpenCall,
  opening: Omit<Opening, 'samplePassphrase'>,
): Promise<Result<SessionView>> => {
  const opened = await openBook(call, { ...opening, samplePassphrase: null })
  if (!opened.ok) return opened
  if (call.desk.open()?.readOnly === null) await settleWhatCan(call.desk)
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
    try {
      const staff = staffOfSlot(handle, keys.slotId)
      if (!staff) return
      const mono = Math.round(call.ports.clock.monotonic())
      const by = { boot, mono, slotId: keys.slotId, staffId: staff.id, channel: 'window' as const }
      const line = { action: 'role-key.refused', object: 'role:archive', at: call.now, ...by }
      handle.transact(() => appendAudit(handle, auditKeyOf(keys), line))
    } finally {
      close()
    }
  }

type Door = { readonly slotId: string; readonly passphrase: string; readonly book: Book }

/** A wrong passphrase costs a growing wait that survives restarts; nobody is ever locked out for good. */
export const unlockBook = async (call: OpenCall, door: Door): Promise<Result<SessionView>> => {
  const { desk, ports, now } = call
  const held = holdFolder(desk, door.book)
  if (!held.ok) return held
  const folder = folderOf(ports.dataFolder, door.book)
  if (!knowsSlot(folder, door.slotId)) return noSuchDoor()
  const isFull = isOutOfRoom(folder)
  const writing = isFull ? { mend: false } : { settle: settleFor(call), onForged: writeDown(call, door.book) }
  const keys = await tryWithWait({ path: attemptsOf(ports.dataFolder), slotId: door.slotId, now }, () =>
    unlockVault({ folder, slotId: door.slotId, passphrase: door.passphrase, ...writing }),
  )
  if (!keys.ok) return keys
  const opening = { keys: keys.value, book: door.book, isOutOfRoom: isFull }
  return enter(call, { ...opening, action: 'session.unlocked' })
}

type ByCard = { readonly card: string; readonly slotId: string; readonly newPassphrase: string }

const cardSlot = 'recovery-card'

/**
 * Before the card changes a door it is on record, by the card's own keys: whose door it is, and that the card, which has
 * been taken out of the safe, counts no more. Whatever cuts this off, a card is never used in silence.
 */
const announceUse = async (call: OpenCall, card: VaultKeys, slotId: string): Promise<Result<null>> => {
  if (call.desk.isLocking()) return fail({ code: 'stopped' })
  const ready = openForWork(call, 'main', card)
  if (!ready.ok) return ready
  const { handle, checkpoint, close } = ready.value
  try {
    const staff = staffOfSlot(handle, slotId)
    if (!staff?.active) return refuse('login-ended')
    const mono = Math.round(call.ports.clock.monotonic())
    // The card belongs to the branch, not to a person.
    const by = { slotId: card.slotId, staffId: 0, channel: call.ports.channel ?? ('window' as const) }
    const line = { action: 'card.used', object: `staff:${staff.id}`, at: call.now, boot, mono, ...by }
    handle.transact(() => {
      putSetting(handle, 'cardConfirmed', false, call.now, staff.id)
      appendAudit(handle, auditKeyOf(card), line)
    })
    checkpoint()
  } finally {
    close()
  }
  await closeQuickDoor(call, slotId)
  return ok(null)
}

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
    announce: () => announceUse(call, card, input.slotId),
    ...(ports.step ? { step: ports.step } : {}),
  }
  const reset = await resetPassphrase({ ...change, slotId: input.slotId, next: input.newPassphrase })
  if (!reset.ok) return reset
  return unlockVault({
    folder,
    slotId: input.slotId,
    passphrase: input.newPassphrase,
    settle: settleFor(call),
  })
}

/** In by the card: its keys wait for the new card. Whoever doesn't get in leaves none of them to the next person. */
const enterByCard = async (
  call: OpenCall,
  folder: string,
  card: VaultKeys,
  input: ByCard,
): Promise<Result<SessionView>> => {
  let isIn = false
  try {
    const keys = await resetByCard(call, folder, card, input)
    if (!keys.ok) return keys
    const entered = await enter(call, {
      keys: keys.value,
      book: 'main',
      action: 'session.unlocked-with-card',
    })
    isIn = entered.ok
    if (isIn) call.desk.shelf.set(cardKeysKey, card)
    return entered
  } finally {
    if (!isIn) forgetKeys(card)
  }
}

/** The card opens the vault and gives one person a new passphrase; a new card is asked for afterwards. */
export const unlockByCard = async (call: OpenCall, input: ByCard): Promise<Result<SessionView>> => {
  const { desk, ports, now } = call
  const held = holdFolder(desk, 'main')
  if (!held.ok) return held
  const folder = folderOf(ports.dataFolder, 'main')
  if (!knowsSlot(folder, input.slotId)) return noSuchDoor()
  // The card changes a door, and that takes room.
  if (isOutOfRoom(folder)) return fail({ code: 'disk-full' })
  const card = await tryWithWait({ path: attemptsOf(ports.dataFolder), slotId: cardSlot, now }, () =>
    unlockWithRecovery({ folder, wordsOrCode: input.card, onForged: writeDown(call, 'main') }),
  )
  return card.ok ? enterByCard(call, folder, card.value, input) : card
}
