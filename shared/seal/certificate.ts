import type { PlainDate } from '../plain-date.ts'
import type { FormContent } from '../printout/form.ts'
import { longDate } from '../statement/words.ts'
import { fill } from '../text/fill.ts'
import { seal as words } from '../text/zh-CN/seal.ts'
import type { SealedView } from './contract.ts'
import { heldLines, type Copies } from './older-copies.ts'

type Facts = {
  readonly stub: SealedView
  /** The time of the sealing in the branch's zone, in words. */
  readonly sealedAt: string
  readonly today: PlainDate
  readonly older: Copies
}

/** 64 hex digits in groups of eight, so that they can be compared by eye. */
const grouped = (hex: string): string => hex.toUpperCase().replace(/(.{8})(?=.)/g, '$1 ')

const olderWords = ({ older }: Facts): string =>
  heldLines(older, longDate)
    .map(({ key, values }) => fill(words.held[key], values))
    .join('')

const linesOf = (facts: Facts): readonly (readonly [string, string])[] => {
  const { field, certificate, reason } = words
  const { stub, sealedAt } = facts
  return [
    [field.dossier, stub.dossierNumber ?? '—'],
    [field.number, stub.number ?? '—'],
    [field.name, stub.name],
    [field.owner, stub.owner === '' ? '—' : stub.owner],
    [field.place, stub.place === '' ? '—' : stub.place],
    [field.reason, [stub.reason === null ? '—' : reason[stub.reason], stub.note].filter(Boolean).join('，')],
    [field.by, stub.proposedBy],
    [certificate.keeper, stub.sealedBy],
    [field.at, sealedAt],
    [field.retain, stub.retainUntil === null ? field.running : longDate(stub.retainUntil)],
    [certificate.sum, grouped(stub.sha256)],
    [
      certificate.audit,
      fill(certificate.auditLine, { seq: stub.auditSeq, head: stub.auditHead.toUpperCase() }),
    ],
    [certificate.copies, olderWords(facts)],
  ]
}

/** 封存证明: what was closed, by whom, and until when older copies still hold it (decisions 2). Masked like the stub. */
export const certificateContent = (facts: Facts): FormContent => {
  const { certificate } = words
  return {
    title: certificate.title,
    code: '',
    class: 'internal',
    wide: false,
    asOf: facts.today,
    subtitle: certificate.subtitle,
    facts: [],
    columns: [
      { head: certificate.item, kind: 'short' },
      { head: certificate.content, kind: 'text' },
    ],
    rows: linesOf(facts).map((cells) => ({ cells })),
    empty: '',
    blanks: 0,
    notes: [certificate.note, words.hint.retain],
    signatures: [certificate.keeper, certificate.head],
  }
}
