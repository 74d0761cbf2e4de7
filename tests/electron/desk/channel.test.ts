import { EventEmitter } from 'node:events'
import { afterEach, describe, expect, it } from 'vitest'
import {
  endMessage,
  limitedPort,
  portOver,
  closeMessage,
  portMessage,
  receivePorts,
  shellPortMessage,
  type MainPortLike,
} from '../../../electron/desk/channel.ts'

const host = process as { parentPort?: unknown }

afterEach(() => {
  delete host.parentPort
})

const fakePort = (): MainPortLike => ({
  on: () => undefined,
  postMessage: () => undefined,
  start: () => undefined,
  close: () => undefined,
})

describe('the way to the desk', () => {
  it('takes the ports the shell hands over, ends at its last word, and ignores every other message', () => {
    const parentPort = new EventEmitter()
    host.parentPort = parentPort
    const started: string[] = []
    const portNamed = (name: string): MainPortLike => ({
      ...fakePort(),
      start: () => void started.push(name),
    })
    let ends = 0
    expect(
      receivePorts(
        (port) => port.start(),
        () => (ends += 1),
      ),
    ).toBe(true)
    parentPort.emit('message', { data: portMessage, ports: [portNamed('window')] })
    parentPort.emit('message', { data: 'something else', ports: [portNamed('stranger')] })
    parentPort.emit('message', { data: portMessage, ports: [] })
    expect([started, ends]).toEqual([['window'], 0])
    parentPort.emit('message', { data: endMessage, ports: [] })
    expect(ends).toBe(1)
  })

  it('drops a message that is too big on a window’s port too, and hears that the port was closed', () => {
    const events = new EventEmitter()
    const port = limitedPort({ ...fakePort(), on: (event, listener) => events.on(event, listener) })
    const heard: unknown[] = []
    port.on('message', (message) => void heard.push(message?.data))
    port.on('close', () => void heard.push('closed'))
    events.emit('message', { data: '知'.repeat(400_000) })
    events.emit('message', { data: { an: 'object' } })
    events.emit('message', { data: 'fits' })
    events.emit('close')
    expect(heard).toEqual(['fits', 'closed'])
  })

  it('gives a window one port at a time: the next one or the end of its document closes the one before', () => {
    const parentPort = new EventEmitter()
    host.parentPort = parentPort
    const said: string[] = []
    const portNamed = (name: string): MainPortLike => ({
      ...fakePort(),
      close: () => void said.push(`${name} closed`),
    })
    receivePorts(
      (_port, owner) => void said.push(`${owner} served`),
      () => undefined,
    )
    parentPort.emit('message', { data: shellPortMessage, ports: [portNamed('shell')] })
    parentPort.emit('message', { data: portMessage, ports: [portNamed('first')] })
    parentPort.emit('message', { data: portMessage, ports: [portNamed('second')] })
    parentPort.emit('message', { data: closeMessage, ports: [] })
    parentPort.emit('message', { data: closeMessage, ports: [] })
    expect(said).toEqual(['shell served', 'window served', 'first closed', 'window served', 'second closed'])
  })

  it('says so when there is no shell', () => {
    expect(
      receivePorts(
        () => undefined,
        () => undefined,
      ),
    ).toBe(false)
  })

  it('drops a message that is too big and keeps quiet when the other end is gone', () => {
    const end = Object.assign(new EventEmitter(), {
      connected: false,
      send: () => {
        throw new Error('sent to nobody')
      },
    })
    const heard: unknown[] = []
    const port = portOver(end)
    port.addEventListener('message', ({ data }) => void heard.push(data))
    end.emit('message', 'x'.repeat(1024 * 1024 + 1))
    end.emit('message', { an: 'object' })
    end.emit('message', 'fits')
    port.postMessage('late')
    expect(heard).toEqual(['fits'])
  })
})
