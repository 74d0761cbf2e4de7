import Box from '@mui/material/Box'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Policy } from '../../shared/setting/contract.ts'
import { FailureNotice } from '../app/failure-notice.tsx'
import { useRight } from '../app/session-context.ts'
import { useAct } from '../app/use-act.ts'
import { desk, deskQuery } from '../desk/desk.ts'
import { useText } from '../text/use-text.ts'
import { Choice } from '../ui/choice.tsx'
import { ArchivePolicy } from './archive-policy.tsx'
import type { Durable } from '../ui/field-mark.tsx'
import { Section } from '../ui/section.tsx'
import { TextInput } from '../ui/text-input.tsx'

const idle = [3, 5, 10, 15] as const
const meetingIdle = [10, 20, 30] as const
const levels = ['R3', 'R4', 'R5'] as const
const ratioSets = ['common', 'source'] as const

type Name = keyof Policy
type FormProps = {
  readonly policy: Policy
  readonly put: (change: Partial<Policy>) => void
  readonly durable: (name: Name) => { readonly durable?: Durable }
  readonly mayEdit: boolean
}

const Names = ({ policy, put, durable, mayEdit }: FormProps) => {
  const { t } = useText()
  const [typed, setTyped] = useState({ bank: policy.bank, branch: policy.branch })
  const commit = (name: 'bank' | 'branch') => (value: string) => {
    if (value.trim() !== '') put({ [name]: value })
  }
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', columnGap: 4, pt: 2 }}>
      {(['bank', 'branch'] as const).map((name) => (
        <TextInput
          key={name}
          name={name}
          label={t(name === 'bank' ? 'settings.branch.bank' : 'settings.branch.name')}
          value={typed[name]}
          onChange={(value) => setTyped({ ...typed, [name]: value })}
          onCommit={commit(name)}
          disabled={!mayEdit}
          {...(mayEdit ? {} : { helper: t('settings.branch.readOnly') })}
          {...durable(name)}
        />
      ))}
    </Box>
  )
}

const Rules = ({ policy, put, durable, mayEdit }: FormProps) => {
  const { t } = useText()
  const minutes = (choices: readonly number[]) =>
    choices.map((n) => ({ value: String(n), label: t('settings.lock.minutes', { n }) }))
  const common = { disabled: !mayEdit, tight: true }
  return (
    <Box sx={{ display: 'grid', gap: 3, pt: 1 }}>
      <Choice
        {...common}
        {...durable('idleMinutes')}
        label={t('settings.lock.idle')}
        options={minutes(idle)}
        value={String(policy.idleMinutes)}
        onChange={(value) => put({ idleMinutes: Number(value) })}
      />
      <Choice
        {...common}
        {...durable('meetingIdleMinutes')}
        label={t('settings.lock.meeting')}
        options={minutes(meetingIdle)}
        value={String(policy.meetingIdleMinutes)}
        onChange={(value) => put({ meetingIdleMinutes: Number(value) })}
      />
      <Choice
        {...common}
        {...durable('ratioSet')}
        label={t('settings.rule.ratio')}
        options={ratioSets.map((value) => ({ value, label: t(`settings.rule.${value}`) }))}
        value={policy.ratioSet}
        onChange={(ratioSet) => put({ ratioSet })}
      />
      <Choice
        {...common}
        {...durable('seniorFrom')}
        label={t('settings.rule.senior')}
        options={levels.map((value) => ({ value, label: value }))}
        value={policy.seniorFrom}
        onChange={(seniorFrom) => put({ seniorFrom })}
      />
    </Box>
  )
}

/** Branch policy: each change is a new dated row, saved when the field is left. */
export const PolicySection = () => {
  const { t } = useText()
  const queries = useQueryClient()
  const mayEdit = useRight('settings.edit')
  const { data } = useQuery(deskQuery.setting.get.queryOptions())
  const [saved, setSaved] = useState<readonly string[]>([])
  const act = useAct(
    (change: Partial<Policy>) => desk.setting.put(change),
    (policy, change) => {
      setSaved(Object.keys(change))
      queries.setQueryData(deskQuery.setting.get.queryKey(), policy)
    },
  )
  const durable = (name: Name): { durable?: Durable } =>
    saved.includes(name) ? { durable: { kind: 'saved' } } : {}
  if (!data) return null
  const form = { policy: data, put: act.run, durable, mayEdit }
  return (
    <Section title={t('settings.branch.title')}>
      <Names {...form} />
      <ArchivePolicy {...form} />
      <Rules {...form} />
      <FailureNotice failure={act.failure} />
    </Section>
  )
}
