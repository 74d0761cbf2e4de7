import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { useQueryClient } from '@tanstack/react-query'
import { useAct } from '../app/use-act.ts'
import { desk, deskQuery } from '../desk/desk.ts'
import { failureText } from '../text/failure-text.ts'
import { useText } from '../text/use-text.ts'

/** Try everything in a vault of its own, beside the real one; removed by one click. */
export const SampleLink = ({ hasSample }: { readonly hasSample: boolean }) => {
  const text = useText()
  const { t } = text
  const queries = useQueryClient()
  const refresh = () => queries.invalidateQueries({ queryKey: deskQuery.session.key() })
  const open = useAct(() => desk.session.openSample(), refresh)
  const remove = useAct(() => desk.session.removeSample(), refresh)
  const failure = open.failure ?? remove.failure
  return (
    <>
      {failure && (
        <Typography variant="meta" role="alert" color="error">
          {failureText(failure, text)}
        </Typography>
      )}
      <Link
        component="button"
        type="button"
        variant="meta"
        disabled={open.busy}
        onClick={() => {
          remove.reset()
          open.run(undefined)
        }}
      >
        {t(open.busy ? 'unlock.opening' : 'unlock.sample')}
      </Link>
      {hasSample && (
        <Link
          component="button"
          type="button"
          variant="meta"
          onClick={() => {
            open.reset()
            remove.run(undefined)
          }}
        >
          {t('unlock.removeSample')}
        </Link>
      )}
    </>
  )
}
