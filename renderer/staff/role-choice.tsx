import { roles, type Role } from '../../shared/staff/rights.ts'
import { useText } from '../text/use-text.ts'
import { ChoiceMany } from '../ui/choice.tsx'

type Props = {
  readonly values: readonly Role[]
  readonly onChange: (roles: readonly Role[]) => void
  /** Only a holder of the archive key can give or take the keeper's role. */
  readonly keeperOpen: boolean
}

export const RoleChoice = ({ values, onChange, keeperOpen }: Props) => {
  const { t } = useText()
  return (
    <ChoiceMany
      label={t('staff.form.roles')}
      helper={keeperOpen ? '' : t('staff.form.keeperShut')}
      name="staff-roles"
      values={values}
      onChange={onChange}
      options={roles.map((role) => ({
        value: role,
        label: t(`session.role.${role}`),
        disabled: role === 'archive-keeper' && !keeperOpen,
      }))}
    />
  )
}
