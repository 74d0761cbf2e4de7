import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import type { Member } from '../../shared/household/model.ts'
import { FailureNotice } from '../app/failure-notice.tsx'
import { useRight, useSession } from '../app/session-context.ts'
import { useAct } from '../app/use-act.ts'
import { desk } from '../desk/desk.ts'
import { birthText } from '../text/day.ts'
import { useText } from '../text/use-text.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { DataTable, type Column } from '../ui/data-table.tsx'
import { RowActions } from '../ui/row-actions.tsx'
import { Section } from '../ui/section.tsx'
import { ConsentSection } from './consent-section.tsx'
import { JoinForm } from './join-form.tsx'
import { MemberForm } from './member-form.tsx'
import { useHousehold } from './use-household.ts'

type Acts = { readonly change: (member: Member) => void; readonly end: (member: Member) => void }

const useColumns = (acts: Acts, mayEdit: boolean): readonly Column<Member>[] => {
  const { t, language } = useText()
  const columns: Column<Member>[] = [
    { key: 'name', head: t('household.field.name'), strong: true, cell: ({ name }) => name },
    {
      key: 'relation',
      head: t('household.field.relation'),
      cell: ({ relation }) => t(`household.relation.${relation}`),
    },
    { key: 'sex', head: t('household.field.sex'), cell: ({ sex }) => t(`household.sex.${sex}`) },
    {
      key: 'birth',
      head: t('household.field.birth'),
      cell: ({ birth }) => (birth === '' ? t('ui.state.empty') : birthText(birth, language)),
    },
    {
      key: 'occupation',
      head: t('household.field.occupation'),
      cell: ({ occupation }) => occupation || t('ui.state.empty'),
    },
  ]
  const act: Column<Member> = {
    key: 'act',
    head: '',
    numeric: true,
    cell: (member) => (
      <RowActions>
        {member.clientId === null && (
          <Button variant="text" size="small" onClick={() => acts.change(member)}>
            {t('household.action.change')}
          </Button>
        )}
        {member.relation !== 'head' && (
          <Button variant="text" size="small" onClick={() => acts.end(member)}>
            {t('household.action.end')}
          </Button>
        )}
      </RowActions>
    ),
  }
  return mayEdit ? [...columns, act] : columns
}

type EndingProps = { readonly clientId: number; readonly member: Member; readonly onClose: () => void }

const EndMember = ({ clientId, member, onClose }: EndingProps) => {
  const { t } = useText()
  const { today } = useSession()
  const end = useAct(
    () => desk.household.endMember({ clientId, memberId: member.id, seq: member.seq, until: today }),
    onClose,
  )
  return (
    <ConfirmDialog
      open
      title={`${t('household.action.end')} ${member.name}`}
      verb={t('household.action.end')}
      busy={end.busy}
      onConfirm={() => end.run(undefined)}
      onClose={onClose}
    >
      <Typography>{t('household.hint.end')}</Typography>
      <FailureNotice failure={end.failure} />
    </ConfirmDialog>
  )
}

/** 家庭: who belongs to it, and who agreed to show what to whom. */
export const HouseholdTab = ({ clientId }: { readonly clientId: number }) => {
  const { t } = useText()
  const household = useHousehold(clientId)
  const mayEdit = useRight('client.edit')
  const [form, setForm] = useState<Member | 'new' | 'join' | null>(null)
  const [ending, setEnding] = useState<Member | null>(null)
  const columns = useColumns({ change: setForm, end: setEnding }, mayEdit)
  if (!household) return null
  return (
    <Box sx={{ display: 'grid', gap: 7, pt: 3 }}>
      <Section
        title={t('household.title')}
        action={
          mayEdit && (
            <RowActions>
              <Button variant="text" onClick={() => setForm('join')}>
                {t('household.action.join')}
              </Button>
              <Button variant="text" onClick={() => setForm('new')}>
                {t('household.action.add')}
              </Button>
            </RowActions>
          )
        }
      >
        <DataTable
          label={t('household.title')}
          columns={columns}
          rows={household.members}
          rowKey={({ id }) => id}
          roomy
        />
        {form === 'join' && <JoinForm clientId={clientId} onDone={() => setForm(null)} />}
        {form && form !== 'join' && (
          <MemberForm
            key={form === 'new' ? 'new' : form.id}
            clientId={clientId}
            member={form === 'new' ? null : form}
            onDone={() => setForm(null)}
          />
        )}
        <Typography variant="body2" color="text.secondary" sx={{ pt: 2 }}>
          {t(household.members.length === 1 ? 'household.hint.empty' : 'household.hint.third')}
        </Typography>
      </Section>
      <ConsentSection clientId={clientId} members={household.members} />
      {ending && <EndMember clientId={clientId} member={ending} onClose={() => setEnding(null)} />}
    </Box>
  )
}
