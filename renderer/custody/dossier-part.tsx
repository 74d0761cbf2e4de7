import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { Given } from '../../shared/procedure.ts'
import type { custodyContract } from '../../shared/custody/contract.ts'
import { FailureNotice } from '../app/failure-notice.tsx'
import { useSession } from '../app/session-context.ts'
import { useAct } from '../app/use-act.ts'
import { desk, deskQuery } from '../desk/desk.ts'
import { useText } from '../text/use-text.ts'
import { Tag } from '../ui/tag.tsx'
import { AskDialog } from './ask-dialog.tsx'
import { Due } from './columns.tsx'
import { DossierTag } from './dossier-tag.tsx'
import { useRefresh } from './use-refresh.ts'

type Where = Given<typeof custodyContract.state>

type Verb = 'open' | 'handIn' | 'withdraw' | 'takeOut' | 'ask' | 'request'

/** The one thing this person can do with the dossier now; null when there is nothing. */
const verbFor = (
  { state, holderId, isOwner, hasLoan, request }: Where,
  { rights, staffId }: Pick<ReturnType<typeof useSession>, 'rights' | 'staffId'>,
): Verb | null => {
  if (state === null) return rights.includes('client.edit') ? 'open' : null
  if (state === 'handed-in' && holderId === staffId) return 'withdraw'
  if (state === 'in-use' && (holderId === staffId || (holderId === null && isOwner)))
    return rights.includes('dossier.hand-in') ? 'handIn' : null
  if (state === 'sealed' || (state === 'in-use' && holderId === null)) return null
  if (state === 'in-cabinet' && isOwner && hasLoan && rights.includes('dossier.take-out')) return 'takeOut'
  if (!rights.includes('dossier.request')) return null
  return request === null ? 'ask' : 'request'
}

const words = {
  open: 'custody.page.open',
  handIn: 'custody.page.handIn',
  withdraw: 'custody.day.withdraw',
  takeOut: 'custody.page.takeOut',
  ask: 'custody.ask.verb',
  request: 'custody.page.goLoan',
} as const

const useVerbs = (clientId: number) => {
  const refresh = useRefresh()
  return useAct(async (verb: Verb): Promise<unknown> => {
    if (verb === 'open') return desk.custody.open({ clientId })
    if (verb === 'handIn') return desk.custody.handIn({ clientIds: [clientId] })
    if (verb === 'withdraw') return desk.custody.withdraw({ clientId })
    return desk.custody.takeOut({ clientIds: [clientId] })
  }, refresh)
}

type Props = {
  readonly clientId: number
  /** Nothing else can be done on the page: the verb is its one filled button, under the client's name. */
  readonly alone?: boolean
}

/** Where the dossier is and the one thing to do with it; on the client's page, open or not. */
export const DossierPart = ({ clientId, alone = false }: Props) => {
  const { t } = useText()
  const navigate = useNavigate()
  const session = useSession()
  const [isAsking, setAsking] = useState(false)
  const { data } = useQuery(deskQuery.custody.state.queryOptions({ input: { clientId } }))
  const act = useVerbs(clientId)
  if (!data) return null
  const verb = verbFor(data, session)
  const run = (wanted: Verb): void => {
    if (wanted === 'ask') setAsking(true)
    else if (wanted === 'request') void navigate('/archive/loan')
    else act.run(wanted)
  }
  const tag =
    data.state === null || (data.state === 'in-use' && data.holderId === null)
      ? null
      : { state: data.state, holder: data.holder }
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
      {alone && (
        <Typography variant="pageTitle" component="h2">
          {data.name}
        </Typography>
      )}
      <DossierTag dossier={tag} />
      {data.place !== '' && <span>{t('custody.page.place', { place: data.place })}</span>}
      {data.dueAt !== null && (
        <span>
          {t('custody.field.due')} <Due line={data} />
        </span>
      )}
      {data.request !== null && <Tag tone="ochre">{t(`custody.checkout.${data.request}`)}</Tag>}
      {verb !== null && (
        <Button
          variant={alone ? 'contained' : 'text'}
          size={alone ? 'medium' : 'small'}
          disabled={act.busy}
          onClick={() => run(verb)}
        >
          {t(words[verb])}
        </Button>
      )}
      <FailureNotice failure={act.failure} />
      {isAsking && <AskDialog clientId={clientId} onClose={() => setAsking(false)} />}
    </Box>
  )
}
