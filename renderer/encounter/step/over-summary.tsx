import { useSession } from '../../app/session-context.ts'
import { useText } from '../../text/use-text.ts'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { Amount } from '../amount.tsx'
import { contactLine } from '../contact-line.ts'
import { ContinueButton } from '../continue-button.tsx'
import { useMeeting } from '../meeting-context.ts'
import { StepSheet } from '../step-sheet.tsx'
import { WithdrawMove } from '../withdraw-move.tsx'
import { NeedList } from './need-list.tsx'
import { ToldList } from './told-list.tsx'

/** A meeting that is over: readable, and the start of the next one. */
export const OverSummary = () => {
  const text = useText()
  const { t } = text
  const { view } = useMeeting()
  const { staffId } = useSession()
  return (
    <StepSheet title={t(`encounter.step.${view.step}`)}>
      <Notice
        kind="told"
        title={t('encounter.over.title')}
        kept={t(view.moveAskedBy === null ? 'encounter.over.readOnly' : 'encounter.over.moveWaiting')}
        action={
          <>
            {view.moveAskedBy === staffId && <WithdrawMove encounterId={view.id} />}
            <ContinueButton line={view} />
          </>
        }
      />
      {view.moveDeclined && <Notice kind="told" title={t('exit.moves.declined', view.moveDeclined)} />}
      <Section title={t('encounter.list.needs')} note={view.needList.length}>
        <NeedList needs={view.needList} />
      </Section>
      <Section title={t('fit.intent')} note={view.intentList.length}>
        {view.intentList.map((intent) => (
          <p key={intent.id}>
            {intent.productName} <Amount fen={intent.amount} />
          </p>
        ))}
      </Section>
      <ToldList />
      {view.contact && <Notice kind="done" title={contactLine(view.contact, text)} />}
    </StepSheet>
  )
}
