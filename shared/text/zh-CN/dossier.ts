export const dossier = {
  refusal: {
    held: '档案 {{number}} 由{{holder}}取出（{{since}}起）。要用请申请调阅，或等对方交柜。',
    'handed-in': '档案 {{number}} 已交柜待接收（{{since}}起），现在不能打开。交柜人可在档案室撤回。',
    'in-cabinet': '档案 {{number}} 已入柜（{{since}}起）。本人客户请先取出，其他人请申请调阅。',
    sealed: '档案 {{number}} 已封存（{{since}}起）。要用请向档案管理员申请启封。',
  },
  tag: {
    'in-use': '在外 {{holder}}',
    'handed-in': '待接收',
    'in-cabinet': '入柜',
    sealed: '封存',
  },
}
