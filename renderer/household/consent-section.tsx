import Button from '@mui/material/Button'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Consent } from '../../shared/consent/contract.ts'
import type { Reach } from '../../shared/figure/model.ts'
import type { Member } from '../../shared/household/model.ts'
import { FailureNotice } from '../app/failure-notice.tsx'
import { useRight } from '../app/session-context.ts'
import { useAct } from '../app/use-act.ts'
import { desk, deskQuery } from '../desk/desk.ts'
import { dayText } from '../text/day.ts'
import { useText } from '../text/use-text.ts'
import { DataTable, type Column } from '../ui/data-table.tsx'
import { Section } from '../ui/section.tsx'
import { ConsentForm } from './consent-form.tsx'

type Props = { readonly clientId: number; readonly members: readonly Member[] }

const nameOf = (members: readonly Member[], id: number): string =>
  members.find((member) => member.id === id)?.name ?? ''

/** Who may see it, in words. */
export const useReachWords = (members: readonly Member[]): ((reach: Reach) => string) => {
  const { t } = useText()
  return (reach) =>
    reach.kind === 'named'
      ? reach.members.map((id) => nameOf(members, id)).join('\u3001')
      : t(`figure.reach.${reach.kind}`)
}

/** F40 as recorded answers, each with its paper number; withdrawn as easily as given. */
export const ConsentSection = ({ clientId, members }: Props) => {
  const { t, language } = useText()
  const mayEdit = useRight('client.edit')
  const reachWords = useReachWords(members)
  const [isOpen, setOpen] = useState(false)
  const { data = [] } = useQuery(deskQuery.consent.list.queryOptions({ input: { clientId } }))
  const withdraw = useAct((id: number) => desk.consent.withdraw({ clientId, id }))
  const columns: readonly Column<Consent>[] = [
    {
      key: 'member',
      head: t('figure.consent.member'),
      strong: true,
      cell: ({ memberId }) => nameOf(members, memberId),
    },
    { key: 'reach', head: t('figure.consent.readers'), cell: ({ reach }) => reachWords(reach) },
    {
      key: 'what',
      head: t('figure.consent.figures'),
      cell: ({ bank, figures }) =>
        [
          bank ? t('figure.source.bank') : '',
          figures > 0 ? t('figure.consent.count', { count: figures }) : '',
        ]
          .filter((word) => word !== '')
          .join('\u3001'),
    },
    { key: 'paper', head: t('figure.consent.paper'), cell: ({ paper }) => paper },
    {
      key: 'signed',
      head: t('figure.consent.signedOn'),
      cell: ({ signedOn }) => dayText(signedOn, language),
    },
    {
      key: 'state',
      head: '',
      numeric: true,
      cell: ({ id, endedOn }) =>
        endedOn !== null ? (
          t('figure.consent.ended', { date: dayText(endedOn, language) })
        ) : mayEdit ? (
          <Button variant="text" size="small" disabled={withdraw.busy} onClick={() => withdraw.run(id)}>
            {t('figure.consent.withdraw')}
          </Button>
        ) : (
          t('figure.consent.active')
        ),
    },
  ]
  return (
    <Section
      title={t('figure.consent.title')}
      action={
        mayEdit && (
          <Button variant="text" onClick={() => setOpen(true)}>
            {t('figure.consent.record')}
          </Button>
        )
      }
    >
      <DataTable
        label={t('figure.consent.title')}
        columns={columns}
        rows={data}
        rowKey={({ id }) => id}
        roomy
        empty={t('figure.consent.none')}
      />
      <FailureNotice failure={withdraw.failure} />
      {isOpen && <ConsentForm clientId={clientId} members={members} onDone={() => setOpen(false)} />}
    </Section>
  )
}
