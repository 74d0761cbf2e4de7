import type { custodyContract } from '../../shared/custody/contract.ts'
import { handInForm, registerForm } from '../../shared/custody/forms.ts'
import { longDate } from '../../shared/statement/words.ts'
import type { FormContent } from '../../shared/printout/form.ts'
import type { ReadCall } from '../desk/call.ts'
import type { Handlers } from '../desk/handlers-type.ts'
import { clockAt, plainDateAt } from '../desk/zone.ts'
import { previewForm, startForm } from '../printout/form.ts'
import { givenBy } from './hand-in.ts'
import { registerLines } from './register.ts'
import { lineView, momentOf } from './view.ts'

type Here = Pick<ReadCall, 'db' | 'session' | 'zone' | 'now' | 'today'>

const whenOf =
  ({ zone }: Pick<Here, 'zone'>) =>
  (at: number): string =>
    `${longDate(plainDateAt(at, zone))} ${clockAt(at, zone)}`

const registerOf = (call: Here, period: { from: string; until: string }): FormContent =>
  registerForm({ ...period, rows: registerLines(call, period), today: call.today, when: whenOf(call) })

const slipOf = (call: Here): FormContent =>
  handInForm({
    giver: call.session.name,
    rows: givenBy(call).map((row) => lineView(call, row)),
    now: momentOf(call, call.now),
    when: whenOf(call),
  })

export const printHandlers: Pick<
  Handlers<typeof custodyContract>,
  'prepareRegister' | 'printRegister' | 'prepareHandIn' | 'printHandIn'
> = {
  prepareRegister: (call, period) => previewForm(call, 'custody-register', registerOf(call, period)),
  printRegister: (call, { from, until, way, glyphsAccepted }) =>
    startForm(call, {
      kind: 'custody-register',
      content: registerOf(call, { from, until }),
      clientId: null,
      subject: from === until ? from : `${from}:${until}`,
      way,
      glyphsAccepted,
    }),
  prepareHandIn: (call) => previewForm(call, 'hand-in-list', slipOf(call)),
  printHandIn: (call, { way, glyphsAccepted }) =>
    startForm(call, {
      kind: 'hand-in-list',
      content: slipOf(call),
      clientId: null,
      subject: `${call.today}:${call.session.staffId}`,
      way,
      glyphsAccepted,
    }),
}
