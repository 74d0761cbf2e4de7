import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useText } from '../../text/use-text.ts'
import { Choice } from '../../ui/choice.tsx'
import { DateInput } from '../../ui/date-input.tsx'
import { Tag } from '../../ui/tag.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { answerIn, useMeeting } from '../meeting-context.ts'

type Kind = 'birth' | 'tail' | 'unseen'

/** Read from the document in the client's hand, before the first answer (practice 3). Never shown back. */
export const SecondSign = () => {
  const { t } = useText()
  const { view, send, busy } = useMeeting()
  const [kind, setKind] = useState<Kind>('birth')
  const [text, setText] = useState('')
  if (answerIn(view, 'greeting', 'second-sign') !== '')
    return (
      <Box>
        <Tag tone="blue">{`${t('encounter.field.sign')} · ${t('encounter.field.signDone')}`}</Tag>
      </Box>
    )
  const check = (): void =>
    void send({
      type: 'answer.given',
      step: view.step,
      field: 'second-sign',
      value: `${kind}:${text.trim()}`,
    })
  const field = { meeting: true, tight: true, name: 'sign.text', value: text, onChange: setText }
  return (
    <Box sx={{ display: 'grid', gap: 3 }}>
      <Choice
        meeting
        tight
        label={t('encounter.field.sign')}
        name="sign.kind"
        value={kind}
        options={[
          { value: 'birth', label: t('encounter.field.signBirth') },
          { value: 'tail', label: t('encounter.field.signTail') },
          { value: 'unseen', label: t('encounter.field.signUnseen') },
        ]}
        onChange={setKind}
      />
      <Box sx={{ display: 'flex', gap: 3, alignItems: 'flex-end', maxWidth: 420 }}>
        {kind !== 'unseen' && (
          <Box sx={{ flex: 1 }}>
            {kind === 'birth' ? (
              <DateInput {...field} label={t('encounter.field.signBirth')} />
            ) : (
              <TextInput {...field} label={t('encounter.field.signTail')} />
            )}
          </Box>
        )}
        <Button variant="outlined" size="large" disabled={busy} onClick={check}>
          {t('encounter.action.check')}
        </Button>
      </Box>
    </Box>
  )
}
