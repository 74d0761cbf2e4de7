import Button from '@mui/material/Button'
import { useQueryClient } from '@tanstack/react-query'
import { FailureNotice } from '../app/failure-notice.tsx'
import { useAct } from '../app/use-act.ts'
import { desk, deskQuery } from '../desk/desk.ts'
import { useText } from '../text/use-text.ts'

type Props = {
  readonly encounterId: number
  /** Whose meeting it is, where several stand on one page. */
  readonly whose?: string
}

/** Who asked for a move takes it back with one key: he can ask again at once, so nothing warns him. */
export const WithdrawMove = ({ encounterId, whose }: Props) => {
  const { t } = useText()
  const queries = useQueryClient()
  const withdraw = useAct(
    () => desk.encounter.withdrawMove({ id: encounterId }),
    () => void queries.invalidateQueries({ queryKey: deskQuery.encounter.key() }),
  )
  return (
    <>
      <Button
        {...(whose === undefined
          ? { variant: 'outlined' }
          : { size: 'small', 'aria-label': `${t('exit.moves.withdraw')} ${whose}` })}
        disabled={withdraw.busy}
        onClick={() => withdraw.run(undefined)}
      >
        {t('exit.moves.withdraw')}
      </Button>
      <FailureNotice failure={withdraw.failure} />
    </>
  )
}
