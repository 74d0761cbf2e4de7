import type { ShelfProduct } from '../../shared/product/model.ts'

type Row = readonly [
  code: string,
  name: string,
  kind: ShelfProduct['kind'],
  level: number,
  termDays: number | null,
  minimum: number,
  openFrom: string,
  openTo: string | null,
]

// The shelf of the reference file, for tests that don't go through the import.
const rows: readonly Row[] = [
  ['DQ003', '三个月定期存款', 'deposit', 1, 90, 50, '2026-10-29', '2027-01-06'],
  ['DQ012', '一年期定期存款', 'deposit', 1, 365, 50, '2026-09-26', '2027-01-14'],
  ['DQ036', '三年期大额存单', 'deposit', 1, 1095, 200000, '2026-09-28', '2026-12-04'],
  ['GZ2605', '2026年储蓄国债(五期)', 'treasury', 1, 1095, 100, '2026-10-23', '2026-12-31'],
  ['LC1001', '安心快线天天利', 'wealth', 1, null, 1, '2026-10-04', '2027-01-19'],
  ['LC2007', '稳利季季盈180天', 'wealth', 2, 180, 10000, '2026-11-03', '2026-11-29'],
  ['LC2031', '稳健优享一年定开', 'wealth', 2, 365, 10000, '2026-10-02', '2027-01-03'],
  ['LC3012', '均衡增利三年持有', 'wealth', 3, 1095, 10000, '2026-10-14', '2027-01-01'],
  ['JJ000012', '沪深三百指数增强A', 'fund', 4, null, 10, '2026-09-25', null],
  ['JJ000345', '中短债债券A', 'fund', 2, null, 10, '2026-10-08', null],
  ['JJ000777', '科创成长混合', 'fund', 5, null, 10, '2026-10-18', null],
  ['BX0101', '福满堂终身寿险(分红型)', 'insurance', 2, 36500, 100000, '2026-10-31', '2026-12-14'],
  ['BX0202', '康佑一生重大疾病保险', 'insurance', 1, 36500, 5000, '2026-11-03', '2027-01-03'],
  ['GJS01', '积存金', 'metal', 3, null, 1, '2026-11-02', '2026-12-04'],
  ['SM0901', '家族信托(单一资金)', 'trust', 3, 3650, 10000000, '2026-11-07', '2027-01-01'],
]

export const referenceShelf: readonly ShelfProduct[] = rows.map(
  ([code, name, kind, level, termDays, yuan, openFrom, openTo]) => ({
    code,
    name,
    kind,
    level,
    rate: null,
    termDays,
    minimum: yuan * 100,
    openFrom,
    openTo,
    audience: '',
  }),
)
