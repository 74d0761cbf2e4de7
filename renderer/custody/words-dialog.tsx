import { useState } from 'react'
import type { Failure } from '../../shared/failure.ts'
import { FailureNotice } from '../app/failure-notice.tsx'
import { useText } from '../text/use-text.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { TextInput } from '../ui/text-input.tsx'

type Props = {
  readonly title: string
  readonly verb: string
  readonly busy: boolean
  readonly failure: Failure | null
  readonly onWords: (reason: string) => void
  readonly onClose: () => void
}

/** A reason in words before something is sent back or declined. */
export const WordsDialog = ({ title, verb, busy, failure, onWords, onClose }: Props) => {
  const { t } = useText()
  const [words, setWords] = useState('')
  return (
    <ConfirmDialog
      open
      title={title}
      verb={verb}
      busy={busy}
      disabled={words.trim().length < 2}
      onConfirm={() => onWords(words)}
      onClose={onClose}
    >
      <TextInput label={t('custody.field.reason')} value={words} onChange={setWords} autoFocus />
      <FailureNotice failure={failure} />
    </ConfirmDialog>
  )
}
