import Box from '@mui/material/Box'
import FormControlLabel from '@mui/material/FormControlLabel'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import type { ClientPage } from '../../shared/client/contract.ts'
import { clientTypes, type ClientType } from '../../shared/client/model.ts'
import { FailureNotice } from '../app/failure-notice.tsx'
import { useAct } from '../app/use-act.ts'
import { desk } from '../desk/desk.ts'
import { useText } from '../text/use-text.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { TextInput } from '../ui/text-input.tsx'

type ChoiceProps = { readonly value: ClientType; readonly onChange: (type: ClientType) => void }

/** The definition stands next to each choice (ID-02). */
const TypeChoice = ({ value, onChange }: ChoiceProps) => {
  const { t } = useText()
  return (
    <RadioGroup
      aria-label={t('client.type.title')}
      value={value}
      onChange={(_, next) => {
        const type = clientTypes.find((each) => each === next)
        if (type) onChange(type)
      }}
    >
      {clientTypes.map((type) => (
        <FormControlLabel
          key={type}
          value={type}
          control={<Radio />}
          sx={{ alignItems: 'flex-start', py: 1 }}
          label={
            <Box sx={{ pt: 2 }}>
              <Typography sx={{ fontWeight: 500 }}>{t(`client.type.${type}.name`)}</Typography>
              <Typography variant="body2" color="text.secondary">
                {t(`client.type.${type}.definition`)}
              </Typography>
            </Box>
          }
        />
      ))}
    </RadioGroup>
  )
}

type Props = { readonly client: ClientPage; readonly onClose: () => void }

export const TypeDialog = ({ client, onClose }: Props) => {
  const { t } = useText()
  const [type, setType] = useState<ClientType>(client.type)
  const [reason, setReason] = useState('')
  const save = useAct(
    () => desk.client.setType({ id: client.id, seq: client.seq, type, reason: reason.trim() }),
    onClose,
  )
  const verb = t(client.typeConfirmed ? 'client.type.change' : 'client.type.confirm')
  return (
    <ConfirmDialog
      open
      title={verb}
      verb={verb}
      busy={save.busy}
      disabled={reason.trim() === ''}
      onConfirm={() => save.run(undefined)}
      onClose={onClose}
    >
      <Typography variant="body2" color="text.secondary">
        {t('client.type.judge')}
      </Typography>
      <TypeChoice value={type} onChange={setType} />
      <TextInput
        label={t('client.type.reason')}
        value={reason}
        onChange={setReason}
        helper={reason.trim() === '' ? t('client.type.reasonMissing') : ''}
      />
      <FailureNotice failure={save.failure} />
    </ConfirmDialog>
  )
}
