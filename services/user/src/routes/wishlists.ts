import { personId } from '@lumora/kit/auth'
import { Page, pageQuery } from '@lumora/kit/pages'
import type { App } from '@lumora/kit/service'
import { Type } from 'typebox'
import type { Deps } from '../controllers/profiles.ts'
import {
  addWishlist,
  addWishlistItem,
  changeWishlist,
  dropWishlist,
  dropWishlistItem,
  listWishlistItems,
  listWishlists,
  moveWishlistItem,
  noteWishlistItem,
  shareWishlist,
  showSharedWishlist,
  showWishlist,
  unshareWishlist
} from '../controllers/wishlists.ts'
import {
  Move,
  NewWishlist,
  NewWishlistItem,
  SharedPath,
  SharedWishlist,
  Wishlist,
  WishlistItem,
  WishlistItemPath,
  WishlistNote,
  WishlistPath
} from '../schemas/wishlists.ts'

const url = '/api/v1/users/me/wishlists'
const config = { access: 'customer' } as const
const once = { access: 'customer', once: true } as const
const querystring = Type.Object(pageQuery)

export async function wishlistRoutes(app: App, deps: Deps) {
  app.get(
    url,
    { config, schema: { operationId: 'listWishlists', querystring, response: { 200: Page(Wishlist) } } },
    ({ caller, query }) => listWishlists(deps, personId(caller), query)
  )

  app.post(
    url,
    { config: once, schema: { operationId: 'addWishlist', body: NewWishlist, response: { 201: Wishlist } } },
    async (request, reply) => {
      reply.code(201)
      return addWishlist(deps, request.once, personId(request.caller), request.body)
    }
  )

  app.get(
    `${url}/:wishlistId`,
    { config, schema: { operationId: 'showWishlist', params: WishlistPath, response: { 200: Wishlist } } },
    ({ caller, params }) => showWishlist(deps, personId(caller), params.wishlistId)
  )

  app.put(
    `${url}/:wishlistId`,
    {
      config,
      schema: { operationId: 'changeWishlist', params: WishlistPath, body: NewWishlist, response: { 200: Wishlist } }
    },
    ({ caller, params, body }) => changeWishlist(deps, personId(caller), params.wishlistId, body.name)
  )

  app.delete(
    `${url}/:wishlistId`,
    { config, schema: { operationId: 'dropWishlist', params: WishlistPath, response: { 204: Type.Null() } } },
    async ({ caller, params }, reply) => {
      await dropWishlist(deps, personId(caller), params.wishlistId)
      reply.code(204)
      return null
    }
  )

  app.put(
    `${url}/:wishlistId/link`,
    { config, schema: { operationId: 'shareWishlist', params: WishlistPath, response: { 200: Wishlist } } },
    ({ caller, params }) => shareWishlist(deps, personId(caller), params.wishlistId)
  )

  app.delete(
    `${url}/:wishlistId/link`,
    { config, schema: { operationId: 'unshareWishlist', params: WishlistPath, response: { 200: Wishlist } } },
    ({ caller, params }) => unshareWishlist(deps, personId(caller), params.wishlistId)
  )

  app.get(
    `${url}/:wishlistId/items`,
    {
      config,
      schema: {
        operationId: 'listWishlistItems',
        params: WishlistPath,
        querystring,
        response: { 200: Page(WishlistItem) }
      }
    },
    ({ caller, params, query }) => listWishlistItems(deps, personId(caller), params.wishlistId, query)
  )

  app.post(
    `${url}/:wishlistId/items`,
    {
      config: once,
      schema: {
        operationId: 'addWishlistItem',
        params: WishlistPath,
        body: NewWishlistItem,
        response: { 201: WishlistItem }
      }
    },
    async (request, reply) => {
      reply.code(201)
      return addWishlistItem(deps, request.once, personId(request.caller), request.params.wishlistId, request.body)
    }
  )

  app.put(
    `${url}/:wishlistId/items/:itemId/note`,
    {
      config,
      schema: {
        operationId: 'noteWishlistItem',
        params: WishlistItemPath,
        body: WishlistNote,
        response: { 200: WishlistItem }
      }
    },
    ({ caller, params, body }) => noteWishlistItem(deps, personId(caller), params.wishlistId, params.itemId, body.note)
  )

  app.put(
    `${url}/:wishlistId/items/:itemId/wishlist`,
    {
      config,
      schema: {
        operationId: 'moveWishlistItem',
        params: WishlistItemPath,
        body: Move,
        response: { 200: WishlistItem }
      }
    },
    ({ caller, params, body }) =>
      moveWishlistItem(deps, personId(caller), params.wishlistId, params.itemId, body.wishlistId)
  )

  app.delete(
    `${url}/:wishlistId/items/:itemId`,
    {
      config,
      schema: { operationId: 'dropWishlistItem', params: WishlistItemPath, response: { 204: Type.Null() } }
    },
    async ({ caller, params }, reply) => {
      await dropWishlistItem(deps, personId(caller), params.wishlistId, params.itemId)
      reply.code(204)
      return null
    }
  )

  app.get(
    '/api/v1/wishlists/:link',
    {
      config: { access: 'anyone' },
      schema: {
        operationId: 'showSharedWishlist',
        params: SharedPath,
        querystring,
        response: { 200: SharedWishlist }
      }
    },
    ({ params, query }) => showSharedWishlist(deps, params.link, query)
  )
}
