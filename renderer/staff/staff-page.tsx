import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { Page } from '../app/page.tsx'
import { useRight, useSession } from '../app/session-context.ts'
import { useText } from '../text/use-text.ts'
import { DataTable } from '../ui/data-table.tsx'
import type { Column } from '../ui/data-table.tsx'
import { RowActions } from '../ui/row-actions.tsx'
import { Tag } from '../ui/tag.tsx'
import { LoginDialog } from './login-dialog.tsx'
import { QuestionDialog, ResetDialog, RolesDialog, type Question } from './person-dialogs.tsx'
import { SlipDialog, type Slip } from './slip-dialog.tsx'
import { usePeople, type Person } from './use-people.ts'

type Wanted =
  | { readonly what: 'login'; readonly person: Person | null }
  | { readonly what: 'roles' | 'reset' | Question; readonly person: Person }

type Verb = Exclude<Wanted['what'], 'login'> | 'give'

// What the desk would refuse anyway is not offered; what it refuses for a reason is, so that the reason can be read.
const useVerbs = (iHoldKey: boolean) => {
  const manages = useRight('staff.manage')
  const grants = useRight('key.grant')
  const { staffId } = useSession()
  return (person: Person): readonly Verb[] => {
    if (!person.active) return []
    if (!person.hasLogin) return manages ? ['give'] : []
    const isKeeper = person.roles.includes('archive-keeper')
    const key: readonly Verb[] =
      !grants || !iHoldKey ? [] : isKeeper && person.key !== 'none' ? ['revoke'] : manages ? [] : ['grant']
    const mine: readonly Verb[] = person.id === staffId ? ['roles'] : ['roles', 'reset', 'drop']
    return manages ? [...mine, ...key] : key
  }
}

const KeyState = ({ person: { key, roles } }: { readonly person: Person }) => {
  const { t } = useText()
  if (key === 'none' && roles.includes('archive-keeper'))
    return <Tag tone="seal">{t('staff.key.missing')}</Tag>
  return t(`staff.key.${key}`)
}

const useColumns = (
  people: readonly Person[],
  verbs: (person: Person) => readonly Verb[],
  ask: (verb: Verb, person: Person) => void,
): readonly Column<Person>[] => {
  const { t } = useText()
  const loginOf = ({ hasLogin, temporary }: Person) =>
    temporary ? (
      <Tag tone="ochre">{t('staff.login.temporary')}</Tag>
    ) : (
      t(hasLogin ? 'staff.login.has' : 'staff.login.none')
    )
  // A title is for those who have one beside their role; a column nobody fills only takes room.
  const post: Column<Person> = {
    key: 'post',
    head: t('staff.column.post'),
    cell: (person) => person.post || t('ui.state.empty'),
  }
  return [
    { key: 'name', head: t('staff.column.name'), strong: true, cell: ({ name }) => name },
    ...(people.some(({ post }) => post !== '') ? [post] : []),
    {
      key: 'roles',
      head: t('staff.column.roles'),
      cell: ({ roles }) => roles.map((role) => t(`session.role.${role}`)).join(t('ui.list.comma')),
    },
    { key: 'login', head: t('staff.column.login'), cell: loginOf },
    { key: 'key', head: t('staff.column.key'), cell: (person) => <KeyState person={person} /> },
    {
      key: 'act',
      head: '',
      numeric: true,
      cell: (person) => (
        <RowActions>
          {verbs(person).map((verb) => (
            <Button key={verb} variant="text" size="small" onClick={() => ask(verb, person)}>
              {t(`staff.act.${verb}`)}
            </Button>
          ))}
        </RowActions>
      ),
    },
  ]
}

type DialogsProps = {
  readonly wanted: Wanted
  readonly iHoldKey: boolean
  readonly onSlip: (slip: Slip) => void
  readonly onDone: () => void
  readonly onClose: () => void
}

const Dialogs = ({ wanted, iHoldKey, ...rest }: DialogsProps) => {
  switch (wanted.what) {
    case 'login':
      return <LoginDialog person={wanted.person} keeperOpen={iHoldKey} {...rest} />
    case 'roles':
      return <RolesDialog person={wanted.person} keeperOpen={iHoldKey} {...rest} />
    case 'reset':
      return <ResetDialog person={wanted.person} iHoldKey={iHoldKey} {...rest} />
    case 'drop':
    case 'grant':
    case 'revoke':
      return <QuestionDialog person={wanted.person} question={wanted.what} {...rest} />
  }
}

/** Who can unlock, with which roles, and in whose hands the archive key is. */
export const StaffPage = () => {
  const { t } = useText()
  const manages = useRight('staff.manage')
  const { people, iHoldKey, refresh } = usePeople()
  const [wanted, setWanted] = useState<Wanted | null>(null)
  const [slip, setSlip] = useState<Slip | null>(null)
  const verbs = useVerbs(iHoldKey)
  const done = (): void => {
    setWanted(null)
    refresh()
  }
  const columns = useColumns(people, verbs, (verb, person) =>
    setWanted(verb === 'give' ? { what: 'login', person } : { what: verb, person }),
  )
  const showSlip = (next: Slip): void => {
    done()
    setSlip(next)
  }
  return (
    <Page title={<h1 style={{ font: 'inherit', margin: 0 }}>{t('staff.title')}</h1>}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 4, pt: 3, pb: 2 }}>
        <Typography color="text.secondary" sx={{ flex: 1 }}>
          {t('staff.lead')}
        </Typography>
        {manages && (
          <Button variant="contained" onClick={() => setWanted({ what: 'login', person: null })}>
            {t('staff.act.addUser')}
          </Button>
        )}
      </Box>
      <DataTable label={t('staff.title')} columns={columns} rows={people} rowKey={({ id }) => id} roomy />
      {wanted && (
        <Dialogs
          wanted={wanted}
          iHoldKey={iHoldKey}
          onSlip={showSlip}
          onDone={done}
          onClose={() => setWanted(null)}
        />
      )}
      {slip && <SlipDialog slip={slip} onDone={() => setSlip(null)} />}
    </Page>
  )
}
