import { personId } from '@lumora/kit/auth'
import { Page, pageQuery } from '@lumora/kit/pages'
import type { App } from '@lumora/kit/service'
import { Type } from 'typebox'
import {
  approveProposal,
  listProposals,
  previewProposal,
  proposeRate,
  proposeRollback,
  readProposal,
  rejectProposal
} from '../controllers/proposals.ts'
import type { Deps } from '../controllers/rates.ts'
import { Id } from '../schemas/designs.ts'
import { Approval, Impact, NewProposal, Proposal, proposalQuery, RateId } from '../schemas/rates.ts'

const desk = { access: { staff: 'catalogue:write' } }
const params = Type.Object({ proposalId: Id })

export async function proposalRoutes(app: App, deps: Deps) {
  app.post(
    '/api/v1/metal-rates/proposals',
    {
      config: { ...desk, once: true },
      schema: { operationId: 'proposeRate', body: NewProposal, response: { 201: Proposal } }
    },
    ({ body, once, caller }, reply) => {
      reply.code(201)
      return proposeRate(deps, once, personId(caller), body)
    }
  )

  app.post(
    '/api/v1/metal-rates/:rateId/rollback',
    {
      config: { ...desk, once: true },
      schema: {
        operationId: 'proposeRollback',
        params: Type.Object({ rateId: RateId }),
        response: { 201: Proposal }
      }
    },
    (request, reply) => {
      reply.code(201)
      return proposeRollback(deps, request.once, personId(request.caller), request.params.rateId)
    }
  )

  app.get(
    '/api/v1/metal-rates/proposals',
    {
      config: desk,
      schema: {
        operationId: 'listProposals',
        querystring: Type.Object({ ...proposalQuery, ...pageQuery }),
        response: { 200: Page(Proposal) }
      }
    },
    ({ query }) => listProposals(deps, query)
  )

  app.get(
    '/api/v1/metal-rates/proposals/:proposalId',
    { config: desk, schema: { operationId: 'readProposal', params, response: { 200: Proposal } } },
    (request) => readProposal(deps, request.params.proposalId)
  )

  app.get(
    '/api/v1/metal-rates/proposals/:proposalId/impact',
    { config: desk, schema: { operationId: 'previewProposal', params, response: { 200: Impact } } },
    (request) => previewProposal(deps, request.params.proposalId)
  )

  app.post(
    '/api/v1/metal-rates/proposals/:proposalId/approve',
    {
      config: desk,
      schema: { operationId: 'approveProposal', params, body: Approval, response: { 200: Proposal } }
    },
    (request) =>
      approveProposal(deps, personId(request.caller), request.params.proposalId, request.body.confirmLargeChange)
  )

  app.post(
    '/api/v1/metal-rates/proposals/:proposalId/reject',
    { config: desk, schema: { operationId: 'rejectProposal', params, response: { 200: Proposal } } },
    (request) => rejectProposal(deps, personId(request.caller), request.params.proposalId)
  )
}
