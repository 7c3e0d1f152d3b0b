// Generated from the service’s openapi.json by `npm run contracts`.
export interface paths {
    "/api/v1/operations/cart/failed-jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listCartFailedJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operations/cart/failed-jobs/{jobId}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["retryCartFailedJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/carts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["createCart"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/carts/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getCurrentCart"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/carts/{cartId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getCart"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/carts/{cartId}/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["addLine"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/carts/{cartId}/lines/{lineId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["removeLine"];
        options?: never;
        head?: never;
        patch: operations["changeLine"];
        trace?: never;
    };
    "/api/v1/carts/{cartId}/lines/{lineId}/saved": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["saveLine"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/carts/{cartId}/prices/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["acceptPrices"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/carts/{cartId}/destination": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["setDestination"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/carts/{cartId}/shipping-methods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listShippingChoices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/carts/{cartId}/shipping-method": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["chooseShipping"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/carts/{cartId}/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["claimCart"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/internal/carts/{cartId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getCartContent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/carts/{cartId}/coupons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["addCoupon"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/carts/{cartId}/coupons/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["removeCoupon"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/internal/checkouts/{orderId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["freezeCheckout"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/promotions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listPromotions"];
        put?: never;
        post: operations["makePromotion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/promotions/{promotionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["readPromotion"];
        put: operations["replacePromotion"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shipping-methods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listShippingMethods"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shipping-methods/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["putShippingMethod"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tax-profiles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listTaxProfiles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tax-profiles/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["putTaxProfile"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/internal/people/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["collectPersonalData"];
        put?: never;
        post?: never;
        delete: operations["erasePersonalData"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: never;
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listCartFailedJobs: {
        parameters: {
            query?: {
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description A number, or an event’s id. */
                            id: string;
                            /** @description What was to be done; of an event `send` and its topic. */
                            task: string;
                            attempts: number;
                            lastError: string | null;
                            /** Format: date-time */
                            failedAt: string;
                        }[];
                    };
                };
            };
            /** @description RFC 9457 application/problem+json; each type is explained in docs/problems.md. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        instance: string;
                    };
                };
            };
        };
    };
    retryCartFailedJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                jobId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description RFC 9457 application/problem+json; each type is explained in docs/problems.md. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        instance: string;
                    };
                };
            };
        };
    };
    createCart: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description ISO 4217 */
                    currency?: string;
                    /** @description What is put into it at once. */
                    line?: {
                        /** Format: uuid */
                        variantId: string;
                        pieceId?: string | null;
                        quantity: number;
                        options?: {
                            size?: string;
                            engraving?: string;
                            /**
                             * @description The face of the engraving; nothing without one.
                             * @enum {unknown}
                             */
                            engravingFont?: "serif" | "italic" | "plain";
                            giftWrap?: boolean;
                        };
                        giftNote?: string | null;
                        /** @description The former place of options.engraving. */
                        engraving?: string | null;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {unknown} */
                        status: "open" | "ordered";
                        /** @description The order that is being made of it, or that it became in the last 30 days. */
                        orderId: string | null;
                        /** @description ISO 4217 */
                        currency: string;
                        version: number;
                        /** @enum {unknown} */
                        prices: "net" | "gross";
                        lines: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            variantId: string;
                            pieceId: string | null;
                            quantity: number;
                            options: {
                                size?: string;
                                engraving?: string;
                                /**
                                 * @description The face of the engraving; nothing without one.
                                 * @enum {unknown}
                                 */
                                engravingFont?: "serif" | "italic" | "plain";
                                giftWrap?: boolean;
                            };
                            engraving: string | null;
                            giftNote: string | null;
                            title: string;
                            slug: string;
                            imageUrl: string | null;
                            unitMinor: number | null;
                            listMinor: number | null;
                            discountMinor: number | null;
                            taxMinor: number | null;
                            totalMinor: number | null;
                            /** @description The whole line as the cart’s prices are shown. */
                            shownMinor: number | null;
                            priceKeptUntil: string | null;
                            problem: {
                                /** @description Why this line cannot be bought as it is: not-sold, out-of-stock, piece-needed, engraving-not-possible, size-not-offered; or price-changed, until the new price is accepted. */
                                slug: string;
                                detail: string;
                                /** @description Of one, as the cart’s prices are shown. */
                                formerMinor?: number;
                                nowMinor?: number;
                            } | null;
                        }[];
                        /** @description Kept for later: not bought, and in no sum. */
                        savedLines: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            variantId: string;
                            pieceId: string | null;
                            quantity: number;
                            options: {
                                size?: string;
                                engraving?: string;
                                /**
                                 * @description The face of the engraving; nothing without one.
                                 * @enum {unknown}
                                 */
                                engravingFont?: "serif" | "italic" | "plain";
                                giftWrap?: boolean;
                            };
                            engraving: string | null;
                            giftNote: string | null;
                            title: string;
                            slug: string;
                            imageUrl: string | null;
                            unitMinor: number | null;
                            listMinor: number | null;
                            discountMinor: number | null;
                            taxMinor: number | null;
                            totalMinor: number | null;
                            /** @description The whole line as the cart’s prices are shown. */
                            shownMinor: number | null;
                            priceKeptUntil: string | null;
                            problem: {
                                /** @description Why this line cannot be bought as it is: not-sold, out-of-stock, piece-needed, engraving-not-possible, size-not-offered; or price-changed, until the new price is accepted. */
                                slug: string;
                                detail: string;
                                /** @description Of one, as the cart’s prices are shown. */
                                formerMinor?: number;
                                nowMinor?: number;
                            } | null;
                        }[];
                        destination: {
                            /** @description ISO 3166-1 alpha-2 */
                            country: string;
                            region: string | null;
                            postcode: string | null;
                            /** @description Nobody has told one: it is the shop’s own. */
                            isAssumed: boolean;
                        };
                        shipping: {
                            code: string;
                            name: string;
                            insured: boolean;
                            signature: boolean;
                            /** @description More than one when the value is above what a parcel is insured for. */
                            parcels: number;
                            listMinor: number;
                            discountMinor: number;
                            taxMinor: number;
                            totalMinor: number;
                            shownMinor: number;
                            deliverBy: string | null;
                        } | null;
                        promotions: {
                            /** Format: uuid */
                            promotionId: string;
                            code: string | null;
                            name: string;
                            amountMinor: number;
                            why: string;
                        }[];
                        coupons: {
                            code: string;
                            applies: boolean;
                            reason: string | null;
                            detail: string | null;
                        }[];
                        taxes: {
                            name: string;
                            permyriad: number;
                            taxableMinor: number;
                            minor: number;
                        }[];
                        /** @description Before discounts and tax; null while prices cannot be told. */
                        subtotalMinor: number | null;
                        discountMinor: number | null;
                        shippingMinor: number | null;
                        taxMinor: number | null;
                        totalMinor: number | null;
                        problems: {
                            lineId: string | null;
                            /** @description That of a line, or prices-unavailable, cannot-ship-there, shipping-method-not-possible. */
                            slug: string;
                            detail: string;
                        }[];
                        /** @description Only in the answer that made a guest’s cart. */
                        token?: string;
                    };
                };
            };
            /** @description RFC 9457 application/problem+json; each type is explained in docs/problems.md. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        instance: string;
                    };
                };
            };
        };
    };
    getCurrentCart: {
        parameters: {
            query?: {
                /** @description Whether prices are shown with tax; as is usual at the destination unless told. */
                prices?: "net" | "gross";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {unknown} */
                        status: "open" | "ordered";
                        /** @description The order that is being made of it, or that it became in the last 30 days. */
                        orderId: string | null;
                        /** @description ISO 4217 */
                        currency: string;
                        version: number;
                        /** @enum {unknown} */
                        prices: "net" | "gross";
                        lines: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            variantId: string;
                            pieceId: string | null;
                            quantity: number;
                            options: {
                                size?: string;
                                engraving?: string;
                                /**
                                 * @description The face of the engraving; nothing without one.
                                 * @enum {unknown}
                                 */
                                engravingFont?: "serif" | "italic" | "plain";
                                giftWrap?: boolean;
                            };
                            engraving: string | null;
                            giftNote: string | null;
                            title: string;
                            slug: string;
                            imageUrl: string | null;
                            unitMinor: number | null;
                            listMinor: number | null;
                            discountMinor: number | null;
                            taxMinor: number | null;
                            totalMinor: number | null;
                            /** @description The whole line as the cart’s prices are shown. */
                            shownMinor: number | null;
                            priceKeptUntil: string | null;
                            problem: {
                                /** @description Why this line cannot be bought as it is: not-sold, out-of-stock, piece-needed, engraving-not-possible, size-not-offered; or price-changed, until the new price is accepted. */
                                slug: string;
                                detail: string;
                                /** @description Of one, as the cart’s prices are shown. */
                                formerMinor?: number;
                                nowMinor?: number;
                            } | null;
                        }[];
                        /** @description Kept for later: not bought, and in no sum. */
                        savedLines: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            variantId: string;
                            pieceId: string | null;
                            quantity: number;
                            options: {
                                size?: string;
                                engraving?: string;
                                /**
                                 * @description The face of the engraving; nothing without one.
                                 * @enum {unknown}
                                 */
                                engravingFont?: "serif" | "italic" | "plain";
                                giftWrap?: boolean;
                            };
                            engraving: string | null;
                            giftNote: string | null;
                            title: string;
                            slug: string;
                            imageUrl: string | null;
                            unitMinor: number | null;
                            listMinor: number | null;
                            discountMinor: number | null;
                            taxMinor: number | null;
                            totalMinor: number | null;
                            /** @description The whole line as the cart’s prices are shown. */
                            shownMinor: number | null;
                            priceKeptUntil: string | null;
                            problem: {
                                /** @description Why this line cannot be bought as it is: not-sold, out-of-stock, piece-needed, engraving-not-possible, size-not-offered; or price-changed, until the new price is accepted. */
                                slug: string;
                                detail: string;
                                /** @description Of one, as the cart’s prices are shown. */
                                formerMinor?: number;
                                nowMinor?: number;
                            } | null;
                        }[];
                        destination: {
                            /** @description ISO 3166-1 alpha-2 */
                            country: string;
                            region: string | null;
                            postcode: string | null;
                            /** @description Nobody has told one: it is the shop’s own. */
                            isAssumed: boolean;
                        };
                        shipping: {
                            code: string;
                            name: string;
                            insured: boolean;
                            signature: boolean;
                            /** @description More than one when the value is above what a parcel is insured for. */
                            parcels: number;
                            listMinor: number;
                            discountMinor: number;
                            taxMinor: number;
                            totalMinor: number;
                            shownMinor: number;
                            deliverBy: string | null;
                        } | null;
                        promotions: {
                            /** Format: uuid */
                            promotionId: string;
                            code: string | null;
                            name: string;
                            amountMinor: number;
                            why: string;
                        }[];
                        coupons: {
                            code: string;
                            applies: boolean;
                            reason: string | null;
                            detail: string | null;
                        }[];
                        taxes: {
                            name: string;
                            permyriad: number;
                            taxableMinor: number;
                            minor: number;
                        }[];
                        /** @description Before discounts and tax; null while prices cannot be told. */
                        subtotalMinor: number | null;
                        discountMinor: number | null;
                        shippingMinor: number | null;
                        taxMinor: number | null;
                        totalMinor: number | null;
                        problems: {
                            lineId: string | null;
                            /** @description That of a line, or prices-unavailable, cannot-ship-there, shipping-method-not-possible. */
                            slug: string;
                            detail: string;
                        }[];
                        /** @description Only in the answer that made a guest’s cart. */
                        token?: string;
                    };
                };
            };
            /** @description RFC 9457 application/problem+json; each type is explained in docs/problems.md. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        instance: string;
                    };
                };
            };
        };
    };
    getCart: {
        parameters: {
            query?: {
                /** @description Whether prices are shown with tax; as is usual at the destination unless told. */
                prices?: "net" | "gross";
            };
            header?: {
                /** @description The token of a guest’s cart, told once when it was made. */
                "cart-token"?: string;
            };
            path: {
                cartId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {unknown} */
                        status: "open" | "ordered";
                        /** @description The order that is being made of it, or that it became in the last 30 days. */
                        orderId: string | null;
                        /** @description ISO 4217 */
                        currency: string;
                        version: number;
                        /** @enum {unknown} */
                        prices: "net" | "gross";
                        lines: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            variantId: string;
                            pieceId: string | null;
                            quantity: number;
                            options: {
                                size?: string;
                                engraving?: string;
                                /**
                                 * @description The face of the engraving; nothing without one.
                                 * @enum {unknown}
                                 */
                                engravingFont?: "serif" | "italic" | "plain";
                                giftWrap?: boolean;
                            };
                            engraving: string | null;
                            giftNote: string | null;
                            title: string;
                            slug: string;
                            imageUrl: string | null;
                            unitMinor: number | null;
                            listMinor: number | null;
                            discountMinor: number | null;
                            taxMinor: number | null;
                            totalMinor: number | null;
                            /** @description The whole line as the cart’s prices are shown. */
                            shownMinor: number | null;
                            priceKeptUntil: string | null;
                            problem: {
                                /** @description Why this line cannot be bought as it is: not-sold, out-of-stock, piece-needed, engraving-not-possible, size-not-offered; or price-changed, until the new price is accepted. */
                                slug: string;
                                detail: string;
                                /** @description Of one, as the cart’s prices are shown. */
                                formerMinor?: number;
                                nowMinor?: number;
                            } | null;
                        }[];
                        /** @description Kept for later: not bought, and in no sum. */
                        savedLines: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            variantId: string;
                            pieceId: string | null;
                            quantity: number;
                            options: {
                                size?: string;
                                engraving?: string;
                                /**
                                 * @description The face of the engraving; nothing without one.
                                 * @enum {unknown}
                                 */
                                engravingFont?: "serif" | "italic" | "plain";
                                giftWrap?: boolean;
                            };
                            engraving: string | null;
                            giftNote: string | null;
                            title: string;
                            slug: string;
                            imageUrl: string | null;
                            unitMinor: number | null;
                            listMinor: number | null;
                            discountMinor: number | null;
                            taxMinor: number | null;
                            totalMinor: number | null;
                            /** @description The whole line as the cart’s prices are shown. */
                            shownMinor: number | null;
                            priceKeptUntil: string | null;
                            problem: {
                                /** @description Why this line cannot be bought as it is: not-sold, out-of-stock, piece-needed, engraving-not-possible, size-not-offered; or price-changed, until the new price is accepted. */
                                slug: string;
                                detail: string;
                                /** @description Of one, as the cart’s prices are shown. */
                                formerMinor?: number;
                                nowMinor?: number;
                            } | null;
                        }[];
                        destination: {
                            /** @description ISO 3166-1 alpha-2 */
                            country: string;
                            region: string | null;
                            postcode: string | null;
                            /** @description Nobody has told one: it is the shop’s own. */
                            isAssumed: boolean;
                        };
                        shipping: {
                            code: string;
                            name: string;
                            insured: boolean;
                            signature: boolean;
                            /** @description More than one when the value is above what a parcel is insured for. */
                            parcels: number;
                            listMinor: number;
                            discountMinor: number;
                            taxMinor: number;
                            totalMinor: number;
                            shownMinor: number;
                            deliverBy: string | null;
                        } | null;
                        promotions: {
                            /** Format: uuid */
                            promotionId: string;
                            code: string | null;
                            name: string;
                            amountMinor: number;
                            why: string;
                        }[];
                        coupons: {
                            code: string;
                            applies: boolean;
                            reason: string | null;
                            detail: string | null;
                        }[];
                        taxes: {
                            name: string;
                            permyriad: number;
                            taxableMinor: number;
                            minor: number;
                        }[];
                        /** @description Before discounts and tax; null while prices cannot be told. */
                        subtotalMinor: number | null;
                        discountMinor: number | null;
                        shippingMinor: number | null;
                        taxMinor: number | null;
                        totalMinor: number | null;
                        problems: {
                            lineId: string | null;
                            /** @description That of a line, or prices-unavailable, cannot-ship-there, shipping-method-not-possible. */
                            slug: string;
                            detail: string;
                        }[];
                        /** @description Only in the answer that made a guest’s cart. */
                        token?: string;
                    };
                };
            };
            /** @description RFC 9457 application/problem+json; each type is explained in docs/problems.md. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        instance: string;
                    };
                };
            };
        };
    };
    addLine: {
        parameters: {
            query?: never;
            header: {
                /** @description The token of a guest’s cart, told once when it was made. */
                "cart-token"?: string;
                "idempotency-key": string;
            };
            path: {
                cartId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    variantId: string;
                    pieceId?: string | null;
                    quantity: number;
                    options?: {
                        size?: string;
                        engraving?: string;
                        /**
                         * @description The face of the engraving; nothing without one.
                         * @enum {unknown}
                         */
                        engravingFont?: "serif" | "italic" | "plain";
                        giftWrap?: boolean;
                    };
                    giftNote?: string | null;
                    /** @description The former place of options.engraving. */
                    engraving?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {unknown} */
                        status: "open" | "ordered";
                        /** @description The order that is being made of it, or that it became in the last 30 days. */
                        orderId: string | null;
                        /** @description ISO 4217 */
                        currency: string;
                        version: number;
                        /** @enum {unknown} */
                        prices: "net" | "gross";
                        lines: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            variantId: string;
                            pieceId: string | null;
                            quantity: number;
                            options: {
                                size?: string;
                                engraving?: string;
                                /**
                                 * @description The face of the engraving; nothing without one.
                                 * @enum {unknown}
                                 */
                                engravingFont?: "serif" | "italic" | "plain";
                                giftWrap?: boolean;
                            };
                            engraving: string | null;
                            giftNote: string | null;
                            title: string;
                            slug: string;
                            imageUrl: string | null;
                            unitMinor: number | null;
                            listMinor: number | null;
                            discountMinor: number | null;
                            taxMinor: number | null;
                            totalMinor: number | null;
                            /** @description The whole line as the cart’s prices are shown. */
                            shownMinor: number | null;
                            priceKeptUntil: string | null;
                            problem: {
                                /** @description Why this line cannot be bought as it is: not-sold, out-of-stock, piece-needed, engraving-not-possible, size-not-offered; or price-changed, until the new price is accepted. */
                                slug: string;
                                detail: string;
                                /** @description Of one, as the cart’s prices are shown. */
                                formerMinor?: number;
                                nowMinor?: number;
                            } | null;
                        }[];
                        /** @description Kept for later: not bought, and in no sum. */
                        savedLines: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            variantId: string;
                            pieceId: string | null;
                            quantity: number;
                            options: {
                                size?: string;
                                engraving?: string;
                                /**
                                 * @description The face of the engraving; nothing without one.
                                 * @enum {unknown}
                                 */
                                engravingFont?: "serif" | "italic" | "plain";
                                giftWrap?: boolean;
                            };
                            engraving: string | null;
                            giftNote: string | null;
                            title: string;
                            slug: string;
                            imageUrl: string | null;
                            unitMinor: number | null;
                            listMinor: number | null;
                            discountMinor: number | null;
                            taxMinor: number | null;
                            totalMinor: number | null;
                            /** @description The whole line as the cart’s prices are shown. */
                            shownMinor: number | null;
                            priceKeptUntil: string | null;
                            problem: {
                                /** @description Why this line cannot be bought as it is: not-sold, out-of-stock, piece-needed, engraving-not-possible, size-not-offered; or price-changed, until the new price is accepted. */
                                slug: string;
                                detail: string;
                                /** @description Of one, as the cart’s prices are shown. */
                                formerMinor?: number;
                                nowMinor?: number;
                            } | null;
                        }[];
                        destination: {
                            /** @description ISO 3166-1 alpha-2 */
                            country: string;
                            region: string | null;
                            postcode: string | null;
                            /** @description Nobody has told one: it is the shop’s own. */
                            isAssumed: boolean;
                        };
                        shipping: {
                            code: string;
                            name: string;
                            insured: boolean;
                            signature: boolean;
                            /** @description More than one when the value is above what a parcel is insured for. */
                            parcels: number;
                            listMinor: number;
                            discountMinor: number;
                            taxMinor: number;
                            totalMinor: number;
                            shownMinor: number;
                            deliverBy: string | null;
                        } | null;
                        promotions: {
                            /** Format: uuid */
                            promotionId: string;
                            code: string | null;
                            name: string;
                            amountMinor: number;
                            why: string;
                        }[];
                        coupons: {
                            code: string;
                            applies: boolean;
                            reason: string | null;
                            detail: string | null;
                        }[];
                        taxes: {
                            name: string;
                            permyriad: number;
                            taxableMinor: number;
                            minor: number;
                        }[];
                        /** @description Before discounts and tax; null while prices cannot be told. */
                        subtotalMinor: number | null;
                        discountMinor: number | null;
                        shippingMinor: number | null;
                        taxMinor: number | null;
                        totalMinor: number | null;
                        problems: {
                            lineId: string | null;
                            /** @description That of a line, or prices-unavailable, cannot-ship-there, shipping-method-not-possible. */
                            slug: string;
                            detail: string;
                        }[];
                        /** @description Only in the answer that made a guest’s cart. */
                        token?: string;
                    };
                };
            };
            /** @description RFC 9457 application/problem+json; each type is explained in docs/problems.md. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        instance: string;
                    };
                };
            };
        };
    };
    removeLine: {
        parameters: {
            query?: never;
            header?: {
                /** @description The token of a guest’s cart, told once when it was made. */
                "cart-token"?: string;
            };
            path: {
                cartId: string;
                lineId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {unknown} */
                        status: "open" | "ordered";
                        /** @description The order that is being made of it, or that it became in the last 30 days. */
                        orderId: string | null;
                        /** @description ISO 4217 */
                        currency: string;
                        version: number;
                        /** @enum {unknown} */
                        prices: "net" | "gross";
                        lines: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            variantId: string;
                            pieceId: string | null;
                            quantity: number;
                            options: {
                                size?: string;
                                engraving?: string;
                                /**
                                 * @description The face of the engraving; nothing without one.
                                 * @enum {unknown}
                                 */
                                engravingFont?: "serif" | "italic" | "plain";
                                giftWrap?: boolean;
                            };
                            engraving: string | null;
                            giftNote: string | null;
                            title: string;
                            slug: string;
                            imageUrl: string | null;
                            unitMinor: number | null;
                            listMinor: number | null;
                            discountMinor: number | null;
                            taxMinor: number | null;
                            totalMinor: number | null;
                            /** @description The whole line as the cart’s prices are shown. */
                            shownMinor: number | null;
                            priceKeptUntil: string | null;
                            problem: {
                                /** @description Why this line cannot be bought as it is: not-sold, out-of-stock, piece-needed, engraving-not-possible, size-not-offered; or price-changed, until the new price is accepted. */
                                slug: string;
                                detail: string;
                                /** @description Of one, as the cart’s prices are shown. */
                                formerMinor?: number;
                                nowMinor?: number;
                            } | null;
                        }[];
                        /** @description Kept for later: not bought, and in no sum. */
                        savedLines: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            variantId: string;
                            pieceId: string | null;
                            quantity: number;
                            options: {
                                size?: string;
                                engraving?: string;
                                /**
                                 * @description The face of the engraving; nothing without one.
                                 * @enum {unknown}
                                 */
                                engravingFont?: "serif" | "italic" | "plain";
                                giftWrap?: boolean;
                            };
                            engraving: string | null;
                            giftNote: string | null;
                            title: string;
                            slug: string;
                            imageUrl: string | null;
                            unitMinor: number | null;
                            listMinor: number | null;
                            discountMinor: number | null;
                            taxMinor: number | null;
                            totalMinor: number | null;
                            /** @description The whole line as the cart’s prices are shown. */
                            shownMinor: number | null;
                            priceKeptUntil: string | null;
                            problem: {
                                /** @description Why this line cannot be bought as it is: not-sold, out-of-stock, piece-needed, engraving-not-possible, size-not-offered; or price-changed, until the new price is accepted. */
                                slug: string;
                                detail: string;
                                /** @description Of one, as the cart’s prices are shown. */
                                formerMinor?: number;
                                nowMinor?: number;
                            } | null;
                        }[];
                        destination: {
                            /** @description ISO 3166-1 alpha-2 */
                            country: string;
                            region: string | null;
                            postcode: string | null;
                            /** @description Nobody has told one: it is the shop’s own. */
                            isAssumed: boolean;
                        };
                        shipping: {
                            code: string;
                            name: string;
                            insured: boolean;
                            signature: boolean;
                            /** @description More than one when the value is above what a parcel is insured for. */
                            parcels: number;
                            listMinor: number;
                            discountMinor: number;
                            taxMinor: number;
                            totalMinor: number;
                            shownMinor: number;
                            deliverBy: string | null;
                        } | null;
                        promotions: {
                            /** Format: uuid */
                            promotionId: string;
                            code: string | null;
                            name: string;
                            amountMinor: number;
                            why: string;
                        }[];
                        coupons: {
                            code: string;
                            applies: boolean;
                            reason: string | null;
                            detail: string | null;
                        }[];
                        taxes: {
                            name: string;
                            permyriad: number;
                            taxableMinor: number;
                            minor: number;
                        }[];
                        /** @description Before discounts and tax; null while prices cannot be told. */
                        subtotalMinor: number | null;
                        discountMinor: number | null;
                        shippingMinor: number | null;
                        taxMinor: number | null;
                        totalMinor: number | null;
                        problems: {
                            lineId: string | null;
                            /** @description That of a line, or prices-unavailable, cannot-ship-there, shipping-method-not-possible. */
                            slug: string;
                            detail: string;
                        }[];
                        /** @description Only in the answer that made a guest’s cart. */
                        token?: string;
                    };
                };
            };
            /** @description RFC 9457 application/problem+json; each type is explained in docs/problems.md. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        instance: string;
                    };
                };
            };
        };
    };
    changeLine: {
        parameters: {
            query?: never;
            header?: {
                /** @description The token of a guest’s cart, told once when it was made. */
                "cart-token"?: string;
            };
            path: {
                cartId: string;
                lineId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    quantity?: number;
                    giftNote?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {unknown} */
                        status: "open" | "ordered";
                        /** @description The order that is being made of it, or that it became in the last 30 days. */
                        orderId: string | null;
                        /** @description ISO 4217 */
                        currency: string;
                        version: number;
                        /** @enum {unknown} */
                        prices: "net" | "gross";
                        lines: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            variantId: string;
                            pieceId: string | null;
                            quantity: number;
                            options: {
                                size?: string;
                                engraving?: string;
                                /**
                                 * @description The face of the engraving; nothing without one.
                                 * @enum {unknown}
                                 */
                                engravingFont?: "serif" | "italic" | "plain";
                                giftWrap?: boolean;
                            };
                            engraving: string | null;
                            giftNote: string | null;
                            title: string;
                            slug: string;
                            imageUrl: string | null;
                            unitMinor: number | null;
                            listMinor: number | null;
                            discountMinor: number | null;
                            taxMinor: number | null;
                            totalMinor: number | null;
                            /** @description The whole line as the cart’s prices are shown. */
                            shownMinor: number | null;
                            priceKeptUntil: string | null;
                            problem: {
                                /** @description Why this line cannot be bought as it is: not-sold, out-of-stock, piece-needed, engraving-not-possible, size-not-offered; or price-changed, until the new price is accepted. */
                                slug: string;
                                detail: string;
                                /** @description Of one, as the cart’s prices are shown. */
                                formerMinor?: number;
                                nowMinor?: number;
                            } | null;
                        }[];
                        /** @description Kept for later: not bought, and in no sum. */
                        savedLines: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            variantId: string;
                            pieceId: string | null;
                            quantity: number;
                            options: {
                                size?: string;
                                engraving?: string;
                                /**
                                 * @description The face of the engraving; nothing without one.
                                 * @enum {unknown}
                                 */
                                engravingFont?: "serif" | "italic" | "plain";
                                giftWrap?: boolean;
                            };
                            engraving: string | null;
                            giftNote: string | null;
                            title: string;
                            slug: string;
                            imageUrl: string | null;
                            unitMinor: number | null;
                            listMinor: number | null;
                            discountMinor: number | null;
                            taxMinor: number | null;
                            totalMinor: number | null;
                            /** @description The whole line as the cart’s prices are shown. */
                            shownMinor: number | null;
                            priceKeptUntil: string | null;
                            problem: {
                                /** @description Why this line cannot be bought as it is: not-sold, out-of-stock, piece-needed, engraving-not-possible, size-not-offered; or price-changed, until the new price is accepted. */
                                slug: string;
                                detail: string;
                                /** @description Of one, as the cart’s prices are shown. */
                                formerMinor?: number;
                                nowMinor?: number;
                            } | null;
                        }[];
                        destination: {
                            /** @description ISO 3166-1 alpha-2 */
                            country: string;
                            region: string | null;
                            postcode: string | null;
                            /** @description Nobody has told one: it is the shop’s own. */
                            isAssumed: boolean;
                        };
                        shipping: {
                            code: string;
                            name: string;
                            insured: boolean;
                            signature: boolean;
                            /** @description More than one when the value is above what a parcel is insured for. */
                            parcels: number;
                            listMinor: number;
                            discountMinor: number;
                            taxMinor: number;
                            totalMinor: number;
                            shownMinor: number;
                            deliverBy: string | null;
                        } | null;
                        promotions: {
                            /** Format: uuid */
                            promotionId: string;
                            code: string | null;
                            name: string;
                            amountMinor: number;
                            why: string;
                        }[];
                        coupons: {
                            code: string;
                            applies: boolean;
                            reason: string | null;
                            detail: string | null;
                        }[];
                        taxes: {
                            name: string;
                            permyriad: number;
                            taxableMinor: number;
                            minor: number;
                        }[];
                        /** @description Before discounts and tax; null while prices cannot be told. */
                        subtotalMinor: number | null;
                        discountMinor: number | null;
                        shippingMinor: number | null;
                        taxMinor: number | null;
                        totalMinor: number | null;
                        problems: {
                            lineId: string | null;
                            /** @description That of a line, or prices-unavailable, cannot-ship-there, shipping-method-not-possible. */
                            slug: string;
                            detail: string;
                        }[];
                        /** @description Only in the answer that made a guest’s cart. */
                        token?: string;
                    };
                };
            };
            /** @description RFC 9457 application/problem+json; each type is explained in docs/problems.md. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        instance: string;
                    };
                };
            };
        };
    };
    saveLine: {
        parameters: {
            query?: never;
            header?: {
                /** @description The token of a guest’s cart, told once when it was made. */
                "cart-token"?: string;
            };
            path: {
                cartId: string;
                lineId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    saved: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {unknown} */
                        status: "open" | "ordered";
                        /** @description The order that is being made of it, or that it became in the last 30 days. */
                        orderId: string | null;
                        /** @description ISO 4217 */
                        currency: string;
                        version: number;
                        /** @enum {unknown} */
                        prices: "net" | "gross";
                        lines: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            variantId: string;
                            pieceId: string | null;
                            quantity: number;
                            options: {
                                size?: string;
                                engraving?: string;
                                /**
                                 * @description The face of the engraving; nothing without one.
                                 * @enum {unknown}
                                 */
                                engravingFont?: "serif" | "italic" | "plain";
                                giftWrap?: boolean;
                            };
                            engraving: string | null;
                            giftNote: string | null;
                            title: string;
                            slug: string;
                            imageUrl: string | null;
                            unitMinor: number | null;
                            listMinor: number | null;
                            discountMinor: number | null;
                            taxMinor: number | null;
                            totalMinor: number | null;
                            /** @description The whole line as the cart’s prices are shown. */
                            shownMinor: number | null;
                            priceKeptUntil: string | null;
                            problem: {
                                /** @description Why this line cannot be bought as it is: not-sold, out-of-stock, piece-needed, engraving-not-possible, size-not-offered; or price-changed, until the new price is accepted. */
                                slug: string;
                                detail: string;
                                /** @description Of one, as the cart’s prices are shown. */
                                formerMinor?: number;
                                nowMinor?: number;
                            } | null;
                        }[];
                        /** @description Kept for later: not bought, and in no sum. */
                        savedLines: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            variantId: string;
                            pieceId: string | null;
                            quantity: number;
                            options: {
                                size?: string;
                                engraving?: string;
                                /**
                                 * @description The face of the engraving; nothing without one.
                                 * @enum {unknown}
                                 */
                                engravingFont?: "serif" | "italic" | "plain";
                                giftWrap?: boolean;
                            };
                            engraving: string | null;
                            giftNote: string | null;
                            title: string;
                            slug: string;
                            imageUrl: string | null;
                            unitMinor: number | null;
                            listMinor: number | null;
                            discountMinor: number | null;
                            taxMinor: number | null;
                            totalMinor: number | null;
                            /** @description The whole line as the cart’s prices are shown. */
                            shownMinor: number | null;
                            priceKeptUntil: string | null;
                            problem: {
                                /** @description Why this line cannot be bought as it is: not-sold, out-of-stock, piece-needed, engraving-not-possible, size-not-offered; or price-changed, until the new price is accepted. */
                                slug: string;
                                detail: string;
                                /** @description Of one, as the cart’s prices are shown. */
                                formerMinor?: number;
                                nowMinor?: number;
                            } | null;
                        }[];
                        destination: {
                            /** @description ISO 3166-1 alpha-2 */
                            country: string;
                            region: string | null;
                            postcode: string | null;
                            /** @description Nobody has told one: it is the shop’s own. */
                            isAssumed: boolean;
                        };
                        shipping: {
                            code: string;
                            name: string;
                            insured: boolean;
                            signature: boolean;
                            /** @description More than one when the value is above what a parcel is insured for. */
                            parcels: number;
                            listMinor: number;
                            discountMinor: number;
                            taxMinor: number;
                            totalMinor: number;
                            shownMinor: number;
                            deliverBy: string | null;
                        } | null;
                        promotions: {
                            /** Format: uuid */
                            promotionId: string;
                            code: string | null;
                            name: string;
                            amountMinor: number;
                            why: string;
                        }[];
                        coupons: {
                            code: string;
                            applies: boolean;
                            reason: string | null;
                            detail: string | null;
                        }[];
                        taxes: {
                            name: string;
                            permyriad: number;
                            taxableMinor: number;
                            minor: number;
                        }[];
                        /** @description Before discounts and tax; null while prices cannot be told. */
                        subtotalMinor: number | null;
                        discountMinor: number | null;
                        shippingMinor: number | null;
                        taxMinor: number | null;
                        totalMinor: number | null;
                        problems: {
                            lineId: string | null;
                            /** @description That of a line, or prices-unavailable, cannot-ship-there, shipping-method-not-possible. */
                            slug: string;
                            detail: string;
                        }[];
                        /** @description Only in the answer that made a guest’s cart. */
                        token?: string;
                    };
                };
            };
            /** @description RFC 9457 application/problem+json; each type is explained in docs/problems.md. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        instance: string;
                    };
                };
            };
        };
    };
    acceptPrices: {
        parameters: {
            query?: never;
            header?: {
                /** @description The token of a guest’s cart, told once when it was made. */
                "cart-token"?: string;
            };
            path: {
                cartId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {unknown} */
                        status: "open" | "ordered";
                        /** @description The order that is being made of it, or that it became in the last 30 days. */
                        orderId: string | null;
                        /** @description ISO 4217 */
                        currency: string;
                        version: number;
                        /** @enum {unknown} */
                        prices: "net" | "gross";
                        lines: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            variantId: string;
                            pieceId: string | null;
                            quantity: number;
                            options: {
                                size?: string;
                                engraving?: string;
                                /**
                                 * @description The face of the engraving; nothing without one.
                                 * @enum {unknown}
                                 */
                                engravingFont?: "serif" | "italic" | "plain";
                                giftWrap?: boolean;
                            };
                            engraving: string | null;
                            giftNote: string | null;
                            title: string;
                            slug: string;
                            imageUrl: string | null;
                            unitMinor: number | null;
                            listMinor: number | null;
                            discountMinor: number | null;
                            taxMinor: number | null;
                            totalMinor: number | null;
                            /** @description The whole line as the cart’s prices are shown. */
                            shownMinor: number | null;
                            priceKeptUntil: string | null;
                            problem: {
                                /** @description Why this line cannot be bought as it is: not-sold, out-of-stock, piece-needed, engraving-not-possible, size-not-offered; or price-changed, until the new price is accepted. */
                                slug: string;
                                detail: string;
                                /** @description Of one, as the cart’s prices are shown. */
                                formerMinor?: number;
                                nowMinor?: number;
                            } | null;
                        }[];
                        /** @description Kept for later: not bought, and in no sum. */
                        savedLines: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            variantId: string;
                            pieceId: string | null;
                            quantity: number;
                            options: {
                                size?: string;
                                engraving?: string;
                                /**
                                 * @description The face of the engraving; nothing without one.
                                 * @enum {unknown}
                                 */
                                engravingFont?: "serif" | "italic" | "plain";
                                giftWrap?: boolean;
                            };
                            engraving: string | null;
                            giftNote: string | null;
                            title: string;
                            slug: string;
                            imageUrl: string | null;
                            unitMinor: number | null;
                            listMinor: number | null;
                            discountMinor: number | null;
                            taxMinor: number | null;
                            totalMinor: number | null;
                            /** @description The whole line as the cart’s prices are shown. */
                            shownMinor: number | null;
                            priceKeptUntil: string | null;
                            problem: {
                                /** @description Why this line cannot be bought as it is: not-sold, out-of-stock, piece-needed, engraving-not-possible, size-not-offered; or price-changed, until the new price is accepted. */
                                slug: string;
                                detail: string;
                                /** @description Of one, as the cart’s prices are shown. */
                                formerMinor?: number;
                                nowMinor?: number;
                            } | null;
                        }[];
                        destination: {
                            /** @description ISO 3166-1 alpha-2 */
                            country: string;
                            region: string | null;
                            postcode: string | null;
                            /** @description Nobody has told one: it is the shop’s own. */
                            isAssumed: boolean;
                        };
                        shipping: {
                            code: string;
                            name: string;
                            insured: boolean;
                            signature: boolean;
                            /** @description More than one when the value is above what a parcel is insured for. */
                            parcels: number;
                            listMinor: number;
                            discountMinor: number;
                            taxMinor: number;
                            totalMinor: number;
                            shownMinor: number;
                            deliverBy: string | null;
                        } | null;
                        promotions: {
                            /** Format: uuid */
                            promotionId: string;
                            code: string | null;
                            name: string;
                            amountMinor: number;
                            why: string;
                        }[];
                        coupons: {
                            code: string;
                            applies: boolean;
                            reason: string | null;
                            detail: string | null;
                        }[];
                        taxes: {
                            name: string;
                            permyriad: number;
                            taxableMinor: number;
                            minor: number;
                        }[];
                        /** @description Before discounts and tax; null while prices cannot be told. */
                        subtotalMinor: number | null;
                        discountMinor: number | null;
                        shippingMinor: number | null;
                        taxMinor: number | null;
                        totalMinor: number | null;
                        problems: {
                            lineId: string | null;
                            /** @description That of a line, or prices-unavailable, cannot-ship-there, shipping-method-not-possible. */
                            slug: string;
                            detail: string;
                        }[];
                        /** @description Only in the answer that made a guest’s cart. */
                        token?: string;
                    };
                };
            };
            /** @description RFC 9457 application/problem+json; each type is explained in docs/problems.md. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        instance: string;
                    };
                };
            };
        };
    };
    setDestination: {
        parameters: {
            query?: never;
            header?: {
                /** @description The token of a guest’s cart, told once when it was made. */
                "cart-token"?: string;
            };
            path: {
                cartId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description ISO 3166-1 alpha-2 */
                    country: string;
                    region?: string;
                    postcode?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {unknown} */
                        status: "open" | "ordered";
                        /** @description The order that is being made of it, or that it became in the last 30 days. */
                        orderId: string | null;
                        /** @description ISO 4217 */
                        currency: string;
                        version: number;
                        /** @enum {unknown} */
                        prices: "net" | "gross";
                        lines: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            variantId: string;
                            pieceId: string | null;
                            quantity: number;
                            options: {
                                size?: string;
                                engraving?: string;
                                /**
                                 * @description The face of the engraving; nothing without one.
                                 * @enum {unknown}
                                 */
                                engravingFont?: "serif" | "italic" | "plain";
                                giftWrap?: boolean;
                            };
                            engraving: string | null;
                            giftNote: string | null;
                            title: string;
                            slug: string;
                            imageUrl: string | null;
                            unitMinor: number | null;
                            listMinor: number | null;
                            discountMinor: number | null;
                            taxMinor: number | null;
                            totalMinor: number | null;
                            /** @description The whole line as the cart’s prices are shown. */
                            shownMinor: number | null;
                            priceKeptUntil: string | null;
                            problem: {
                                /** @description Why this line cannot be bought as it is: not-sold, out-of-stock, piece-needed, engraving-not-possible, size-not-offered; or price-changed, until the new price is accepted. */
                                slug: string;
                                detail: string;
                                /** @description Of one, as the cart’s prices are shown. */
                                formerMinor?: number;
                                nowMinor?: number;
                            } | null;
                        }[];
                        /** @description Kept for later: not bought, and in no sum. */
                        savedLines: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            variantId: string;
                            pieceId: string | null;
                            quantity: number;
                            options: {
                                size?: string;
                                engraving?: string;
                                /**
                                 * @description The face of the engraving; nothing without one.
                                 * @enum {unknown}
                                 */
                                engravingFont?: "serif" | "italic" | "plain";
                                giftWrap?: boolean;
                            };
                            engraving: string | null;
                            giftNote: string | null;
                            title: string;
                            slug: string;
                            imageUrl: string | null;
                            unitMinor: number | null;
                            listMinor: number | null;
                            discountMinor: number | null;
                            taxMinor: number | null;
                            totalMinor: number | null;
                            /** @description The whole line as the cart’s prices are shown. */
                            shownMinor: number | null;
                            priceKeptUntil: string | null;
                            problem: {
                                /** @description Why this line cannot be bought as it is: not-sold, out-of-stock, piece-needed, engraving-not-possible, size-not-offered; or price-changed, until the new price is accepted. */
                                slug: string;
                                detail: string;
                                /** @description Of one, as the cart’s prices are shown. */
                                formerMinor?: number;
                                nowMinor?: number;
                            } | null;
                        }[];
                        destination: {
                            /** @description ISO 3166-1 alpha-2 */
                            country: string;
                            region: string | null;
                            postcode: string | null;
                            /** @description Nobody has told one: it is the shop’s own. */
                            isAssumed: boolean;
                        };
                        shipping: {
                            code: string;
                            name: string;
                            insured: boolean;
                            signature: boolean;
                            /** @description More than one when the value is above what a parcel is insured for. */
                            parcels: number;
                            listMinor: number;
                            discountMinor: number;
                            taxMinor: number;
                            totalMinor: number;
                            shownMinor: number;
                            deliverBy: string | null;
                        } | null;
                        promotions: {
                            /** Format: uuid */
                            promotionId: string;
                            code: string | null;
                            name: string;
                            amountMinor: number;
                            why: string;
                        }[];
                        coupons: {
                            code: string;
                            applies: boolean;
                            reason: string | null;
                            detail: string | null;
                        }[];
                        taxes: {
                            name: string;
                            permyriad: number;
                            taxableMinor: number;
                            minor: number;
                        }[];
                        /** @description Before discounts and tax; null while prices cannot be told. */
                        subtotalMinor: number | null;
                        discountMinor: number | null;
                        shippingMinor: number | null;
                        taxMinor: number | null;
                        totalMinor: number | null;
                        problems: {
                            lineId: string | null;
                            /** @description That of a line, or prices-unavailable, cannot-ship-there, shipping-method-not-possible. */
                            slug: string;
                            detail: string;
                        }[];
                        /** @description Only in the answer that made a guest’s cart. */
                        token?: string;
                    };
                };
            };
            /** @description RFC 9457 application/problem+json; each type is explained in docs/problems.md. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        instance: string;
                    };
                };
            };
        };
    };
    listShippingChoices: {
        parameters: {
            query?: never;
            header?: {
                /** @description The token of a guest’s cart, told once when it was made. */
                "cart-token"?: string;
            };
            path: {
                cartId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            code: string;
                            name: string;
                            insured: boolean;
                            signature: boolean;
                            /** @description More than one when the value is above what a parcel is insured for. */
                            parcels: number;
                            listMinor: number;
                            discountMinor: number;
                            taxMinor: number;
                            totalMinor: number;
                            shownMinor: number;
                            deliverBy: string | null;
                        }[];
                    };
                };
            };
            /** @description RFC 9457 application/problem+json; each type is explained in docs/problems.md. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        instance: string;
                    };
                };
            };
        };
    };
    chooseShipping: {
        parameters: {
            query?: never;
            header?: {
                /** @description The token of a guest’s cart, told once when it was made. */
                "cart-token"?: string;
            };
            path: {
                cartId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {unknown} */
                        status: "open" | "ordered";
                        /** @description The order that is being made of it, or that it became in the last 30 days. */
                        orderId: string | null;
                        /** @description ISO 4217 */
                        currency: string;
                        version: number;
                        /** @enum {unknown} */
                        prices: "net" | "gross";
                        lines: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            variantId: string;
                            pieceId: string | null;
                            quantity: number;
                            options: {
                                size?: string;
                                engraving?: string;
                                /**
                                 * @description The face of the engraving; nothing without one.
                                 * @enum {unknown}
                                 */
                                engravingFont?: "serif" | "italic" | "plain";
                                giftWrap?: boolean;
                            };
                            engraving: string | null;
                            giftNote: string | null;
                            title: string;
                            slug: string;
                            imageUrl: string | null;
                            unitMinor: number | null;
                            listMinor: number | null;
                            discountMinor: number | null;
                            taxMinor: number | null;
                            totalMinor: number | null;
                            /** @description The whole line as the cart’s prices are shown. */
                            shownMinor: number | null;
                            priceKeptUntil: string | null;
                            problem: {
                                /** @description Why this line cannot be bought as it is: not-sold, out-of-stock, piece-needed, engraving-not-possible, size-not-offered; or price-changed, until the new price is accepted. */
                                slug: string;
                                detail: string;
                                /** @description Of one, as the cart’s prices are shown. */
                                formerMinor?: number;
                                nowMinor?: number;
                            } | null;
                        }[];
                        /** @description Kept for later: not bought, and in no sum. */
                        savedLines: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            variantId: string;
                            pieceId: string | null;
                            quantity: number;
                            options: {
                                size?: string;
                                engraving?: string;
                                /**
                                 * @description The face of the engraving; nothing without one.
                                 * @enum {unknown}
                                 */
                                engravingFont?: "serif" | "italic" | "plain";
                                giftWrap?: boolean;
                            };
                            engraving: string | null;
                            giftNote: string | null;
                            title: string;
                            slug: string;
                            imageUrl: string | null;
                            unitMinor: number | null;
                            listMinor: number | null;
                            discountMinor: number | null;
                            taxMinor: number | null;
                            totalMinor: number | null;
                            /** @description The whole line as the cart’s prices are shown. */
                            shownMinor: number | null;
                            priceKeptUntil: string | null;
                            problem: {
                                /** @description Why this line cannot be bought as it is: not-sold, out-of-stock, piece-needed, engraving-not-possible, size-not-offered; or price-changed, until the new price is accepted. */
                                slug: string;
                                detail: string;
                                /** @description Of one, as the cart’s prices are shown. */
                                formerMinor?: number;
                                nowMinor?: number;
                            } | null;
                        }[];
                        destination: {
                            /** @description ISO 3166-1 alpha-2 */
                            country: string;
                            region: string | null;
                            postcode: string | null;
                            /** @description Nobody has told one: it is the shop’s own. */
                            isAssumed: boolean;
                        };
                        shipping: {
                            code: string;
                            name: string;
                            insured: boolean;
                            signature: boolean;
                            /** @description More than one when the value is above what a parcel is insured for. */
                            parcels: number;
                            listMinor: number;
                            discountMinor: number;
                            taxMinor: number;
                            totalMinor: number;
                            shownMinor: number;
                            deliverBy: string | null;
                        } | null;
                        promotions: {
                            /** Format: uuid */
                            promotionId: string;
                            code: string | null;
                            name: string;
                            amountMinor: number;
                            why: string;
                        }[];
                        coupons: {
                            code: string;
                            applies: boolean;
                            reason: string | null;
                            detail: string | null;
                        }[];
                        taxes: {
                            name: string;
                            permyriad: number;
                            taxableMinor: number;
                            minor: number;
                        }[];
                        /** @description Before discounts and tax; null while prices cannot be told. */
                        subtotalMinor: number | null;
                        discountMinor: number | null;
                        shippingMinor: number | null;
                        taxMinor: number | null;
                        totalMinor: number | null;
                        problems: {
                            lineId: string | null;
                            /** @description That of a line, or prices-unavailable, cannot-ship-there, shipping-method-not-possible. */
                            slug: string;
                            detail: string;
                        }[];
                        /** @description Only in the answer that made a guest’s cart. */
                        token?: string;
                    };
                };
            };
            /** @description RFC 9457 application/problem+json; each type is explained in docs/problems.md. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        instance: string;
                    };
                };
            };
        };
    };
    claimCart: {
        parameters: {
            query?: never;
            header?: {
                /** @description The token of a guest’s cart, told once when it was made. */
                "cart-token"?: string;
            };
            path: {
                cartId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {unknown} */
                        status: "open" | "ordered";
                        /** @description The order that is being made of it, or that it became in the last 30 days. */
                        orderId: string | null;
                        /** @description ISO 4217 */
                        currency: string;
                        version: number;
                        /** @enum {unknown} */
                        prices: "net" | "gross";
                        lines: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            variantId: string;
                            pieceId: string | null;
                            quantity: number;
                            options: {
                                size?: string;
                                engraving?: string;
                                /**
                                 * @description The face of the engraving; nothing without one.
                                 * @enum {unknown}
                                 */
                                engravingFont?: "serif" | "italic" | "plain";
                                giftWrap?: boolean;
                            };
                            engraving: string | null;
                            giftNote: string | null;
                            title: string;
                            slug: string;
                            imageUrl: string | null;
                            unitMinor: number | null;
                            listMinor: number | null;
                            discountMinor: number | null;
                            taxMinor: number | null;
                            totalMinor: number | null;
                            /** @description The whole line as the cart’s prices are shown. */
                            shownMinor: number | null;
                            priceKeptUntil: string | null;
                            problem: {
                                /** @description Why this line cannot be bought as it is: not-sold, out-of-stock, piece-needed, engraving-not-possible, size-not-offered; or price-changed, until the new price is accepted. */
                                slug: string;
                                detail: string;
                                /** @description Of one, as the cart’s prices are shown. */
                                formerMinor?: number;
                                nowMinor?: number;
                            } | null;
                        }[];
                        /** @description Kept for later: not bought, and in no sum. */
                        savedLines: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            variantId: string;
                            pieceId: string | null;
                            quantity: number;
                            options: {
                                size?: string;
                                engraving?: string;
                                /**
                                 * @description The face of the engraving; nothing without one.
                                 * @enum {unknown}
                                 */
                                engravingFont?: "serif" | "italic" | "plain";
                                giftWrap?: boolean;
                            };
                            engraving: string | null;
                            giftNote: string | null;
                            title: string;
                            slug: string;
                            imageUrl: string | null;
                            unitMinor: number | null;
                            listMinor: number | null;
                            discountMinor: number | null;
                            taxMinor: number | null;
                            totalMinor: number | null;
                            /** @description The whole line as the cart’s prices are shown. */
                            shownMinor: number | null;
                            priceKeptUntil: string | null;
                            problem: {
                                /** @description Why this line cannot be bought as it is: not-sold, out-of-stock, piece-needed, engraving-not-possible, size-not-offered; or price-changed, until the new price is accepted. */
                                slug: string;
                                detail: string;
                                /** @description Of one, as the cart’s prices are shown. */
                                formerMinor?: number;
                                nowMinor?: number;
                            } | null;
                        }[];
                        destination: {
                            /** @description ISO 3166-1 alpha-2 */
                            country: string;
                            region: string | null;
                            postcode: string | null;
                            /** @description Nobody has told one: it is the shop’s own. */
                            isAssumed: boolean;
                        };
                        shipping: {
                            code: string;
                            name: string;
                            insured: boolean;
                            signature: boolean;
                            /** @description More than one when the value is above what a parcel is insured for. */
                            parcels: number;
                            listMinor: number;
                            discountMinor: number;
                            taxMinor: number;
                            totalMinor: number;
                            shownMinor: number;
                            deliverBy: string | null;
                        } | null;
                        promotions: {
                            /** Format: uuid */
                            promotionId: string;
                            code: string | null;
                            name: string;
                            amountMinor: number;
                            why: string;
                        }[];
                        coupons: {
                            code: string;
                            applies: boolean;
                            reason: string | null;
                            detail: string | null;
                        }[];
                        taxes: {
                            name: string;
                            permyriad: number;
                            taxableMinor: number;
                            minor: number;
                        }[];
                        /** @description Before discounts and tax; null while prices cannot be told. */
                        subtotalMinor: number | null;
                        discountMinor: number | null;
                        shippingMinor: number | null;
                        taxMinor: number | null;
                        totalMinor: number | null;
                        problems: {
                            lineId: string | null;
                            /** @description That of a line, or prices-unavailable, cannot-ship-there, shipping-method-not-possible. */
                            slug: string;
                            detail: string;
                        }[];
                        /** @description Only in the answer that made a guest’s cart. */
                        token?: string;
                    };
                };
            };
            /** @description RFC 9457 application/problem+json; each type is explained in docs/problems.md. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        instance: string;
                    };
                };
            };
        };
    };
    getCartContent: {
        parameters: {
            query?: {
                userId?: string;
            };
            header?: {
                /** @description The token of a guest’s cart, told once when it was made. */
                "cart-token"?: string;
            };
            path: {
                cartId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {unknown} */
                        status: "open" | "ordered";
                        /** @description ISO 4217 */
                        currency: string;
                        version: number;
                        userId: string | null;
                        lines: {
                            /** Format: uuid */
                            variantId: string;
                            pieceId: string | null;
                            quantity: number;
                            engraving: string | null;
                        }[];
                    };
                };
            };
            /** @description RFC 9457 application/problem+json; each type is explained in docs/problems.md. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        instance: string;
                    };
                };
            };
        };
    };
    addCoupon: {
        parameters: {
            query?: never;
            header?: {
                /** @description The token of a guest’s cart, told once when it was made. */
                "cart-token"?: string;
            };
            path: {
                cartId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {unknown} */
                        status: "open" | "ordered";
                        /** @description The order that is being made of it, or that it became in the last 30 days. */
                        orderId: string | null;
                        /** @description ISO 4217 */
                        currency: string;
                        version: number;
                        /** @enum {unknown} */
                        prices: "net" | "gross";
                        lines: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            variantId: string;
                            pieceId: string | null;
                            quantity: number;
                            options: {
                                size?: string;
                                engraving?: string;
                                /**
                                 * @description The face of the engraving; nothing without one.
                                 * @enum {unknown}
                                 */
                                engravingFont?: "serif" | "italic" | "plain";
                                giftWrap?: boolean;
                            };
                            engraving: string | null;
                            giftNote: string | null;
                            title: string;
                            slug: string;
                            imageUrl: string | null;
                            unitMinor: number | null;
                            listMinor: number | null;
                            discountMinor: number | null;
                            taxMinor: number | null;
                            totalMinor: number | null;
                            /** @description The whole line as the cart’s prices are shown. */
                            shownMinor: number | null;
                            priceKeptUntil: string | null;
                            problem: {
                                /** @description Why this line cannot be bought as it is: not-sold, out-of-stock, piece-needed, engraving-not-possible, size-not-offered; or price-changed, until the new price is accepted. */
                                slug: string;
                                detail: string;
                                /** @description Of one, as the cart’s prices are shown. */
                                formerMinor?: number;
                                nowMinor?: number;
                            } | null;
                        }[];
                        /** @description Kept for later: not bought, and in no sum. */
                        savedLines: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            variantId: string;
                            pieceId: string | null;
                            quantity: number;
                            options: {
                                size?: string;
                                engraving?: string;
                                /**
                                 * @description The face of the engraving; nothing without one.
                                 * @enum {unknown}
                                 */
                                engravingFont?: "serif" | "italic" | "plain";
                                giftWrap?: boolean;
                            };
                            engraving: string | null;
                            giftNote: string | null;
                            title: string;
                            slug: string;
                            imageUrl: string | null;
                            unitMinor: number | null;
                            listMinor: number | null;
                            discountMinor: number | null;
                            taxMinor: number | null;
                            totalMinor: number | null;
                            /** @description The whole line as the cart’s prices are shown. */
                            shownMinor: number | null;
                            priceKeptUntil: string | null;
                            problem: {
                                /** @description Why this line cannot be bought as it is: not-sold, out-of-stock, piece-needed, engraving-not-possible, size-not-offered; or price-changed, until the new price is accepted. */
                                slug: string;
                                detail: string;
                                /** @description Of one, as the cart’s prices are shown. */
                                formerMinor?: number;
                                nowMinor?: number;
                            } | null;
                        }[];
                        destination: {
                            /** @description ISO 3166-1 alpha-2 */
                            country: string;
                            region: string | null;
                            postcode: string | null;
                            /** @description Nobody has told one: it is the shop’s own. */
                            isAssumed: boolean;
                        };
                        shipping: {
                            code: string;
                            name: string;
                            insured: boolean;
                            signature: boolean;
                            /** @description More than one when the value is above what a parcel is insured for. */
                            parcels: number;
                            listMinor: number;
                            discountMinor: number;
                            taxMinor: number;
                            totalMinor: number;
                            shownMinor: number;
                            deliverBy: string | null;
                        } | null;
                        promotions: {
                            /** Format: uuid */
                            promotionId: string;
                            code: string | null;
                            name: string;
                            amountMinor: number;
                            why: string;
                        }[];
                        coupons: {
                            code: string;
                            applies: boolean;
                            reason: string | null;
                            detail: string | null;
                        }[];
                        taxes: {
                            name: string;
                            permyriad: number;
                            taxableMinor: number;
                            minor: number;
                        }[];
                        /** @description Before discounts and tax; null while prices cannot be told. */
                        subtotalMinor: number | null;
                        discountMinor: number | null;
                        shippingMinor: number | null;
                        taxMinor: number | null;
                        totalMinor: number | null;
                        problems: {
                            lineId: string | null;
                            /** @description That of a line, or prices-unavailable, cannot-ship-there, shipping-method-not-possible. */
                            slug: string;
                            detail: string;
                        }[];
                        /** @description Only in the answer that made a guest’s cart. */
                        token?: string;
                    };
                };
            };
            /** @description RFC 9457 application/problem+json; each type is explained in docs/problems.md. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        instance: string;
                    };
                };
            };
        };
    };
    removeCoupon: {
        parameters: {
            query?: never;
            header?: {
                /** @description The token of a guest’s cart, told once when it was made. */
                "cart-token"?: string;
            };
            path: {
                cartId: string;
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {unknown} */
                        status: "open" | "ordered";
                        /** @description The order that is being made of it, or that it became in the last 30 days. */
                        orderId: string | null;
                        /** @description ISO 4217 */
                        currency: string;
                        version: number;
                        /** @enum {unknown} */
                        prices: "net" | "gross";
                        lines: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            variantId: string;
                            pieceId: string | null;
                            quantity: number;
                            options: {
                                size?: string;
                                engraving?: string;
                                /**
                                 * @description The face of the engraving; nothing without one.
                                 * @enum {unknown}
                                 */
                                engravingFont?: "serif" | "italic" | "plain";
                                giftWrap?: boolean;
                            };
                            engraving: string | null;
                            giftNote: string | null;
                            title: string;
                            slug: string;
                            imageUrl: string | null;
                            unitMinor: number | null;
                            listMinor: number | null;
                            discountMinor: number | null;
                            taxMinor: number | null;
                            totalMinor: number | null;
                            /** @description The whole line as the cart’s prices are shown. */
                            shownMinor: number | null;
                            priceKeptUntil: string | null;
                            problem: {
                                /** @description Why this line cannot be bought as it is: not-sold, out-of-stock, piece-needed, engraving-not-possible, size-not-offered; or price-changed, until the new price is accepted. */
                                slug: string;
                                detail: string;
                                /** @description Of one, as the cart’s prices are shown. */
                                formerMinor?: number;
                                nowMinor?: number;
                            } | null;
                        }[];
                        /** @description Kept for later: not bought, and in no sum. */
                        savedLines: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            variantId: string;
                            pieceId: string | null;
                            quantity: number;
                            options: {
                                size?: string;
                                engraving?: string;
                                /**
                                 * @description The face of the engraving; nothing without one.
                                 * @enum {unknown}
                                 */
                                engravingFont?: "serif" | "italic" | "plain";
                                giftWrap?: boolean;
                            };
                            engraving: string | null;
                            giftNote: string | null;
                            title: string;
                            slug: string;
                            imageUrl: string | null;
                            unitMinor: number | null;
                            listMinor: number | null;
                            discountMinor: number | null;
                            taxMinor: number | null;
                            totalMinor: number | null;
                            /** @description The whole line as the cart’s prices are shown. */
                            shownMinor: number | null;
                            priceKeptUntil: string | null;
                            problem: {
                                /** @description Why this line cannot be bought as it is: not-sold, out-of-stock, piece-needed, engraving-not-possible, size-not-offered; or price-changed, until the new price is accepted. */
                                slug: string;
                                detail: string;
                                /** @description Of one, as the cart’s prices are shown. */
                                formerMinor?: number;
                                nowMinor?: number;
                            } | null;
                        }[];
                        destination: {
                            /** @description ISO 3166-1 alpha-2 */
                            country: string;
                            region: string | null;
                            postcode: string | null;
                            /** @description Nobody has told one: it is the shop’s own. */
                            isAssumed: boolean;
                        };
                        shipping: {
                            code: string;
                            name: string;
                            insured: boolean;
                            signature: boolean;
                            /** @description More than one when the value is above what a parcel is insured for. */
                            parcels: number;
                            listMinor: number;
                            discountMinor: number;
                            taxMinor: number;
                            totalMinor: number;
                            shownMinor: number;
                            deliverBy: string | null;
                        } | null;
                        promotions: {
                            /** Format: uuid */
                            promotionId: string;
                            code: string | null;
                            name: string;
                            amountMinor: number;
                            why: string;
                        }[];
                        coupons: {
                            code: string;
                            applies: boolean;
                            reason: string | null;
                            detail: string | null;
                        }[];
                        taxes: {
                            name: string;
                            permyriad: number;
                            taxableMinor: number;
                            minor: number;
                        }[];
                        /** @description Before discounts and tax; null while prices cannot be told. */
                        subtotalMinor: number | null;
                        discountMinor: number | null;
                        shippingMinor: number | null;
                        taxMinor: number | null;
                        totalMinor: number | null;
                        problems: {
                            lineId: string | null;
                            /** @description That of a line, or prices-unavailable, cannot-ship-there, shipping-method-not-possible. */
                            slug: string;
                            detail: string;
                        }[];
                        /** @description Only in the answer that made a guest’s cart. */
                        token?: string;
                    };
                };
            };
            /** @description RFC 9457 application/problem+json; each type is explained in docs/problems.md. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        instance: string;
                    };
                };
            };
        };
    };
    freezeCheckout: {
        parameters: {
            query?: never;
            header?: {
                /** @description The token of a guest’s cart, told once when it was made. */
                "cart-token"?: string;
            };
            path: {
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    cartId: string;
                    userId: string | null;
                    /** Format: email */
                    email: string;
                    /** @description Only country, region and postcode count here, and nothing of it is kept. */
                    shippingAddress: {
                        /** @description ISO 3166-1 alpha-2 */
                        country: string;
                        region?: string;
                        postcode: string;
                    } & {
                        [key: string]: unknown;
                    };
                    shippingMethod?: string;
                    /** @description ISO 4217 */
                    currency: string;
                    /** @description What the buyer saw. */
                    expectedTotalMinor: number;
                    /** @description How long the promotions are held for an order of which nothing is heard. */
                    holdSeconds: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        orderId: string;
                        /** Format: uuid */
                        cartId: string;
                        /** @description ISO 4217 */
                        currency: string;
                        lines: {
                            /** Format: uuid */
                            variantId: string;
                            pieceId: string | null;
                            quantity: number;
                            options: {
                                size?: string;
                                engraving?: string;
                                /**
                                 * @description The face of the engraving; nothing without one.
                                 * @enum {unknown}
                                 */
                                engravingFont?: "serif" | "italic" | "plain";
                                giftWrap?: boolean;
                            };
                            giftNote: string | null;
                            sku: string;
                            title: string;
                            slug: string;
                            imageUrl: string | null;
                            unitMinor: number;
                            listMinor: number;
                            discountMinor: number;
                            taxableMinor: number;
                            taxMinor: number;
                            totalMinor: number;
                            taxes: {
                                name: string;
                                minor: number;
                            }[];
                            /** @description How the price of one was made, as quoted. */
                            breakdown: {
                                [key: string]: unknown;
                            };
                            article: {
                                type: string;
                                categories: string[];
                                metal: string | null;
                                grossMg: number;
                                leadTimeDays: number | null;
                                promisedOn: string | null;
                            } & {
                                [key: string]: unknown;
                            };
                        }[];
                        promotions: {
                            /** Format: uuid */
                            promotionId: string;
                            code: string | null;
                            name: string;
                            amountMinor: number;
                        }[];
                        shipping: {
                            code: string;
                            name: string;
                            insured: boolean;
                            signature: boolean;
                            parcels: number;
                            listMinor: number;
                            discountMinor: number;
                            taxableMinor: number;
                            taxMinor: number;
                            totalMinor: number;
                            deliverBy: string | null;
                        } | null;
                        taxes: {
                            name: string;
                            permyriad: number;
                            taxableMinor: number;
                            minor: number;
                        }[];
                        taxProfile: string;
                        subtotalMinor: number;
                        discountMinor: number;
                        shippingMinor: number;
                        taxMinor: number;
                        totalMinor: number;
                    };
                };
            };
            /** @description RFC 9457 application/problem+json; each type is explained in docs/problems.md. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        instance: string;
                    };
                };
            };
        };
    };
    listPromotions: {
        parameters: {
            query?: {
                /** @description The `next` of the page before. */
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            code: string | null;
                            /** @enum {unknown} */
                            kind: "percent" | "amount" | "free-shipping";
                            /**
                             * @description Of what: the lines together, each of them, one component of each, or the shipping.
                             * @enum {unknown}
                             */
                            target: "order" | "lines" | "component" | "shipping";
                            component: ("metal" | "wastage" | "making" | "stones" | "other" | "engraving" | "gift wrap") | null;
                            permyriad: number | null;
                            amountMinor: number | null;
                            /** @description Of `amountMinor`. */
                            currency: string | null;
                            conditions: {
                                categories?: string[];
                                types?: string[];
                                metals?: string[];
                                /** @description What the lines that count come to before discounts and tax. */
                                minimumMinor?: number;
                                /** @description The customer is in one of these groups. */
                                groups?: string[];
                                /**
                                 * Format: uuid
                                 * @description For this customer only.
                                 */
                                userId?: string;
                                currencies?: string[];
                            };
                            startsAt: string | null;
                            endsAt: string | null;
                            maxRedemptions: number | null;
                            maxPerCustomer: number | null;
                            /** @description Applies alone. Of those that exclude each other the higher priority wins. */
                            exclusive: boolean;
                            priority: number;
                            active: boolean;
                            /** @description How many orders use it, those that are not paid yet included. */
                            redeemed: number;
                            version: number;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description RFC 9457 application/problem+json; each type is explained in docs/problems.md. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        instance: string;
                    };
                };
            };
        };
    };
    makePromotion: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** @enum {unknown} */
                    kind: "percent" | "amount" | "free-shipping";
                    /**
                     * @description Of what: the lines together, each of them, one component of each, or the shipping.
                     * @enum {unknown}
                     */
                    target: "order" | "lines" | "component" | "shipping";
                    code?: string | null;
                    component?: ("metal" | "wastage" | "making" | "stones" | "other" | "engraving" | "gift wrap") | null;
                    permyriad?: number | null;
                    amountMinor?: number | null;
                    /** @description Of `amountMinor`. */
                    currency?: string | null;
                    conditions?: {
                        categories?: string[];
                        types?: string[];
                        metals?: string[];
                        /** @description What the lines that count come to before discounts and tax. */
                        minimumMinor?: number;
                        /** @description The customer is in one of these groups. */
                        groups?: string[];
                        /**
                         * Format: uuid
                         * @description For this customer only.
                         */
                        userId?: string;
                        currencies?: string[];
                    };
                    startsAt?: string | null;
                    endsAt?: string | null;
                    maxRedemptions?: number | null;
                    maxPerCustomer?: number | null;
                    /** @description Applies alone. Of those that exclude each other the higher priority wins. */
                    exclusive?: boolean;
                    priority?: number;
                    active?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        code: string | null;
                        /** @enum {unknown} */
                        kind: "percent" | "amount" | "free-shipping";
                        /**
                         * @description Of what: the lines together, each of them, one component of each, or the shipping.
                         * @enum {unknown}
                         */
                        target: "order" | "lines" | "component" | "shipping";
                        component: ("metal" | "wastage" | "making" | "stones" | "other" | "engraving" | "gift wrap") | null;
                        permyriad: number | null;
                        amountMinor: number | null;
                        /** @description Of `amountMinor`. */
                        currency: string | null;
                        conditions: {
                            categories?: string[];
                            types?: string[];
                            metals?: string[];
                            /** @description What the lines that count come to before discounts and tax. */
                            minimumMinor?: number;
                            /** @description The customer is in one of these groups. */
                            groups?: string[];
                            /**
                             * Format: uuid
                             * @description For this customer only.
                             */
                            userId?: string;
                            currencies?: string[];
                        };
                        startsAt: string | null;
                        endsAt: string | null;
                        maxRedemptions: number | null;
                        maxPerCustomer: number | null;
                        /** @description Applies alone. Of those that exclude each other the higher priority wins. */
                        exclusive: boolean;
                        priority: number;
                        active: boolean;
                        /** @description How many orders use it, those that are not paid yet included. */
                        redeemed: number;
                        version: number;
                    };
                };
            };
            /** @description RFC 9457 application/problem+json; each type is explained in docs/problems.md. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        instance: string;
                    };
                };
            };
        };
    };
    readPromotion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                promotionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        code: string | null;
                        /** @enum {unknown} */
                        kind: "percent" | "amount" | "free-shipping";
                        /**
                         * @description Of what: the lines together, each of them, one component of each, or the shipping.
                         * @enum {unknown}
                         */
                        target: "order" | "lines" | "component" | "shipping";
                        component: ("metal" | "wastage" | "making" | "stones" | "other" | "engraving" | "gift wrap") | null;
                        permyriad: number | null;
                        amountMinor: number | null;
                        /** @description Of `amountMinor`. */
                        currency: string | null;
                        conditions: {
                            categories?: string[];
                            types?: string[];
                            metals?: string[];
                            /** @description What the lines that count come to before discounts and tax. */
                            minimumMinor?: number;
                            /** @description The customer is in one of these groups. */
                            groups?: string[];
                            /**
                             * Format: uuid
                             * @description For this customer only.
                             */
                            userId?: string;
                            currencies?: string[];
                        };
                        startsAt: string | null;
                        endsAt: string | null;
                        maxRedemptions: number | null;
                        maxPerCustomer: number | null;
                        /** @description Applies alone. Of those that exclude each other the higher priority wins. */
                        exclusive: boolean;
                        priority: number;
                        active: boolean;
                        /** @description How many orders use it, those that are not paid yet included. */
                        redeemed: number;
                        version: number;
                    };
                };
            };
            /** @description RFC 9457 application/problem+json; each type is explained in docs/problems.md. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        instance: string;
                    };
                };
            };
        };
    };
    replacePromotion: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that the change was made to, as the ETag said it. */
                "if-match"?: string;
            };
            path: {
                promotionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** @enum {unknown} */
                    kind: "percent" | "amount" | "free-shipping";
                    /**
                     * @description Of what: the lines together, each of them, one component of each, or the shipping.
                     * @enum {unknown}
                     */
                    target: "order" | "lines" | "component" | "shipping";
                    code?: string | null;
                    component?: ("metal" | "wastage" | "making" | "stones" | "other" | "engraving" | "gift wrap") | null;
                    permyriad?: number | null;
                    amountMinor?: number | null;
                    /** @description Of `amountMinor`. */
                    currency?: string | null;
                    conditions?: {
                        categories?: string[];
                        types?: string[];
                        metals?: string[];
                        /** @description What the lines that count come to before discounts and tax. */
                        minimumMinor?: number;
                        /** @description The customer is in one of these groups. */
                        groups?: string[];
                        /**
                         * Format: uuid
                         * @description For this customer only.
                         */
                        userId?: string;
                        currencies?: string[];
                    };
                    startsAt?: string | null;
                    endsAt?: string | null;
                    maxRedemptions?: number | null;
                    maxPerCustomer?: number | null;
                    /** @description Applies alone. Of those that exclude each other the higher priority wins. */
                    exclusive?: boolean;
                    priority?: number;
                    active?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        code: string | null;
                        /** @enum {unknown} */
                        kind: "percent" | "amount" | "free-shipping";
                        /**
                         * @description Of what: the lines together, each of them, one component of each, or the shipping.
                         * @enum {unknown}
                         */
                        target: "order" | "lines" | "component" | "shipping";
                        component: ("metal" | "wastage" | "making" | "stones" | "other" | "engraving" | "gift wrap") | null;
                        permyriad: number | null;
                        amountMinor: number | null;
                        /** @description Of `amountMinor`. */
                        currency: string | null;
                        conditions: {
                            categories?: string[];
                            types?: string[];
                            metals?: string[];
                            /** @description What the lines that count come to before discounts and tax. */
                            minimumMinor?: number;
                            /** @description The customer is in one of these groups. */
                            groups?: string[];
                            /**
                             * Format: uuid
                             * @description For this customer only.
                             */
                            userId?: string;
                            currencies?: string[];
                        };
                        startsAt: string | null;
                        endsAt: string | null;
                        maxRedemptions: number | null;
                        maxPerCustomer: number | null;
                        /** @description Applies alone. Of those that exclude each other the higher priority wins. */
                        exclusive: boolean;
                        priority: number;
                        active: boolean;
                        /** @description How many orders use it, those that are not paid yet included. */
                        redeemed: number;
                        version: number;
                    };
                };
            };
            /** @description RFC 9457 application/problem+json; each type is explained in docs/problems.md. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        instance: string;
                    };
                };
            };
        };
    };
    listShippingMethods: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            code: string;
                            name: string;
                            /** @description ISO 3166-1 alpha-2; * is every country that no other method names. */
                            countries: string[];
                            /** @description ISO 3166-2 without the country; none: all of them. */
                            regions: string[];
                            tariffs: {
                                /** @description ISO 4217 */
                                currency: string;
                                /** @description The most that one parcel is insured for; null: whatever it is worth. */
                                insuredUpToMinor: number | null;
                                /** @description Of a parcel; the first that it fits into counts. */
                                bands: {
                                    /** @description null: any weight */
                                    upToMg: number | null;
                                    /** @description null: any value */
                                    upToMinor: number | null;
                                    minor: number;
                                }[];
                            }[];
                            insured: boolean;
                            signature: boolean;
                            /** @description Whether what is worth more than a parcel is insured for goes in several. */
                            splits: boolean;
                            /** @description Working days. */
                            transitDays: number;
                            /** @description The first that can be is the one that nobody chose. */
                            position: number;
                            active: boolean;
                            version: number;
                        }[];
                    };
                };
            };
            /** @description RFC 9457 application/problem+json; each type is explained in docs/problems.md. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        instance: string;
                    };
                };
            };
        };
    };
    putShippingMethod: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that the change was made to, as the ETag said it. */
                "if-match"?: string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** @description ISO 3166-1 alpha-2; * is every country that no other method names. */
                    countries: string[];
                    /** @description ISO 3166-2 without the country; none: all of them. */
                    regions: string[];
                    tariffs: {
                        /** @description ISO 4217 */
                        currency: string;
                        /** @description The most that one parcel is insured for; null: whatever it is worth. */
                        insuredUpToMinor: number | null;
                        /** @description Of a parcel; the first that it fits into counts. */
                        bands: {
                            /** @description null: any weight */
                            upToMg: number | null;
                            /** @description null: any value */
                            upToMinor: number | null;
                            minor: number;
                        }[];
                    }[];
                    insured: boolean;
                    signature: boolean;
                    /** @description Whether what is worth more than a parcel is insured for goes in several. */
                    splits: boolean;
                    /** @description Working days. */
                    transitDays: number;
                    /** @description The first that can be is the one that nobody chose. */
                    position: number;
                    active: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        name: string;
                        /** @description ISO 3166-1 alpha-2; * is every country that no other method names. */
                        countries: string[];
                        /** @description ISO 3166-2 without the country; none: all of them. */
                        regions: string[];
                        tariffs: {
                            /** @description ISO 4217 */
                            currency: string;
                            /** @description The most that one parcel is insured for; null: whatever it is worth. */
                            insuredUpToMinor: number | null;
                            /** @description Of a parcel; the first that it fits into counts. */
                            bands: {
                                /** @description null: any weight */
                                upToMg: number | null;
                                /** @description null: any value */
                                upToMinor: number | null;
                                minor: number;
                            }[];
                        }[];
                        insured: boolean;
                        signature: boolean;
                        /** @description Whether what is worth more than a parcel is insured for goes in several. */
                        splits: boolean;
                        /** @description Working days. */
                        transitDays: number;
                        /** @description The first that can be is the one that nobody chose. */
                        position: number;
                        active: boolean;
                        version: number;
                    };
                };
            };
            /** @description RFC 9457 application/problem+json; each type is explained in docs/problems.md. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        instance: string;
                    };
                };
            };
        };
    };
    listTaxProfiles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            code: string;
                            name: string;
                            /** @description ISO 3166-1 alpha-2; * is where no other profile is. */
                            country: string;
                            /** @description ISO 3166-2 without the country; null: wherever no profile names the region. */
                            region: string | null;
                            /** Format: date */
                            validFrom: string;
                            validTo: string | null;
                            /**
                             * @description How prices are shown there.
                             * @enum {unknown}
                             */
                            prices: "net" | "gross";
                            /** @description Whether shipping is taxed, as what has no tax class of its own is. */
                            shippingTaxed: boolean;
                            /** @description By tax class; `default` for those that are not named. */
                            rates: {
                                default: {
                                    name: string;
                                    /** @description In ten-thousandths, by quarters: 662.5 is 6.625 %. */
                                    permyriad: number;
                                    /**
                                     * @description Only when what is sold stays in the shop’s own region, or only when it leaves it.
                                     * @enum {unknown}
                                     */
                                    within?: "region" | "other-region";
                                }[];
                            } & {
                                [key: string]: {
                                    name: string;
                                    /** @description In ten-thousandths, by quarters: 662.5 is 6.625 %. */
                                    permyriad: number;
                                    /**
                                     * @description Only when what is sold stays in the shop’s own region, or only when it leaves it.
                                     * @enum {unknown}
                                     */
                                    within?: "region" | "other-region";
                                }[];
                            };
                            version: number;
                        }[];
                    };
                };
            };
            /** @description RFC 9457 application/problem+json; each type is explained in docs/problems.md. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        instance: string;
                    };
                };
            };
        };
    };
    putTaxProfile: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that the change was made to, as the ETag said it. */
                "if-match"?: string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** @description ISO 3166-1 alpha-2; * is where no other profile is. */
                    country: string;
                    /** @description ISO 3166-2 without the country; null: wherever no profile names the region. */
                    region: string | null;
                    /** Format: date */
                    validFrom: string;
                    validTo: string | null;
                    /**
                     * @description How prices are shown there.
                     * @enum {unknown}
                     */
                    prices: "net" | "gross";
                    /** @description Whether shipping is taxed, as what has no tax class of its own is. */
                    shippingTaxed: boolean;
                    /** @description By tax class; `default` for those that are not named. */
                    rates: {
                        default: {
                            name: string;
                            /** @description In ten-thousandths, by quarters: 662.5 is 6.625 %. */
                            permyriad: number;
                            /**
                             * @description Only when what is sold stays in the shop’s own region, or only when it leaves it.
                             * @enum {unknown}
                             */
                            within?: "region" | "other-region";
                        }[];
                    } & {
                        [key: string]: {
                            name: string;
                            /** @description In ten-thousandths, by quarters: 662.5 is 6.625 %. */
                            permyriad: number;
                            /**
                             * @description Only when what is sold stays in the shop’s own region, or only when it leaves it.
                             * @enum {unknown}
                             */
                            within?: "region" | "other-region";
                        }[];
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        name: string;
                        /** @description ISO 3166-1 alpha-2; * is where no other profile is. */
                        country: string;
                        /** @description ISO 3166-2 without the country; null: wherever no profile names the region. */
                        region: string | null;
                        /** Format: date */
                        validFrom: string;
                        validTo: string | null;
                        /**
                         * @description How prices are shown there.
                         * @enum {unknown}
                         */
                        prices: "net" | "gross";
                        /** @description Whether shipping is taxed, as what has no tax class of its own is. */
                        shippingTaxed: boolean;
                        /** @description By tax class; `default` for those that are not named. */
                        rates: {
                            default: {
                                name: string;
                                /** @description In ten-thousandths, by quarters: 662.5 is 6.625 %. */
                                permyriad: number;
                                /**
                                 * @description Only when what is sold stays in the shop’s own region, or only when it leaves it.
                                 * @enum {unknown}
                                 */
                                within?: "region" | "other-region";
                            }[];
                        } & {
                            [key: string]: {
                                name: string;
                                /** @description In ten-thousandths, by quarters: 662.5 is 6.625 %. */
                                permyriad: number;
                                /**
                                 * @description Only when what is sold stays in the shop’s own region, or only when it leaves it.
                                 * @enum {unknown}
                                 */
                                within?: "region" | "other-region";
                            }[];
                        };
                        version: number;
                    };
                };
            };
            /** @description RFC 9457 application/problem+json; each type is explained in docs/problems.md. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        instance: string;
                    };
                };
            };
        };
    };
    collectPersonalData: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What this service knows of the person, named as in its own routes. */
                        data: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description RFC 9457 application/problem+json; each type is explained in docs/problems.md. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        instance: string;
                    };
                };
            };
        };
    };
    erasePersonalData: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        did: {
                            /** @description What was found, in the plural. */
                            what: string;
                            count: number;
                            /** @enum {unknown} */
                            how: "deleted" | "pseudonymised";
                        }[];
                    };
                };
            };
            /** @description RFC 9457 application/problem+json; each type is explained in docs/problems.md. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        instance: string;
                    };
                };
            };
        };
    };
}
