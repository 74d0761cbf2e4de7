import { useState } from 'react'
import { readPlainDate } from '../../shared/plain-date.ts'
import { useText } from '../text/use-text.ts'
import { TextInput } from './text-input.tsx'
import type { TextInputProps } from './text-input.tsx'

type Props = Omit<TextInputProps, 'onCommit' | 'type' | 'end' | 'lines' | 'numeric' | 'saved'> & {
  /** `YYYY-MM-DD`, or empty. */
  readonly value: string
  /** Gets the date once what was typed is one, and an empty text until then. */
  readonly onChange: (date: string) => void
}

/** A date typed as people write it: 20261125, 2026/11/25, 2026年11月25日. The browser's own picker speaks its own language. */
export const DateInput = ({ value, onChange, ...rest }: Props) => {
  const { t } = useText()
  // null: nothing is being typed, the field shows the date it has.
  const [typed, setTyped] = useState<string | null>(null)
  const [left, setLeft] = useState(false)
  const change = (text: string): void => {
    setTyped(text)
    setLeft(false)
    onChange(readPlainDate(text) ?? '')
  }
  const leave = (): void => {
    setLeft(true)
    if (typed !== null && (typed.trim() === '' || readPlainDate(typed) !== null)) setTyped(null)
  }
  const broken = left && typed !== null
  return (
    <TextInput
      {...rest}
      value={typed ?? value}
      saved={value}
      onChange={change}
      onCommit={leave}
      placeholder={rest.placeholder ?? t('ui.field.datePattern')}
      {...(broken ? { error: t('ui.field.dateBroken') } : {})}
    />
  )
}
