import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import type { ShelfLine } from '../../../shared/encounter/contract.ts'
import type { Need } from '../../../shared/need/model.ts'
import { useText } from '../../text/use-text.ts'
import { AmountInput } from '../../ui/amount-input.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { useMeeting } from '../meeting-context.ts'
import { Row } from '../step-sheet.tsx'
import { noPremium, premiumOf, PremiumFields } from './premium-fields.tsx'

type Props = { readonly line: ShelfLine; readonly need: Need; readonly onDone: () => void }

/** How much of it, for this need; insurance asks what its declaration is computed from. */
export const ChooseForm = ({ line, need, onDone }: Props) => {
  const { t } = useText()
  const { send, busy } = useMeeting()
  const [amount, setAmount] = useState<number | null>(line.isInsurance ? null : need.amount)
  const [typed, setTyped] = useState(noPremium)
  const [written, setWritten] = useState('')
  const premium = line.isInsurance ? premiumOf(typed) : null
  const asked = line.isInsurance ? (premium?.premium ?? null) : amount
  const choose = async (): Promise<void> => {
    const taken = await send({
      type: 'fit.chosen',
      needId: need.id,
      productId: line.productId,
      amount: asked,
      premium,
      writtenChoice: written.trim(),
    })
    if (taken) onDone()
  }
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 4, py: 3 }}>
      {line.isInsurance && <PremiumFields value={typed} onChange={setTyped} />}
      <Row columns={3}>
        {line.isInsurance ? (
          <TextInput
            meeting
            tight
            name="fit.written"
            label={t('fit.premium.written')}
            hint={t('ui.field.optional')}
            value={written}
            onChange={setWritten}
          />
        ) : (
          <AmountInput
            meeting
            tight
            name="fit.amount"
            label={t('fit.amount')}
            value={amount}
            onCommit={setAmount}
          />
        )}
        <Box sx={{ pt: 6 }}>
          <Button
            variant="contained"
            size="large"
            disabled={busy || asked === null}
            onClick={() => void choose()}
          >
            {`${t('fit.choose')} ${line.name}`}
          </Button>
        </Box>
      </Row>
    </Box>
  )
}
