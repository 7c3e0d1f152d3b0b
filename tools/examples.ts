import { Check } from 'typebox/schema'

/** A JSON Schema, as far as the contracts use it. */
export interface JsonSchema {
  type?: string
  format?: string
  $ref?: string
  const?: unknown
  enum?: unknown[]
  examples?: unknown[]
  default?: unknown
  properties?: Record<string, JsonSchema>
  required?: string[]
  items?: JsonSchema
  minItems?: number
  maxProperties?: number
  anyOf?: JsonSchema[]
  oneOf?: JsonSchema[]
  allOf?: JsonSchema[]
  patternProperties?: Record<string, JsonSchema>
  minimum?: number
}

const day = '2026-11-20'
const time = `${day}T09:30:00.000Z`
const later = '2026-12-01T09:30:00.000Z'

/** What fields of these names hold in a shop, a lotus ring of 4.2 g of 22 karat, 5 % wastage, 12 % making and 3 % GST: the first that the schema of the field allows is taken. Money is in paise, metal in milligrams, stones in thousandths of a carat. */
const named: Record<string, readonly unknown[]> = {
  account: ['captured'],
  action: ['role.changed'],
  actor: ['staff'],
  alt: ['A lotus ring in yellow gold, from the front'],
  answer: ['It is made to order in two weeks.'],
  attributes: [{ motif: 'lotus' }],
  carat: ['0.5-1'],
  caratMct: [510],
  carrier: ['blue-dart'],
  carrierName: ['Blue Dart'],
  'cart-token': ['Zk3m1XlJm0o8m9yq4TtqQ0vGJvVb0xj3kq0m7u8sXhM'],
  categories: ['rings'],
  category: ['rings'],
  city: ['Mumbai'],
  clarity: ['VS1'],
  code: ['DIWALI10', '123456', 'diwali-10'],
  collection: ['wedding'],
  colour: ['yellow', 'G'],
  country: ['IN'],
  countries: ['IN'],
  currencies: ['INR'],
  currency: ['INR'],
  day: [day, 20],
  delta: [2],
  depth: [61.8],
  discountMinor: [0],
  description: ['A lotus, opened by hand.'],
  designSlug: ['lotus-ring'],
  designs: ['lotus-ring', 180],
  detail: ['Sign in again.'],
  device: ['Firefox on Linux'],
  email: ['meera@example.com'],
  engraving: ['Meera ∞ Arjun', 'Meera & Arjun'],
  etag: ['"3"'],
  file: ['0192f5a0-1b2c-7d3e-8f40-112233445566.pdf'],
  fineness: [916],
  fields: ['label'],
  from: ['engagement-rings', time],
  fxMinorPerUnit: [8_350],
  giftNote: ['With all my love'],
  grossMg: [4_650],
  groups: ['vip'],
  hash: ['9f2c1d7b5e3a'],
  heightUm: [3_140],
  height: [1_600],
  holder: ['Priya at the counter'],
  huid: ['A1B2C3'],
  'idempotency-key': ['5f0c2f6e-7a53-4b0b-9a54-0f6a4ac1a2f7'],
  'if-match': ['"3"'],
  imageUrl: ['/pictures/lotus-ring/front-800.avif'],
  kind: ['diamond'],
  label: ['6.5', 'Engagement rings'],
  lab: ['GIA'],
  lengthUm: [5_110],
  line1: ['14 Marine Drive'],
  line2: ['Flat 7'],
  locale: ['en-IN'],
  maxCaratMct: [1_000],
  makingMinor: [647_388],
  metal: ['gold'],
  metalMinor: [5_394_900],
  metals: ['gold'],
  mg: [4_200],
  minCaratMct: [500],
  minorPerGram: [1_284_500],
  name: ['Meera Shah', 'diwali-10', 'vip', 'order.confirmed'],
  netMg: [4_200],
  note: ['Ring the upper bell.'],
  number: ['LJ-7K2M9QXD', '2141438171'],
  'order-token': ['pQ1xJ0s3mR8tV5wY7zB2cD4fG6hK9lN1aS3dF5gH7jM'],
  otherMinor: [5_300],
  ownLabel: ['For the day'],
  parentSlug: ['rings'],
  password: ['a garden of nine marigolds'],
  currentPassword: ['a garden of nine marigolds'],
  path: ['rings'],
  perUnit: ['83.50'],
  permissions: ['orders:write'],
  permyriad: [300],
  permille: [120],
  phone: ['+91 98765 43210'],
  postcode: ['400001'],
  priceMinor: [6_506_853],
  priceReason: ['formula'],
  purity: ['22K'],
  q: ['lotus ring'],
  quantity: [1],
  reason: ['The buyer changed their mind.'],
  reference: ['UTR 229912345678'],
  region: ['MH'],
  regions: ['MH'],
  requestId: ['5f0c2f6e-7a53-4b0b-9a54-0f6a4ac1a2f7'],
  roles: ['catalogue'],
  scheme: ['GIA_4C'],
  sealNumber: ['S-448120'],
  serial: ['LJ-R-000117'],
  serials: ['LJ-R-000117'],
  shape: ['round'],
  shippingMinor: [0],
  shippingMethod: ['insured'],
  size: ['12'],
  sku: ['LOTUS-RING-22K-12'],
  slug: ['lotus-ring'],
  source: ['shop'],
  status: ['published', 'confirmed', 'captured'],
  stonesMinor: [0],
  stone: ['diamond'],
  subject: ['Your order LJ-7K2M9QXD is confirmed'],
  table: [57],
  taxableMinor: [6_317_333],
  taxMinor: [189_520],
  taxClass: ['jewellery'],
  taxProfile: ['in-gst'],
  template: ['order.confirmed', 'campaign.diwali'],
  text: ['Thank you for your order.'],
  title: ['Lotus ring'],
  challenge: ['dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'],
  token: ['dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'],
  topic: ['order.confirmed'],
  topics: ['order.confirmed'],
  trackingNumber: ['BD 4471 2280 IN'],
  trackingUrl: ['https://carrier.example/track/BD44712280IN'],
  types: ['ring'],
  url: ['https://partner.example/hooks/lumora', '/collections/wedding'],
  uri: ['otpauth://totp/Lumora:meera@example.com?secret=JBSWY3DPEHPK3PXP'],
  value: ['yellow', 'clarity'],
  wastageMinor: [269_745],
  weightMg: [4_650],
  what: ['Called the buyer about the size.'],
  why: ['10 % off making for Diwali'],
  width: [1_600],
  widths: [400],
  widthUm: [5_080]
}

