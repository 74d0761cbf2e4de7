import { ok, refuse, type Result } from '../../shared/result.ts'
import type { OpenDesk } from '../desk/desk.ts'

// Neither writes: the one shuts the door, the other takes a client's face down from the screen.
const always = ['session.lock', 'encounter.leaveFace']

/** On a disk without room everything is read and nothing is written: one answer for every try. */
export const mayChange = ({ readOnly }: Pick<OpenDesk, 'readOnly'>): Result<null> =>
  readOnly === null ? ok(null) : refuse('vault-read-only', {}, [readOnly])

/** What takes time opens its transactions itself, or writes beside the database: it is not even begun. */
export const mayBegin = (open: OpenDesk, path: string, kind: 'read' | 'write' | 'act'): Result<null> =>
  kind === 'read' || always.includes(path) ? ok(null) : mayChange(open)
