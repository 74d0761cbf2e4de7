import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { FailureNotice } from '../app/failure-notice.tsx'
import { useRight, useSession } from '../app/session-context.ts'
import { useAct } from '../app/use-act.ts'
import { desk, deskQuery } from '../desk/desk.ts'
import { momentText } from '../text/moment.ts'
import { pagesText } from '../text/pages-text.ts'
import { useText } from '../text/use-text.ts'
import { Notice } from '../ui/notice.tsx'
import { Section } from '../ui/section.tsx'
import { useJob } from '../app/use-job.ts'

const kinds = {
  intact: 'done',
  unchecked: 'told',
  damaged: 'refused',
  salvaged: 'soon',
  altered: 'refused',
  truncated: 'refused',
  replaced: 'refused',
  'header-replaced': 'refused',
  unanchored: 'soon',
} as const

/** Whether the chain of what was done still holds. */
export const AuditSection = () => {
  const text = useText()
  const { t, language } = text
  const { zone } = useSession()
  const queries = useQueryClient()
  const mayCheck = useRight('audit.read')
  const { data } = useQuery(deskQuery.audit.verdict.queryOptions())
  const job = useJob(() => void queries.invalidateQueries({ queryKey: deskQuery.audit.key() }))
  const verify = useAct(
    () => desk.audit.verify(),
    ({ jobId }) => job.follow(jobId),
  )
  const busy = verify.busy || job.running
  const check = (
    <Button variant="text" size="small" disabled={busy} onClick={() => verify.run(undefined)}>
      {t(busy ? 'settings.audit.verifying' : 'settings.audit.verify')}
    </Button>
  )
  return (
    <Section title={t('settings.audit.title')} action={mayCheck ? check : null}>
      {data && (
        <Box sx={{ pt: 3 }}>
          <Notice
            kind={kinds[data.verdict]}
            title={t(`settings.audit.verdict.${data.verdict}`, { row: data.row ?? 0 })}
            kept={[
              data.at === null
                ? ''
                : t('settings.audit.checkedAt', { time: momentText(data.at, zone, language) }),
              pagesText(data, text),
            ]
              .filter((part) => part !== '')
              .join(' · ')}
          />
        </Box>
      )}
      <FailureNotice failure={verify.failure} />
    </Section>
  )
}
