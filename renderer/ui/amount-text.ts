import { formatFen, parseAmount } from '../../shared/money.ts'

/** What stands in an amount field when it is left. An empty field is no figure, never zero. */
export type AmountReading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'amount'; readonly fen: number; readonly text: string }
  | { readonly kind: 'broken' }

export const readAmount = (text: string): AmountReading => {
  if (text.trim() === '') return { kind: 'empty' }
  const parsed = parseAmount(text)
  return parsed.ok ? { kind: 'amount', fen: parsed.value, text: formatFen(parsed.value) } : { kind: 'broken' }
}

export const amountText = (fen: number | null): string => (fen === null ? '' : formatFen(fen))
