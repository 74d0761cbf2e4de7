import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { FormEvent } from 'react'
import type { BackupStatus } from '../../shared/backup/contract.ts'
import { FailureNotice } from '../app/failure-notice.tsx'
import { useSession } from '../app/session-context.ts'
import { useAct } from '../app/use-act.ts'
import { desk, deskQuery } from '../desk/desk.ts'
import { momentText } from '../text/moment.ts'
import { useText } from '../text/use-text.ts'
import { Notice } from '../ui/notice.tsx'
import { backupFailureText } from './backup-failure.ts'
import { FolderInput } from '../ui/folder-input.tsx'

type Props = { readonly status: BackupStatus }
type Word = 'none' | 'sameDisk' | 'failing' | 'overdue' | 'waiting' | 'fine'

const wordOf = ({ overdue, secondTarget, sameDisk, trouble, lastGoodThere }: BackupStatus): Word => {
  if (overdue) return 'overdue'
  if (secondTarget === '') return 'none'
  if (trouble) return 'failing'
  if (sameDisk) return 'sameDisk'
  return lastGoodThere === null ? 'waiting' : 'fine'
}

const kinds = {
  overdue: 'refused',
  none: 'soon',
  failing: 'soon',
  sameDisk: 'soon',
  waiting: 'soon',
  fine: 'done',
} as const

const TargetNotice = ({ status }: Props) => {
  const text = useText()
  const { zone } = useSession()
  const word = wordOf(status)
  const title = text.t(`settings.backup.warn.${word}`, { days: status.workingDaysWithout })
  const time = momentText(status.lastGoodThere ?? 0, zone, text.language)
  const kept =
    word === 'failing'
      ? status.trouble && backupFailureText(status.trouble, text)
      : text.t(`settings.backup.warn.${word}Kept`, { time })
  return <Notice kind={kinds[word]} title={title} kept={kept ?? ''} />
}

const TargetForm = ({ status, onDone }: Props & { readonly onDone: () => void }) => {
  const { t } = useText()
  const queries = useQueryClient()
  const [folder, setFolder] = useState(status.secondTarget)
  const set = useAct(desk.backup.setSecond, () => {
    void queries.invalidateQueries({ queryKey: deskQuery.backup.key() })
    onDone()
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (folder.trim() !== '' && !set.busy) set.run({ folder })
  }
  return (
    <Box component="form" onSubmit={submit} noValidate>
      <FolderInput
        label={t('settings.backup.second.label')}
        name="second-target"
        value={folder}
        onChange={setFolder}
        helper={t('settings.backup.second.help')}
        autoFocus
      />
      <FailureNotice failure={set.failure} />
      <Box sx={{ display: 'flex', gap: 3, mt: 2 }}>
        <Button type="submit" variant="contained" disabled={folder.trim() === '' || set.busy}>
          {t('settings.backup.second.set')}
        </Button>
        {status.secondTarget !== '' && (
          <Button onClick={() => set.run({ folder: '' })}>{t('settings.backup.second.clear')}</Button>
        )}
        <Button variant="text" onClick={onDone}>
          {t('ui.action.cancel')}
        </Button>
      </Box>
    </Box>
  )
}

/** Where backups also go, and whether they get there: red when three working days went by without (practice 12). */
export const BackupTarget = ({ status }: Props) => {
  const { t } = useText()
  const [editing, setEditing] = useState(false)
  if (editing) return <TargetForm status={status} onDone={() => setEditing(false)} />
  const isSet = status.secondTarget !== ''
  return (
    <>
      <TargetNotice status={status} />
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 3, minWidth: 0 }}>
        {isSet && (
          <Box
            component="code"
            sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere', font: 'inherit', fontSize: '0.8125rem' }}
          >
            {status.secondTarget}
          </Box>
        )}
        <Button size="small" sx={{ flex: 'none' }} onClick={() => setEditing(true)}>
          {t(isSet ? 'settings.backup.second.change' : 'settings.backup.second.choose')}
        </Button>
      </Box>
    </>
  )
}
