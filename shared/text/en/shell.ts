import type { Texts } from '../texts.ts'
import type { shell as zh } from '../zh-CN/shell.ts'

export const shell = {
  changed: {
    title: 'Zhiyin was not started',
    body: "The program's files are not as they were installed. To protect client data nothing was started; nothing was changed. Ask your administrator to install it again.",
  },
  desk: {
    title: 'Zhiyin has stopped',
    body: 'The desk stopped again and again, so the program ended. Everything confirmed as saved is kept. Open it again; if this goes on, ask your administrator.',
  },
  window: {
    title: 'Zhiyin has stopped',
    body: 'The window failed again and again, so the program ended. Everything confirmed as saved is kept. Open it again; if this goes on, ask your administrator.',
  },
  start: {
    title: '知音没有启动 / Zhiyin was not started',
    body: 'The start failed, so the program ended; nothing was changed. Open it again; if this goes on, ask your administrator.',
  },
  silent: {
    title: 'The window does not answer',
    body: 'You can wait a little longer or open the window again. It locks first; what was saved is kept.',
    wait: 'Wait',
    reopen: 'Open again',
  },
} satisfies Texts<typeof zh>
