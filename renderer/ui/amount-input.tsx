import { useState } from 'react'
import { useText } from '../text/use-text.ts'
import { amountText, readAmount } from './amount-text.ts'
import { TextInput } from './text-input.tsx'
import type { TextInputProps } from './text-input.tsx'

type Props = Omit<
  TextInputProps,
  'value' | 'onChange' | 'onCommit' | 'type' | 'end' | 'lines' | 'numeric'
> & {
  /** Integer fen; null is an empty field, which is not zero. */
  readonly value: number | null
  /** Called when the field is left with a readable, changed amount. */
  readonly onCommit: (fen: number | null) => void
  /** The text as typed, for drafts. */
  readonly onDraft?: (text: string) => void
  /** A draft that came back after a lock. */
  readonly draft?: string
}

/** Takes ¥1,200,000.00, 120万 and full-width digits; shows 1,200,000.00. */
export const AmountInput = ({ value, onCommit, onDraft, draft, ...rest }: Props) => {
  const { t } = useText()
  // null: nothing is being typed, the field shows the stored amount.
  const [typed, setTyped] = useState<string | null>(draft ?? null)
  const reading = typed === null ? null : readAmount(typed)
  const [left, setLeft] = useState(false)
  const commit = (): void => {
    setLeft(true)
    if (reading === null || reading.kind === 'broken') return
    const fen = reading.kind === 'empty' ? null : reading.fen
    setTyped(null)
    if (fen !== value) onCommit(fen)
  }
  const change = (text: string): void => {
    setTyped(text)
    setLeft(false)
    onDraft?.(text)
  }
  const broken = left && reading?.kind === 'broken'
  return (
    <TextInput
      {...rest}
      value={typed ?? amountText(value)}
      saved={amountText(value)}
      onChange={change}
      onCommit={commit}
      numeric
      unit={rest.unit ?? t('ui.field.yuan')}
      {...(broken ? { error: t('ui.field.amountBroken') } : {})}
    />
  )
}
