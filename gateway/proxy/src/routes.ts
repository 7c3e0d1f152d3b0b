/**
 * The one table of what the gateway lets through, by service: what is not here does not exist for the outside.
 * Services serve the same paths, so nothing is ever rewritten. A test holds it against the services' contracts.
 */
export const routes: Record<string, readonly string[]> = {
  auth: [
    'GET /api/v1/operations/auth/failed-jobs',
    'POST /api/v1/operations/auth/failed-jobs/:jobId/retry',
    'POST /api/v1/auth/register',
    'POST /api/v1/auth/sessions',
    'GET /api/v1/auth/sessions',
    'DELETE /api/v1/auth/sessions',
    'POST /api/v1/auth/sessions/second-factor',
    'DELETE /api/v1/auth/sessions/:sessionId',
    'GET /api/v1/auth/sessions/current',
    'DELETE /api/v1/auth/sessions/current',
    'POST /api/v1/auth/sessions/current/proof',
    'POST /api/v1/auth/email-verifications',
    'POST /api/v1/auth/email-verifications/confirm',
    'POST /api/v1/auth/email-changes',
    'POST /api/v1/auth/email-changes/confirm',
    'POST /api/v1/auth/password-resets',
    'POST /api/v1/auth/password-resets/confirm',
    'PUT /api/v1/auth/password',
    'GET /api/v1/auth/second-factor',
    'POST /api/v1/auth/second-factor',
    'DELETE /api/v1/auth/second-factor',
    'POST /api/v1/auth/second-factor/confirm',
    'POST /api/v1/auth/second-factor/recovery-codes',
    'GET /api/v1/auth/staff',
    'GET /api/v1/auth/roles',
    'PUT /api/v1/auth/staff/:userId/roles',
    'GET /api/v1/auth/users/:userId',
    'PUT /api/v1/auth/users/:userId/state',
    'DELETE /api/v1/auth/users/:userId/sessions',
    'DELETE /api/v1/auth/users/:userId/second-factor',
    'POST /api/v1/auth/staff/invitations',
    'GET /api/v1/auth/staff/invitations',
    'DELETE /api/v1/auth/staff/invitations/:invitationId',
    'POST /api/v1/auth/staff/invitations/accept',
    'GET /api/v1/auth/audit'
  ],
  cart: [
    'POST /api/v1/carts',
    'GET /api/v1/carts/:cartId',
    'POST /api/v1/carts/:cartId/claim',
    'POST /api/v1/carts/:cartId/lines',
    'PATCH /api/v1/carts/:cartId/lines/:lineId',
    'DELETE /api/v1/carts/:cartId/lines/:lineId',
    'GET /api/v1/carts/current',
    'GET /api/v1/operations/cart/failed-jobs',
    'POST /api/v1/operations/cart/failed-jobs/:jobId/retry'
  ],
  category: [
    'GET /api/v1/categories',
    'POST /api/v1/categories',
    'GET /api/v1/categories/:slug',
    'PATCH /api/v1/categories/:slug',
    'DELETE /api/v1/categories/:slug',
    'PUT /api/v1/categories/import',
    'GET /api/v1/operations/category/failed-jobs',
    'POST /api/v1/operations/category/failed-jobs/:jobId/retry'
  ],
  notification: [
    'GET /api/v1/messages',
    'GET /api/v1/messages/:messageId',
    'POST /api/v1/messages/:messageId/read',
    'GET /api/v1/messages/all',
    'GET /api/v1/operations/notification/failed-jobs',
    'POST /api/v1/operations/notification/failed-jobs/:jobId/retry'
  ],
  order: [
    'GET /api/v1/operations/order/failed-jobs',
    'POST /api/v1/operations/order/failed-jobs/:jobId/retry',
    'POST /api/v1/orders',
    'GET /api/v1/orders',
    'GET /api/v1/orders/:orderId',
    'POST /api/v1/orders/:orderId/cancel',
    'POST /api/v1/orders/:orderId/payments'
  ],
  payment: [
    'GET /api/v1/operations/payment/failed-jobs',
    'POST /api/v1/operations/payment/failed-jobs/:jobId/retry',
    'GET /api/v1/payments',
    'GET /api/v1/payments/exceptions',
    'GET /api/v1/payments/sandbox/:challengeId',
    'POST /api/v1/payments/sandbox/:challengeId',
    'POST /api/v1/payments/webhooks/sandbox'
  ],
  product: [
    'GET /api/v1/designs',
    'POST /api/v1/designs',
    'GET /api/v1/designs/:slug',
    'PUT /api/v1/designs/import',
    'GET /api/v1/metal-rates',
    'PUT /api/v1/metal-rates',
    'GET /api/v1/operations/product/failed-jobs',
    'POST /api/v1/operations/product/failed-jobs/:jobId/retry',
    'GET /api/v1/sizes/:kind/chart',
    'GET /api/v1/sizes/:kind/convert',
    'GET /api/v1/stones',
    'GET /api/v1/stones/:pieceId',
    'POST /api/v1/stones/import',
    'PATCH /api/v1/variants/:variantId/stock'
  ],
  user: [
    'GET /api/v1/operations/user/failed-jobs',
    'POST /api/v1/operations/user/failed-jobs/:jobId/retry',
    'GET /api/v1/users/me',
    'PATCH /api/v1/users/me',
    'GET /api/v1/users/me/addresses',
    'POST /api/v1/users/me/addresses',
    'PUT /api/v1/users/me/addresses/:addressId',
    'DELETE /api/v1/users/me/addresses/:addressId'
  ]
}

/** Routes that take a large body, which is passed on as it comes and not held in memory. */
export const streamed: ReadonlySet<string> = new Set(['POST /api/v1/stones/import', 'PUT /api/v1/designs/import'])
