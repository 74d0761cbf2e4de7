import { useState } from 'react'
import type { Step } from '../../shared/encounter/step.ts'
import { useSession } from '../app/session-context.ts'
import { useDraft } from '../draft/use-draft.ts'
import { clockText } from '../text/moment.ts'
import type { Durable } from '../ui/field-mark.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { answerIn, useMeeting } from './meeting-context.ts'

type Props = {
  readonly step: Step
  readonly field: string
  readonly label: string
  readonly lines?: number
  readonly hint?: string
  /** What stands there before anything was answered. */
  readonly fallback?: string
}

/** A line or two of what was said: a draft while typing, an answer when the field is left. */
export const AnswerField = ({ step, field, label, lines = 1, hint, fallback = '' }: Props) => {
  const { view, send } = useMeeting()
  const { zone } = useSession()
  const saved = answerIn(view, step, field) || fallback
  const name = `${step}.${field}`
  const draft = useDraft(`/encounter/${view.id}`, name, saved)
  const [durable, setDurable] = useState<Durable | undefined>(undefined)
  const commit = async (value: string): Promise<void> => {
    setDurable({ kind: 'saving' })
    const taken = await send({ type: 'answer.given', step, field, value })
    if (taken) draft.drop()
    setDurable(
      taken
        ? { kind: 'saved', at: clockText(taken.changedAt, zone) }
        : { kind: 'not-saved', onRetry: () => void commit(value) },
    )
  }
  return (
    <TextInput
      meeting
      tight
      label={label}
      name={name}
      lines={lines}
      value={draft.value}
      saved={saved}
      onChange={draft.setValue}
      onCommit={(value) => void commit(value)}
      {...(durable ? { durable } : {})}
      {...(hint ? { hint } : {})}
    />
  )
}
