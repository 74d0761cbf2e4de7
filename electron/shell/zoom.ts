import type { BrowserWindow } from 'electron/main'
import type { Settings } from '../settings/settings.ts'

const steps = [0.5, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3] as const

type Key = { readonly type: string; readonly key: string; readonly control: boolean; readonly meta: boolean }

/** The zoom after a key, or null when the key means something else. Without a menu nobody else listens for it. */
export const zoomAfter = (zoom: number, { type, key, control, meta }: Key): number | null => {
  if (type !== 'keyDown' || !(control || meta)) return null
  if (key === '0') return 1
  if (key === '+' || key === '=') return steps.find((step) => step > zoom) ?? zoom
  if (key === '-' || key === '_') return steps.findLast((step) => step < zoom) ?? zoom
  return null
}

export const zoomByKeys = ({ webContents }: BrowserWindow, settings: Settings): void => {
  const apply = (zoom: number): void => {
    webContents.setZoomFactor(zoom)
    settings.set('zoom', zoom)
  }
  webContents.on('before-input-event', (event, input) => {
    const zoom = zoomAfter(settings.get('zoom'), input)
    if (zoom === null) return
    event.preventDefault()
    apply(zoom)
  })
  webContents.on('zoom-changed', (_event, direction) => {
    const key = direction === 'in' ? '+' : '-'
    const zoom = zoomAfter(settings.get('zoom'), { type: 'keyDown', key, control: true, meta: false })
    if (zoom !== null) apply(zoom)
  })
}
