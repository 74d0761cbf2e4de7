import type { IntakeKind } from './model.ts'

/** A field of a file and the headings under which banks export it; the first is the usual one. */
export type ColumnSpec = {
  readonly field: string
  readonly headings: readonly string[]
  readonly required?: true
  readonly amount?: true
}

const bookColumns = [
  { field: 'number', headings: ['客户号', '客户编号', '客户代码', '核心客户号'], required: true },
  { field: 'name', headings: ['客户姓名', '姓名', '客户名称', '户名'], required: true },
  { field: 'sex', headings: ['性别'] },
  { field: 'documentKind', headings: ['证件类型', '证件种类'] },
  { field: 'documentNumber', headings: ['证件号码', '证件号', '身份证号', '身份证号码'] },
  { field: 'birthDate', headings: ['出生日期', '生日', '出生年月日'] },
  { field: 'phone', headings: ['手机号码', '手机号', '手机', '联系电话', '移动电话'] },
  { field: 'employer', headings: ['单位名称', '工作单位', '单位'] },
  { field: 'occupation', headings: ['职业', '职务'] },
  { field: 'owner', headings: ['管户经理', '客户经理', '理财经理', '管户人', '主办'] },
  {
    field: 'aum',
    headings: ['时点金融资产', '金融资产', '金融资产余额', '管理资产', 'AUM'],
    required: true,
    amount: true,
  },
  { field: 'demand', headings: ['活期余额', '活期存款', '活期'], amount: true },
  { field: 'time', headings: ['定期余额', '定期存款', '定期'], amount: true },
  { field: 'wealth', headings: ['理财余额', '理财产品', '理财'], amount: true },
  { field: 'fund', headings: ['基金市值', '基金余额', '基金'], amount: true },
  { field: 'insurance', headings: ['保险保费', '保险', '累计保费'], amount: true },
  { field: 'bond', headings: ['国债余额', '国债'], amount: true },
  { field: 'metal', headings: ['贵金属', '贵金属市值'], amount: true },
  { field: 'loan', headings: ['贷款余额', '贷款'], amount: true },
  { field: 'level', headings: ['风险等级', '风险承受能力', '客户风险等级'] },
  { field: 'levelDate', headings: ['风险评估日期', '评估日期', '风评日期'] },
] as const satisfies readonly ColumnSpec[]

const shelfColumns = [
  { field: 'code', headings: ['产品代码', '产品编号', '代码'], required: true },
  { field: 'name', headings: ['产品名称', '名称'], required: true },
  { field: 'kind', headings: ['产品类别', '产品类型', '类别'], required: true },
  { field: 'level', headings: ['风险等级', '产品风险等级'], required: true },
  { field: 'rate', headings: ['业绩比较基准/利率', '业绩比较基准', '利率'] },
  { field: 'term', headings: ['期限', '产品期限'] },
  { field: 'minimum', headings: ['起购金额', '起点金额', '起存金额'], required: true, amount: true },
  { field: 'openFrom', headings: ['募集起始日', '发售起始日', '开始日期'] },
  { field: 'openTo', headings: ['募集截止日', '发售截止日', '结束日期'] },
  { field: 'audience', headings: ['适合客群', '适合客户', '适用客户'] },
] as const satisfies readonly ColumnSpec[]

export type BookField = (typeof bookColumns)[number]['field']
export type ShelfField = (typeof shelfColumns)[number]['field']

export const columnsOf: Readonly<Record<IntakeKind, readonly ColumnSpec[]>> = {
  'client-book': bookColumns,
  'product-shelf': shelfColumns,
}
