import type { App, WebContents } from 'electron/main'

type Stoppable = { readonly preventDefault: () => void }

const stop = (event: Stoppable): void => event.preventDefault()

/** Every way in which a document could leave its address or bring another one in. */
export const stoppedMoves = [
  'will-navigate',
  'will-frame-navigate',
  'will-redirect',
  'will-attach-webview',
  'will-prevent-unload',
] as const

/** A window shows the document it was opened with; it goes nowhere else and opens nothing. */
export const lockNavigation = (contents: WebContents): void => {
  // Each name has its own listener type; all of them can be stopped.
  for (const move of stoppedMoves) contents.on(move as 'will-navigate', stop)
  contents.on('select-bluetooth-device', (event, _devices, answer) => {
    event.preventDefault()
    answer('')
  })
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

/** Installed before the first window, so that none exists without it. */
export const lockAllContents = (app: App): void => {
  app.on('web-contents-created', (_event, contents) => lockNavigation(contents))
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, answer) => {
    event.preventDefault()
    answer(false)
  })
  app.on('select-client-certificate', (event, _contents, _url, _list, answer) => {
    event.preventDefault()
    answer()
  })
  app.on('login', (event, _contents, _details, _info, answer) => {
    event.preventDefault()
    answer()
  })
}
