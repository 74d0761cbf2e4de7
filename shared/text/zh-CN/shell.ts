// What the program says outside its window, when there is no screen to say it on.
export const shell = {
  changed: {
    title: '知音没有启动',
    body: '程序文件与安装时不一致，为保护客户资料没有启动。资料没有改动。请联系管理人员重新安装。',
  },
  desk: {
    title: '知音已停止',
    body: '后台一再停止，程序已退出。已确认存下的内容都在。请重新打开；仍然如此时，请联系管理人员。',
  },
  window: {
    title: '知音已停止',
    body: '窗口一再出错，程序已退出。已确认存下的内容都在。请重新打开；仍然如此时，请联系管理人员。',
  },
  start: {
    title: '知音没有启动 / Zhiyin was not started',
    body: '启动时出错，程序已退出，资料没有改动。请重新打开；仍然如此时，请联系管理人员。',
  },
  silent: {
    title: '窗口没有反应',
    body: '可以再等一会儿，或重新打开窗口。重新打开前会锁屏，已存下的内容都在。',
    wait: '再等等',
    reopen: '重新打开',
  },
}
