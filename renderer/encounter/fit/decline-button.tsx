import Button from '@mui/material/Button'
import { useState } from 'react'
import { declineCauses } from '../../../shared/intent/model.ts'
import { useText } from '../../text/use-text.ts'
import { useMeeting } from '../meeting-context.ts'
import { ReasonDialog } from '../reason-dialog.tsx'

type Props = {
  /** Null: the client wants nothing at all. */
  readonly choiceId: number | null
  readonly label: string
  readonly name?: string
}

/** A no with its cause, as the client sees it (S1 p48). */
export const DeclineButton = ({ choiceId, label, name }: Props) => {
  const { t } = useText()
  const { send } = useMeeting()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button size="large" aria-label={name ? `${label} ${name}` : undefined} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <ReasonDialog
        open={open}
        title={name ? `${label} ${name}` : label}
        verb={label}
        reasons={declineCauses.map((value) => ({ value, label: t(`fit.causes.${value}`) }))}
        onClose={() => setOpen(false)}
        onPick={(cause, note) => send({ type: 'intent.declined', choiceId, cause, note })}
      />
    </>
  )
}
