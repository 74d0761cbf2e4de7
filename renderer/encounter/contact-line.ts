import type { ContactPlan } from '../../shared/contact/model.ts'
import { dayText } from '../text/day.ts'
import type { Text } from '../text/use-text.ts'

export const contactLine = (contact: ContactPlan, { t, language }: Pick<Text, 't' | 'language'>): string => {
  const date = contact.date === null ? '' : dayText(contact.date, language)
  const words = t(`encounter.contact.${contact.kind}`, { date, time: contact.time }).trim()
  return contact.provisional ? `${words} · ${t('encounter.contact.provisional')}` : words
}
