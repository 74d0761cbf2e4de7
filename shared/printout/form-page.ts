import { cell, esc, num, padded, row, table, type Cell, type Row } from '../statement/html.ts'
import { longDate } from '../statement/words.ts'
import { fill } from '../text/fill.ts'
import { printout as words } from '../text/zh-CN/printout.ts'
import { statement } from '../text/zh-CN/statement.ts'
import { footerStyle, formStyle, unseenFooter } from './footer.ts'
import type { FormColumn, FormContent } from './form.ts'
import type { PrintFrame } from './model.ts'

// Content of a form -> static HTML of A4 pages, upright or wide. The table's head repeats on every page by itself.

const cellOf = (column: FormColumn | undefined, text: string): Cell => {
  if (column?.kind === 'number') return num(text)
  return cell(text, column?.kind === 'text' ? 'w' : '')
}

const rowsOf = ({ columns, rows, blanks }: FormContent): readonly Row[] =>
  padded(
    rows.map(({ cells, strong }) =>
      row(
        columns.map((column, at) => cellOf(column, cells[at] ?? '')),
        strong ? 'sub' : '',
      ),
    ),
    rows.length + blanks,
    columns.length,
  )

const head = (content: FormContent, frame: PrintFrame): string =>
  `<header class="first"><div><p>${esc(frame.bank + frame.branch)}</p><h1>${esc(content.title)}</h1>` +
  `<p>${esc(content.subtitle)}</p></div><div class="r"><p>${esc(content.code)}</p>` +
  `<p>${esc(fill(statement.asOf, { date: longDate(content.asOf) }))}</p></div></header>`

const facts = ({ facts: list }: FormContent): string =>
  list.length === 0
    ? ''
    : `<div class="facts">${list.map(({ label, value }) => `<div><span>${esc(label)}</span>${esc(value)}</div>`).join('')}</div>`

const body = (content: FormContent): string =>
  content.rows.length === 0 && content.blanks === 0
    ? `<p class="none">${esc(content.empty)}</p>`
    : table(
        'form',
        content.columns.map(({ head: text, kind }) => cell(text, kind === 'number' ? 'n' : '')),
        rowsOf(content),
      )

const sign = (name: string): string =>
  `<div class="sign"><span>${esc(name)}</span><i></i><span>${esc(statement.date)}</span><i></i></div>`

// Notes and signatures stay together and with the table's last lines: they are never alone on a page.
const end = ({ notes, signatures }: FormContent): string => {
  const said = notes.map((note) => `<p class="note">${esc(note)}</p>`).join('')
  const signed = signatures.length === 0 ? '' : `<div class="signs">${signatures.map(sign).join('')}</div>`
  return said + signed === '' ? '' : `<section class="end">${said}${signed}</section>`
}

const watermark = ({ record, sample }: PrintFrame): string => {
  const text = record === null ? statement.preview : sample ? statement.sample : ''
  return text === '' ? '' : `<div class="watermark" aria-hidden="true">${esc(text)}</div>`
}

export const formBody = (content: FormContent, frame: PrintFrame): string =>
  `${unseenFooter(frame, [words.class[content.class]])}${watermark(frame)}<article class="form${content.wide ? ' wide' : ''}">` +
  `${head(content, frame)}${facts(content)}${body(content)}${end(content)}</article>`

/** The whole document; the host puts its nonce where the placeholder stands. */
export const formHtml = (content: FormContent, frame: PrintFrame): string =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${esc(words.product)}</title>` +
  '<link rel="stylesheet" href="/print.css">' +
  `<style nonce="__NONCE__">${footerStyle(frame)}${formStyle(content)}</style></head>` +
  `<body${content.wide ? ' class="wide"' : ''}>${formBody(content, frame)}</body></html>`
