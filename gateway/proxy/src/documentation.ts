import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Problem } from '@lumora/kit/problem'
import type { App } from '@lumora/kit/service'
import { escaped, plainPage, plainPolicy } from './plain-pages.ts'

const assets = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))
const types: Record<string, string> = { 'swagger-ui.css': 'text/css', 'swagger-ui-bundle.js': 'text/javascript' }

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Lumora Jewels API</title>
<link rel="stylesheet" href="/api/docs/swagger-ui.css">
</head>
<body>
<main id="reference"></main>
<script src="/api/docs/swagger-ui-bundle.js"></script>
<script src="/api/docs/start.js"></script>
</body>
</html>
`

const start = `SwaggerUIBundle({ url: '/api/v1/openapi.json', dom_id: '#reference', deepLinking: true, docExpansion: 'none', filter: true, validatorUrl: null })
`

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'"

interface Explained {
  status: string
  means: string
  todo: string
}

const paragraph = (markdown: string): string => escaped(markdown).replace(/`([^`]+)`/g, '<code>$1</code>')

/** The merged contract at /api/v1/openapi.json, a page to read it at /api/docs that loads nothing from elsewhere, and what the `type` of each problem leads to. */
export async function documentation(app: App) {
  const contract = await readFile(new URL('../openapi.json', import.meta.url), 'utf8')
  const problems = JSON.parse(await readFile(new URL('../problems.json', import.meta.url), 'utf8')) as Record<
    string,
    Explained
  >
  const open = { schema: { hide: true } as object, config: { access: 'anyone' as const } }
  app.get('/api/v1/openapi.json', open, (_request, reply) =>
    reply.type('application/json; charset=utf-8').header('cache-control', 'public, max-age=60').send(contract)
  )
  app.get('/api/docs', open, (_request, reply) =>
    reply.type('text/html; charset=utf-8').header('content-security-policy', policy).send(page)
  )
  app.get('/api/docs/start.js', open, (_request, reply) => reply.type('text/javascript').send(start))
  const plain = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': plainPolicy }
  const all = Object.keys(problems).map((slug) => `<li><a href="/problems/${slug}">${slug}</a>`)
  app.get('/problems', open, (_request, reply) =>
    reply.headers(plain).send(plainPage('What may go wrong', `<ul>${all.join('')}</ul>`))
  )
  app.get<{ Params: { slug: string } }>('/problems/:slug', open, ({ params: { slug } }, reply) => {
    const known = Object.hasOwn(problems, slug) ? problems[slug] : undefined
    if (!known) throw new Problem(404, 'not-found', 'There is no such problem.')
    const { status, means, todo } = known
    return reply
      .headers(plain)
      .send(
        plainPage(
          slug.replaceAll('-', ' '),
          `<dl><dt>Status<dd>${status}<dt>Means<dd>${paragraph(means)}<dt>What to do<dd>${paragraph(todo)}</dl><p><a href="/problems">All problems</a></p>`
        )
      )
  })
  for (const [name, type] of Object.entries(types)) {
    app.get(`/api/docs/${name}`, open, (_request, reply) =>
      reply
        .type(type)
        .header('cache-control', 'public, max-age=86400')
        .send(createReadStream(join(assets, name)))
    )
  }
}
