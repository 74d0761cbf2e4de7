export const session = {
  role: {
    'centre-head': '理财中心负责人',
    supervisor: '客户经理主管',
    'wealth-manager': '理财经理',
    'lobby-manager': '大堂经理',
    'archive-keeper': '档案管理员',
  },
  sample: '样例账簿：里面的人和数字都是编的。口令 {{passphrase}}',
  clockSuspect: '这台电脑的时间比上次记录还早，请先校正时间。',
  backupFailed: '备份没有做成。请到设置里看原因，再做一次。',
  reserveFreed: '磁盘满了，刚才那一步没有存下。已释放64 MB预留空间，请马上再存一次，然后清理磁盘。',
  damage: {
    pages: '读不出来的页（至少）：{{pages}}',
    andMore: '读不出来的页（至少）：{{pages}}，另有{{more}}页',
  },
  logGrown:
    '保险库的写入日志已有{{mebibytes}} MB，没能收进数据库。请锁屏再解锁；还是这样，请重新启动电脑，并告诉理财中心负责人。',
  readOnly: {
    'disk-full':
      '磁盘满了：现在只能查看，什么都存不了。请清理这块磁盘上别的文件（数据文件夹里的不要动），再锁屏、重新解锁。',
  },
  refusal: {
    'card-unconfirmed': '请先核对恢复卡，再开始使用。',
    'vault-read-only': '现在只能查看，没有保存任何内容。',
  },
  reason: { 'disk-full': '磁盘满了。请清理这块磁盘上别的文件，再锁屏、重新解锁。' },
  lockedSoon: '没有操作，{{seconds}}秒后锁屏',
  stay: '继续工作',
  offer: { text: '设一个6位快捷密码，今天换人回来不必再输口令。', set: '去设置' },
  salvagedRows: '这个保险库是抢救出来的，有些内容没能救回来，请告诉理财中心负责人。',
  salvageKnown: '已知悉，不再提示',
  verdict: {
    damaged: '保险库有一部分读不出来，已停止写入。请用备份恢复。',
    altered: '操作记录在第{{row}}行被改动过，请告诉理财中心负责人。',
    salvaged: '这个保险库是抢救出来的，操作记录从第{{row}}行起有缺失，请告诉理财中心负责人。',
    truncated: '操作记录缺了结尾，请告诉理财中心负责人。',
    replaced: '保险库被换成了旧的，请告诉理财中心负责人。',
    'header-replaced': '保险库的表头被换成了旧的，请告诉理财中心负责人。',
    unanchored: '操作记录的存证不见了，请告诉理财中心负责人。',
  },
}
