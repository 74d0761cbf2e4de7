import type { ScriptLine } from '../../shared/script/model.ts'

/** The end of the talk and the quiet minutes after it (S1 p49, S0 L338-347). */
export const ending: readonly ScriptLine[] = [
  {
    step: 'closing',
    kind: 'words',
    id: 'closing.words.1',
    zh: '“下次联络，您看哪天、用什么方式方便？”',
    en: '“Which day and which way suits you for our next contact?”',
  },
  {
    step: 'closing',
    kind: 'words',
    id: 'closing.words.2',
    zh: '“方便给您留张名片吗？还有什么要我帮忙的？”',
    en: '“May I leave you my card? Is there anything else I can do?”',
  },
  {
    step: 'closing',
    kind: 'words',
    id: 'closing.words.3',
    zh: '“谢谢您过来，下次再来坐坐。”',
    en: '“Thank you for coming; please visit us again.”',
  },
  {
    step: 'closing',
    kind: 'rule',
    id: 'closing.rule.1',
    zh: '有没有意向都要约好下次；客户不愿再联系也照实记',
    en: 'Agree the next contact either way; if the client wants none, record just that',
  },
  {
    step: 'closing',
    kind: 'rule',
    id: 'closing.rule.2',
    zh: '热情道别，请大堂经理一起送到门口',
    en: 'A warm goodbye; the lobby manager helps to see the client to the door',
  },
  {
    step: 'closing',
    kind: 'action',
    id: 'closing.action.1',
    zh: '收好桌上的纸，客户的还给客户',
    en: "Clear the table; give the client what is the client's",
  },
  {
    step: 'reviewing',
    kind: 'words',
    id: 'reviewing.words.1',
    zh: '问自己：客户今天最在意的是哪一句？',
    en: 'Ask yourself: which sentence mattered most to the client today?',
  },
  {
    step: 'reviewing',
    kind: 'rule',
    id: 'reviewing.rule.1',
    zh: '有空就写总结和分析，最迟到下班前',
    en: 'Summarise and analyse while there is time, at the latest before the day ends',
  },
  {
    step: 'reviewing',
    kind: 'rule',
    id: 'reviewing.rule.2',
    zh: '只写事实，客户有权查阅',
    en: 'Write facts only: the client has a right to read this',
  },
  {
    step: 'reviewing',
    kind: 'action',
    id: 'reviewing.action.1',
    zh: '答应客户的事，今天就排进日程',
    en: 'Put what you promised into the diary today',
  },
]
