export const sample = {
  title: '样例账本',
  banner: '样例：12户虚构家庭，与真实客户互不相干。',
  open: '打开样例账本',
  remove: '移除样例账本',
}
