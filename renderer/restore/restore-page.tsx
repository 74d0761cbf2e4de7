import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { FoundBackup } from '../../shared/restore/contract.ts'
import { deskQuery } from '../desk/desk.ts'
import { useText } from '../text/use-text.ts'
import type { DeskState } from '../unlock/desk-state.ts'
import { Sheet } from '../unlock/sheet.tsx'
import { BackupChoice } from './backup-choice.tsx'
import { KeyForm } from './key-form.tsx'
import { RestoreFailed, RestoreProgress, RestoreResult } from './restore-progress.tsx'

const lookEveryMs = 500

/** How far the restore is; asked again while one runs. */
const useProgress = () =>
  useQuery(
    deskQuery.restore.state.queryOptions({
      staleTime: 0,
      refetchInterval: ({ state: { data } }) => (data?.state === 'running' ? lookEveryMs : false),
    }),
  )

type Props = { readonly state: DeskState; readonly onBack: () => void }

const Choosing = ({ onBack, onStarted }: { readonly onBack: () => void; readonly onStarted: () => void }) => {
  const { t } = useText()
  const [picked, setPicked] = useState<FoundBackup | null>(null)
  return (
    <>
      <Typography variant="stepTitle" component="h1">
        {t('restore.title')}
      </Typography>
      <Typography color="text.secondary" sx={{ mb: 4 }}>
        {t('restore.lead')}
      </Typography>
      <BackupChoice picked={picked?.from ?? ''} onPick={setPicked} />
      {picked && <KeyForm key={picked.from} backup={picked} onStarted={onStarted} />}
      <Box sx={{ mt: 4 }}>
        <Button variant="text" onClick={onBack}>
          {t('restore.back')}
        </Button>
      </Box>
    </>
  )
}

/** From a backup to a vault that can be unlocked: choose, prove the key, wait, read what came back. */
export const RestorePage = ({ state, onBack }: Props) => {
  const queries = useQueryClient()
  const { data } = useProgress()
  const place = [state.bank, state.branch].filter((part) => part !== '').join('')
  const look = (): void => void queries.invalidateQueries({ queryKey: deskQuery.restore.state.key() })
  // The door is asked first: the page from before the restore must not show for a moment.
  const leave = (): void =>
    void queries.invalidateQueries({ queryKey: deskQuery.session.key() }).finally(onBack)
  const running = data?.state === 'running'
  const done = data?.state === 'done'
  return (
    <Sheet place={place} aside={null}>
      {running && <RestoreProgress done={data.done} total={data.total} />}
      {done && data.restored && <RestoreResult restored={data.restored} onNext={leave} />}
      {!running && !done && (
        <>
          {data?.failure && <RestoreFailed failure={data.failure} />}
          <Choosing onBack={leave} onStarted={look} />
        </>
      )}
    </Sheet>
  )
}
