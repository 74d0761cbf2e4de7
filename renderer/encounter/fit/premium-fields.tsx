import type { Premium } from '../../../shared/fit/declaration.ts'
import { useText } from '../../text/use-text.ts'
import { AmountInput } from '../../ui/amount-input.tsx'
import { Choice } from '../../ui/choice.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { Row } from '../step-sheet.tsx'

/** As typed; a premium only when every part is there. */
export type PremiumTyped = {
  readonly kind: Premium['kind']
  readonly years: string
  readonly premium: number | null
  readonly familyIncome: number | null
  readonly budget: number | null
}

export const noPremium: PremiumTyped = {
  kind: 'yearly',
  years: '',
  premium: null,
  familyIncome: null,
  budget: null,
}

export const premiumOf = (typed: PremiumTyped): Premium | null => {
  const years = typed.kind === 'single' ? 1 : Number(typed.years)
  const { kind, premium, familyIncome, budget } = typed
  if (!Number.isInteger(years) || years < 1 || !premium || !familyIncome || !budget) return null
  return { kind, years, premium, familyIncome, budget }
}

type Props = { readonly value: PremiumTyped; readonly onChange: (value: PremiumTyped) => void }

/** What the declaration of order 2025-7 Art. 39 is computed from. */
export const PremiumFields = ({ value, onChange }: Props) => {
  const { t } = useText()
  const set = (change: Partial<PremiumTyped>): void => onChange({ ...value, ...change })
  return (
    <>
      <Row columns={3}>
        <Choice
          meeting
          tight
          label={t('fit.premium.kind')}
          name="premium.kind"
          value={value.kind}
          options={[
            { value: 'yearly', label: t('fit.premium.yearly') },
            { value: 'single', label: t('fit.premium.single') },
          ]}
          onChange={(kind) => set({ kind })}
        />
        <TextInput
          meeting
          tight
          numeric
          name="premium.years"
          label={t('fit.premium.years')}
          value={value.kind === 'single' ? '1' : value.years}
          disabled={value.kind === 'single'}
          onChange={(years) => set({ years })}
        />
        <AmountInput
          meeting
          tight
          name="premium.amount"
          label={t('fit.premium.amount')}
          value={value.premium}
          onCommit={(premium) => set({ premium })}
        />
      </Row>
      <Row>
        <AmountInput
          meeting
          tight
          name="premium.income"
          label={t('fit.premium.income')}
          value={value.familyIncome}
          onCommit={(familyIncome) => set({ familyIncome })}
        />
        <AmountInput
          meeting
          tight
          name="premium.budget"
          label={t('fit.premium.budget')}
          value={value.budget}
          onCommit={(budget) => set({ budget })}
        />
      </Row>
    </>
  )
}
