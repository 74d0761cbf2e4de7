// Reasons of the honest exits; the first of each list is the default (practice 7).
export const exit = {
  skip: {
    'not-needed-now': '客户暂不需要规划',
    'done-before': '以前做过',
    'no-time': '没有时间',
    other: '其他',
  },
  leave: { 'called-away': '有事被叫走', family: '家里有事', 'no-time': '没有时间', other: '其他' },
  postpone: {
    'client-asked': '客户要求',
    'client-absent': '客户没来',
    'manager-absent': '理财经理不在',
    branch: '网点原因',
    other: '其他',
  },
  abort: {
    'client-declined': '客户不想谈',
    disturbed: '受到打扰',
    'wrong-time': '时间不合适',
    'opened-by-mistake': '误开',
    other: '其他',
  },
  moved: '误选更正 第{{number}}号',
  moves: {
    title: '等您确认的更正',
    from: '误选的客户',
    to: '正确的客户',
    by: '提出人',
    at: '提出时间',
    confirm: '确认更正',
    empty: '没有等您确认的更正。',
  },
}
