import { dayMinutes, keeperMinutes, type KeeperHours, type Moment } from '../../shared/custody/hours.ts'
import type { DossierLine } from '../../shared/custody/contract.ts'
import { maskName } from '../../shared/client/mask.ts'
import type { ReadCall } from '../desk/call.ts'
import { clockAt, instantAt, plainDateAt } from '../desk/zone.ts'
import { currentPolicy } from '../setting/repository.ts'
import type { LineRow } from './repository.ts'

type Here = Pick<ReadCall, 'db' | 'session' | 'now' | 'today' | 'zone'>

export const keeperHours = (call: Pick<Here, 'db'>): KeeperHours => {
  const { keeperFrom, keeperUntil } = currentPolicy(call.db)
  return { from: keeperFrom, until: keeperUntil }
}

export const momentOf = (call: Pick<Here, 'zone'>, at: number): Moment => ({
  day: plainDateAt(at, call.zone),
  clock: clockAt(at, call.zone),
})

/** Today's end of the keeper's day, when everything is to be back. */
export const closingAt = (call: Here): number => instantAt(call.today, keeperHours(call).until, call.zone)

export const isClosed = (call: Here): boolean => call.now >= closingAt(call)

/** How long past its time in the keeper's days and hours; null while it is in time. */
export const lateness = (call: Here, dueAt: number | null): DossierLine['late'] => {
  if (dueAt === null || call.now <= dueAt) return null
  const hours = keeperHours(call)
  const minutes = keeperMinutes(momentOf(call, dueAt), momentOf(call, call.now), hours)
  const day = dayMinutes(hours)
  return { days: Math.floor(minutes / day), hours: Math.floor((minutes % day) / 60) }
}

export const nameFor = (call: Pick<Here, 'session'>, name: string): string =>
  call.session.rights.includes('client.read') ? name : maskName(name)

export const lineView = (call: Here, { ownerId: _, ...row }: LineRow): DossierLine => ({
  ...row,
  name: nameFor(call, row.name),
  // What a sealed dossier was once out for is in the register alone.
  purpose: row.state === 'sealed' ? '' : row.purpose,
  late: row.state === 'in-use' ? lateness(call, row.dueAt) : null,
})
