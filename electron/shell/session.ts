import type { Session } from 'electron/main'

/** What a page may be allowed: putting text on the clipboard by a click of the user, and nothing else. */
const allowed: ReadonlySet<string> = new Set(['clipboard-sanitized-write'])

/** In memory only, no permissions, no downloads, no network. */
export const hardenSession = async (session: Session): Promise<void> => {
  session.setPermissionRequestHandler((contents, permission, answer, details) => {
    const isOurs = contents !== null && details.requestingUrl.startsWith('app://app/')
    answer(isOurs && details.isMainFrame && allowed.has(permission))
  })
  session.setPermissionCheckHandler((contents, permission, origin) => {
    const isOurs = contents !== null && (origin === 'app://app' || origin === 'app://app/')
    return isOurs && allowed.has(permission)
  })
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler(null)
  session.on('will-download', (event) => event.preventDefault())
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !url.startsWith('app://app/') }))
  session.setSpellCheckerEnabled(false)
  await session.setProxy({ mode: 'direct' })
}
