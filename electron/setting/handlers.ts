import { fail, ok } from '../../shared/result.ts'
import type { settingContract } from '../../shared/setting/contract.ts'
import type { Handlers } from '../desk/handlers-type.ts'
import { currentPolicy, putSetting } from './repository.ts'

const isZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

export const settingHandlers: Handlers<typeof settingContract> = {
  get: (call) => ok(currentPolicy(call.db)),
  put: (call, { requestKey: _key, ...wanted }) => {
    if (wanted.zone !== undefined && !isZone(wanted.zone))
      return fail({ code: 'invalid', issues: [{ path: 'zone', rule: 'zone' }] })
    const before = currentPolicy(call.db)
    const { keeperFrom = before.keeperFrom, keeperUntil = before.keeperUntil } = wanted
    if (keeperFrom >= keeperUntil)
      return fail({ code: 'invalid', issues: [{ path: 'keeperUntil', rule: 'after' }] })
    for (const [key, value] of Object.entries(wanted)) {
      if (value === undefined || before[key as keyof typeof before] === value) continue
      putSetting(call.db, key, value, call.now, call.session.staffId)
      call.audit({ action: 'setting.changed', object: `setting:${key}` })
    }
    call.notify('setting')
    return ok(currentPolicy(call.db))
  },
}
