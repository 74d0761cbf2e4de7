import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useText } from '../../text/use-text.ts'
import { Tag } from '../../ui/tag.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { FamilyPresent } from './family-present.tsx'
import { useMeeting } from '../meeting-context.ts'
import { Row } from '../step-sheet.tsx'

/** Who else sits at the table: what is said reaches exactly these (practice 2). */
export const PeoplePresent = () => {
  const { t } = useText()
  const { view, send, busy } = useMeeting()
  const [name, setName] = useState('')
  const [relation, setRelation] = useState('')
  const add = async (): Promise<void> => {
    const people = [...view.present, { memberId: null, name: name.trim(), relation: relation.trim() }]
    const value = JSON.stringify(people)
    const taken = await send({ type: 'answer.given', step: view.step, field: 'present', value })
    if (!taken) return
    setName('')
    setRelation('')
  }
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 3 }}>
      <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap' }}>
        <Tag tone="blue">{view.clientName}</Tag>
        {view.present
          .filter((person) => person.relation !== 'head')
          .map((person, index) => (
            <Tag key={index}>{`${person.name} ${person.relation}`}</Tag>
          ))}
      </Box>
      <FamilyPresent />
      <Row columns={3}>
        <TextInput
          meeting
          tight
          name="present.name"
          label={t('encounter.field.presentName')}
          value={name}
          onChange={setName}
        />
        <TextInput
          meeting
          tight
          name="present.relation"
          label={t('encounter.field.presentRelation')}
          value={relation}
          onChange={setRelation}
        />
        <Box sx={{ pt: 6 }}>
          <Button
            variant="outlined"
            size="large"
            disabled={busy || name.trim() === ''}
            onClick={() => void add()}
          >
            {t('encounter.field.presentAdd')}
          </Button>
        </Box>
      </Row>
    </Box>
  )
}
