import { useState } from 'react'
import { useText } from '../text/use-text.ts'
import type { Option } from '../ui/choice.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { Select } from '../ui/select.tsx'
import { DateInput } from '../ui/date-input.tsx'
import { TextInput } from '../ui/text-input.tsx'

type Props<V extends string> = {
  readonly open: boolean
  readonly title: string
  readonly verb: string
  readonly reasons: readonly Option<V>[]
  /** Asks for a date too (the new day of a postponed meeting). */
  readonly dateLabel?: string
  readonly onClose: () => void
  readonly onPick: (reason: V, note: string, date: string | null) => Promise<unknown>
}

/** Honest exits are one key and a reason from a list; the first one is the default (practice 7). */
export const ReasonDialog = <V extends string>(props: Props<V>) => {
  const { t } = useText()
  const { reasons, dateLabel, onClose } = props
  const [reason, setReason] = useState<V | null>(reasons[0]?.value ?? null)
  const [note, setNote] = useState('')
  const [date, setDate] = useState('')
  const confirm = async (): Promise<void> => {
    if (reason === null) return
    await props.onPick(reason, note, date === '' ? null : date)
    onClose()
  }
  return (
    <ConfirmDialog
      open={props.open}
      title={props.title}
      verb={props.verb}
      disabled={reason === null}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <Select
        meeting
        label={t('encounter.field.reason')}
        value={reason}
        options={reasons}
        onChange={setReason}
      />
      {dateLabel !== undefined && <DateInput meeting label={dateLabel} value={date} onChange={setDate} />}
      <TextInput meeting label={t('encounter.field.note')} value={note} onChange={setNote} />
    </ConfirmDialog>
  )
}
