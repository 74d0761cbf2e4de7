import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { relations, sexes, type Member, type Relation, type Sex } from '../../shared/household/model.ts'
import { FailureNotice } from '../app/failure-notice.tsx'
import { useAct } from '../app/use-act.ts'
import { desk } from '../desk/desk.ts'
import { useText } from '../text/use-text.ts'
import { Choice } from '../ui/choice.tsx'
import { Select } from '../ui/select.tsx'
import { TextInput } from '../ui/text-input.tsx'

type Fields = {
  readonly name: string
  readonly relation: Relation
  readonly sex: Sex
  readonly birth: string
  readonly occupation: string
  readonly agreed: boolean
}

const empty: Fields = {
  name: '',
  relation: 'daughter',
  sex: 'unknown',
  birth: '',
  occupation: '',
  agreed: false,
}

type Props = {
  readonly clientId: number
  /** Null adds somebody. */
  readonly member: Member | null
  readonly onDone: () => void
}

const FieldRow = ({ fields, set }: { fields: Fields; set: (more: Partial<Fields>) => void }) => {
  const { t } = useText()
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(3, minmax(0, 1fr))', columnGap: 4 }}>
      <TextInput
        label={t('household.field.name')}
        name="member-name"
        value={fields.name}
        onChange={(name) => set({ name })}
      />
      <Select
        label={t('household.field.relation')}
        name="member-relation"
        value={fields.relation}
        options={relations.map((value) => ({ value, label: t(`household.relation.${value}`) }))}
        onChange={(relation) => set({ relation })}
      />
      <TextInput
        label={t('household.field.birth')}
        name="member-birth"
        placeholder="1960"
        value={fields.birth}
        onChange={(birth) => set({ birth })}
      />
      <Choice
        label={t('household.field.sex')}
        name="member-sex"
        value={fields.sex}
        options={sexes.map((value) => ({ value, label: t(`household.sex.${value}`) }))}
        onChange={(sex) => set({ sex })}
      />
      <TextInput
        label={t('household.field.occupation')}
        name="member-occupation"
        value={fields.occupation}
        onChange={(occupation) => set({ occupation })}
      />
      <Choice
        label={t('household.field.agreed')}
        name="member-agreed"
        value={fields.agreed ? 'yes' : 'no'}
        options={[
          { value: 'no', label: t('household.field.notYet') },
          { value: 'yes', label: t('household.field.yes') },
        ]}
        onChange={(value) => set({ agreed: value === 'yes' })}
      />
    </Box>
  )
}

/** Somebody of the family. Of third persons the desk takes no more than they agreed to. */
export const MemberForm = ({ clientId, member, onDone }: Props) => {
  const { t } = useText()
  const [fields, setFields] = useState<Fields>(member ?? empty)
  const put = useAct(
    ({ name, relation, sex, birth, occupation, agreed }: Fields) => {
      const told = { clientId, name, relation, sex, birth: birth.trim(), occupation, agreed }
      return member
        ? desk.household.changeMember({ ...told, memberId: member.id, seq: member.seq })
        : desk.household.addMember(told)
    },
    () => onDone(),
  )
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (fields.name.trim() !== '') put.run(fields)
  }
  return (
    <Box component="form" onSubmit={submit} sx={{ pt: 3, pb: 2 }}>
      <FieldRow fields={fields} set={(more) => setFields((before) => ({ ...before, ...more }))} />
      <FailureNotice failure={put.failure} />
      <Box sx={{ display: 'flex', gap: 2, pt: 2 }}>
        <Button type="submit" variant="contained" disabled={fields.name.trim() === '' || put.busy}>
          {t('household.action.put')}
        </Button>
        <Button variant="text" onClick={onDone}>
          {t('ui.action.cancel')}
        </Button>
      </Box>
    </Box>
  )
}
