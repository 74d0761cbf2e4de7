import { ok, refuse, type Result } from '../../shared/result.ts'
import type { OpenDesk } from '../desk/desk.ts'

const always = ['session.me', 'session.changePassphrase', 'session.touch', 'session.lock', 'notice.next']

/** A passphrase somebody else chose is changed before anything else: until then whoever chose it is here too. */
export const mayPass = (open: OpenDesk, path: string): Result<null> =>
  open.session.mustChange && !always.includes(path) ? refuse('passphrase-temporary') : ok(null)
