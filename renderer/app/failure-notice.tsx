import type { ReactNode } from 'react'
import type { Failure } from '../../shared/failure.ts'
import { failureReasons, failureText } from '../text/failure-text.ts'
import { useText } from '../text/use-text.ts'
import { Notice } from '../ui/notice.tsx'

type Props = { readonly failure: Failure | null; readonly action?: ReactNode }

export const FailureNotice = ({ failure, action }: Props) => {
  const text = useText()
  if (!failure) return null
  return (
    <Notice
      kind="refused"
      title={failureText(failure, text)}
      kept={failureReasons(failure, text).join('\n')}
      action={action}
    />
  )
}
