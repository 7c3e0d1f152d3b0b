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
                        /** @description ISO 4217 */
                        currency: string;
                        version: number;
                        lines: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            variantId: string;
                            pieceId: string | null;
                            quantity: number;
                            engraving: string | null;
                            title: string;
                            slug: string;
                            imageUrl: string | null;
                            unitMinor: number | null;
                            totalMinor: number | null;
                            problem: {
                                /** @description Why this line cannot be bought as it is: not-sold, out-of-stock or piece-needed. */
                                slug: string;
                                detail: string;
                            } | null;
                        }[];
                        subtotalMinor: number | null;
                        taxMinor: number | null;
                        totalMinor: number | null;
                        problems: {
                            lineId: string | null;
                            /** @description That of a line, or prices-unavailable. */
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
                        /** Format: uuid */
                        id: string;
                        /** @enum {unknown} */
                        status: "open" | "ordered";
                        /** @description ISO 4217 */
                        currency: string;
                        version: number;
                        lines: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            variantId: string;
                            pieceId: string | null;
                            quantity: number;
                            engraving: string | null;
                            title: string;
                            slug: string;
                            imageUrl: string | null;
                            unitMinor: number | null;
                            totalMinor: number | null;
                            problem: {
                                /** @description Why this line cannot be bought as it is: not-sold, out-of-stock or piece-needed. */
                                slug: string;
                                detail: string;
                            } | null;
                        }[];
                        subtotalMinor: number | null;
                        taxMinor: number | null;
                        totalMinor: number | null;
                        problems: {
                            lineId: string | null;
                            /** @description That of a line, or prices-unavailable. */
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
                        /** @description ISO 4217 */
                        currency: string;
                        version: number;
                        lines: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            variantId: string;
                            pieceId: string | null;
                            quantity: number;
                            engraving: string | null;
                            title: string;
                            slug: string;
                            imageUrl: string | null;
                            unitMinor: number | null;
                            totalMinor: number | null;
                            problem: {
                                /** @description Why this line cannot be bought as it is: not-sold, out-of-stock or piece-needed. */
                                slug: string;
                                detail: string;
                            } | null;
                        }[];
                        subtotalMinor: number | null;
                        taxMinor: number | null;
                        totalMinor: number | null;
                        problems: {
                            lineId: string | null;
                            /** @description That of a line, or prices-unavailable. */
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
                        /** @description ISO 4217 */
                        currency: string;
                        version: number;
                        lines: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            variantId: string;
                            pieceId: string | null;
                            quantity: number;
                            engraving: string | null;
                            title: string;
                            slug: string;
                            imageUrl: string | null;
                            unitMinor: number | null;
                            totalMinor: number | null;
                            problem: {
                                /** @description Why this line cannot be bought as it is: not-sold, out-of-stock or piece-needed. */
                                slug: string;
                                detail: string;
                            } | null;
                        }[];
                        subtotalMinor: number | null;
                        taxMinor: number | null;
                        totalMinor: number | null;
                        problems: {
                            lineId: string | null;
                            /** @description That of a line, or prices-unavailable. */
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
                        /** @description ISO 4217 */
                        currency: string;
                        version: number;
                        lines: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            variantId: string;
                            pieceId: string | null;
                            quantity: number;
                            engraving: string | null;
                            title: string;
                            slug: string;
                            imageUrl: string | null;
                            unitMinor: number | null;
                            totalMinor: number | null;
                            problem: {
                                /** @description Why this line cannot be bought as it is: not-sold, out-of-stock or piece-needed. */
                                slug: string;
                                detail: string;
                            } | null;
                        }[];
                        subtotalMinor: number | null;
                        taxMinor: number | null;
                        totalMinor: number | null;
                        problems: {
                            lineId: string | null;
                            /** @description That of a line, or prices-unavailable. */
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
                    quantity: number;
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
                        /** @description ISO 4217 */
                        currency: string;
                        version: number;
                        lines: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            variantId: string;
                            pieceId: string | null;
                            quantity: number;
                            engraving: string | null;
                            title: string;
                            slug: string;
                            imageUrl: string | null;
                            unitMinor: number | null;
                            totalMinor: number | null;
                            problem: {
                                /** @description Why this line cannot be bought as it is: not-sold, out-of-stock or piece-needed. */
                                slug: string;
                                detail: string;
                            } | null;
                        }[];
                        subtotalMinor: number | null;
                        taxMinor: number | null;
                        totalMinor: number | null;
                        problems: {
                            lineId: string | null;
                            /** @description That of a line, or prices-unavailable. */
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
                        /** @description ISO 4217 */
                        currency: string;
                        version: number;
                        lines: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            variantId: string;
                            pieceId: string | null;
                            quantity: number;
                            engraving: string | null;
                            title: string;
                            slug: string;
                            imageUrl: string | null;
                            unitMinor: number | null;
                            totalMinor: number | null;
                            problem: {
                                /** @description Why this line cannot be bought as it is: not-sold, out-of-stock or piece-needed. */
                                slug: string;
                                detail: string;
                            } | null;
                        }[];
                        subtotalMinor: number | null;
                        taxMinor: number | null;
                        totalMinor: number | null;
                        problems: {
                            lineId: string | null;
                            /** @description That of a line, or prices-unavailable. */
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
