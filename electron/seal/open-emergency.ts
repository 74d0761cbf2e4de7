import type { sealContract } from '../../shared/seal/contract.ts'
import type { Given, Taken } from '../../shared/procedure.ts'
import { fail, ok, refuse, type Result } from '../../shared/result.ts'
import type { ActCall } from '../desk/call.ts'
import type { OpenDesk } from '../desk/desk.ts'
import { cardKeysKey } from '../session/card-keys.ts'
import { rememberCard } from '../session/create.ts'
import { attemptsOf } from '../session/folders.ts'
import { announceCard } from '../session/passphrase.ts'
import { putSetting } from '../setting/repository.ts'
import { wasGivenLately } from '../staff/given-lately.ts'
import { staffOfSlot } from '../staff/repository.ts'
import { tryWithWait } from '../vault/attempts.ts'
import { renewRecovery } from '../vault/renew-recovery.ts'
import { knowsSlot } from '../vault/state.ts'
import { unlockVault, unlockWithRecovery } from '../vault/unlock.ts'
import { forgetKeys, type VaultKeys } from '../vault/vault-keys.ts'
import { endOfJob } from './end-of-job.ts'
import { startOpening } from './start.ts'
import { unwrapDossier } from './unwrap.ts'

type Input = Taken<typeof sealContract.openEmergency>
type Output = Given<typeof sealContract.openEmergency>

// Counted like the card at the door: whoever guesses here waits there too.
const cardSlot = 'recovery-card'

const secondPerson = (call: ActCall, open: OpenDesk, input: Input): Result<{ readonly id: number }> => {
  const second = staffOfSlot(open.db, input.secondSlotId)
  if (!second?.active || !knowsSlot(open.vaultFolder, input.secondSlotId))
    return fail({ code: 'not-found', what: 'slot' })
  if (second.id === open.session.staffId) return refuse('seal.refusal.second-self')
  // Two persons means two: neither of them may stand here by a passphrase the other one can have made.
  const given = [second, { id: open.session.staffId, name: open.session.name }].find(({ id }) =>
    wasGivenLately(open.db, id, call.now),
  )
  return given ? refuse('seal.refusal.given-lately', { name: given.name }) : ok(second)
}

const secondKeys = async (call: ActCall, folder: string, input: Input): Promise<Result<VaultKeys>> => {
  const second = await tryWithWait(
    { path: attemptsOf(call.ports.dataFolder), slotId: input.secondSlotId, now: call.now },
    () => unlockVault({ folder, slotId: input.secondSlotId, passphrase: input.passphrase, mend: false }),
  )
  if (!second.ok || !second.value.temporary) return second
  forgetKeys(second.value)
  return refuse('seal.refusal.second-temporary')
}

const cardKeys = (call: ActCall, folder: string, card: string): Promise<Result<VaultKeys>> =>
  tryWithWait({ path: attemptsOf(call.ports.dataFolder), slotId: cardSlot, now: call.now }, () =>
    unlockWithRecovery({ folder, wordsOrCode: card, mend: false }),
  )

type Held = { readonly keys: VaultKeys; readonly way: 'key' | 'card' }

/** The second person's own key opens it; who holds none needs the card as well. */
const archiveKeys = async (call: ActCall, folder: string, input: Input): Promise<Result<Held>> => {
  const second = await secondKeys(call, folder, input)
  if (!second.ok) return second
  if (second.value.rolePrivate.archive) return ok({ keys: second.value, way: 'key' })
  forgetKeys(second.value)
  if (input.card.trim() === '') return refuse('seal.refusal.card-needed')
  const card = await cardKeys(call, folder, input.card)
  return card.ok ? ok({ keys: card.value, way: 'card' }) : card
}

/** A card that was taken out of the safe has been seen: a new one is made with its own keys, and asked back. */
const replaceCard = async (call: ActCall, open: OpenDesk, keys: VaultKeys): Promise<Result<Output>> => {
  const { now, ports } = call
  const change = { folder: open.vaultFolder, keys, kdf: ports.kdfCost, now, random: ports.random }
  const { monotonic } = ports.clock
  const renewed = await renewRecovery({ ...change, monotonic, announce: () => announceCard(call) })
  if (!renewed.ok) return renewed
  call.desk.shelf.delete(cardKeysKey)
  const card = rememberCard(call, renewed.value)
  return card.ok ? ok({ card: card.value }) : card
}

/**
 * From here on the card counts no more, before anything is opened with it. Its keys wait for the new card, also when the
 * opening ends in a refusal: whoever sits here then makes one with his passphrase.
 */
const announceUse = async (call: ActCall, { clientId }: Input, card: VaultKeys): Promise<void> => {
  await call.transact((write) => {
    putSetting(write.db, 'cardConfirmed', false, write.now, write.session.staffId)
    write.audit({ action: 'card.used', object: `client:${clientId}` })
  })
  call.desk.shelf.set(cardKeysKey, card)
}

type Opened = {
  readonly call: ActCall
  readonly open: OpenDesk
  readonly input: Input
  readonly secondId: number
}

const openBy = async (
  { call, open, input, secondId }: Opened,
  { keys, way }: Held,
): Promise<Result<Output>> => {
  const { clientId, reason } = input
  const archivePrivate = keys.rolePrivate.archive
  const unwrapped = unwrapDossier(open.db, clientId, { vaultId: keys.vaultId, archivePrivate })
  if (!unwrapped.ok) return unwrapped
  if (way === 'card') await announceUse(call, input, keys)
  const jobId = startOpening(call, { ...unwrapped.value, reason, emergency: { secondId, way, reason } })
  const done = await endOfJob(call.desk, jobId)
  if (done.ok) return way === 'card' ? replaceCard(call, open, keys) : ok({ card: null })
  // The screen goes to the card that has to be made now.
  if (way === 'card') call.desk.notices.tell({ kind: 'changed', topics: ['session'] })
  return done
}

const openWith = async (opened: Opened): Promise<Result<Output>> => {
  const held = await archiveKeys(opened.call, opened.open.vaultFolder, opened.input)
  if (!held.ok) return held
  const { keys } = held.value
  try {
    return await openBy(opened, held.value)
  } finally {
    if (opened.call.desk.shelf.get(cardKeysKey) !== keys) forgetKeys(keys)
  }
}

/** 紧急启封: the head of the centre and one more person, a reason, and every keeper is told (practice 1). */
export const openEmergency = async (call: ActCall, input: Input): Promise<Result<Output>> => {
  const open = call.desk.open()
  if (!open) return fail({ code: 'locked' })
  const second = secondPerson(call, open, input)
  return second.ok ? openWith({ call, open, input, secondId: second.value.id }) : second
}
