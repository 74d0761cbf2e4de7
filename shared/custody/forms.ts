import { maskName } from '../client/mask.ts'
import type { FormColumn, FormContent } from '../printout/form.ts'
import type { PlainDate } from '../plain-date.ts'
import { longDate } from '../statement/words.ts'
import { fill } from '../text/fill.ts'
import { custody as words } from '../text/zh-CN/custody.ts'
import type { DossierLine, RegisterRow } from './contract.ts'
import type { Moment } from './hours.ts'

// The register (F29) and the hand-in slip on paper. No phone number is ever in them, and names are masked: what a ledger
// line keeps outlives the sealing of one of its clients (decisions 2).

type When = (at: number) => string

const short = (head: string): FormColumn => ({ head, kind: 'short' })
const text = (head: string): FormColumn => ({ head, kind: 'text' })

const isMove = (move: string): move is keyof typeof words.move => Object.hasOwn(words.move, move)

/** A move's name; one that another part of the app wrote and this list has no word for stands as it is. */
export const moveName = (move: string): string => (isMove(move) ? words.move[move] : move)

const { field } = words

const registerColumns: readonly FormColumn[] = [
  short(field.at),
  short(field.dossierNumber),
  text(field.client),
  short(field.clientNumber),
  short(field.move),
  short(field.by),
  short(field.other),
  short(field.place),
  text(field.purpose),
  short(field.due),
]

type Register = {
  readonly from: PlainDate
  readonly until: PlainDate
  readonly rows: readonly RegisterRow[]
  readonly today: PlainDate
  readonly when: When
}

export const registerForm = ({ from, until, rows, today, when }: Register): FormContent => ({
  title: words.paper.register,
  code: 'F29',
  class: 'internal',
  wide: true,
  asOf: today,
  subtitle:
    from === until
      ? longDate(from)
      : fill(words.paper.period, { from: longDate(from), until: longDate(until) }),
  facts: [{ label: words.paper.lines, value: fill(words.paper.count, { n: rows.length }) }],
  columns: registerColumns,
  rows: rows.map((row) => ({
    cells: [
      when(row.at),
      row.dossierNumber ?? '',
      maskName(row.name),
      row.clientNumber ?? '',
      moveName(row.move),
      row.by,
      row.other,
      row.place,
      [row.purpose, row.note].filter((part) => part !== '' && part !== row.dossierNumber).join('；'),
      row.dueAt === null ? '' : when(row.dueAt),
    ],
  })),
  empty: words.paper.noMoves,
  blanks: 0,
  notes: [words.paper.registerNote],
  signatures: [words.paper.keeper, words.paper.checker],
})

type Slip = {
  readonly giver: string
  readonly rows: readonly DossierLine[]
  readonly now: Moment
  readonly when: When
}

export const handInForm = ({ giver, rows, now, when }: Slip): FormContent => ({
  title: words.paper.slip,
  code: 'F29',
  class: 'internal',
  wide: false,
  asOf: now.day,
  subtitle: longDate(now.day),
  facts: [
    { label: words.paper.giver, value: giver },
    { label: words.paper.lines, value: fill(words.paper.dossiers, { n: rows.length }) },
  ],
  columns: [
    { head: field.no, kind: 'number' },
    short(field.dossierNumber),
    text(field.client),
    short(field.clientNumber),
    short(field.handedInAt),
    short(field.place),
  ],
  rows: rows.map((row, at) => ({
    cells: [
      String(at + 1),
      row.dossierNumber ?? '',
      maskName(row.name),
      row.clientNumber ?? '',
      row.since === null ? '' : when(row.since),
      row.place,
    ],
  })),
  empty: words.paper.nothingGiven,
  blanks: 0,
  notes: [words.paper.slipNote],
  signatures: [words.paper.giverSigns, words.paper.keeperSigns],
})
