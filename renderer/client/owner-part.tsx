import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ClientPage } from '../../shared/client/contract.ts'
import { mayOwn } from '../../shared/client/owner-rule.ts'
import { FailureNotice } from '../app/failure-notice.tsx'
import { useRight, useSession } from '../app/session-context.ts'
import { useAct } from '../app/use-act.ts'
import { desk, deskQuery } from '../desk/desk.ts'
import { useText } from '../text/use-text.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { Select } from '../ui/select.tsx'

type Props = { readonly client: ClientPage }

const GiveDialog = ({ client, onClose }: Props & { readonly onClose: () => void }) => {
  const { t } = useText()
  const { data = [] } = useQuery(deskQuery.staff.list.queryOptions())
  const [chosen, setChosen] = useState<string | null>(null)
  const give = useAct(
    () => desk.client.setOwner({ id: client.id, seq: client.seq, ownerId: Number(chosen) }),
    onClose,
  )
  const people = data.filter((staff) => mayOwn(staff).ok && staff.id !== client.ownerId)
  return (
    <ConfirmDialog
      open
      title={t('client.owning.give')}
      verb={t('client.owning.verb')}
      busy={give.busy}
      disabled={chosen === null}
      onConfirm={() => give.run(undefined)}
      onClose={onClose}
    >
      <Select
        label={t('client.owning.whom')}
        options={people.map(({ id, name }) => ({ value: String(id), label: name }))}
        value={chosen}
        onChange={setChosen}
        tight
      />
      <FailureNotice failure={give.failure} />
    </ConfirmDialog>
  )
}

/** Whose client this is, and the way to become that. */
export const OwnerPart = ({ client }: Props) => {
  const { t } = useText()
  const { staffId } = useSession()
  const mayGive = useRight('staff.manage')
  const [giving, setGiving] = useState(false)
  const take = useAct(() => desk.client.setOwner({ id: client.id, seq: client.seq, ownerId: staffId }))
  const owner = client.owner === '' ? t('client.noOwner') : client.owner
  return (
    <Box component="span" sx={{ display: 'inline-flex', gap: 1.5, alignItems: 'baseline', flexWrap: 'wrap' }}>
      <span>
        {t('client.field.owner')} {owner}
        {client.nextOwner !== '' && ` ${t('client.waiting', { name: client.nextOwner })}`}
      </span>
      {client.mayTake && (
        <Link component="button" type="button" variant="body2" onClick={() => take.run(undefined)}>
          {t('client.owning.take')}
        </Link>
      )}
      {mayGive && (
        <Link component="button" type="button" variant="body2" onClick={() => setGiving(true)}>
          {t('client.owning.give')}
        </Link>
      )}
      <FailureNotice failure={take.failure} />
      {giving && <GiveDialog client={client} onClose={() => setGiving(false)} />}
    </Box>
  )
}
