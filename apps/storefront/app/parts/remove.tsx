import { Form } from 'react-router'
import { useMessages } from '../locale.ts'

/** Takes one thing off a list; its name is told to those who hear the page. */
export function Remove({ id, name }: { id: string; name: string }) {
  const texts = useMessages()
  return (
    <Form method="post">
      <input type="hidden" name="id" value={id} />
      <button name="what" value="remove" className="link cursor-pointer" aria-label={`${texts.remove}: ${name}`}>
        {texts.remove}
      </button>
    </Form>
  )
}
