import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Session } from 'electron/main'
import { beforeAll, describe, expect, it } from 'vitest'
import { allowedPermissions, forgetAll, hardenSession } from '../../../electron/shell/session.ts'
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

  it('is given exactly these rules, and no other', () => {
    expect([...session.set.keys()].toSorted()).toEqual([
      'device',
      'permission check',
      'permission request',
      'request',
    ])
    expect(session.calls).toEqual([
      { name: 'setDisplayMediaRequestHandler', words: [null] },
      { name: 'setSpellCheckerEnabled', words: [false] },
      { name: 'setProxy', words: [{ mode: 'direct' }] },
    ])
    expect(session.eventNames().map(String).toSorted()).toEqual([
      'file-system-access-restricted',
      'select-hid-device',
      'select-serial-port',
      'select-usb-device',
      'will-download',
    ])
    expect([...allowedPermissions]).toEqual(['clipboard-sanitized-write'])
  })

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

  it('gives no device, no folder and no download', () => {
    for (const deviceType of ['usb', 'hid', 'serial']) expect(ask('device', { deviceType })).toBe(false)
    const events = [
      ['select-hid-device', undefined],
      ['select-serial-port', ''],
      ['select-usb-device', undefined],
      ['file-system-access-restricted', 'deny'],
    ] as const
    for (const [name, wanted] of events) {
      const said: unknown[] = []
      const event = { preventDefault: () => void said.push('stopped') }
      const answer = (given?: unknown): void => void said.push(given)
      if (name === 'select-serial-port') session.emit(name, event, [], {}, answer)
      else session.emit(name, event, {}, answer)
      expect([name, ...said]).toEqual([name, 'stopped', wanted])
    }
    let isStopped = false
    session.emit('will-download', { preventDefault: () => (isStopped = true) })
    expect(isStopped).toBe(true)
  })

  it('forgets everything at a lock, and a lock does not wait on a session that can’t', async () => {
    const other = new FakeSession()
    await forgetAll(other as unknown as Session)
    expect(other.calls).toEqual([{ name: 'clearData', words: [] }])
    await forgetAll({ clearData: () => Promise.reject(new Error('busy')) })
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
  })
})
