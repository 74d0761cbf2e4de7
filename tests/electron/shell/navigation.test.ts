import { EventEmitter } from 'node:events'
import type { App, WebContents, WebFrameMain } from 'electron/main'
import { describe, expect, it } from 'vitest'
import { lockAllContents, stoppedMoves } from '../../../electron/shell/navigation.ts'
import { isFromWindow } from '../../../electron/shell/sender.ts'
import { FakeContents } from '../../support/fake-electron.ts'

const strange = [
  'file:///etc/passwd',
  'https://bank.example/',
  'data:text/html,x',
  'blob:app://app/1',
  'javascript:alert(1)',
  'app://evil/',
  'app://app@evil/',
  'app://app:pass@app/',
  'about:blank',
  'nonsense',
]

describe('a window’s way out', () => {
  const app = new EventEmitter()
  lockAllContents(app as unknown as App)
  const contents = new FakeContents()
  app.emit('web-contents-created', {}, contents)

  it('is watched at exactly these places', () => {
    expect([...app.eventNames(), ...contents.eventNames()]).toEqual([
      'web-contents-created',
      'certificate-error',
      'select-client-certificate',
      'login',
      'will-navigate',
      'will-frame-navigate',
      'will-redirect',
      'will-attach-webview',
      'will-prevent-unload',
      'select-bluetooth-device',
    ])
    expect(contents.calls).toEqual([])
  })

  it('is shut for links, frames, redirects and embedded views', () => {
    for (const name of stoppedMoves) {
      let stopped = 0
      for (const url of strange) contents.emit(name, { url, preventDefault: () => (stopped += 1) }, url)
      expect([name, stopped]).toEqual([name, strange.length])
    }
  })

  it('opens no second window', () => {
    for (const url of [...strange, 'app://app/'])
      expect(contents.openHandler?.({ url })).toEqual({ action: 'deny' })
  })

  it('chooses no bluetooth device', () => {
    const said: unknown[] = []
    contents.emit(
      'select-bluetooth-device',
      { preventDefault: () => said.push('stopped') },
      [{}],
      (id: unknown) => said.push(id),
    )
    expect(said).toEqual(['stopped', ''])
  })

  it('trusts no wrong certificate and answers no login', () => {
    const answers: unknown[] = []
    const answer = (given?: unknown): void => void answers.push(given)
    const event = { preventDefault: () => undefined }
    app.emit('certificate-error', event, contents, 'https://x', 'bad', {}, answer)
    app.emit('select-client-certificate', event, contents, 'https://x', [], answer)
    app.emit('login', event, contents, {}, {}, answer)
    expect(answers).toEqual([false, undefined, undefined])
  })
})

describe('who says a verb', () => {
  const contents = new FakeContents()
  const window = contents as unknown as WebContents
  const from = (senderFrame: unknown, sender: unknown = contents) => ({
    sender: sender as WebContents,
    senderFrame: senderFrame as WebFrameMain | null,
  })

  it('counts when it is the top document of our own window', () => {
    expect(isFromWindow(from(contents.mainFrame), window)).toBe(true)
  })

  it('does not count from a frame, another window, a gone frame or before there is a window', () => {
    expect(isFromWindow(from({ ...contents.mainFrame }), window)).toBe(false)
    expect(isFromWindow(from(contents.mainFrame, new FakeContents()), window)).toBe(false)
    expect(isFromWindow(from(null), window)).toBe(false)
    expect(isFromWindow(from(contents.mainFrame), null)).toBe(false)
  })

  it('does not count from a frame that is detached or destroyed, or from a window that is gone', () => {
    const other = new FakeContents()
    const from2 = (change: object) =>
      isFromWindow(from(Object.assign(other.mainFrame, change), other), other as unknown as WebContents)
    expect(from2({})).toBe(true)
    expect(from2({ detached: true })).toBe(false)
    const gone = { detached: false, isDestroyed: () => true }
    expect(from2(gone)).toBe(false)
    expect(from2({ isDestroyed: () => false })).toBe(true)
    other.destroyed = true
    expect(from2({})).toBe(false)
  })

  it('does not count from another address', () => {
    for (const url of strange) {
      const other = new FakeContents()
      other.mainFrame.url = url
      const event = from(other.mainFrame, other)
      expect(isFromWindow(event, other as unknown as WebContents)).toBe(false)
    }
  })
})
