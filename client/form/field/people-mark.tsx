import type { ReactNode } from 'react'
import { personColor } from '../../editor/index.ts'
import { usePeopleAt } from '../live/people.ts'
import { useForm } from '../setting.ts'

/** Who else is in a field: a coloured edge and their names. It stands over the field's edge and moves nothing. */
export function PeopleMark ({ fieldKey }: { readonly fieldKey: string }): ReactNode {
  const { home } = useForm()
  const people = usePeopleAt(home.present, fieldKey)
  const [first] = people
  if (first === undefined) return null
  return (
    <span className="ss-people" data-person={personColor(first.color)}>
      {people.map(person => <span key={person.clientId} className="ss-people__name" data-person={personColor(person.color)}>{person.name}</span>)}
    </span>
  )
}
