import Box from '@mui/material/Box'
import { useState } from 'react'
import type { Role } from '../../shared/staff/rights.ts'
import { judgePassphrase } from '../../shared/vault/passphrase.ts'
import { FailureNotice } from '../app/failure-notice.tsx'
import { useAct } from '../app/use-act.ts'
import { desk } from '../desk/desk.ts'
import { useText } from '../text/use-text.ts'
import { Choice } from '../ui/choice.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { SecretInput } from '../ui/secret-input.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { RoleChoice } from './role-choice.tsx'
import type { Slip } from './slip-dialog.tsx'
import type { Person } from './use-people.ts'

type PassphraseProps = {
  /** Null: the program proposes one. */
  readonly value: string | null
  readonly onChange: (value: string | null) => void
  readonly name: string
  readonly again?: boolean
}

export const FirstPassphrase = ({ value, onChange, name, again = false }: PassphraseProps) => {
  const { t } = useText()
  const label = t(again ? 'staff.slip.again' : 'staff.slip.title')
  const judged = judgePassphrase(value ?? '', [name])
  const weak = value !== null && value !== '' && !judged.accepted
  return (
    <>
      <Choice
        tight
        label={label}
        name="staff-passphrase-how"
        value={value === null ? 'propose' : 'type'}
        onChange={(how) => onChange(how === 'propose' ? null : '')}
        options={[
          { value: 'propose', label: t('staff.act.propose') },
          { value: 'type', label: t('staff.act.type') },
        ]}
      />
      {value !== null && (
        <SecretInput
          label={label}
          name="staff-passphrase"
          value={value}
          onChange={onChange}
          helper={t('unlock.make.passphraseHelp')}
          {...(weak ? { error: t(`unlock.reason.${judged.reason}`) } : {})}
        />
      )}
    </>
  )
}

export const isUsable = (passphrase: string | null, name: string): boolean =>
  passphrase === null || judgePassphrase(passphrase, [name]).accepted

type Props = {
  /** Somebody who works here already; null: somebody new. */
  readonly person: Person | null
  readonly keeperOpen: boolean
  readonly onSlip: (slip: Slip) => void
  readonly onClose: () => void
}

/** A login for a new colleague or for one without: post, roles and a first passphrase. */
export const LoginDialog = ({ person, keeperOpen, onSlip, onClose }: Props) => {
  const { t } = useText()
  const [name, setName] = useState(person?.name ?? '')
  const [post, setPost] = useState(person?.post ?? '')
  const [roles, setRoles] = useState<readonly Role[]>([])
  const [passphrase, setPassphrase] = useState<string | null>(null)
  const give = useAct(
    () => {
      const common = { roles: [...roles], passphrase }
      return person
        ? desk.staff.addLogin({ id: person.id, ...common })
        : desk.staff.addUser({ name, post, ...common })
    },
    ({ staff, passphrase: given }) => onSlip({ name: staff.name, passphrase: given }),
  )
  const ready = name.trim() !== '' && roles.length > 0 && isUsable(passphrase, name)
  return (
    <ConfirmDialog
      open
      title={t(person ? 'staff.act.give' : 'staff.act.addUser')}
      verb={t(person ? 'staff.act.give' : 'staff.act.add')}
      busy={give.busy}
      disabled={!ready}
      onConfirm={() => give.run(undefined)}
      onClose={onClose}
    >
      <Box sx={{ display: 'grid', gap: 2, pt: 1 }}>
        <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 3 }}>
          <TextInput
            tight
            label={t('staff.form.name')}
            name="user-name"
            value={name}
            onChange={setName}
            disabled={person !== null}
            autoFocus={person === null}
          />
          <TextInput
            tight
            label={t('staff.form.post')}
            name="user-post"
            value={post}
            onChange={setPost}
            disabled={person !== null}
          />
        </Box>
        <RoleChoice values={roles} onChange={setRoles} keeperOpen={keeperOpen} />
        <FirstPassphrase value={passphrase} onChange={setPassphrase} name={name} />
        <Box sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>{t('staff.form.hint')}</Box>
        <FailureNotice failure={give.failure} />
      </Box>
    </ConfirmDialog>
  )
}
