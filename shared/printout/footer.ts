import { esc } from '../statement/html.ts'
import { fill } from '../text/fill.ts'
import { statement as words } from '../text/zh-CN/statement.ts'
import { printout } from '../text/zh-CN/printout.ts'
import type { FormContent } from './form.ts'
import type { PrintFrame } from './model.ts'

// The foot of every page stands in @page margin boxes: they count pages by themselves and use the bundled fonts.
// Their text lives in CSS strings, so every sign is written as its number: nothing in a name can end the string.

const cssSign = (sign: string): string =>
  /[A-Za-z0-9]/.test(sign) ? sign : `\\${(sign.codePointAt(0) ?? 0x20).toString(16).padStart(6, '0')}`

const cssText = (text: string): string => `"${[...text].map(cssSign).join('')}"`

const lines = (...texts: readonly string[]): string => cssText(texts.filter((text) => text !== '').join('\n'))

const pageOf = (): string => {
  const [first = '', second = '', last = ''] = words.footer.page.split(/\{\{\w+\}\}/)
  return `${cssText(first)} counter(page) ${cssText(second)} counter(pages) ${cssText(last)}`
}

const copyWords = ({ record }: PrintFrame): string => {
  if (record === null) return words.preview
  const duplicate = record.duplicate ? `，${fill(printout.duplicate, { copy: record.copy })}` : ''
  const again = record.again > 0 ? `，${words.again}` : ''
  return `${fill(words.footer.copy, { copy: record.copy })}${duplicate}${again}`
}

const rightWords = ({ record, sample }: PrintFrame): readonly string[] => {
  const mark = sample ? words.sample : ''
  if (record === null) return [mark]
  const head = record.head.replace(/(.{4})(?=.)/g, '$1 ').toUpperCase()
  return [
    `${mark === '' ? '' : `${mark} `}${fill(words.footer.number, { number: record.number })}`,
    fill(words.footer.head, { head }),
  ]
}

const label = (text: string): string => `@top-right{content:${cssText(text)}}`

const leftWords = (frame: PrintFrame): readonly string[] => [
  fill(words.footer.maker, { name: frame.maker }),
  fill(words.footer.at, { at: frame.printedAt }),
]

/**
 * A browser loads a part of the print font only for signs it lays out on the page; margin boxes come too late for it.
 * So the footer's words stand on the page once more, unseen, in both weights.
 */
export const unseenFooter = (frame: PrintFrame, more: readonly string[] = []): string => {
  const text = esc(
    [...leftWords(frame), words.footer.page, copyWords(frame), ...rightWords(frame), ...more].join(''),
  )
  return `<p class="unseen" aria-hidden="true">${text}<b>${text}</b></p>`
}

/** The part of the style sheet that differs from print to print. */
export const footerStyle = (frame: PrintFrame): string =>
  `@page{@bottom-left{content:${lines(...leftWords(frame))}}` +
  `@bottom-center{content:${pageOf()} ${cssText('\n')} ${cssText(copyWords(frame))}}` +
  `@bottom-right{content:${lines(...rightWords(frame))}}}`

/** Which of the two labelled copies a sheet is. */
export const copyStyle = (): string =>
  `@page client{${label(words.copyClient)}}@page bank{${label(words.copyBank)}}`

/** A form's pages: upright or wide, and above them for whom they are. */
export const formStyle = (content: Pick<FormContent, 'wide' | 'class'>): string =>
  `@page form{size:A4${content.wide ? ' landscape' : ''};${label(printout.class[content.class])}}`
