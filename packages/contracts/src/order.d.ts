// Generated from the service’s openapi.json by `npm run contracts`.
export interface paths {
    "/api/v1/operations/order/failed-jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listOrderFailedJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operations/order/failed-jobs/{jobId}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["retryOrderFailedJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listOrders"];
        put?: never;
        post: operations["placeOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{orderId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getOrder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{orderId}/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["payOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{orderId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["cancelOrder"];
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
    listOrderFailedJobs: {
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
    retryOrderFailedJob: {
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
    listOrders: {
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
                            number: string;
                            /** @enum {unknown} */
                            status: "placed" | "reserved" | "awaiting-payment" | "payment-failed" | "authorised" | "committed" | "confirmed" | "cancelled";
                            reason: string | null;
                            version: number;
                            /** @description ISO 4217 */
                            currency: string;
                            subtotalMinor: number;
                            taxMinor: number;
                            totalMinor: number;
                            refundedMinor: number;
                            /** Format: email */
                            email: string;
                            name: string;
                            shippingAddress: {
                                name: string;
                                line1: string;
                                line2?: string;
                                city: string;
                                region?: string;
                                postcode: string;
                                /** @description ISO 3166-1 alpha-2 */
                                country: string;
                                phone?: string;
                            };
                            lines: {
                                /** Format: uuid */
                                variantId: string;
                                pieceId: string | null;
                                quantity: number;
                                engraving: string | null;
                                sku: string;
                                title: string;
                                slug: string;
                                imageUrl: string | null;
                                unitMinor: number;
                                totalMinor: number;
                                taxMinor: number;
                                /** @description How the price was made, as quoted. */
                                breakdown: {
                                    [key: string]: unknown;
                                };
                            }[];
                            payment: {
                                attempt: number;
                                /** @enum {unknown} */
                                status: "pending" | "processing" | "action-needed" | "authorised" | "captured" | "declined" | "voided";
                                declineReason: string | null;
                                action: {
                                    url: string;
                                } | null;
                            };
                            /** Format: date-time */
                            placedAt: string;
                            /** @description An order that is not paid by then is cancelled. */
                            payBy: string | null;
                            confirmedAt: string | null;
                            cancelledAt: string | null;
                            /** @description Only in the answer that placed a guest’s order. */
                            token?: string;
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
    placeOrder: {
        parameters: {
            query?: never;
            header: {
                /** @description The token of the guest’s cart that is ordered. */
                "cart-token"?: string;
                "idempotency-key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    cartId: string;
                    /** Format: email */
                    email: string;
                    name: string;
                    shippingAddress: {
                        name: string;
                        line1: string;
                        line2?: string;
                        city: string;
                        region?: string;
                        postcode: string;
                        /** @description ISO 3166-1 alpha-2 */
                        country: string;
                        phone?: string;
                    };
                    /** @description What the buyer saw. */
                    expectedTotalMinor: number;
                    /** @description ISO 4217 */
                    currency: string;
                    payment: {
                        /** @enum {unknown} */
                        provider: "sandbox" | "stripe";
                        /** @description What the provider gave for the buyer’s means of payment; never a card number. */
                        token: string;
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
                        number: string;
                        /** @enum {unknown} */
                        status: "placed" | "reserved" | "awaiting-payment" | "payment-failed" | "authorised" | "committed" | "confirmed" | "cancelled";
                        reason: string | null;
                        version: number;
                        /** @description ISO 4217 */
                        currency: string;
                        subtotalMinor: number;
                        taxMinor: number;
                        totalMinor: number;
                        refundedMinor: number;
                        /** Format: email */
                        email: string;
                        name: string;
                        shippingAddress: {
                            name: string;
                            line1: string;
                            line2?: string;
                            city: string;
                            region?: string;
                            postcode: string;
                            /** @description ISO 3166-1 alpha-2 */
                            country: string;
                            phone?: string;
                        };
                        lines: {
                            /** Format: uuid */
                            variantId: string;
                            pieceId: string | null;
                            quantity: number;
                            engraving: string | null;
                            sku: string;
                            title: string;
                            slug: string;
                            imageUrl: string | null;
                            unitMinor: number;
                            totalMinor: number;
                            taxMinor: number;
                            /** @description How the price was made, as quoted. */
                            breakdown: {
                                [key: string]: unknown;
                            };
                        }[];
                        payment: {
                            attempt: number;
                            /** @enum {unknown} */
                            status: "pending" | "processing" | "action-needed" | "authorised" | "captured" | "declined" | "voided";
                            declineReason: string | null;
                            action: {
                                url: string;
                            } | null;
                        };
                        /** Format: date-time */
                        placedAt: string;
                        /** @description An order that is not paid by then is cancelled. */
                        payBy: string | null;
                        confirmedAt: string | null;
                        cancelledAt: string | null;
                        /** @description Only in the answer that placed a guest’s order. */
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
    getOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description The token of a guest’s order, told when it was placed. */
                "order-token"?: string;
            };
            path: {
                orderId: string;
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
                        number: string;
                        /** @enum {unknown} */
                        status: "placed" | "reserved" | "awaiting-payment" | "payment-failed" | "authorised" | "committed" | "confirmed" | "cancelled";
                        reason: string | null;
                        version: number;
                        /** @description ISO 4217 */
                        currency: string;
                        subtotalMinor: number;
                        taxMinor: number;
                        totalMinor: number;
                        refundedMinor: number;
                        /** Format: email */
                        email: string;
                        name: string;
                        shippingAddress: {
                            name: string;
                            line1: string;
                            line2?: string;
                            city: string;
                            region?: string;
                            postcode: string;
                            /** @description ISO 3166-1 alpha-2 */
                            country: string;
                            phone?: string;
                        };
                        lines: {
                            /** Format: uuid */
                            variantId: string;
                            pieceId: string | null;
                            quantity: number;
                            engraving: string | null;
                            sku: string;
                            title: string;
                            slug: string;
                            imageUrl: string | null;
                            unitMinor: number;
                            totalMinor: number;
                            taxMinor: number;
                            /** @description How the price was made, as quoted. */
                            breakdown: {
                                [key: string]: unknown;
                            };
                        }[];
                        payment: {
                            attempt: number;
                            /** @enum {unknown} */
                            status: "pending" | "processing" | "action-needed" | "authorised" | "captured" | "declined" | "voided";
                            declineReason: string | null;
                            action: {
                                url: string;
                            } | null;
                        };
                        /** Format: date-time */
                        placedAt: string;
                        /** @description An order that is not paid by then is cancelled. */
                        payBy: string | null;
                        confirmedAt: string | null;
                        cancelledAt: string | null;
                        /** @description Only in the answer that placed a guest’s order. */
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
    payOrder: {
        parameters: {
            query?: never;
            header: {
                /** @description The token of a guest’s order, told when it was placed. */
                "order-token"?: string;
                "idempotency-key": string;
            };
            path: {
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    payment: {
                        /** @enum {unknown} */
                        provider: "sandbox" | "stripe";
                        /** @description What the provider gave for the buyer’s means of payment; never a card number. */
                        token: string;
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
                        number: string;
                        /** @enum {unknown} */
                        status: "placed" | "reserved" | "awaiting-payment" | "payment-failed" | "authorised" | "committed" | "confirmed" | "cancelled";
                        reason: string | null;
                        version: number;
                        /** @description ISO 4217 */
                        currency: string;
                        subtotalMinor: number;
                        taxMinor: number;
                        totalMinor: number;
                        refundedMinor: number;
                        /** Format: email */
                        email: string;
                        name: string;
                        shippingAddress: {
                            name: string;
                            line1: string;
                            line2?: string;
                            city: string;
                            region?: string;
                            postcode: string;
                            /** @description ISO 3166-1 alpha-2 */
                            country: string;
                            phone?: string;
                        };
                        lines: {
                            /** Format: uuid */
                            variantId: string;
                            pieceId: string | null;
                            quantity: number;
                            engraving: string | null;
                            sku: string;
                            title: string;
                            slug: string;
                            imageUrl: string | null;
                            unitMinor: number;
                            totalMinor: number;
                            taxMinor: number;
                            /** @description How the price was made, as quoted. */
                            breakdown: {
                                [key: string]: unknown;
                            };
                        }[];
                        payment: {
                            attempt: number;
                            /** @enum {unknown} */
                            status: "pending" | "processing" | "action-needed" | "authorised" | "captured" | "declined" | "voided";
                            declineReason: string | null;
                            action: {
                                url: string;
                            } | null;
                        };
                        /** Format: date-time */
                        placedAt: string;
                        /** @description An order that is not paid by then is cancelled. */
                        payBy: string | null;
                        confirmedAt: string | null;
                        cancelledAt: string | null;
                        /** @description Only in the answer that placed a guest’s order. */
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
    cancelOrder: {
        parameters: {
            query?: never;
            header: {
                /** @description The token of a guest’s order, told when it was placed. */
                "order-token"?: string;
                "idempotency-key": string;
            };
            path: {
                orderId: string;
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
                        number: string;
                        /** @enum {unknown} */
                        status: "placed" | "reserved" | "awaiting-payment" | "payment-failed" | "authorised" | "committed" | "confirmed" | "cancelled";
                        reason: string | null;
                        version: number;
                        /** @description ISO 4217 */
                        currency: string;
                        subtotalMinor: number;
                        taxMinor: number;
                        totalMinor: number;
                        refundedMinor: number;
                        /** Format: email */
                        email: string;
                        name: string;
                        shippingAddress: {
                            name: string;
                            line1: string;
                            line2?: string;
                            city: string;
                            region?: string;
                            postcode: string;
                            /** @description ISO 3166-1 alpha-2 */
                            country: string;
                            phone?: string;
                        };
                        lines: {
                            /** Format: uuid */
                            variantId: string;
                            pieceId: string | null;
                            quantity: number;
                            engraving: string | null;
                            sku: string;
                            title: string;
                            slug: string;
                            imageUrl: string | null;
                            unitMinor: number;
                            totalMinor: number;
                            taxMinor: number;
                            /** @description How the price was made, as quoted. */
                            breakdown: {
                                [key: string]: unknown;
                            };
                        }[];
                        payment: {
                            attempt: number;
                            /** @enum {unknown} */
                            status: "pending" | "processing" | "action-needed" | "authorised" | "captured" | "declined" | "voided";
                            declineReason: string | null;
                            action: {
                                url: string;
                            } | null;
                        };
                        /** Format: date-time */
                        placedAt: string;
                        /** @description An order that is not paid by then is cancelled. */
                        payBy: string | null;
                        confirmedAt: string | null;
                        cancelledAt: string | null;
                        /** @description Only in the answer that placed a guest’s order. */
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
