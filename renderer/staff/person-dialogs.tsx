import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import type { Role } from '../../shared/staff/rights.ts'
import { FailureNotice } from '../app/failure-notice.tsx'
import { useAct } from '../app/use-act.ts'
import { desk } from '../desk/desk.ts'
import { useText } from '../text/use-text.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { Notice } from '../ui/notice.tsx'
import { FirstPassphrase, isUsable } from './login-dialog.tsx'
import { RoleChoice } from './role-choice.tsx'
import type { Slip } from './slip-dialog.tsx'
import type { Person } from './use-people.ts'

type Props = { readonly person: Person; readonly onDone: () => void; readonly onClose: () => void }

export const RolesDialog = ({
  person,
  onDone,
  onClose,
  keeperOpen,
}: Props & { readonly keeperOpen: boolean }) => {
  const { t } = useText()
  const [roles, setRoles] = useState<readonly Role[]>(person.roles)
  const save = useAct(() => desk.staff.setRoles({ id: person.id, roles: [...roles] }), onDone)
  return (
    <ConfirmDialog
      open
      title={`${person.name} · ${t('staff.act.roles')}`}
      verb={t('staff.act.save')}
      busy={save.busy}
      disabled={roles.length === 0}
      onConfirm={() => save.run(undefined)}
      onClose={onClose}
    >
      <RoleChoice values={roles} onChange={setRoles} keeperOpen={keeperOpen} />
      <FailureNotice failure={save.failure} />
    </ConfirmDialog>
  )
}

export const ResetDialog = ({
  person,
  onSlip,
  onClose,
  iHoldKey,
}: Omit<Props, 'onDone'> & { readonly onSlip: (slip: Slip) => void; readonly iHoldKey: boolean }) => {
  const { t } = useText()
  const { name, id } = person
  const [passphrase, setPassphrase] = useState<string | null>(null)
  const reset = useAct(
    () => desk.staff.reset({ id, passphrase }),
    (done) => onSlip({ name, passphrase: done.passphrase, again: true }),
  )
  return (
    <ConfirmDialog
      open
      title={t('staff.reset.title', { name })}
      verb={t('staff.act.reset')}
      busy={reset.busy}
      disabled={!isUsable(passphrase, name)}
      onConfirm={() => reset.run(undefined)}
      onClose={onClose}
    >
      <Box sx={{ display: 'grid', gap: 3 }}>
        <Typography>{t('staff.reset.text')}</Typography>
        {person.key !== 'none' && !iHoldKey && <Notice kind="soon" title={t('staff.reset.key', { name })} />}
        <FirstPassphrase value={passphrase} onChange={setPassphrase} name={name} again />
        <FailureNotice failure={reset.failure} />
      </Box>
    </ConfirmDialog>
  )
}

/** Asked once more, because each of these is felt at the person's next unlock. */
export type Question = 'drop' | 'grant' | 'revoke'

export const QuestionDialog = ({
  person,
  question,
  onDone,
  onClose,
}: Props & { readonly question: Question }) => {
  const { t } = useText()
  const { name, id } = person
  const act = useAct(() => {
    if (question === 'drop') return desk.staff.dropLogin({ id })
    return question === 'grant' ? desk.staff.grantKey({ id }) : desk.staff.revokeKey({ id })
  }, onDone)
  return (
    <ConfirmDialog
      open
      title={t(`staff.${question}.title`, { name })}
      verb={t(`staff.act.${question}`)}
      busy={act.busy}
      onConfirm={() => act.run(undefined)}
      onClose={onClose}
    >
      <Typography sx={{ mb: 2 }}>{t(`staff.${question}.text`, { name })}</Typography>
      <FailureNotice failure={act.failure} />
    </ConfirmDialog>
  )
}
