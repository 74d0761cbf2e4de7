import type { ShelfLine } from '../../../shared/encounter/contract.ts'
import { useText } from '../../text/use-text.ts'
import { RefusalRow } from '../../ui/refusal-row.tsx'

const reasonsIn = ({ report }: ShelfLine) =>
  [report.level, report.means, report.term].flatMap((check) =>
    check === 'ok' || check === 'not-applicable' || check === 'unknown' ? [] : [check],
  )

/** Why not, with rule and article; never which level would do, never another assessment (practice 6). */
export const RefusedLine = ({ line }: { readonly line: ShelfLine }) => {
  const { t } = useText()
  const reasons = reasonsIn(line).map((reason) => t(`fit.reason.${reason}`))
  return (
    <RefusalRow title={reasons[0] ?? t('fit.fail')} reasons={[...reasons.slice(1), t('fit.reason.rule')]} />
  )
}
