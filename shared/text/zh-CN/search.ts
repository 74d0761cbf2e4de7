export const search = {
  title: '找客户',
  input: '姓名、拼音、手机尾号、档案号',
  open: '找客户（Ctrl+K）',
  hint: '可输入姓名、拼音或首字母、手机或证件号、尾号四位。↑↓选择，Enter 打开。',
  none: '没有找到。封存的档案按客户号或档案号找。',
  'tail-or-whole': '请输入尾号四位，或整个号码。',
  namesake: '同名',
  birth: '{{day}}出生',
  tail: '客户号尾号{{tail}}',
  owner: '主办{{name}}',
  found: '找到{{n}}位',
  more: '先列出{{n}}位，还有更多：请再输几个字。',
}
