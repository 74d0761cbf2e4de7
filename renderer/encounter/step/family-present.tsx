import type { Present } from '../../../shared/encounter/view.ts'
import { useHousehold } from '../../household/use-household.ts'
import { useText } from '../../text/use-text.ts'
import { ChoiceMany } from '../../ui/choice.tsx'
import { useMeeting } from '../meeting-context.ts'

/** Those of the household who sit at the table too. */
export const FamilyPresent = () => {
  const { t } = useText()
  const { view, send } = useMeeting()
  const household = useHousehold(view.clientId)
  const family = (household?.members ?? []).filter(
    (member) => member.id !== household?.selfId && member.validTo === null,
  )
  if (family.length === 0) return null
  const here = view.present.flatMap(({ memberId }) => (memberId === null ? [] : [String(memberId)]))
  const seat = (ids: readonly string[]): void => {
    const members: readonly Present[] = family
      .filter((member) => ids.includes(String(member.id)))
      .map((member) => ({
        memberId: member.id,
        name: member.name,
        relation: t(`household.relation.${member.relation}`),
      }))
    const strangers = view.present.filter(({ memberId }) => memberId === null)
    const value = JSON.stringify([...members, ...strangers])
    void send({ type: 'answer.given', step: view.step, field: 'present', value })
  }
  return (
    <ChoiceMany
      meeting
      tight
      label={t('encounter.field.family')}
      name="present.family"
      values={here}
      options={family.map((member) => ({ value: String(member.id), label: member.name }))}
      onChange={seat}
    />
  )
}
