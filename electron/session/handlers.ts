import { fail, ok } from '../../shared/result.ts'
import type { sessionContract } from '../../shared/session/contract.ts'
import type { Handlers } from '../desk/handlers-type.ts'
import { putPlace } from '../draft/repository.ts'
import { putSetting } from '../setting/repository.ts'
import { createBook, cardKey } from './create.ts'
import { cardMakers } from './card-makers.ts'
import { wrongPlaces, type PendingCard } from './card.ts'
import { changeOwnPassphrase, renewCard } from './passphrase.ts'
import { openingAlone } from './opening.ts'
import { dropPin, openingMain, ownQuickDoor, setPin } from './pin.ts'
import { removeSample } from './sample-folder.ts'
import { openSampleBook } from './sample.ts'
import { readState } from './state.ts'
import { unlockByQuickDoor } from './unlock-quick.ts'
import { unlockBook, unlockByCard } from './unlock.ts'
import { sessionView } from './view.ts'

export const sessionHandlers: Handlers<typeof sessionContract> = {
  state: async (call) => ok(await readState(call.desk)),
  create: (call, input) => openingMain(call, () => createBook(call, input)),
  confirmCard: async (call, { answers }) => {
    const pending = call.desk.shelf.get(cardKey) as PendingCard | undefined
    if (!pending) return fail({ code: 'not-found', what: 'card' })
    const wrong = wrongPlaces(pending, answers)
    if (wrong.length > 0) return ok({ wrongPlaces: wrong })
    call.desk.shelf.delete(cardKey)
    await call.transact((write) => {
      putSetting(write.db, 'cardConfirmed', true, write.now, write.session.staffId)
      write.audit({ action: 'card.confirmed', object: '' })
    })
    return ok({ wrongPlaces: [] })
  },
  card: (call) => cardMakers(call),
  renewCard: (call, input) => renewCard(call, input),
  unlock: (call, input) => openingMain(call, () => unlockBook(call, input)),
  unlockWithCard: (call, input) => openingMain(call, () => unlockByCard(call, input)),
  unlockQuick: (call, input) => openingMain(call, () => unlockByQuickDoor(call, input)),
  quick: (call) => ownQuickDoor(call),
  setPin: (call, input) => setPin(call, input),
  dropPin: (call) => dropPin(call),
  changePassphrase: (call, input) => changeOwnPassphrase(call, input),
  me: (call) => {
    const open = call.desk.open()
    return open ? ok(sessionView(open, call.now)) : fail({ code: 'locked' })
  },
  touch: (call, { meeting }) => {
    call.desk.open()?.touch(meeting)
    return ok({})
  },
  place: async (call, { route, field }) => {
    await call.transact((write) =>
      putPlace(write.db, { staffId: write.session.staffId, route, field, at: write.now }),
    )
    return ok({})
  },
  lock: (call) => {
    // Answer first: the process that would answer is about to end.
    setTimeout(() => void call.desk.lock(), 0)
    return ok({})
  },
  openSample: (call) => openingAlone(call.desk, () => openSampleBook(call)),
  removeSample: (call) => openingAlone(call.desk, async () => removeSample(call.desk)),
  setLanguage: (call, { language }) => {
    call.ports.settings.set('language', language)
    return ok({})
  },
}
