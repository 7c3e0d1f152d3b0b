/**
 * The one table of what the gateway lets through, by service: what is not here does not exist for the outside.
 * Services serve the same paths, so nothing is ever rewritten. A test holds it against the services' contracts.
 */
export const routes: Record<string, readonly string[]> = {
  auth: [
    'POST /api/v1/auth/register',
    'POST /api/v1/auth/sessions',
    'GET /api/v1/auth/sessions/current',
    'DELETE /api/v1/auth/sessions/current',
    'GET /api/v1/operations/auth/failed-jobs',
    'POST /api/v1/operations/auth/failed-jobs/:jobId/retry'
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
