import { useState } from 'react'
import type { SealProposal } from '../../shared/seal/contract.ts'
import { FailureNotice } from '../app/failure-notice.tsx'
import { useAct } from '../app/use-act.ts'
import { desk } from '../desk/desk.ts'
import { useText } from '../text/use-text.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { TextInput } from '../ui/text-input.tsx'

type Props = { readonly proposal: SealProposal; readonly onClose: () => void }

export const RefuseDialog = ({ proposal: { id, name, number }, onClose }: Props) => {
  const { t } = useText()
  const [why, setWhy] = useState('')
  const refuse = useAct(() => desk.seal.refuse({ id, why }), onClose)
  return (
    <ConfirmDialog
      open
      title={`${t('seal.action.refuse')} · ${name} ${number ?? ''}`}
      verb={t('seal.action.refuse')}
      busy={refuse.busy}
      disabled={why.trim() === ''}
      onConfirm={() => refuse.run(undefined)}
      onClose={onClose}
    >
      <TextInput
        label={t('seal.field.why')}
        value={why}
        onChange={setWhy}
        name="refuse-why"
        helper={t('seal.hint.note')}
        autoFocus
      />
      <FailureNotice failure={refuse.failure} />
    </ConfirmDialog>
  )
}
