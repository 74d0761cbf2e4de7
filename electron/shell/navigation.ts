import type { App, WebContents } from 'electron/main'

type Stoppable = { readonly preventDefault: () => void }

const stop = (event: Stoppable): void => event.preventDefault()

/** A window shows the document it was opened with; it goes nowhere else and opens nothing. */
export const lockNavigation = (contents: WebContents): void => {
  contents.on('will-navigate', stop)
  contents.on('will-frame-navigate', stop)
  contents.on('will-redirect', stop)
  contents.on('will-attach-webview', stop)
  contents.on('will-prevent-unload', stop)
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
