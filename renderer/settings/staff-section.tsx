import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { useNavigate } from 'react-router'
import type { Staff } from '../../shared/staff/contract.ts'
import { FailureNotice } from '../app/failure-notice.tsx'
import { useRight } from '../app/session-context.ts'
import { useAct } from '../app/use-act.ts'
import { desk, deskQuery } from '../desk/desk.ts'
import { useDraft } from '../draft/use-draft.ts'
import { useText } from '../text/use-text.ts'
import { DataTable } from '../ui/data-table.tsx'
import type { Column } from '../ui/data-table.tsx'
import { Section } from '../ui/section.tsx'
import { TextInput } from '../ui/text-input.tsx'

const AddStaff = ({ onDone }: { readonly onDone: () => void }) => {
  const { t } = useText()
  const name = useDraft('/settings', 'staff-name', '')
  const post = useDraft('/settings', 'staff-post', '')
  const add = useAct(desk.staff.add, () => {
    for (const draft of [name, post]) {
      draft.setValue('')
      draft.drop()
    }
    onDone()
  })
  const [nameless, setNameless] = useState(false)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const missing = name.value.trim() === ''
    setNameless(missing)
    if (!missing) add.run({ name: name.value, post: post.value })
  }
  return (
    <Box component="form" onSubmit={submit} sx={{ pt: 3 }}>
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr auto', gap: 3, alignItems: 'end' }}>
        <TextInput
          label={t('settings.staff.name')}
          name="staff-name"
          value={name.value}
          onChange={name.setValue}
          tight
          {...(nameless ? { error: t('ui.field.required') } : {})}
        />
        <TextInput
          label={t('settings.staff.post')}
          name="staff-post"
          value={post.value}
          onChange={post.setValue}
          tight
        />
        <Button type="submit" disabled={add.busy} sx={{ height: 36 }}>
          {t('settings.staff.add')}
        </Button>
      </Box>
      <FailureNotice failure={add.failure} />
    </Box>
  )
}

const useColumns = (change: (person: Staff) => void, mayEdit: boolean): readonly Column<Staff>[] => {
  const { t } = useText()
  const columns: Column<Staff>[] = [
    { key: 'name', head: t('settings.staff.name'), strong: true, cell: ({ name }) => name },
    {
      key: 'post',
      head: t('settings.staff.post'),
      cell: ({ post, roles }) =>
        post || roles.map((role) => t(`session.role.${role}`)).join(t('ui.list.comma')),
    },
    {
      key: 'login',
      head: t('settings.staff.login'),
      cell: ({ hasLogin }) => t(hasLogin ? 'settings.staff.hasLogin' : 'settings.staff.noLogin'),
    },
    {
      key: 'active',
      head: t('settings.staff.state'),
      cell: ({ active }) => t(active ? 'settings.staff.active' : 'settings.staff.left'),
    },
  ]
  const act: Column<Staff> = {
    key: 'act',
    head: '',
    numeric: true,
    cell: (person) =>
      !person.hasLogin && (
        <Button variant="text" size="small" onClick={() => change({ ...person, active: !person.active })}>
          {t(person.active ? 'settings.staff.leave' : 'settings.staff.return')}
        </Button>
      ),
  }
  return mayEdit ? [...columns, act] : columns
}

const PeopleLink = () => {
  const { t } = useText()
  const go = useNavigate()
  return (
    <Button variant="text" size="small" onClick={() => void go('/staff')}>
      {t('staff.open')}
    </Button>
  )
}

/** Who works here. A teller needs no login to be a referrer or an owner. */
export const StaffSection = () => {
  const { t } = useText()
  const queries = useQueryClient()
  const mayEdit = useRight('staff.manage')
  const mayGrant = useRight('key.grant')
  const { data = [] } = useQuery(deskQuery.staff.list.queryOptions())
  const refresh = (): void => void queries.invalidateQueries({ queryKey: deskQuery.staff.key() })
  const change = useAct(
    ({ id, name, post, active }: Staff) => desk.staff.change({ id, name, post, active }),
    refresh,
  )
  const columns = useColumns(change.run, mayEdit)
  return (
    <Section title={t('settings.staff.title')} action={(mayEdit || mayGrant) && <PeopleLink />}>
      <DataTable
        label={t('settings.staff.title')}
        columns={columns}
        rows={data}
        rowKey={({ id }) => id}
        roomy
      />
      {data.length < 2 && (
        <Typography color="text.secondary" sx={{ pt: 2 }}>
          {t('settings.staff.empty')}
        </Typography>
      )}
      <FailureNotice failure={change.failure} />
      {mayEdit && <AddStaff onDone={refresh} />}
    </Section>
  )
}
