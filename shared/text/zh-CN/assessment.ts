export const assessment = {
  title: '登记本行评估',
  open: '登记评估结果',
  level: '等级',
  date: '评估日期',
  serial: '编号',
  channel: '渠道',
  channels: {
    'counter-slip': '柜面单据',
    'mobile-bank': '手机银行',
    terminal: '自助终端',
    import: '客户清单',
  },
  refusal: {
    assessedTwiceToday: '这一天已有两次评估，同一家机构一天最多两次，请核对单据。',
    assessedEightTimes: '十二个月内已有八次评估，同一家机构最多八次，请核对单据。',
  },
  again: '等级与上次不同，客户已再次确认',
  verb: '登记',
  expired: '评估已过期',
  none: '没有评估记录',
  until: '有效至{{date}}',
}
