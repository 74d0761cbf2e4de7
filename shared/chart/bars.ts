import { divided } from '../money.ts'

// Geometry of one horizontal bar of at most five parts, labelled directly (look §8); the same for screen and paper.

/** 1 solid (what the client keeps), 2 hatched (missing or owed), 3 light, 4 dotted, 5 white. */
export type Fill = 1 | 2 | 3 | 4 | 5

export type Part = {
  readonly key: string
  readonly label: string
  readonly value: number
  readonly fill: Fill
}

export type Segment = Part & {
  readonly x: number
  readonly width: number
  readonly labelX: number
  /** 0 right under the bar; a label that finds no room goes lower, with a line to its part. */
  readonly row: number
}

export type Bar = { readonly segments: readonly Segment[]; readonly rows: number }

// A Han sign is as wide as it is high; figures and Latin letters of this face a little over half of it.
export const textWidth = (text: string, size: number): number =>
  [...text].reduce(
    (sum, sign) => sum + (/[\u2e80-\u9fff\uff00-\uffef\u{20000}-\u{3ffff}]/u.test(sign) ? size : size * 0.57),
    0,
  )

type Taken = { readonly row: number; readonly from: number; readonly to: number }
type Draft = { readonly part: Part; readonly x: number; readonly width: number; readonly labelWidth: number }

const isFree = (taken: readonly Taken[], row: number, from: number, to: number): boolean =>
  taken.every((other) => other.row !== row || to <= other.from || from >= other.to)

// Under its own part if it fits there (the last one flush right); else lower, centred under its part.
const placeLabel = (draft: Draft, taken: Taken[], width: number, gap: number): { x: number; row: number } => {
  const { x, labelWidth } = draft
  const clamp = (at: number): number => Math.max(0, Math.min(at, width - labelWidth))
  const isLast = x > 0 && x + draft.width > width - 1
  const starts = [clamp(isLast ? x + draft.width - labelWidth : x)]
  const shifted = Math.max(...taken.filter((t) => t.row === 0 && t.from <= x).map((t) => t.to), x)
  if (shifted + labelWidth <= x + draft.width) starts.push(shifted)
  const start = starts.find((from) => isFree(taken, 0, from, from + labelWidth + gap))
  const centred = clamp(x + draft.width / 2 - labelWidth / 2)
  let row = start === undefined ? 1 : 0
  while (row > 0 && !isFree(taken, row, centred, centred + labelWidth + gap)) row += 1
  const from = start ?? centred
  taken.push({ row, from, to: from + labelWidth + gap })
  return { x: from, row }
}

const drafts = (parts: readonly Part[], scale: number, width: number, size: number): readonly Draft[] => {
  let before = 0
  const at = (value: number): number => (divided(value, scale, Math.round(width * 10)) ?? 0) / 10
  return parts
    .filter((part) => part.value > 0)
    .map((part) => {
      const x = at(before)
      before += part.value
      return { part, x, width: at(before) - x, labelWidth: textWidth(part.label, size) }
    })
}

const layLabels = (order: readonly Draft[], all: readonly Draft[], width: number, gap: number): Bar => {
  const taken: Taken[] = []
  const labels = new Map(order.map((draft) => [draft, placeLabel(draft, taken, width, gap)]))
  const segments = all.map((draft): Segment => {
    const label = labels.get(draft) ?? { x: draft.x, row: 0 }
    return { ...draft.part, x: draft.x, width: draft.width, labelX: label.x, row: label.row }
  })
  return { segments, rows: Math.max(1, ...segments.map((segment) => segment.row + 1)) }
}

/** `scale` is the value that fills the whole width; bars to be compared are laid with one scale. */
export const layBar = (parts: readonly Part[], scale: number, width: number, size: number): Bar => {
  const all = drafts(parts, scale, width, size)
  const inOrder = layLabels(all, all, width, size * 0.7)
  if (inOrder.rows === 1) return inOrder
  // Else wide parts choose first: the labels that fit stand right under their parts.
  const byRoom = [...all].sort((a, b) => b.width - b.labelWidth - (a.width - a.labelWidth))
  return layLabels(byRoom, all, width, size * 0.7)
}
