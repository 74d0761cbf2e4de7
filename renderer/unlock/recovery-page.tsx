import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { mdiPrinterOutline } from '@mdi/js'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { SessionView } from '../../shared/session/contract.ts'
import { FailureNotice } from '../app/failure-notice.tsx'
import { lockPage } from '../app/lock-page.ts'
import { deskQuery } from '../desk/desk.ts'
import { failureOf } from '../desk/desk-failure.ts'
import { useText } from '../text/use-text.ts'
import { Icon } from '../ui/icon.tsx'
import type { Card } from './card.ts'
import { CardCheck } from './card-check.tsx'
import { CardSheet } from './card-sheet.tsx'
import { MakeSteps } from './make-steps.tsx'
import { RenewCardForm } from './renew-card-form.tsx'
import { Sheet } from './sheet.tsx'

type Props = {
  readonly session: SessionView
  /** Null when the page was lost before the card was checked: that card is never shown again. */
  readonly card: Card | null
  readonly onCard: (card: Card) => void
}

type ShownProps = { readonly card: Card; readonly session: SessionView; readonly onNext: () => void }

const Shown = ({ card, session, onNext }: ShownProps) => {
  const { t } = useText()
  return (
    <>
      <Box className="zy-no-print">
        <Typography variant="stepTitle" component="h1">
          {t('unlock.recovery.title')}
        </Typography>
        <Typography color="text.secondary" sx={{ mb: 3 }}>
          {t('unlock.recovery.lead')}
        </Typography>
      </Box>
      <CardSheet card={card} session={session} />
      <Box className="zy-no-print" sx={{ display: 'flex', gap: 3, mt: 4 }}>
        <Button variant="contained" size="large" onClick={onNext}>
          {t('unlock.recovery.next')}
        </Button>
        <Button size="large" startIcon={<Icon path={mdiPrinterOutline} />} onClick={() => window.print()}>
          {t('unlock.recovery.print')}
        </Button>
      </Box>
    </>
  )
}

type UnmadeProps = { readonly children: ReactNode; readonly lock: string }

/** No new card here: why, and the way back to the door. */
const Unmade = ({ children, lock }: UnmadeProps) => {
  const { t } = useText()
  return (
    <>
      <Typography variant="stepTitle" component="h1">
        {t('unlock.recovery.others')}
      </Typography>
      <Box sx={{ mb: 4 }}>{children}</Box>
      <Button variant="contained" size="large" autoFocus onClick={() => void lockPage()}>
        {lock}
      </Button>
    </>
  )
}

/** Not offered to whom the desk would refuse it: he is told who can (decisions 1: a card holds every key). */
const Renew = ({ onCard }: Pick<Props, 'onCard'>) => {
  const { t } = useText()
  const { data, error, refetch } = useQuery(deskQuery.session.card.queryOptions())
  if (data?.mayRenew) return <RenewCardForm onCard={onCard} />
  if (data)
    return (
      <Unmade lock={t(data.makers.length > 0 ? 'unlock.recovery.lock' : 'ui.frame.lock')}>
        <Typography color="text.secondary">
          {data.makers.length > 0
            ? t('unlock.recovery.othersLead', { names: data.makers.join(t('ui.list.comma')) })
            : t('unlock.recovery.othersNone')}
        </Typography>
      </Unmade>
    )
  if (!error) return null
  const again = <Button onClick={() => void refetch()}>{t('ui.field.retry')}</Button>
  return (
    <Unmade lock={t('ui.frame.lock')}>
      <FailureNotice failure={failureOf(error)} action={again} />
    </Unmade>
  )
}

/** Nobody works in a vault whose recovery card has not been read back. */
export const RecoveryPage = ({ session, card, onCard }: Props) => {
  const [checking, setChecking] = useState(false)
  const back = (): void => setChecking(false)
  return (
    <Sheet
      place={`${session.bank}${session.branch}`}
      aside={<MakeSteps at={checking && card ? 'check' : 'card'} onBack={back} />}
    >
      {!card && <Renew onCard={onCard} />}
      {card && !checking && <Shown card={card} session={session} onNext={() => setChecking(true)} />}
      {card && checking && <CardCheck card={card} onBack={back} />}
    </Sheet>
  )
}
