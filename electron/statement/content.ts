import { maskDocument, maskPhone } from '../../shared/client/mask.ts'
import { isMemberOn, type Member } from '../../shared/household/model.ts'
import { fail, ok, refuse, type Result } from '../../shared/result.ts'
import type { StatementContent } from '../../shared/statement/content.ts'
import { buildStatement } from '../../shared/statement/model.ts'
import { clientById } from '../client/repository.ts'
import type { Read } from '../database/handle.ts'
import { gatherFigures } from '../figure/gather.ts'
import { currentPolicy } from '../setting/repository.ts'

export type StatementRequest = {
  readonly clientId: number
  readonly readers: readonly number[]
  readonly today: string
}

const maskedDocuments = (db: Read, members: readonly Member[]): ReadonlyMap<number, string> =>
  new Map(
    members.flatMap((member) => {
      const client = member.clientId === null ? undefined : clientById(db, member.clientId)
      return client && client.documentNumber !== '' ? [[member.id, maskDocument(client.documentNumber)]] : []
    }),
  )

/** The statement of today for these readers. Masked here, so that no screen, paper or file can leak. */
export const statementFor = (
  db: Read,
  { clientId, readers, today }: StatementRequest,
): Result<StatementContent> => {
  const client = clientById(db, clientId)
  const known = client && gatherFigures(db, clientId)
  if (!client || !known) return fail({ code: 'not-found', what: 'household' })
  const members = known.members.filter((member) => isMemberOn(member, today))
  if (readers.some((reader) => !members.some((member) => member.id === reader)))
    return refuse('printout.refusal.reader-unknown')
  // What one member told for himself alone is never filed under another's name: his sheet is printed from his page.
  if (!readers.includes(known.memberId)) return refuse('printout.refusal.client-not-reader')
  const strict = currentPolicy(db).ratioSet === 'source'
  return ok(
    buildStatement({
      client: {
        id: client.id,
        name: client.name,
        sex: client.sex,
        number: client.number ?? '',
        phone: maskPhone(client.phone),
      },
      members,
      documents: maskedDocuments(db, members),
      figures: [...known.told, ...known.bank],
      readers,
      asOf: today,
      reference: strict ? 'source-text' : 'textbook',
    }),
  )
}
