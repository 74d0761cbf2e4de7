import type { PdfPage } from './pdf.ts'

// How much of a sheet is left for a hand: between who signs and 日期, and from there to whatever comes next. A PDF names
// its words sign by sign, so they are looked for in the row as a whole.

type Sign = { readonly sign: string; readonly from: number; readonly to: number }

const millimetres = (points: number): number => (points / 72) * 25.4

const rowsOf = ({ parts }: PdfPage): readonly (readonly Sign[])[] => {
  const rows = new Map<number, Sign[]>()
  for (const { text, x, y, width } of parts) {
    const each = width / Math.max(1, text.length)
    const signs = [...text].flatMap((sign, at) =>
      sign.trim() === '' ? [] : [{ sign, from: x + at * each, to: x + (at + 1) * each }],
    )
    rows.set(Math.round(y), [...(rows.get(Math.round(y)) ?? []), ...signs])
  }
  return [...rows.values()].map((row) => row.toSorted((left, right) => left.from - right.from))
}

const date = '日期'

export const signingRooms = (
  pages: readonly PdfPage[],
  signers: readonly string[],
): readonly { readonly name: number; readonly date: number }[] =>
  pages.flatMap((page) => {
    const rows = rowsOf(page)
    const edge = Math.max(...rows.flat().map(({ to }) => to))
    return rows.flatMap((row) => {
      const words = row.map(({ sign }) => sign).join('')
      return signers.flatMap((signer) => {
        const at = words.indexOf(signer + date)
        const after = at + signer.length
        const [last, first, end] = [row[after - 1], row[after], row[after + 1]]
        if (at < 0 || !last || !first || !end) return []
        const next = row[after + 2]?.from ?? edge
        return [{ name: millimetres(first.from - last.to), date: millimetres(next - end.to) }]
      })
    })
  })
