// Names as a branch has them: surnames by their share, given names mostly of two signs. makeBook's own few names would
// give each name hundreds of bearers.

const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤'
const signs =
  '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华文辉建国志鹏飞宇浩然子涵欣怡梓轩雨泽晨曦思远佳慧玲燕红梅兰云凤琴珍莲春海波山林松柏峰岩川江河清泉玉珠宝金银亮光荣富贵安康宁和顺祥瑞福寿喜乐嘉诚信义礼智仁勤俭'

/** The generator of tests/support/bank-file, once more: the same seed gives the same book. */
export const dice = (seed: number) => {
  let state = seed
  return (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export const pick = <T>(list: ArrayLike<T>, chance: number): T => list[Math.floor(chance * list.length)] as T

/** Frequent surnames stand first and are drawn more often; one name in seven has one given sign. */
export const namesOf = (count: number, seed: number): readonly string[] => {
  const random = dice(seed)
  return Array.from({ length: count }, () => {
    const surname = pick(surnames, random() ** 2)
    const given = pick(signs, random())
    return surname + given + (random() < 0.15 ? '' : pick(signs, random()))
  })
}
