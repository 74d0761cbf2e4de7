import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Session } from 'electron/main'
import { beforeAll, describe, expect, it } from 'vitest'
import { hardenSession } from '../../../electron/shell/session.ts'
import { FakeSession } from '../../support/fake-electron.ts'

/** Every permission this Electron knows, read from its own type declarations. */
const knownPermissions = (): readonly string[] => {
  const typings = readFileSync(createRequire(import.meta.url).resolve('electron/electron.d.ts'), 'utf8')
  const line =
    typings.split('\n').find((text) => text.includes('setPermissionRequestHandler(handler: ((')) ?? ''
  const list = /permission: ((?:'[^']+'(?: \| )?)+)/.exec(line)?.[1] ?? ''
  return list.split(' | ').map((name) => name.replaceAll("'", ''))
}

describe('the session of every window', () => {
  const session = new FakeSession()
  const ask = (name: string, ...words: unknown[]): unknown => session.set.get(name)?.(...words)
  const request = (contents: unknown, permission: string, url: string, isMainFrame = true): unknown => {
    let granted: unknown = 'no answer'
    const details = { requestingUrl: url, isMainFrame }
    ask('permission request', contents, permission, (answer: unknown) => (granted = answer), details)
    return granted
  }
  beforeAll(() => hardenSession(session as unknown as Session))

  it('allows a page nothing but putting text on the clipboard', () => {
    const permissions = knownPermissions()
    expect(permissions.length).toBeGreaterThan(30)
    const asked = permissions.filter((name) => request({}, name, 'app://app/') === true)
    const checked = permissions.filter((name) => ask('permission check', {}, name, 'app://app/') === true)
    expect(asked).toEqual(['clipboard-sanitized-write'])
    expect(checked).toEqual(['clipboard-sanitized-write'])
  })

  it('allows nothing to a stranger, a frame inside the page or nobody', () => {
    const permission = 'clipboard-sanitized-write'
    for (const url of [
      'https://bank.example/',
      'app://evil/',
      'app://app@evil/',
      'app://app.evil/',
      'file:///app://app/',
    ])
      expect(request({}, permission, url)).toBe(false)
    expect(request(null, permission, 'app://app/')).toBe(false)
    expect(request({}, permission, 'app://app/', false)).toBe(false)
    expect(ask('permission check', null, permission, 'app://app/')).toBe(false)
    expect(ask('permission check', {}, permission, 'https://bank.example')).toBe(false)
  })

  it('gives no device, no screen picture and no download', () => {
    expect(ask('device', { deviceType: 'usb' })).toBe(false)
    expect(session.calls).toContainEqual({ name: 'displayMedia', words: [null] })
    let isStopped = false
    session.events.emit('will-download', { preventDefault: () => (isStopped = true) })
    expect(isStopped).toBe(true)
  })

  it('lets no request leave the app', () => {
    const cancels = (url: string): unknown => {
      let answer: unknown
      ask('request', { url }, (given: { cancel: boolean }) => (answer = given.cancel))
      return answer
    }
    expect(cancels('app://app/assets/a.js')).toBe(false)
    for (const url of [
      'https://bank.example/',
      'http://127.0.0.1/',
      'file:///etc/passwd',
      'ws://x/',
      'app://evil/',
      'data:,x',
    ])
      expect(cancels(url)).toBe(true)
    expect(session.calls).toContainEqual({ name: 'proxy', words: [{ mode: 'direct' }] })
    expect(session.calls).toContainEqual({ name: 'spellChecker', words: [false] })
  })
})
