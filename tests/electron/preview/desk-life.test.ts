import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ask, openClient, openHost, signIn, type OpenHost } from './open-host.ts'

describe('a call from the browser to the desk', () => {
  let open: OpenHost
  let member: { readonly cookie: string }
  beforeEach(async () => {
    open = await openHost()
    member = await signIn(open.host)
  })
  afterEach(() => open.close())

  it('brings the answer back, text and files alike', async () => {
    const client = openClient(open.host, member)
    expect(await client.echo.say({ words: '存单 ¥1,200.00' })).toEqual({ words: '存单 ¥1,200.00' })
    const bytes = new Uint8Array(512 * 1024).map((_, at) => at % 251)
    const { file } = await client.echo.size({ file: new Blob([bytes]) })
    expect(Buffer.from(await file.arrayBuffer()).equals(Buffer.from(bytes))).toBe(true)
  })

  it('keeps a refusal the declared error it was', async () => {
    const failure = { code: 'stale', expected: 3, got: 2 }
    await expect(openClient(open.host, member).echo.refuse()).rejects.toMatchObject({
      defined: true,
      code: 'FAILED',
      data: failure,
    })
  })

  it('shows in the status that the desk is locked', async () => {
    const reply = await ask(open.host, '/rpc/echo/lock', member, 'POST', '{}')
    expect(reply.status).toBe(423)
    await expect(openClient(open.host, member).echo.lock()).rejects.toMatchObject({
      data: { code: 'locked' },
    })
  })

  it('tells nothing of a broken desk but that it broke', async () => {
    const reply = await ask(open.host, '/rpc/echo/break', member, 'POST', '{}')
    expect(reply.status).toBe(500)
    expect(reply.body).not.toContain('陈女士')
    expect(reply.body).not.toContain('.ts')
  })

  it('rejects calls in flight as stopped when the desk is killed, and goes on with a fresh desk', async () => {
    const client = openClient(open.host, member)
    const before = await client.session.state()
    const waiting = [client.echo.never(), client.echo.never()]
    const ends = Promise.all(
      waiting.map((call) =>
        call.then(
          () => 'answered',
          (error: unknown) => error,
        ),
      ),
    )
    await client.echo.say({ words: 'still here' })
    process.kill(before.pid, 'SIGKILL')
    for (const end of await ends) expect(end).toMatchObject({ defined: true, data: { code: 'stopped' } })
    const after = await client.session.state()
    expect(after.pid).not.toBe(before.pid)
    expect(await client.echo.say({ words: 'again' })).toEqual({ words: 'again' })
  })

  it('answers locked to everything but the open procedures until the fresh desk listens', async () => {
    const client = openClient(open.host, member)
    await client.echo.die()
    while (open.desk.isUp()) await new Promise((wake) => setTimeout(wake, 5))
    const refused = await ask(open.host, '/rpc/echo/say', member, 'POST', '{"json":{"words":"x"}}')
    expect(refused.status).toBe(423)
    expect(JSON.parse(refused.body)).toMatchObject({ json: { code: 'FAILED', data: { code: 'locked' } } })
    for (const path of ['/print/sheet-1', '/host/pdf/sheet-1'])
      expect((await ask(open.host, path, member)).status).toBe(423)
    expect((await ask(open.host, '/', member)).status).toBe(200)
    expect((await client.session.state()).pid).toBeGreaterThan(0)
    expect((await ask(open.host, '/print/sheet-1', member)).status).toBe(200)
  })

  it('does not call a desk that has gone', async () => {
    await open.desk.stop()
    await expect(open.desk.call(['echo', 'say'], { words: 'x' })).rejects.toThrow('stopped')
  })
})
