import type { Session } from 'electron/main'

/** What a page may be allowed: putting text on the clipboard by a click of the user, and nothing else. */
export const allowedPermissions: ReadonlySet<string> = new Set(['clipboard-sanitized-write'])

/** Without the prefix it would be kept on disk. */
export const partition = 'zhiyin'

const ownPages = 'app://app/'

type Choice = (event: { readonly preventDefault: () => void }, given: unknown, answer: () => void) => void

const chooseNone: Choice = (event, _given, answer) => {
  event.preventDefault()
  answer()
}

/** In memory only, no permissions, no devices, no downloads, no network. */
export const hardenSession = async (session: Session): Promise<void> => {
  session.setPermissionRequestHandler((contents, permission, answer, details) => {
    const isOurs = contents !== null && details.requestingUrl.startsWith(ownPages)
    answer(isOurs && details.isMainFrame && allowedPermissions.has(permission))
  })
  session.setPermissionCheckHandler((contents, permission, origin) => {
    const isOurs = contents !== null && (origin === 'app://app' || origin === ownPages)
    return isOurs && allowedPermissions.has(permission)
  })
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler(null)
  session.on('select-hid-device', chooseNone)
  session.on('select-serial-port', (event, _ports, _contents, answer) =>
    chooseNone(event, _ports, () => answer('')),
  )
  session.on('select-usb-device', chooseNone)
  session.on('file-system-access-restricted', (event, _details, answer) =>
    chooseNone(event, _details, () => answer('deny')),
  )
  session.on('will-download', (event) => event.preventDefault())
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !url.startsWith(ownPages) }))
  session.setSpellCheckerEnabled(false)
  await session.setProxy({ mode: 'direct' })
}

/** After a lock the session remembers nothing of the documents before it. */
export const forgetAll = (session: Pick<Session, 'clearData'>): Promise<void> =>
  session.clearData().catch(() => undefined)
