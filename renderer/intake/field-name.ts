import { zhCN } from '../../shared/text/index.ts'
import { useText } from '../text/use-text.ts'

const isField = (group: object, field: string): boolean => Object.hasOwn(group, field)

/** A field of a file in words: the shelf's own names first where the kind is a shelf. */
export const useFieldName = (): ((field: string) => string) => {
  const { say } = useText()
  return (field) => {
    if (isField(zhCN.intake.field, field)) return say(`intake.field.${field}`)
    return isField(zhCN.client.field, field) ? say(`client.field.${field}`) : field
  }
}
