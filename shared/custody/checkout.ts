import { ok, refuse, type Result } from '../result.ts'
import { isKept, type KeeperHours, type Moment } from './hours.ts'

export const checkoutStates = ['asked', 'approved', 'declined', 'withdrawn', 'issued', 'returned'] as const

export type CheckoutState = (typeof checkoutStates)[number]

export const checkoutSteps = ['approve', 'decline', 'withdraw', 'issue'] as const

export type CheckoutStep = (typeof checkoutSteps)[number]

const ways: Readonly<Record<CheckoutStep, readonly [from: readonly CheckoutState[], to: CheckoutState]>> = {
  approve: [['asked'], 'approved'],
  decline: [['asked', 'approved'], 'declined'],
  withdraw: [['asked', 'approved'], 'withdrawn'],
  issue: [['approved'], 'issued'],
}

/** Who asks neither approves nor issues; only who asks withdraws (practice 9). */
export const nextCheckout = (
  now: CheckoutState,
  step: CheckoutStep,
  people: { readonly requesterId: number; readonly staffId: number },
): Result<CheckoutState> => {
  const [from, to] = ways[step]
  const isOwn = people.requesterId === people.staffId
  if (isOwn !== (step === 'withdraw'))
    return refuse(isOwn ? 'custody.refusal.own-request' : 'custody.refusal.not-requester')
  return from.includes(now) ? ok(to) : refuse('custody.refusal.request-settled')
}

/** Due back in the future, while the keeper is there. */
export const mayBeDue = (due: Moment, now: Moment, hours: KeeperHours): Result<null> => {
  if (due.day < now.day || (due.day === now.day && due.clock <= now.clock))
    return refuse('custody.refusal.due-past')
  return isKept(due, hours) ? ok(null) : refuse('custody.refusal.due-closed', { ...hours })
}
