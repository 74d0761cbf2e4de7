// Static HTML from values. Everything that is not a tag goes through `esc`: a client's name is text, never markup.

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export const esc = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? '')

export type Cell = { readonly text: string; readonly kind?: string }

export const cell = (text: string, kind = ''): Cell => ({ text, kind })
export const num = (text: string): Cell => ({ text, kind: 'n' })

/** Parts that must not be broken inside, with a place to break between them. */
export const unbroken = (parts: readonly string[]): string =>
  parts.map((part) => `<span class="u">${esc(part)}</span>`).join('<wbr>')

const tag = (name: string, { text, kind }: Cell): string =>
  `<${name}${kind ? ` class="${esc(kind)}"` : ''}>${esc(text)}</${name}>`

export type Row = { readonly cells: readonly Cell[]; readonly kind?: string }

export const row = (cells: readonly Cell[], kind = ''): Row => ({ cells, kind })

const rowHtml = ({ cells, kind }: Row): string =>
  `<tr${kind ? ` class="${esc(kind)}"` : ''}>${cells.map((one) => tag('td', one)).join('')}</tr>`

export const table = (name: string, head: readonly Cell[], rows: readonly Row[]): string =>
  `<table class="${esc(name)}"><thead><tr>${head.map((one) => tag('th', one)).join('')}</tr></thead>` +
  `<tbody>${rows.map(rowHtml).join('')}</tbody></table>`

/** Blank lines so that both halves of a table end on the same line, and a hand can write in them. */
export const padded = (rows: readonly Row[], length: number, columns: number): readonly Row[] => [
  ...rows,
  ...Array.from({ length: Math.max(0, length - rows.length) }, () =>
    row(
      Array.from({ length: columns }, () => cell('')),
      'blank',
    ),
  ),
]

export const heading = (no: string, title: string, note = ''): string =>
  `<h2>${no === '' ? '' : `<b>${esc(no)}</b>`}${esc(title)}${note === '' ? '' : `<small>${esc(note)}</small>`}</h2>`
