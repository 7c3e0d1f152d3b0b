/** Why a part of a page is not there. */
export type Missing = 'too-late' | 'unavailable' | 'not-found' | 'not-allowed'

export interface Asking {
  params: Record<string, string>
  search: URLSearchParams
  /** What the part that this one comes after is. */
  before: any
}

/** A part of a page: one read of one service. */
export interface Part {
  service: string
  /** The row of the table whose answer it is. */
  contract: string
  /** The address to read; null when there is nothing to read, and the part is null. */
  path: (asking: Asking) => string | null
  /** Milliseconds until the page goes without it. */
  budgetMs: number
  /** Without it there is no page. */
  isRequired?: true
  /** The part that must be there first. */
  after?: string
}

export interface Page {
  path: string
  operationId: string
  summary: string
  /** Needs somebody to be signed in. */
  isPersonal?: true
  /** The fields of its query. */
  query: readonly string[]
  /** The row of the table that describes them. */
  queryOf?: string
  /** In the order of what comes after what. */
  parts: Record<string, Part>
}

const part = (service: string, contract: string, budgetMs: number, more: Partial<Part> = {}): Part => ({
  service,
  contract,
  budgetMs,
  path: () => contract,
  ...more
})

const filters = [
  'category',
  'q',
  'type',
  'metal',
  'purity',
  'colour',
  'stone',
  'shape',
  'clarity',
  'carat',
  'origin',
  'lab',
  'size',
  'readyToShip',
  'oneOfAKind',
  'minPriceMinor',
  'maxPriceMinor',
  'sort',
  'after',
  'limit'
]

const sizeKinds: Record<string, string> = {
  ring: 'ring',
  bangle: 'bangle',
  bracelet: 'bangle',
  chain: 'chain',
  necklace: 'chain'
}

const failedJobsOf = (service: string) =>
  part(service, `/api/v1/operations/${service}/failed-jobs`, 800, {
    path: () => `/api/v1/operations/${service}/failed-jobs?limit=10`
  })

/** The pages: what a shopper or a member of staff sees at once, read at the same time. */
export const pages: readonly Page[] = [
  {
    path: '/api/v1/pages/home',
    operationId: 'showHomePage',
    summary: 'What the front of the shop shows: menus, categories, collections, what is new, and the day’s rates.',
    query: [],
    parts: {
      menus: part('category', '/api/v1/menus', 400),
      categories: part('category', '/api/v1/categories', 400),
      collections: part('category', '/api/v1/collections', 400, { path: () => '/api/v1/collections?limit=12' }),
      newest: part('product', '/api/v1/designs', 800, { path: () => '/api/v1/designs?sort=newest&limit=12' }),
      rates: part('product', '/api/v1/metal-rates', 400)
    }
  },
  {
    path: '/api/v1/pages/listing',
    operationId: 'showListingPage',
    summary: 'A category or a search: its cards with facets, and the category with its breadcrumbs.',
    query: filters,
    queryOf: '/api/v1/designs',
    parts: {
      designs: part('product', '/api/v1/designs', 2000, {
        isRequired: true,
        path: ({ search }) => `/api/v1/designs?facets=true${search.size > 0 ? `&${search.toString()}` : ''}`
      }),
      category: part('category', '/api/v1/categories/{slug}', 400, {
        path: ({ search }) => {
          const slug = search.get('category')
          return slug === null ? null : `/api/v1/categories/${encodeURIComponent(slug)}`
        }
      })
    }
  },
  {
    path: '/api/v1/pages/designs/:slug',
    operationId: 'showDesignPage',
    summary:
      'A design with its prices and stock, what goes with it, its category, its sizes, and the rates that its price is of.',
    query: [],
    parts: {
      design: part('product', '/api/v1/designs/{slug}', 2000, {
        isRequired: true,
        path: ({ params }) => `/api/v1/designs/${encodeURIComponent(params.slug!)}`
      }),
      related: part('product', '/api/v1/designs/{slug}/related', 500, {
        path: ({ params }) => `/api/v1/designs/${encodeURIComponent(params.slug!)}/related`
      }),
      rates: part('product', '/api/v1/metal-rates', 400),
      category: part('category', '/api/v1/categories/{slug}', 400, {
        after: 'design',
        path: ({ before }) => {
          const slug = (before as { categories: string[] }).categories[0]
          return slug === undefined ? null : `/api/v1/categories/${slug}`
        }
      }),
      sizeChart: part('product', '/api/v1/sizes/{kind}/chart', 400, {
        after: 'design',
        path: ({ before }) => {
          const kind = sizeKinds[(before as { type: string }).type]
          return kind === undefined ? null : `/api/v1/sizes/${kind}/chart`
        }
      })
    }
  },
  {
    path: '/api/v1/pages/account',
    operationId: 'showAccountPage',
    summary: 'Who is signed in: profile, latest orders and messages, wishlists.',
    isPersonal: true,
    query: [],
    parts: {
      profile: part('user', '/api/v1/users/me', 2000, { isRequired: true }),
      orders: part('order', '/api/v1/orders', 1000, { path: () => '/api/v1/orders?limit=5' }),
      messages: part('notification', '/api/v1/messages', 600, { path: () => '/api/v1/messages?limit=10' }),
      wishlists: part('user', '/api/v1/users/me/wishlists', 600)
    }
  },
  {
    path: '/api/v1/pages/dashboard',
    operationId: 'showDashboardPage',
    summary:
      'What staff have to see to: orders to ship, exceptions, refunds to decide, rates, failed jobs. Each part needs its permission.',
    isPersonal: true,
    query: [],
    parts: {
      toShip: part('order', '/api/v1/orders/all', 1500, {
        path: () => '/api/v1/orders/all?status=confirmed&fulfilment=unfulfilled&limit=20'
      }),
      orderExceptions: part('order', '/api/v1/orders/exceptions', 1500, {
        path: () => '/api/v1/orders/exceptions?status=open&limit=20'
      }),
      paymentExceptions: part('payment', '/api/v1/payments/exceptions', 1500, {
        path: () => '/api/v1/payments/exceptions?status=open&limit=20'
      }),
      refunds: part('payment', '/api/v1/payments/refunds', 1500, { path: () => '/api/v1/payments/refunds?limit=20' }),
      rates: part('product', '/api/v1/metal-rates', 800),
      proposals: part('product', '/api/v1/metal-rates/proposals', 800, {
        path: () => '/api/v1/metal-rates/proposals?status=proposed&limit=20'
      }),
      orderFailedJobs: failedJobsOf('order'),
      paymentFailedJobs: failedJobsOf('payment'),
      productFailedJobs: failedJobsOf('product'),
      notificationFailedJobs: failedJobsOf('notification'),
      cartFailedJobs: failedJobsOf('cart'),
      userFailedJobs: failedJobsOf('user')
    }
  }
]

