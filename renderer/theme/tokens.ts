// The colours of the look: a dark spine, warm paper, lighter sheets, ink blue for what can be done, one seal red for
// what needs a hand now. Text keeps 4.5:1 and control edges 3:1 on every ground they stand on (tests/renderer/theme).
export type Tokens = {
  readonly [
    K in
      | 'paper'
      | 'sheet'
      | 'raised'
      | 'well'
      | 'ink'
      | 'ink2'
      | 'ink3'
      | 'blue'
      | 'blueDeep'
      | 'blueTint'
      | 'onBlue'
      | 'seal'
      | 'sealDeep'
      | 'sealTint'
      | 'ochre'
      | 'ochreTint'
      | 'pine'
      | 'edge'
      | 'rule'
      | 'rule2'
      | 'spine'
      | 'spineText'
      | 'spineFocus'
  ]: string
} & { readonly chart: Readonly<Record<1 | 2 | 3 | 4 | 5, string>> }

export const lightTokens: Tokens = {
  paper: '#F4EFE6',
  sheet: '#FCFAF5',
  raised: '#FFFFFF',
  well: '#EBE4D7',
  ink: '#1C2530',
  ink2: '#4A5361',
  ink3: '#61676F',
  blue: '#1F4068',
  blueDeep: '#17304F',
  blueTint: '#E2E8EF',
  onBlue: '#FFFFFF',
  seal: '#AD3526',
  sealDeep: '#8C281B',
  sealTint: '#F7E4DC',
  ochre: '#7A5410',
  ochreTint: '#F4E9CF',
  pine: '#2C604D',
  edge: '#8A8273',
  rule: '#DCD3C2',
  rule2: '#C9BEA9',
  spine: '#1B2E48',
  spineText: '#C9D3DF',
  spineFocus: '#F2D9A6',
  chart: { 1: '#1D3A5F', 2: '#8A5A2B', 3: '#6186A7', 4: '#CBA96E', 5: '#DDD6C6' },
}

export const darkTokens: Tokens = {
  paper: '#11171E',
  sheet: '#182029',
  raised: '#202A35',
  well: '#0D1218',
  ink: '#EDE8DD',
  ink2: '#BDBDB7',
  ink3: '#969CA2',
  blue: '#93B8E4',
  blueDeep: '#AFCBEC',
  blueTint: '#22354B',
  onBlue: '#0E1A28',
  seal: '#F08C7C',
  sealDeep: '#F08C7C',
  sealTint: '#41231F',
  ochre: '#DDB766',
  ochreTint: '#3A2F18',
  pine: '#8AC4A9',
  edge: '#72808F',
  rule: '#313D4A',
  rule2: '#3D4A58',
  spine: '#0B1118',
  spineText: '#C9D3DF',
  spineFocus: '#F2D9A6',
  chart: { 1: '#C9DDF3', 2: '#D9A066', 3: '#6E97C0', 4: '#97773F', 5: '#4F5B67' },
}
