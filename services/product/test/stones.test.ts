import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { test } from 'node:test'
import { statementsDuring } from '@lumora/kit/database'
import fc from 'fast-check'
import { openCatalogue, stockFaults } from './catalogue.ts'

const shop = await openCatalogue()
const { app } = shop
const header = '"carat","cut","color","clarity","depth","table","price","x","y","z"'
const good = (carat: number, price: number, own: { colour?: string; clarity?: string } = {}) => {
  const width = Math.cbrt(carat / (0.61 * 0.0061))
  const [x, z] = [width.toFixed(2), (width * 0.61).toFixed(2)]
  return `${carat},"Ideal","${own.colour ?? 'E'}","${own.clarity ?? 'VS1'}",61,55,${price},${x},${x},${z}`
}

const post = (
  text: string | Readable,
  { query = '', headers = shop.manager }: { query?: string; headers?: Record<string, string> } = {}
) =>
  app.inject({
    method: 'POST',
    url: `/api/v1/stones/import${query}`,
    headers: { ...headers, 'content-type': 'text/csv' },
    payload: text
  })
const send = async (lines: string[]) => (await post([header, ...lines].join('\n'))).json()
const list = async (query: string) => (await app.inject(`/api/v1/stones?${query}`)).json()

test('POST /stones/import brings stones into stock, and the same file again adds nothing', async () => {
  const lines = [good(0.5, 1500), good(1, 5000.5), '', good(2.01, 20_000, { colour: 'D', clarity: 'IF' })]
  assert.deepEqual(await send(lines), { imported: 3, alreadyThere: 0, rejectedCount: 0, rejected: [] })
  assert.deepEqual(await send(lines), { imported: 0, alreadyThere: 3, rejectedCount: 0, rejected: [] })
  const { items } = await list('')
  assert.deepEqual(
    items.map(({ caratMct, priceMinor, currency }: Record<string, unknown>) => [caratMct, priceMinor, currency]),
    [
      [500, 154_500, 'USD'],
      [1000, 515_052, 'USD'],
      [2010, 2_060_000, 'USD']
    ]
  )
  const { pieceId: _pieceId, variantId: _variantId, ...stone } = items[2]
  assert.deepEqual(stone, {
    shape: 'round',
    caratMct: 2010,
    cut: 'Ideal',
    colour: 'D',
    clarity: 'IF',
    depth: 61,
    table: 55,
    lengthUm: 8140,
    widthUm: 8140,
    heightUm: 4970,
    priceMinor: 2_060_000,
    currency: 'USD',
    available: true
  })
  assert.deepEqual((await app.inject(`/api/v1/stones/${items[2].pieceId}`)).json(), items[2])
  assert.deepEqual(await stockFaults(shop), [])
})

test('POST /stones/import tells each row that is not a possible stone with its line, and takes the others', async () => {
  const fields = (own: Record<string, string>) => {
    const [carat, cut, color, clarity, depth, table, price, x, y, z] = good(0.7, 2500).split(',')
    return Object.values({ carat, cut, color, clarity, depth, table, price, x, y, z, ...own }).join(',')
  }
  const lines = [
    good(0.7, 2500),
    fields({ x: '0' }),
    fields({ y: '58.9' }),
    fields({ z: '31.8' }),
    fields({ carat: '0.2' }),
    fields({ cut: '"Shiny"' }),
    fields({ color: 'Blue' }),
    fields({ clarity: 'SI3' }),
    fields({ price: 'ask' }),
    fields({ price: '-5' }),
    fields({ carat: '0.70001' }),
    '0.7,Ideal,E',
    `${good(0.7, 2500)},extra`,
    good(0.7, 2500),
    fields({ cut: `"${'x'.repeat(2000)}"` }),
    fields({ cut: '"Ideal' }),
    good(0.71, 2500)
  ]
  const answer = await send(lines)
  assert.deepEqual([answer.imported, answer.alreadyThere, answer.rejectedCount], [2, 0, 15])
  const reasons = [
    [3, /x is 0/],
    [4, /sizes cannot be right/],
    [5, /sizes cannot be right/],
    [6, /weighs about 0\.70 ct, not 0\.2 ct/],
    [7, /cut "Shiny"/],
    [8, /color "Blue"/],
    [9, /clarity "SI3"/],
    [10, /price "ask"/],
    [11, /price "-5"/],
    [12, /carat "0\.70001"/],
    [13, /3 columns instead of 10/],
    [14, /11 columns instead of 10/],
    [15, /repeats line 2/],
    [16, /longer than 1000 bytes/],
    [17, /quotation mark/]
  ] as const
  for (const [index, [line, reason]] of reasons.entries()) {
    assert.equal(answer.rejected[index].line, line)
    assert.match(answer.rejected[index].reason, reason)
  }
})

