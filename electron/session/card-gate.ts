import { ok, refuse, type Result } from '../../shared/result.ts'
import type { OpenDesk } from '../desk/desk.ts'
import { readSetting } from '../setting/repository.ts'

const always = ['session.', 'notice.', 'setting.get']

/** Until the recovery card is on paper and was asked back, nothing is entered that could be lost with a passphrase. */
export const mayWork = (open: OpenDesk, path: string): Result<null> => {
  if (open.session.book === 'sample' || always.some((start) => path.startsWith(start))) return ok(null)
  return readSetting(open.db, 'cardConfirmed') === true ? ok(null) : refuse('session.card-unconfirmed')
}
