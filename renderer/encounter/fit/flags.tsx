import type { Choice } from '../../../shared/encounter/view.ts'
import { formatRatio } from '../../../shared/money.ts'
import { useText } from '../../text/use-text.ts'
import { Notice } from '../../ui/notice.tsx'

/** Which signed declaration is needed, with the numbers it was computed from. */
export const Flags = ({ choice }: { readonly choice: Choice }) => {
  const { t } = useText()
  if (choice.flags.length === 0) return null
  const share = { yearlyPremium: choice.incomeShare, overBudget: choice.budgetShare }
  const lines = choice.flags.map((flag) =>
    t(`fit.flag.${flag}`, {
      share: flag in share ? formatRatio(share[flag as keyof typeof share] ?? 0) : '',
      age: choice.lastPayingAge ?? 0,
    }),
  )
  return (
    <Notice
      kind="soon"
      title={t('fit.flagTitle')}
      kept={[...lines, t('fit.flagRule')].join('；').replace(/；$/, '')}
    />
  )
}
