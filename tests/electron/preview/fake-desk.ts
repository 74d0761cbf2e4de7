import { implement } from '@orpc/server'
import { RPCHandler } from '@orpc/server/message-port'
import { portOver } from '../../../electron/desk/channel.ts'
import { fakeContract } from './fake-contract.ts'

// A desk that answers over the fork channel, with one procedure for each way a call can end.

const desk = implement(fakeContract)

const sheet = (job: string): string => `<!doctype html><html lang="zh"><head><title>sheet</title>
<link rel="stylesheet" href="/print.css"><style nonce="__NONCE__">p { color: rgb(1, 2, 3) }</style></head>
<body><p>家庭财务报告 ${job}</p></body></html>`

const router = desk.router({
  session: { state: desk.session.state.handler(() => ({ pid: process.pid })) },
  echo: {
    say: desk.echo.say.handler(({ input }) => input),
    size: desk.echo.size.handler(({ input }) => input),
    never: desk.echo.never.handler(() => new Promise(() => undefined)),
    die: desk.echo.die.handler(() => {
      setImmediate(() => process.exit(0))
      return {}
    }),
    refuse: desk.echo.refuse.handler(({ errors }) => {
      throw errors.FAILED({ data: { code: 'stale', expected: 3, got: 2 } })
    }),
    lock: desk.echo.lock.handler(({ errors }) => {
      throw errors.FAILED({ data: { code: 'locked' } })
    }),
    break: desk.echo.break.handler(() => {
      throw new Error('陈女士 13900000000')
    }),
  },
  printout: {
    page: desk.printout.page.handler(({ input, errors }) => {
      if (input.job === 'gone') throw errors.FAILED({ data: { code: 'not-found', what: 'job' } })
      return { html: sheet(input.job) }
    }),
  },
})

const handler = new RPCHandler(router)
handler.upgrade(portOver(process) as unknown as Parameters<typeof handler.upgrade>[0])
process.on('disconnect', () => process.exit(0))
