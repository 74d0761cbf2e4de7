import Box from '@mui/material/Box'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { FailureNotice } from '../app/failure-notice.tsx'
import { useSession } from '../app/session-context.ts'
import { useAct } from '../app/use-act.ts'
import { desk, deskQuery } from '../desk/desk.ts'
import { useText } from '../text/use-text.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { DateInput } from '../ui/date-input.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { useRefresh } from './use-refresh.ts'

type Props = { readonly clientId: number; readonly onClose: () => void }

/** 申请调阅: what for, and until when, while the keeper is there. */
export const AskDialog = ({ clientId, onClose }: Props) => {
  const { t } = useText()
  const { today } = useSession()
  const refresh = useRefresh()
  const { data: policy } = useQuery(deskQuery.setting.get.queryOptions())
  const [purpose, setPurpose] = useState('')
  const [dueDay, setDueDay] = useState(today)
  const [typed, setClock] = useState<string | null>(null)
  const dueClock = typed ?? policy?.keeperUntil ?? ''
  const ask = useAct(desk.custody.ask, () => {
    refresh()
    onClose()
  })
  const isWhole = purpose.trim().length > 1 && dueDay !== '' && /^([01]\d|2[0-3]):[0-5]\d$/.test(dueClock)
  return (
    <ConfirmDialog
      open
      title={t('custody.ask.title')}
      verb={t('custody.ask.verb')}
      busy={ask.busy}
      disabled={!isWhole}
      onConfirm={() => ask.run({ clientId, purpose, dueDay, dueClock })}
      onClose={onClose}
    >
      <TextInput
        autoFocus
        label={t('custody.field.purpose')}
        placeholder={t('custody.ask.purposeHint')}
        value={purpose}
        onChange={setPurpose}
      />
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 3 }}>
        <DateInput label={t('custody.field.dueDay')} value={dueDay} onChange={setDueDay} />
        <TextInput label={t('custody.field.dueClock')} value={dueClock} onChange={setClock} />
      </Box>
      <FailureNotice failure={ask.failure} />
    </ConfirmDialog>
  )
}