test('POST /stones/import reads columns in any order, CRLF, a byte order mark and pieces of any size', async () => {
  const [carat, ...rest] = good(0.9, 3000).split(',')
  const text = `\uFEFFcut,color,clarity,depth,table,price,x,y,z,carat\r\n${rest.join(',')},${carat}\r\n`
  const bytes = Buffer.from(text)
  const pieces = Array.from({ length: Math.ceil(bytes.length / 7) }, (_, index) =>
    bytes.subarray(index * 7, index * 7 + 7)
  )
  assert.equal((await post(Readable.from(pieces))).json().imported, 1)
})

test('POST /stones/import lists at most 1,000 rejections and counts them all', async () => {
  const answer = await send(Array.from({ length: 1500 }, (_, index) => `nothing ${index}`))
  assert.deepEqual([answer.imported, answer.rejectedCount, answer.rejected.length], [0, 1500, 1000])
})

test('POST /stones/import of a file that is not one of stones is a 422 that says what is missing', async () => {
  const reply = await post('carat,cut,colour\n1,2,3\n')
  assert.equal(reply.statusCode, 422)
  assert.deepEqual(reply.json().missing, ['color', 'clarity', 'depth', 'table', 'price', 'x', 'y', 'z'])
  assert.deepEqual(reply.json().extra, ['"colour"'])
  assert.equal((await post('')).statusCode, 422)
  const json = await app.inject({ method: 'POST', url: '/api/v1/stones/import', headers: shop.manager, payload: {} })
  assert.equal(json.statusCode, 415)
  assert.equal((await post(header, { headers: {} })).statusCode, 401)
})

test('POST /stones/import in the shop’s currency makes stones that a quote prices, a piece each, once', async () => {
  const query = '?currency=INR&fxMinorPerUnit=8500'
  assert.equal((await post(`${header}\n${good(1.5, 100, { colour: 'F' })}`, { query })).json().imported, 1)
  const [stone] = (await list('colour=F')).items
  assert.deepEqual([stone.priceMinor, stone.currency], [875_500, 'INR'])
  const line = { variantId: stone.variantId, pieceId: stone.pieceId, quantity: 1 }
  const answer = await shop.quote([line, { ...line, pieceId: null }])
  assert.equal(answer.lines[0].title, 'Round brilliant diamond, 1.50 ct, F, VS1, Ideal cut')
  assert.equal(answer.totalMinor, 875_500)
  assert.equal(answer.taxMinor, 25_500)
  assert.deepEqual(answer.problems[0].slug, 'piece-needed')
  const orderIds = Array.from({ length: 20 }, () => crypto.randomUUID())
  const replies = await Promise.all(orderIds.map((orderId) => shop.reserve(orderId, [line])))
  const winner = orderIds.filter((_, index) => replies[index]!.statusCode === 200)
  assert.equal(winner.length, 1)
  assert.equal((await list('colour=F')).items[0].available, false)
  await shop.commit(winner[0]!)
  assert.deepEqual((await list('colour=F')).items, [])
  assert.equal((await app.inject(`/api/v1/stones/${stone.pieceId}`)).json().available, false)
  assert.deepEqual(await stockFaults(shop), [])
})

test('POST /stones/import of the same stones 5 times at once brings each into stock once', async () => {
  const lines = Array.from({ length: 300 }, (_, index) => good(1, 1000 + index, { colour: 'GHIJ'[index % 4]! }))
  const answers = await Promise.all(
    [lines, lines.toReversed(), lines, lines.toReversed(), lines].map((some) => send(some))
  )
  assert.equal(
    answers.reduce((sum, { imported }) => sum + imported, 0),
    300
  )
  assert.deepEqual(await stockFaults(shop), [])
})

