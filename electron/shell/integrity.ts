import type { App } from 'electron/main'

/** Electron found a changed block of the archive in a process of ours: nothing of it goes on. */
export const stopAtChangedArchive = (app: App, refuse: () => void): void => {
  const look = (reason: string): void => {
    if (reason === 'integrity-failure') refuse()
  }
  app.on('child-process-gone', (_event, { reason }) => look(reason))
  app.on('render-process-gone', (_event, _contents, { reason }) => look(reason))
}