/** What fields hold whose place, as `operation.field`, ends like this. */
const endings: readonly [ending: RegExp, values: readonly unknown[]][] = [
  [/(?:[Cc]ategor|[Cc]ollection|[Mm]enu)[^.]*\.(?:name|title|label)$/, ['Engagement rings']],
  [/[Pp]romotion[^.]*\.name$/, ['Diwali']],
  [/^(?!place)[^.]*[Pp]lace[^.]*\.name$/, ['Bandra']],
  [/[Ww]ishlist[^.]*\.name$/, ['For Diwali']],
  [/[Rr]ole[^.]*\.name$/, ['catalogue']],
  [/(?:[Ss]hipping|[Tt]ax)[^.]*\.name$/, ['Insured, by hand']],
  [/(?:Until|expiresAt|dueAt|endsAt|validTo|activeTo|payBy|deliverBy|promisedOn)$/, [later, later.slice(0, 10)]],
  [/(?:At|From|To|Since|Before|On)$/, [time, day]],
  [/[Ss]tone[^.]*\.kind$/, ['diamond']],
  [/Ids?$/, ['0192f5a0-1b2c-7d3e-8f40-112233445566', 1042]],
  [/Minor$|^minor/i, [6_506_853]],
  [/Mg$/, [4_200]],
  [/Mct$/, [510]],
  [/Permille$/, [12]],
  [/Days$/, [14]],
  [/signature$/, ['t=1795080600,v1=5257a869e7ecebeda32affa62cdca3fa51cad7e77a0e56ff536d0ce8e108d8bd']]
]

const byFormat: Record<string, unknown> = {
  'date-time': time,
  date: day,
  uuid: '0192f5a0-1b2c-7d3e-8f40-112233445566',
  email: 'meera@example.com',
  uri: 'https://partner.example/'
}

/** Whether a value is as a schema says. */
const isValid = (schema: JsonSchema, value: unknown): boolean => Check(schema as object, value)

/** An example of what a schema describes, with values that a shop of jewels has; of what is sent (`isSent`) only what must be there. Throws when none is found. */
export function exampleOf(schema: JsonSchema, name: string, isSent = false): unknown {
  const found = compose(schema, name, isSent)
  if (!isValid(schema, found)) throw new Error(`No example of ${name} is found: ${JSON.stringify(found)} does not fit.`)
  return found
}

function compose(schema: JsonSchema, name: string, isSent: boolean): unknown {
  if (schema.const !== undefined) return schema.const
  const field = name.slice(name.lastIndexOf('.') + 1)
  const known = [
    ...(schema.examples ?? []),
    ...endings.filter(([ending]) => ending.test(name)).flatMap(([, values]) => values),
    ...(named[field] ?? [])
  ]
  const fitting = known.find((value) => isValid(schema, value))
  if (fitting !== undefined) return fitting
  if (schema.enum) return schema.enum[0]
  const either = schema.anyOf ?? schema.oneOf
  if (either) return compose(either.find(({ type }) => type !== 'null') ?? either[0]!, name, isSent)
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((each) => compose(each, name, isSent)))
  if (schema.default !== undefined) return schema.default
  switch (schema.type) {
    case 'object':
      return composeObject(schema, name, isSent)
    case 'array':
      return Array.from({ length: Math.max(1, schema.minItems ?? 1) }, () => compose(schema.items ?? {}, name, isSent))
    case 'boolean':
      return false
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 1, 1)
    case 'null':
      return null
    default:
      return byFormat[schema.format ?? ''] ?? field
  }
}

function composeObject(schema: JsonSchema, name: string, isSent: boolean): unknown {
  const { properties = {}, required = [], maxProperties, patternProperties } = schema
  const operation = name.split('.', 1)[0]!
  const wanted = isSent && required.length > 0 ? required : Object.keys(properties).slice(0, maxProperties)
  const fields = wanted.map((field) => [field, compose(properties[field]!, `${operation}.${field}`, isSent)] as const)
  if (fields.length > 0) return Object.fromEntries(fields)
  const [values] = Object.values(patternProperties ?? {})
  return values === undefined ? {} : { motif: compose(values, `${operation}.motif`, isSent) }
}
