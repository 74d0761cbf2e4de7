import { maskDocument, maskPhone } from '../../shared/client/mask.ts'
import { isMemberOn, type Member } from '../../shared/household/model.ts'
import { fail, ok, refuse, type Result } from '../../shared/result.ts'
import type { StatementContent } from '../../shared/statement/content.ts'
import { buildStatement, figuresFor } from '../../shared/statement/model.ts'
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

/** What a sheet stands on: its readers, the figures told to us, and whose balances of the bank's own books. */
export type Ground = {
  readonly readers: readonly number[]
  readonly figures: readonly number[]
  readonly banks: readonly number[]
}

type Grounded = { readonly content: StatementContent; readonly ground: Ground }

/** The statement of today for these readers. Masked here, so that no screen, paper or file can leak. */
export const statementFor = (db: Read, { clientId, readers, today }: StatementRequest): Result<Grounded> => {
  const client = clientById(db, clientId)
  const known = client && gatherFigures(db, clientId)
  if (!client || !known) return fail({ code: 'not-found', what: 'household' })
  const members = known.members.filter((member) => isMemberOn(member, today))
  if (readers.some((reader) => !members.some((member) => member.id === reader)))
    return refuse('printout.refusal.reader-unknown')
  // What one member told for himself alone is never filed under another's name: his sheet is printed from his page.
  if (!readers.includes(known.memberId)) return refuse('printout.refusal.client-not-reader')
  const strict = currentPolicy(db).ratioSet === 'source'
  const view = { members, readers, asOf: today }
  const content = buildStatement({
    ...view,
    client: {
      id: client.id,
      name: client.name,
      sex: client.sex,
      number: client.number ?? '',
      phone: maskPhone(client.phone),
    },
    documents: maskedDocuments(db, members),
    figures: [...known.told, ...known.bank],
    reference: strict ? 'source-text' : 'textbook',
  })
  const figures = figuresFor(known.told, view).map((figure) => figure.id)
  const owners = figuresFor(known.bank, view).flatMap(({ ownerId }) => ownerId ?? [])
  return ok({ content, ground: { readers, figures, banks: [...new Set(owners)] } })
}
