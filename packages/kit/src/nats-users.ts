/** The users of a NATS server, as a part of its configuration: each service sends only topics that begin with its own name, and reads only what is meant for it. */
export function natsUsers(passwords: Record<string, string>): string {
  const users = Object.entries(passwords).map(([name, password]) => {
    const publish = [
      `events.*.${name}.>`,
      '$JS.API.STREAM.INFO.EVENTS',
      '$JS.API.STREAM.CREATE.EVENTS',
      `$JS.API.CONSUMER.INFO.EVENTS.${name}`,
      `$JS.API.CONSUMER.CREATE.EVENTS.${name}.events.${name}.>`,
      `$JS.API.CONSUMER.MSG.NEXT.EVENTS.${name}`,
      `$JS.ACK.EVENTS.${name}.>`
    ]
    const permissions = `{ publish: ${JSON.stringify(publish)}, subscribe: ${JSON.stringify([`_INBOX.${name}.>`])} }`
    return `    { user: ${JSON.stringify(name)}, password: ${JSON.stringify(password)}, permissions: ${permissions} }`
  })
  return `authorization {\n  users: [\n${users.join('\n')}\n  ]\n}\n`
}
