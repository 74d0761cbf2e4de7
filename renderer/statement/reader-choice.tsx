import type { Member } from '../../shared/household/model.ts'
import { useText } from '../text/use-text.ts'
import { ChoiceMany } from '../ui/choice.tsx'

type Props = {
  readonly members: readonly Member[]
  readonly readers: readonly number[]
  readonly onChange: (readers: readonly number[]) => void
}

/** 谁会看到: the first step of everything a client may see. */
export const ReaderChoice = ({ members, readers, onChange }: Props) => {
  const { t } = useText()
  return (
    <ChoiceMany
      label={t('statement.screen.readers')}
      helper={t('statement.screen.readersHint')}
      name="readers"
      values={readers.map(String)}
      options={members.map(({ id, name }) => ({ value: String(id), label: name }))}
      onChange={(values) => onChange(values.map(Number))}
    />
  )
}
