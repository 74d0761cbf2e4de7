import Box from '@mui/material/Box'
import { mdiCheck, mdiClose, mdiMinus } from '@mdi/js'
import type { ShelfLine } from '../../../shared/encounter/contract.ts'
import { useText } from '../../text/use-text.ts'
import { Icon } from '../../ui/icon.tsx'

type Result = 'pass' | 'fail' | 'notApplicable' | 'unknown'

export const resultOf = (
  check: ShelfLine['report']['level'] | ShelfLine['report']['means'] | ShelfLine['report']['term'],
): Result => {
  if (check === 'ok') return 'pass'
  if (check === 'not-applicable') return 'notApplicable'
  return check === 'unknown' ? 'unknown' : 'fail'
}

const looks = {
  pass: { path: mdiCheck, color: 'success.main' },
  fail: { path: mdiClose, color: 'error.main' },
  notApplicable: { path: mdiMinus, color: 'text.disabled' },
  unknown: { path: mdiMinus, color: 'text.disabled' },
} as const

/** One of the three checks: a sign in a labelled column. */
export const CheckMark = ({ result }: { readonly result: Result }) => {
  const { t } = useText()
  return (
    <Box component="span" sx={{ color: looks[result].color }}>
      <Icon path={looks[result].path} title={t(`fit.${result}`)} />
    </Box>
  )
}
