import { copyStyle, footerStyle, unseenFooter } from '../printout/footer.ts'
import type { PrintFrame, Sheet, StatementFrame } from '../printout/model.ts'
import { fill } from '../text/fill.ts'
import { statement as words } from '../text/zh-CN/statement.ts'
import type { StatementContent } from './content.ts'
import { esc, heading } from './html.ts'
import { flowFigure, structureFigure } from './page-charts.ts'
import { balanceTable, flowTable, memberTable, ratioTable } from './page-tables.ts'
import { longDate } from './words.ts'

// Content of a statement -> static HTML of A4 pages. No script, no style attribute, no address outside the app.

const address = ({ client }: StatementContent): string => {
  const form = client.sex === 'male' ? words.gentleman : client.sex === 'female' ? words.lady : ''
  return form === '' ? client.name : `${client.name} ${form}`
}

const fact = (label: string, value: string): string =>
  value === '' ? '' : `<div><span>${esc(label)}</span>${esc(value)}</div>`

// The line on reach always stands there: if it came only when something is left out, the line itself would tell.
const firstHead = (content: StatementContent, frame: PrintFrame): string =>
  `<header class="first"><div><p>${esc(frame.bank + frame.branch)}</p><h1>${esc(words.title)}</h1>` +
  `<p>${esc(words.subtitle)}</p></div><div class="r"><p>${esc(fill(words.asOf, { date: longDate(content.asOf) }))}</p>` +
  `<p>${esc(words.unit)}</p><p>${esc(words.visible)}</p></div></header>` +
  `<div class="facts">${fact(words.head.client, address(content))}${fact(words.head.number, content.client.number)}` +
  `${fact(words.head.phone, content.client.phone)}${fact(words.head.readers, content.readers.join('、'))}</div>`

const nextHead = (content: StatementContent): string =>
  `<header class="next"><b>${esc(words.title)}</b><span>${esc(address(content))}，` +
  `${esc(fill(words.shortUnit, { date: longDate(content.asOf) }))}，${esc(words.visible)}</span></header>`

const signLine = (name: string): string =>
  `<div class="sign"><span>${esc(name)}</span><i></i><span>${esc(words.date)}</span><i></i></div>`

const signatures = (): string =>
  `<section class="end"><div class="signs"><div><b>${esc(words.declaration)}</b><p class="checks">` +
  `<span><i></i>${esc(words.checked)}</span><span><i></i>${esc(words.toCorrect)}</span></p></div>` +
  `${signLine(words.signClient)}${signLine(words.signManager)}${signLine(words.signReview)}</div></section>`

const corrections = (): string =>
  `<section class="fill">${heading('', words.corrections, words.correctionsNote)}<div class="box"></div></section>`

const sheetBody = (content: StatementContent, frame: PrintFrame, sheet: Sheet): string =>
  `<article class="${sheet}"><section class="page">${firstHead(content, frame)}${memberTable(content)}` +
  `${flowTable(content)}${flowFigure(content)}${corrections()}</section>` +
  `<section class="page">${nextHead(content)}${balanceTable(content)}${structureFigure(content)}` +
  `${ratioTable(content)}<p class="note strong">${esc(words.note)}</p>${signatures()}</section></article>`

const watermark = (frame: PrintFrame): string => {
  const text = frame.record === null ? words.preview : frame.sample ? words.sample : ''
  return text === '' ? '' : `<div class="watermark" aria-hidden="true">${esc(text)}</div>`
}

export const statementBody = (content: StatementContent, frame: StatementFrame): string =>
  unseenFooter(frame, [words.copyClient, words.copyBank]) +
  watermark(frame) +
  frame.sheets.map((sheet) => sheetBody(content, frame, sheet)).join('')

/** The whole document; the host puts its nonce where the placeholder stands. */
export const statementHtml = (content: StatementContent, frame: StatementFrame): string =>
  '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>知音</title>' +
  '<link rel="stylesheet" href="/print.css">' +
  `<style nonce="__NONCE__">${footerStyle(frame)}${copyStyle()}</style></head><body>${statementBody(content, frame)}</body></html>`
