import { buildService, type ServiceOptions } from '@lumora/kit/service'
import type { Deps as MediaDeps } from './controllers/media.ts'
import type { Deps as QuoteDeps } from './controllers/quotes.ts'
import type { Deps as RateDeps } from './controllers/rates.ts'
import { noteChange, type Deps as SearchDeps } from './controllers/searches.ts'
import { currencyRoutes } from './routes/currencies.ts'
import { designRoutes } from './routes/designs.ts'
import { feedRoutes } from './routes/feeds.ts'
import { mediaRoutes } from './routes/media.ts'
import { quoteRoutes } from './routes/quotes.ts'
import { pieceRoutes } from './routes/pieces.ts'
import { placeRoutes } from './routes/places.ts'
import { proposalRoutes } from './routes/proposals.ts'
import { rateRoutes } from './routes/rates.ts'
import { recountRoutes } from './routes/recounts.ts'
import { repricingRoutes } from './routes/repricings.ts'
import { reservationRoutes } from './routes/reservations.ts'
import { returnRoutes } from './routes/returns.ts'
import { sizeRoutes } from './routes/sizes.ts'
import { stoneRoutes } from './routes/stones.ts'
import { transferRoutes } from './routes/transfers.ts'
import { variantRoutes } from './routes/variants.ts'

export function buildApp(deps: RateDeps & QuoteDeps & MediaDeps & SearchDeps & Omit<ServiceOptions, 'name'>) {
  const app = buildService({ ...deps, name: 'product' })
  app.addHook('onSend', (request, _reply, _payload, next) => {
    if (request.method !== 'GET' && request.caller?.kind === 'staff') noteChange(deps)
    next()
  })
  app.register(designRoutes, deps)
  app.register(variantRoutes, deps)
  app.register(recountRoutes, deps)
  app.register(pieceRoutes, deps)
  app.register(placeRoutes, deps)
  app.register(stoneRoutes, deps)
  app.register(mediaRoutes, deps)
  app.register(transferRoutes, deps)
  app.register(rateRoutes, deps)
  app.register(currencyRoutes, deps)
  app.register(proposalRoutes, deps)
  app.register(feedRoutes, deps)
  app.register(repricingRoutes, deps)
  app.register(sizeRoutes)
  app.register(quoteRoutes, deps)
  app.register(reservationRoutes, deps)
  app.register(returnRoutes, deps)
  return app
}