test('GET /stones filters by the four Cs and the price, and pages in each order, one statement a page', async () => {
  const colours = 'colour=G&colour=H&minPriceMinor=110000'
  const all = (await list(`${colours}&limit=100`)).items
  assert.equal(all.length, 100)
  for (const sort of ['price', '-price', 'carat', '-carat']) {
    const seen: string[] = []
    for (let after: string | null = ''; after !== null;) {
      let page: { items: { pieceId: string; colour: string }[]; next: string | null } | undefined
      const statements = await statementsDuring(shop.pool, async () => {
        page = await list(`${colours}&limit=70&sort=${sort}${after && `&after=${after}`}`)
      })
      assert.equal(statements.length, 1)
      seen.push(...page!.items.map(({ pieceId }) => pieceId))
      after = page!.next
    }
    assert.equal(new Set(seen).size, seen.length)
    assert.equal(seen.length, 116)
  }
  assert.deepEqual((await list('colour=G&clarity=FL')).items, [])
  assert.equal((await list('minCaratMct=2000&maxCaratMct=2500&cut=Ideal&shape=round')).items.length, 1)
  for (const query of ['colour=Blue', 'shape=heart', 'after=x', 'sort=size'])
    assert.equal((await app.inject(`/api/v1/stones?${query}`)).statusCode, 400)
})

test('GET /stones?facets=true counts of each value what a filter by it finds under all the other filters', async () => {
  const colours = ['D', 'E', 'F']
  const clarities = ['IF', 'VS1', 'SI2']
  const lines = Array.from({ length: 60 }, (_, n) =>
    good(0.2 + (n % 12) * 0.21, 1000 + n * 17, { colour: colours[n % 3]!, clarity: clarities[((n * 7) % 9) % 3]! })
  )
  await send(lines)
  const bands = [
    ['0-0.3', 'maxCaratMct=299'],
    ['0.3-0.5', 'minCaratMct=300&maxCaratMct=499'],
    ['0.5-1', 'minCaratMct=500&maxCaratMct=999'],
    ['1-1.5', 'minCaratMct=1000&maxCaratMct=1499'],
    ['1.5-2', 'minCaratMct=1500&maxCaratMct=1999'],
    ['2-3', 'minCaratMct=2000&maxCaratMct=2999'],
    ['3-', 'minCaratMct=3000']
  ] as const
  const countOf = async (query: string) => {
    let [count, after] = [0, '']
    do {
      const page = await list(`${query}&limit=100${after}`)
      count += page.items.length
      after = page.next === null ? '' : `&after=${page.next}`
    } while (after !== '')
    return count
  }
  const filters = { colour: ['D', 'F'], clarity: ['VS1'], cut: ['Ideal'], carat: ['0.5-1'], price: ['x'] }
  const part = (name: string, value: string) =>
    name === 'carat'
      ? bands.find(([band]) => band === value)![1]
      : name === 'price'
        ? 'minPriceMinor=150000'
        : `${name}=${value}`
  await fc.assert(
    fc.asyncProperty(fc.subarray(Object.keys(filters) as (keyof typeof filters)[]), async (chosen) => {
      const queryBut = (but: string) =>
        chosen
          .filter((name) => name !== but)
          .flatMap((name) => filters[name].map((value) => part(name, value)))
          .join('&')
      const { facets } = await list(`${queryBut('')}&facets=true`)
      assert.equal(facets.total, await countOf(queryBut('')))
      for (const name of ['shape', 'cut', 'colour', 'clarity', 'carat']) {
        const sum = facets[name].reduce((total: number, one: { count: number }) => total + one.count, 0)
        assert.equal(sum, await countOf(queryBut(name)), `${name} under ${chosen.join()}`)
        for (const { value, count } of facets[name])
          assert.equal(
            count,
            await countOf(`${queryBut(name)}&${part(name, value)}`),
            `${name}=${value} under ${chosen.join()}`
          )
      }
    }),
    { numRuns: 12 }
  )
  const { facets } = await list('facets=true')
  assert.deepEqual(
    facets.colour.map(({ value }: { value: string }) => value),
    facets.colour.map(({ value }: { value: string }) => value).toSorted()
  )
  const statements = await statementsDuring(shop.pool, () => list('facets=true&colour=D'))
  assert.equal(statements.length, 2)
})
