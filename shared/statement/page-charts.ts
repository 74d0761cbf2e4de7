import { layBar, type Bar, type Segment } from '../chart/bars.ts'
import { statement as words } from '../text/zh-CN/statement.ts'
import type { StatementContent } from './content.ts'
import { esc, heading } from './html.ts'
import { flowChart, structureChart, type Chart } from './parts.ts'
import { partWords } from './words.ts'

// Charts as inline SVG without styles of their own: fills that hold in grey and on a worn ribbon (look §8).

const left = 60
const width = 608
const size = 11
const barHeight = 22
const rowHeight = 15

const patterns =
  '<svg class="defs" width="0" height="0" aria-hidden="true"><defs>' +
  '<pattern id="f2" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="#fff"/>' +
  '<path d="M-2 2L2 -2M0 8L8 0M6 10L10 6" stroke="#333" stroke-width="1.6" fill="none"/></pattern>' +
  '<pattern id="f4" width="5" height="5" patternUnits="userSpaceOnUse"><rect width="5" height="5" fill="#fff"/>' +
  '<circle cx="2" cy="2" r="0.8" fill="#333"/></pattern></defs></svg>'

const fills = { 1: '#1d3a5f', 2: 'url(#f2)', 3: '#a9b7c4', 4: 'url(#f4)', 5: '#fff' } as const

const one = (value: number): string => String(Math.round(value * 10) / 10)

const segmentSvg = (segment: Segment, top: number): string => {
  const y = top + barHeight + 12 + segment.row * rowHeight
  const middle = left + segment.x + segment.width / 2
  const leader =
    segment.row === 0
      ? ''
      : `<path d="M${one(middle)} ${top + barHeight}V${one(y - 10)}" stroke="#333" stroke-width="0.75" fill="none"/>`
  return (
    `<rect x="${one(left + segment.x)}" y="${top}" width="${one(segment.width)}" height="${barHeight}" ` +
    `fill="${fills[segment.fill]}" stroke="#111" stroke-width="1"/>${leader}` +
    `<text x="${one(left + segment.labelX)}" y="${one(y)}" font-size="${size}">${esc(segment.label)}</text>`
  )
}

const barSvg = (name: string, bar: Bar, top: number): string =>
  `<text x="0" y="${top + 14}" font-size="${size}">${esc(name)}</text>` +
  bar.segments.map((segment) => segmentSvg(segment, top)).join('')

const chartSvg = (title: string, chart: Chart, names: readonly [string, string]): string => {
  if (chart.scale === 0) return `<p class="note">—</p>`
  const first = layBar(chart.first, chart.scale, width, size)
  const second = layBar(chart.second, chart.scale, width, size)
  const secondTop = barHeight + 9 + first.rows * rowHeight
  const height = secondTop + barHeight + 3 + second.rows * rowHeight
  return (
    `<svg class="chart" role="img" aria-label="${esc(title)}" viewBox="0 0 669 ${height}" width="669" height="${height}">` +
    `${barSvg(names[0], first, 1)}${barSvg(names[1], second, secondTop)}</svg>`
  )
}

export const flowFigure = (content: StatementContent): string => {
  const t = words.chart1
  return (
    patterns +
    heading(t.no, t.title, t.note) +
    chartSvg(t.title, flowChart(content, partWords), [t.income, t.expense])
  )
}

export const structureFigure = (content: StatementContent): string => {
  const t = words.chart2
  return heading(t.no, t.title) + chartSvg(t.title, structureChart(content, partWords), [t.assets, t.origin])
}
