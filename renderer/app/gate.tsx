import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { deskQuery } from '../desk/desk.ts'
import { failureOf } from '../desk/desk-failure.ts'
import { showLanguage } from '../text/i18n.ts'
import { useText } from '../text/use-text.ts'
import { FirstPassphrasePage } from '../unlock/first-passphrase-page.tsx'
import { FirstRun } from '../unlock/first-run.tsx'
import type { Card } from '../unlock/card.ts'
import { RestorePage } from '../restore/restore-page.tsx'
import { RecoveryPage } from '../unlock/recovery-page.tsx'
import { UnlockPage } from '../unlock/unlock-page.tsx'
import { FullPage } from './full-page.tsx'
import { OpenDesk } from './open-desk.tsx'

// While a desk is being started anew its host answers "locked" or "stopped" for a moment.
const retries = 20
const retryMs = 400

/** Which room the window shows: first run, unlock, the recovery card, or the desk itself. */
export const Gate = () => {
  const { t } = useText()
  const [card, setCard] = useState<Card | null>(null)
  const [restoring, setRestoring] = useState(false)
  const { data, error } = useQuery(
    deskQuery.session.state.queryOptions({ retry: retries, retryDelay: retryMs, staleTime: 0 }),
  )
  const language = data?.language
  useEffect(() => {
    if (language) void showLanguage(language)
    document.documentElement.lang = language ?? 'zh-CN'
  }, [language])
  if (error && failureOf(error).code !== 'locked') {
    return <FullPage title={t('ui.state.stoppedTitle')} text={t('ui.state.stoppedText')} />
  }
  if (!data) return null
  if (restoring) return <RestorePage state={data} onBack={() => setRestoring(false)} />
  const onRestore = (): void => setRestoring(true)
  if (data.state === 'none')
    return <FirstRun hasSample={data.hasSample} onCard={setCard} onRestore={onRestore} />
  if (data.state !== 'open' || !data.session) return <UnlockPage state={data} onRestore={onRestore} />
  if (data.session.mustChange) return <FirstPassphrasePage session={data.session} />
  if (!data.session.cardConfirmed) {
    return <RecoveryPage session={data.session} card={card} onCard={setCard} />
  }
  return <OpenDesk session={data.session} />
}
