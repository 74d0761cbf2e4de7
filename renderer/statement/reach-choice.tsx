import type { Reach } from '../../shared/figure/model.ts'
import type { Member } from '../../shared/household/model.ts'
import { useText } from '../text/use-text.ts'
import { Choice, ChoiceMany } from '../ui/choice.tsx'

type Props = {
  readonly ownerId: number | null
  readonly reach: Reach
  readonly members: readonly Member[]
  readonly onChange: (reach: Reach) => void
}

/** 仅本人 or named people. 全家 is not offered here: only a signed consent makes a figure everybody's. */
export const ReachChoice = ({ ownerId, reach, members, onChange }: Props) => {
  const { t } = useText()
  const named = reach.kind === 'named' ? reach.members : []
  const start = (): Reach => ({
    kind: 'named',
    members: ownerId === null ? members.slice(0, 1).map((m) => m.id) : [ownerId],
  })
  return (
    <>
      <Choice
        label={t('figure.field.reach')}
        name="figure-reach"
        helper={t('figure.sheet.reachHint')}
        value={reach.kind}
        options={[
          { value: 'own', label: t('figure.reach.own'), disabled: ownerId === null },
          { value: 'named', label: t('figure.reach.named') },
          ...(reach.kind === 'family' ? [{ value: 'family' as const, label: t('figure.reach.family') }] : []),
        ]}
        onChange={(kind) => onChange(kind === 'named' ? start() : { kind })}
      />
      {reach.kind === 'named' && (
        <ChoiceMany
          label={t('figure.field.present')}
          name="figure-readers"
          values={named.map(String)}
          options={members.map(({ id, name }) => ({ value: String(id), label: name }))}
          onChange={(values) =>
            onChange(values.length === 0 ? start() : { kind: 'named', members: values.map(Number) })
          }
        />
      )}
    </>
  )
}
