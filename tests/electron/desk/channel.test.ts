import { EventEmitter } from 'node:events'
import { afterEach, describe, expect, it } from 'vitest'
import { portOver, portMessage, receivePorts, type MainPortLike } from '../../../electron/desk/channel.ts'

const host = process as { parentPort?: unknown }

afterEach(() => {
  delete host.parentPort
})

const fakePort = (): MainPortLike => ({
  on: () => undefined,
  postMessage: () => undefined,
  start: () => undefined,
})

describe('the way to the desk', () => {
  it('takes the ports the shell hands over and ignores every other message', () => {
    const parentPort = new EventEmitter()
    host.parentPort = parentPort
    const taken: MainPortLike[] = []
    expect(receivePorts((port) => void taken.push(port))).toBe(true)
    const port = fakePort()
    parentPort.emit('message', { data: portMessage, ports: [port] })
    parentPort.emit('message', { data: 'something else', ports: [fakePort()] })
    parentPort.emit('message', { data: portMessage, ports: [] })
    expect(taken).toEqual([port])
  })

  it('says so when there is no shell', () => {
    expect(receivePorts(() => undefined)).toBe(false)
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
