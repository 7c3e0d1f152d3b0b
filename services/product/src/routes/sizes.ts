import type { App } from '@lumora/kit/service'
import { convertSize, showChart } from '../controllers/sizes.ts'
import { Chart, Conversion, SizePath, SizeQuestion } from '../schemas/sizes.ts'

const anyone = { access: 'anyone' } as const

export async function sizeRoutes(app: App) {
  app.get(
    '/api/v1/sizes/:kind/convert',
    {
      config: anyone,
      schema: {
        operationId: 'convertSize',
        params: SizePath,
        querystring: SizeQuestion,
        response: { 200: Conversion }
      }
    },
    async ({ params, query }) => convertSize(params.kind, query)
  )

  app.get(
    '/api/v1/sizes/:kind/chart',
    {
      config: anyone,
      schema: { operationId: 'showSizeChart', params: SizePath, response: { 200: Chart } }
    },
    async ({ params }) => showChart(params.kind)
  )
}
