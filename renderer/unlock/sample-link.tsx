import Link from '@mui/material/Link'
import { useQueryClient } from '@tanstack/react-query'
import { useAct } from '../app/use-act.ts'
import { desk, deskQuery } from '../desk/desk.ts'
import { useText } from '../text/use-text.ts'

/** Try everything in a vault of its own, beside the real one; removed by one click. */
export const SampleLink = ({ hasSample }: { readonly hasSample: boolean }) => {
  const { t } = useText()
  const queries = useQueryClient()
  const refresh = () => queries.invalidateQueries({ queryKey: deskQuery.session.key() })
  const open = useAct(() => desk.session.openSample(), refresh)
  const remove = useAct(() => desk.session.removeSample(), refresh)
  return (
    <>
      <Link
        component="button"
        type="button"
        variant="meta"
        disabled={open.busy}
        onClick={() => open.run(undefined)}
      >
        {t(open.busy ? 'unlock.opening' : 'unlock.sample')}
      </Link>
      {hasSample && (
        <Link component="button" type="button" variant="meta" onClick={() => remove.run(undefined)}>
          {t('unlock.removeSample')}
        </Link>
      )}
    </>
  )
}
