import { fail, ok, refuse, type Result } from '../../shared/result.ts'
import type { Read } from '../database/handle.ts'
import { unwrapWith } from '../vault/key-pair.ts'
import { fileBinding } from './key.ts'
import type { Opening } from './open-dossier.ts'
import { stubOf } from './stub.ts'
import { openWaiting } from './waiting.ts'

type Held = { readonly vaultId: string; readonly archivePrivate: Buffer | undefined }

/**
 * The one place where the archive key is used: it opens this file's own key and the rows that waited. The job that does
 * the rest gets these and never the archive key.
 */
export const unwrapDossier = (
  db: Read,
  clientId: number,
  { vaultId, archivePrivate }: Held,
): Result<Pick<Opening, 'clientId' | 'dataKey' | 'waiting'>> => {
  const stub = stubOf(db, clientId)
  if (!stub) return fail({ code: 'not-found', what: 'sealed-dossier' })
  if (!archivePrivate) return refuse('seal.refusal.no-key')
  const dataKey = unwrapWith(archivePrivate, stub.wrapped, fileBinding(vaultId, stub.file))
  const waiting = openWaiting(db, { clientId, vaultId }, archivePrivate)
  return dataKey && waiting
    ? ok({ clientId, dataKey, waiting })
    : fail({ code: 'damaged', part: 'sealed-key' })
}
