import type { App } from 'electron/main'

type Window = {
  readonly isMinimized: () => boolean
  readonly restore: () => void
  readonly show: () => void
  readonly focus: () => void
}

/** Somebody started the program again: its window comes to the front. What the other start said is not looked at. */
export const frontOnSecondStart = (app: App, window: () => Window | null): void => {
  app.on('second-instance', () => {
    const open = window()
    if (open === null) return
    if (open.isMinimized()) open.restore()
    open.show()
    open.focus()
  })
}
