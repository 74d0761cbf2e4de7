import Button from '@mui/material/Button'
import { useNavigate } from 'react-router'
import type { EncounterLine } from '../../shared/encounter/view.ts'
import { FailureNotice } from '../app/failure-notice.tsx'
import { useAct } from '../app/use-act.ts'
import { desk } from '../desk/desk.ts'
import { useText } from '../text/use-text.ts'

/** 续谈: a new meeting in which the needs already stand. */
export const ContinueButton = ({ line }: { readonly line: Pick<EncounterLine, 'id' | 'clientId'> }) => {
  const { t } = useText()
  const navigate = useNavigate()
  const start = useAct(
    () =>
      desk.encounter.start({
        clientId: line.clientId,
        source: 'walk-in',
        appointment: null,
        present: [],
        continues: line.id,
      }),
    ({ id }) => void navigate(`/encounter/${id}`),
  )
  return (
    <>
      <Button variant="outlined" disabled={start.busy} onClick={() => start.run(undefined)}>
        {t('encounter.over.continue')}
      </Button>
      <FailureNotice failure={start.failure} />
    </>
  )
}