interface Schema {
  [name: string]: unknown
}
interface Operation {
  parameters?: { in: string; name: string; schema?: Schema; required?: boolean }[]
  responses: Record<string, unknown>
}

/** The operations of the pages for the merged contract, made of those of the services. */
export function describePages(paths: Record<string, Record<string, any>>): Record<string, Record<string, any>> {
  const answerOf = (contract: string): Schema => {
    if (!paths[contract]?.get) throw new Error(`A page shows ${contract}, which no contract has.`)
    const place = contract.replaceAll('/', '~1')
    return { $ref: `#/paths/${place}/get/responses/200/content/application~1json/schema` }
  }
  const described = pages.map(({ path, operationId, summary, isPersonal, query, queryOf, parts }) => {
    const names = Object.keys(parts)
    const required = names.filter((name) => parts[name]!.isRequired)
    const fields = names.map((name) => {
      const { contract, isRequired } = parts[name]!
      const schema = answerOf(contract)
      return [name, isRequired ? schema : { anyOf: [schema, { type: 'null' }] }]
    })
    const missing = {
      type: 'object',
      description: 'The parts that could not be had in time, and why.',
      additionalProperties: {
        type: 'object',
        required: ['missing'],
        properties: { missing: { enum: ['too-late', 'unavailable', 'not-found', 'not-allowed'] } }
      }
    }
    const ofQuery = ((paths[queryOf ?? '']?.get as Operation | undefined)?.parameters ?? []).filter(
      (parameter) => parameter.in === 'query' && query.includes(parameter.name)
    )
    const ofPath = [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
      in: 'path',
      name,
      required: true,
      schema: { type: 'string' }
    }))
    const operation = {
      operationId,
      summary,
      tags: ['pages'],
      security: isPersonal ? [{ bearer: [] }] : [{}, { bearer: [] }],
      ...(ofQuery.length + ofPath.length > 0 ? { parameters: [...ofPath, ...ofQuery] } : {}),
      responses: {
        200: {
          description: 'The page; an ETag goes with it.',
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: [...required, 'parts'],
                properties: { ...Object.fromEntries(fields), parts: missing }
              }
            }
          }
        },
        304: { description: 'Not changed since the ETag of `If-None-Match`.' },
        default: { $ref: '#/components/responses/Problem' }
      }
    }
    return [path.replaceAll(/:(\w+)/g, '{$1}'), { get: operation }] as const
  })
  return Object.fromEntries(described)
}
