import Button from '@mui/material/Button'
import Box from '@mui/material/Box'
import { useQuery } from '@tanstack/react-query'
import { FailureNotice } from '../app/failure-notice.tsx'
import { useRight, useSession } from '../app/session-context.ts'
import { useAct } from '../app/use-act.ts'
import { desk, deskQuery } from '../desk/desk.ts'
import { momentText } from '../text/moment.ts'
import { useText } from '../text/use-text.ts'
import { Notice } from '../ui/notice.tsx'

/** What a keeper sees until he says so, and sealed files that are gone. Nothing for those without the register. */
export const SealAlarms = () => {
  const { t, language } = useText()
  const { zone } = useSession()
  const mayLook = useRight('dossier.register')
  const { data } = useQuery(deskQuery.seal.alarms.queryOptions({ enabled: mayLook }))
  const seen = useAct((id: number) => desk.seal.acknowledge({ id }))
  if (!data || data.emergencies.length + data.missing.length === 0) return null
  return (
    <Box sx={{ display: 'grid', gap: 2, py: 2 }}>
      {data.missing.map(({ clientId, name, number }) => (
        <Notice
          key={`missing:${clientId}`}
          kind="refused"
          title={t('seal.missing.title', { name, number: number ?? '' })}
          kept={t('seal.missing.text')}
        />
      ))}
      {data.emergencies.map(({ id, at, by, second, name, number, reason, way }) => (
        <Notice
          key={id}
          kind="soon"
          title={t('seal.emergency.told', {
            at: momentText(at, zone, language),
            by,
            second,
            name,
            number: number ?? '',
            reason,
          })}
          {...(way === 'card' ? { kept: t('seal.emergency.card') } : {})}
          action={
            <Button disabled={seen.busy} onClick={() => seen.run(id)}>
              {t('seal.action.seen')}
            </Button>
          }
        />
      ))}
      <FailureNotice failure={seen.failure} />
    </Box>
  )
}
