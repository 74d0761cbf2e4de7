import { capitals } from '../capitals.ts'
import { formatFen } from '../money.ts'
import { isSurplusLow } from '../ratio/ratio.ts'
import { fill } from '../text/fill.ts'
import { ratio as ratioText } from '../text/zh-CN/ratio.ts'
import { statement as words } from '../text/zh-CN/statement.ts'
import type { BalanceGroup, FlowLine, StatementContent } from './content.ts'
import { cell, esc, heading, num, padded, row, table, unbroken, type Row } from './html.ts'
import {
  birthWords,
  formulaOf,
  groupWord,
  kindWord,
  longDate,
  markWords,
  rangeOf,
  ratioName,
  relationWord,
  resultOf,
  sexWord,
  shareWords,
  termsOf,
  verdictWord,
} from './words.ts'

const amount = (fen: number | null): string => (fen === null ? '—' : formatFen(fen))

export const memberTable = ({ members }: StatementContent): string => {
  const t = words.table1
  const head = [t.name, t.relation, t.sex, t.birth, t.document, t.occupation].map((text) => cell(text))
  const rows = members.map((member) =>
    row([
      cell(member.name, 'w'),
      cell(relationWord(member.relation)),
      cell(sexWord(member.sex)),
      cell(birthWords(member.birth)),
      cell(member.document === '' ? '—' : member.document),
      cell(member.occupation === '' ? '—' : member.occupation, 'w'),
      num(amount(member.salary)),
    ]),
  )
  return heading(t.no, t.title) + table('members', [...head, num(t.salary)], padded(rows, rows.length + 1, 7))
}

const flowName = (line: FlowLine): string =>
  line.person === '' ? kindWord(line.kind) : `${kindWord(line.kind)}（${line.person}）`

const flowRow = (line: FlowLine): Row =>
  row([
    cell(flowName(line), 'w'),
    num(amount(line.monthly)),
    num(amount(line.yearly)),
    cell(markWords(line.marks), 'c'),
  ])

const flowHalf = (
  title: string,
  lines: readonly FlowLine[],
  length: number,
  total: string,
  sum: number,
): string => {
  const t = words.table2
  const head = [cell(title), num(t.monthly), num(t.yearly), cell(t.mark, 'c')]
  const rows = padded(lines.map(flowRow), length, 4)
  return table('half', head, [...rows, row([cell(total), num(''), num(amount(sum)), cell('')], 'total')])
}

export const flowTable = ({ income, expense, surplus, asOf, ratios }: StatementContent): string => {
  const t = words.table2
  const length = Math.max(income.lines.length, expense.lines.length)
  const ratio = ratios.find((one) => one.key === 'surplus')
  const formula = ratio
    ? `<tr><td>${esc(ratioName('surplus'))}</td><td>${esc(formulaOf('surplus'))} = ${unbroken(termsOf(ratio))}</td>` +
      `<td class="n">${esc(resultOf(ratio))}</td></tr>`
    : ''
  return (
    heading(t.no, t.title, fill(t.note, { year: asOf.slice(0, 4) })) +
    `<div class="halves">${flowHalf(t.income, income.lines, length, t.incomeTotal, income.total)}` +
    `${flowHalf(t.expense, expense.lines, length, t.expenseTotal, expense.total)}</div>` +
    `<table class="sum"><tbody><tr class="total"><td>${esc(t.surplus)}</td><td>${esc(capitals(surplus))}</td>` +
    `<td class="n">${esc(formatFen(surplus))}</td></tr>${formula}</tbody></table>`
  )
}

const groupRows = ({ group, amount: sum, share, lines }: BalanceGroup): readonly Row[] => [
  row(
    [
      cell(groupWord(group)),
      num(lines.length === 0 ? '—' : formatFen(sum)),
      num(shareWords(share)),
      cell(''),
    ],
    'sub',
  ),
  ...lines.map((line) =>
    row([
      cell(kindWord(line.kind), 'in w'),
      num(formatFen(line.amount)),
      num(shareWords(line.share)),
      cell(markWords(line.marks), 'c'),
    ]),
  ),
]

const balanceTotals = (content: StatementContent): readonly Row[] => {
  const t = words.table3
  const { debts, netWorth, netShare, assets } = content
  const total = (name: string, sum: number, share: number | null): Row =>
    row([cell(name), num(formatFen(sum)), num(shareWords(share)), cell('')], 'total')
  return [
    total(t.debtTotal, debts.total, debts.share),
    total(t.netWorth, netWorth, netShare),
    total(t.bothTotal, assets.total, assets.total === 0 ? null : 1000),
  ]
}

const balanceNote = ({ bankAsOf }: StatementContent): string => {
  const { note, bankNote } = words.table3
  return bankAsOf === '' ? note : `${note}${fill(bankNote, { date: longDate(bankAsOf) })}`
}

export const balanceTable = (content: StatementContent): string => {
  const t = words.table3
  const left = content.assets.groups.flatMap(groupRows)
  const guarantee = content.guarantee === 0 ? t.none : formatFen(content.guarantee)
  const right = [
    ...content.debts.groups.flatMap(groupRows),
    row([cell(groupWord('guarantee'), 'w'), num(guarantee), num('—'), cell('')], 'sub'),
  ]
  const length = Math.max(left.length, right.length + 2)
  const share = content.assets.total === 0 ? '—' : '100.0%'
  const total = row([cell(t.assetTotal), num(formatFen(content.assets.total)), num(share), cell('')], 'total')
  const head = (title: string) => [cell(title), num(t.amount), num(t.share), cell(words.table2.mark, 'c')]
  return (
    heading(t.no, t.title, balanceNote(content)) +
    `<div class="halves">${table('half', head(t.assets), [...padded(left, length, 4), total])}` +
    `${table('half', head(t.debts), [...padded(right, length - 2, 4), ...balanceTotals(content)])}</div>` +
    `<table class="sum"><tbody><tr class="total"><td>${esc(t.netWorth)}</td><td>${esc(capitals(content.netWorth))}</td>` +
    `<td class="n">${esc(formatFen(content.netWorth))}</td></tr></tbody></table>`
  )
}

export const ratioTable = (content: StatementContent): string => {
  const t = words.table4
  const head = [t.ratio, t.formula, t.terms].map((text) => cell(text))
  const ends = [num(t.result), num(t.reference), num(t.word)]
  const body = content.ratios
    .map(
      (line) =>
        `<tr><td class="s">${esc(ratioName(line.key))}</td><td>${esc(formulaOf(line.key))}</td>` +
        `<td class="w">${line.value === null ? '—' : unbroken(termsOf(line))}</td><td class="n s">${esc(resultOf(line))}</td>` +
        `<td class="n">${esc(rangeOf(line))}</td><td class="n">${esc(verdictWord(line))}</td></tr>`,
    )
    .join('')
  const liquid = content.assets.groups.find((group) => group.group === 'liquid')
  const safety = fill(t.liquidShare, {
    share: shareWords(liquid?.share ?? null),
    debt: shareWords(content.debts.share),
  })
  const advice = isSurplusLow(content.ratios) ? ratioText.advice.surplusLow : ''
  return (
    heading(t.no, t.title) +
    table('ratios', [...head, ...ends], []).replace('<tbody></tbody>', `<tbody>${body}</tbody>`) +
    `<p class="note">${esc(ratioText.set[content.reference])}${esc(safety)}${esc(advice)}</p>`
  )
}
