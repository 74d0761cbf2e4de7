import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { revealReasons, type RevealField, type RevealReason } from '../../shared/reveal/model.ts'
import { FailureNotice } from '../app/failure-notice.tsx'
import { useRight } from '../app/session-context.ts'
import { useAct } from '../app/use-act.ts'
import { desk } from '../desk/desk.ts'
import { useText } from '../text/use-text.ts'
import { Choice } from '../ui/choice.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { Masked } from '../ui/masked.tsx'
import { TextInput } from '../ui/text-input.tsx'

type Props = { readonly clientId: number; readonly field: RevealField; readonly masked: string }

type DialogProps = Omit<Props, 'masked'> & {
  readonly onShown: (value: string) => void
  readonly onClose: () => void
}

const RevealDialog = ({ clientId, field, onShown, onClose }: DialogProps) => {
  const { t } = useText()
  const [reason, setReason] = useState<RevealReason | null>(null)
  const [words, setWords] = useState('')
  const show = useAct(
    (why: RevealReason) => desk.client.reveal({ id: clientId, field, reason: why, words }),
    ({ value }) => onShown(value),
  )
  return (
    <ConfirmDialog
      open
      title={t('client.reveal.title', { field: t(`client.field.${field}`) })}
      verb={t('client.reveal.verb')}
      busy={show.busy}
      disabled={reason === null || (reason === 'other' && words.trim() === '')}
      onConfirm={() => reason !== null && show.run(reason)}
      onClose={onClose}
    >
      <Choice
        label={t('client.reveal.why')}
        options={revealReasons.map((each) => ({ value: each, label: t(`client.reveal.reason.${each}`) }))}
        value={reason}
        onChange={setReason}
        tight
      />
      {reason === 'other' && <TextInput label={t('client.reveal.words')} value={words} onChange={setWords} />}
      <Typography variant="body2" color="text.secondary" sx={{ pt: 3 }}>
        {t('client.reveal.logged')}
      </Typography>
      <FailureNotice failure={show.failure} />
    </ConfirmDialog>
  )
}

/** A number as the desk masked it; opened one at a time, for a reason that goes into the audit log. */
export const Reveal = ({ clientId, field, masked }: Props) => {
  const { t } = useText()
  const mayReveal = useRight('client.reveal')
  const [open, setOpen] = useState<string | null>(null)
  const [asking, setAsking] = useState(false)
  if (masked === '') return <span>{t('ui.state.empty')}</span>
  const shown = (value: string): void => {
    setOpen(value)
    setAsking(false)
  }
  return (
    <>
      <Masked
        value={masked}
        open={open}
        label={t(`client.field.${field}`)}
        {...(mayReveal ? { onShow: () => setAsking(true) } : {})}
        onHide={() => setOpen(null)}
      />
      {asking && (
        <RevealDialog clientId={clientId} field={field} onShown={shown} onClose={() => setAsking(false)} />
      )}
    </>
  )
}
