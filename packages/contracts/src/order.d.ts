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
    "/api/v1/orders/all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["searchOrders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/tracked/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["trackOrder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{orderId}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listNotes"];
        put?: never;
        post: operations["noteOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{orderId}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["showTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{orderId}/cancellations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["callOffOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{orderId}/shipments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listShipments"];
        put?: never;
        post: operations["shipOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{orderId}/shipments/{shipmentId}/delivered": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["deliverShipment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{orderId}/returns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listReturns"];
        put?: never;
        post: operations["requestReturn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/returns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listAllReturns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{orderId}/returns/{returnId}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["decideOnReturn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{orderId}/returns/{returnId}/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["receiveReturn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{orderId}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listDocuments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{orderId}/documents/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["readDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/exceptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listOrderExceptions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/exceptions/{exceptionId}/repair": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["repairOrderException"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/exceptions/{exceptionId}/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["dismissOrderException"];
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
                            discountMinor: number;
                            shippingMinor: number;
                            taxMinor: number;
                            /** @description subtotalMinor − discountMinor + shippingMinor + taxMinor */
                            totalMinor: number;
                            refundedMinor: number;
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
                            taxProfile: string | null;
                            /** @enum {unknown} */
                            fulfilment: "unfulfilled" | "partly-shipped" | "shipped" | "delivered";
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
                            billingAddress: {
                                name: string;
                                line1: string;
                                line2?: string;
                                city: string;
                                region?: string;
                                postcode: string;
                                /** @description ISO 3166-1 alpha-2 */
                                country: string;
                                phone?: string;
                            } | null;
                            lines: {
                                position: number;
                                /** Format: uuid */
                                variantId: string;
                                pieceId: string | null;
                                quantity: number;
                                engraving: string | null;
                                options: {
                                    size?: string;
                                    engraving?: string;
                                    engravingFont?: string;
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
                                /** @description How the price was made, as quoted. */
                                breakdown: {
                                    [key: string]: unknown;
                                };
                                article: {
                                    [key: string]: unknown;
                                } | null;
                            }[];
                            payment: {
                                attempt: number;
                                /** @enum {unknown} */
                                status: "pending" | "processing" | "action-needed" | "authorised" | "captured" | "declined" | "voided";
                                declineReason: string | null;
                                action: ({
                                    url?: string;
                                    kind?: string;
                                } & {
                                    [key: string]: unknown;
                                }) | null;
                            };
                            /** Format: date-time */
                            placedAt: string;
                            /** @description An order that is not paid by then is cancelled. */
                            payBy: string | null;
                            confirmedAt: string | null;
                            cancelledAt: string | null;
                            /** @description Only in the answer that placed a guest’s order, and to who asks for it with the cart’s token. */
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
                    billingAddress?: {
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
                    /** @description The code of one of the cart’s. */
                    shippingMethod?: string;
                    /** @description What the buyer saw. */
                    expectedTotalMinor: number;
                    /** @description ISO 4217 */
                    currency: string;
                    payment: {
                        /** @enum {unknown} */
                        provider: "sandbox" | "stripe" | "bank-transfer";
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
                        discountMinor: number;
                        shippingMinor: number;
                        taxMinor: number;
                        /** @description subtotalMinor − discountMinor + shippingMinor + taxMinor */
                        totalMinor: number;
                        refundedMinor: number;
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
                        taxProfile: string | null;
                        /** @enum {unknown} */
                        fulfilment: "unfulfilled" | "partly-shipped" | "shipped" | "delivered";
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
                        billingAddress: {
                            name: string;
                            line1: string;
                            line2?: string;
                            city: string;
                            region?: string;
                            postcode: string;
                            /** @description ISO 3166-1 alpha-2 */
                            country: string;
                            phone?: string;
                        } | null;
                        lines: {
                            position: number;
                            /** Format: uuid */
                            variantId: string;
                            pieceId: string | null;
                            quantity: number;
                            engraving: string | null;
                            options: {
                                size?: string;
                                engraving?: string;
                                engravingFont?: string;
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
                            /** @description How the price was made, as quoted. */
                            breakdown: {
                                [key: string]: unknown;
                            };
                            article: {
                                [key: string]: unknown;
                            } | null;
                        }[];
                        payment: {
                            attempt: number;
                            /** @enum {unknown} */
                            status: "pending" | "processing" | "action-needed" | "authorised" | "captured" | "declined" | "voided";
                            declineReason: string | null;
                            action: ({
                                url?: string;
                                kind?: string;
                            } & {
                                [key: string]: unknown;
                            }) | null;
                        };
                        /** Format: date-time */
                        placedAt: string;
                        /** @description An order that is not paid by then is cancelled. */
                        payBy: string | null;
                        confirmedAt: string | null;
                        cancelledAt: string | null;
                        /** @description Only in the answer that placed a guest’s order, and to who asks for it with the cart’s token. */
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
                /** @description The token of the guest’s cart that was ordered, where the order’s own is not known: it is told anew. */
                "cart-token"?: string;
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
                        discountMinor: number;
                        shippingMinor: number;
                        taxMinor: number;
                        /** @description subtotalMinor − discountMinor + shippingMinor + taxMinor */
                        totalMinor: number;
                        refundedMinor: number;
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
                        taxProfile: string | null;
                        /** @enum {unknown} */
                        fulfilment: "unfulfilled" | "partly-shipped" | "shipped" | "delivered";
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
                        billingAddress: {
                            name: string;
                            line1: string;
                            line2?: string;
                            city: string;
                            region?: string;
                            postcode: string;
                            /** @description ISO 3166-1 alpha-2 */
                            country: string;
                            phone?: string;
                        } | null;
                        lines: {
                            position: number;
                            /** Format: uuid */
                            variantId: string;
                            pieceId: string | null;
                            quantity: number;
                            engraving: string | null;
                            options: {
                                size?: string;
                                engraving?: string;
                                engravingFont?: string;
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
                            /** @description How the price was made, as quoted. */
                            breakdown: {
                                [key: string]: unknown;
                            };
                            article: {
                                [key: string]: unknown;
                            } | null;
                        }[];
                        payment: {
                            attempt: number;
                            /** @enum {unknown} */
                            status: "pending" | "processing" | "action-needed" | "authorised" | "captured" | "declined" | "voided";
                            declineReason: string | null;
                            action: ({
                                url?: string;
                                kind?: string;
                            } & {
                                [key: string]: unknown;
                            }) | null;
                        };
                        /** Format: date-time */
                        placedAt: string;
                        /** @description An order that is not paid by then is cancelled. */
                        payBy: string | null;
                        confirmedAt: string | null;
                        cancelledAt: string | null;
                        /** @description Only in the answer that placed a guest’s order, and to who asks for it with the cart’s token. */
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
                        provider: "sandbox" | "stripe" | "bank-transfer";
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
                        discountMinor: number;
                        shippingMinor: number;
                        taxMinor: number;
                        /** @description subtotalMinor − discountMinor + shippingMinor + taxMinor */
                        totalMinor: number;
                        refundedMinor: number;
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
                        taxProfile: string | null;
                        /** @enum {unknown} */
                        fulfilment: "unfulfilled" | "partly-shipped" | "shipped" | "delivered";
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
                        billingAddress: {
                            name: string;
                            line1: string;
                            line2?: string;
                            city: string;
                            region?: string;
                            postcode: string;
                            /** @description ISO 3166-1 alpha-2 */
                            country: string;
                            phone?: string;
                        } | null;
                        lines: {
                            position: number;
                            /** Format: uuid */
                            variantId: string;
                            pieceId: string | null;
                            quantity: number;
                            engraving: string | null;
                            options: {
                                size?: string;
                                engraving?: string;
                                engravingFont?: string;
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
                            /** @description How the price was made, as quoted. */
                            breakdown: {
                                [key: string]: unknown;
                            };
                            article: {
                                [key: string]: unknown;
                            } | null;
                        }[];
                        payment: {
                            attempt: number;
                            /** @enum {unknown} */
                            status: "pending" | "processing" | "action-needed" | "authorised" | "captured" | "declined" | "voided";
                            declineReason: string | null;
                            action: ({
                                url?: string;
                                kind?: string;
                            } & {
                                [key: string]: unknown;
                            }) | null;
                        };
                        /** Format: date-time */
                        placedAt: string;
                        /** @description An order that is not paid by then is cancelled. */
                        payBy: string | null;
                        confirmedAt: string | null;
                        cancelledAt: string | null;
                        /** @description Only in the answer that placed a guest’s order, and to who asks for it with the cart’s token. */
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
                        discountMinor: number;
                        shippingMinor: number;
                        taxMinor: number;
                        /** @description subtotalMinor − discountMinor + shippingMinor + taxMinor */
                        totalMinor: number;
                        refundedMinor: number;
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
                        taxProfile: string | null;
                        /** @enum {unknown} */
                        fulfilment: "unfulfilled" | "partly-shipped" | "shipped" | "delivered";
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
                        billingAddress: {
                            name: string;
                            line1: string;
                            line2?: string;
                            city: string;
                            region?: string;
                            postcode: string;
                            /** @description ISO 3166-1 alpha-2 */
                            country: string;
                            phone?: string;
                        } | null;
                        lines: {
                            position: number;
                            /** Format: uuid */
                            variantId: string;
                            pieceId: string | null;
                            quantity: number;
                            engraving: string | null;
                            options: {
                                size?: string;
                                engraving?: string;
                                engravingFont?: string;
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
                            /** @description How the price was made, as quoted. */
                            breakdown: {
                                [key: string]: unknown;
                            };
                            article: {
                                [key: string]: unknown;
                            } | null;
                        }[];
                        payment: {
                            attempt: number;
                            /** @enum {unknown} */
                            status: "pending" | "processing" | "action-needed" | "authorised" | "captured" | "declined" | "voided";
                            declineReason: string | null;
                            action: ({
                                url?: string;
                                kind?: string;
                            } & {
                                [key: string]: unknown;
                            }) | null;
                        };
                        /** Format: date-time */
                        placedAt: string;
                        /** @description An order that is not paid by then is cancelled. */
                        payBy: string | null;
                        confirmedAt: string | null;
                        cancelledAt: string | null;
                        /** @description Only in the answer that placed a guest’s order, and to who asks for it with the cart’s token. */
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
    searchOrders: {
        parameters: {
            query?: {
                /** @description The `next` of the page before. */
                after?: string;
                limit?: number;
                status?: "placed" | "reserved" | "awaiting-payment" | "payment-failed" | "authorised" | "committed" | "confirmed" | "cancelled";
                fulfilment?: "unfulfilled" | "partly-shipped" | "shipped" | "delivered";
                email?: string;
                number?: string;
                placedFrom?: string;
                placedTo?: string;
                /** @description Only those with an open exception. */
                exceptions?: boolean;
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
                            discountMinor: number;
                            shippingMinor: number;
                            taxMinor: number;
                            /** @description subtotalMinor − discountMinor + shippingMinor + taxMinor */
                            totalMinor: number;
                            refundedMinor: number;
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
                            taxProfile: string | null;
                            /** @enum {unknown} */
                            fulfilment: "unfulfilled" | "partly-shipped" | "shipped" | "delivered";
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
                            billingAddress: {
                                name: string;
                                line1: string;
                                line2?: string;
                                city: string;
                                region?: string;
                                postcode: string;
                                /** @description ISO 3166-1 alpha-2 */
                                country: string;
                                phone?: string;
                            } | null;
                            lines: {
                                position: number;
                                /** Format: uuid */
                                variantId: string;
                                pieceId: string | null;
                                quantity: number;
                                engraving: string | null;
                                options: {
                                    size?: string;
                                    engraving?: string;
                                    engravingFont?: string;
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
                                /** @description How the price was made, as quoted. */
                                breakdown: {
                                    [key: string]: unknown;
                                };
                                article: {
                                    [key: string]: unknown;
                                } | null;
                            }[];
                            payment: {
                                attempt: number;
                                /** @enum {unknown} */
                                status: "pending" | "processing" | "action-needed" | "authorised" | "captured" | "declined" | "voided";
                                declineReason: string | null;
                                action: ({
                                    url?: string;
                                    kind?: string;
                                } & {
                                    [key: string]: unknown;
                                }) | null;
                            };
                            /** Format: date-time */
                            placedAt: string;
                            /** @description An order that is not paid by then is cancelled. */
                            payBy: string | null;
                            confirmedAt: string | null;
                            cancelledAt: string | null;
                            /** @description Only in the answer that placed a guest’s order, and to who asks for it with the cart’s token. */
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
    trackOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description The token of a guest’s order, told when it was placed. */
                "order-token"?: string;
            };
            path: {
                number: string;
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
                        number: string;
                        /** @enum {unknown} */
                        status: "placed" | "reserved" | "awaiting-payment" | "payment-failed" | "authorised" | "committed" | "confirmed" | "cancelled";
                        /** @enum {unknown} */
                        fulfilment: "unfulfilled" | "partly-shipped" | "shipped" | "delivered";
                        /** Format: date-time */
                        placedAt: string;
                        confirmedAt: string | null;
                        cancelledAt: string | null;
                        deliverBy: string | null;
                        shipments: {
                            /** Format: uuid */
                            id: string;
                            carrier: string;
                            carrierName: string;
                            trackingNumber: string | null;
                            trackingUrl: string | null;
                            sealNumber: string | null;
                            address: {
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
                                position: number;
                                title: string;
                                quantity: number;
                                serials: string[];
                            }[];
                            /** Format: date-time */
                            shippedAt: string;
                            deliveredAt: string | null;
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
    listNotes: {
        parameters: {
            query?: never;
            header?: never;
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
                        items: {
                            /** Format: uuid */
                            id: string;
                            text: string;
                            /** Format: uuid */
                            byId: string;
                            /** Format: date-time */
                            at: string;
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
    noteOrder: {
        parameters: {
            query?: never;
            header: {
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
                    text: string;
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
                        text: string;
                        /** Format: uuid */
                        byId: string;
                        /** Format: date-time */
                        at: string;
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
    showTimeline: {
        parameters: {
            query?: never;
            header?: never;
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
                        items: {
                            /** Format: date-time */
                            at: string;
                            /** @enum {unknown} */
                            kind: "placed" | "move" | "shipped" | "delivered" | "return" | "document" | "note" | "told" | "exception";
                            what: string;
                            detail: string | null;
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
    callOffOrder: {
        parameters: {
            query?: never;
            header: {
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
                    /** @description Kept as a note; the buyer does not see it. */
                    reason: string;
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
                        number: string;
                        /** @enum {unknown} */
                        status: "placed" | "reserved" | "awaiting-payment" | "payment-failed" | "authorised" | "committed" | "confirmed" | "cancelled";
                        reason: string | null;
                        version: number;
                        /** @description ISO 4217 */
                        currency: string;
                        subtotalMinor: number;
                        discountMinor: number;
                        shippingMinor: number;
                        taxMinor: number;
                        /** @description subtotalMinor − discountMinor + shippingMinor + taxMinor */
                        totalMinor: number;
                        refundedMinor: number;
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
                        taxProfile: string | null;
                        /** @enum {unknown} */
                        fulfilment: "unfulfilled" | "partly-shipped" | "shipped" | "delivered";
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
                        billingAddress: {
                            name: string;
                            line1: string;
                            line2?: string;
                            city: string;
                            region?: string;
                            postcode: string;
                            /** @description ISO 3166-1 alpha-2 */
                            country: string;
                            phone?: string;
                        } | null;
                        lines: {
                            position: number;
                            /** Format: uuid */
                            variantId: string;
                            pieceId: string | null;
                            quantity: number;
                            engraving: string | null;
                            options: {
                                size?: string;
                                engraving?: string;
                                engravingFont?: string;
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
                            /** @description How the price was made, as quoted. */
                            breakdown: {
                                [key: string]: unknown;
                            };
                            article: {
                                [key: string]: unknown;
                            } | null;
                        }[];
                        payment: {
                            attempt: number;
                            /** @enum {unknown} */
                            status: "pending" | "processing" | "action-needed" | "authorised" | "captured" | "declined" | "voided";
                            declineReason: string | null;
                            action: ({
                                url?: string;
                                kind?: string;
                            } & {
                                [key: string]: unknown;
                            }) | null;
                        };
                        /** Format: date-time */
                        placedAt: string;
                        /** @description An order that is not paid by then is cancelled. */
                        payBy: string | null;
                        confirmedAt: string | null;
                        cancelledAt: string | null;
                        /** @description Only in the answer that placed a guest’s order, and to who asks for it with the cart’s token. */
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
    listShipments: {
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
                        items: {
                            /** Format: uuid */
                            id: string;
                            carrier: string;
                            carrierName: string;
                            trackingNumber: string | null;
                            trackingUrl: string | null;
                            sealNumber: string | null;
                            address: {
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
                                position: number;
                                title: string;
                                quantity: number;
                                serials: string[];
                            }[];
                            /** Format: date-time */
                            shippedAt: string;
                            deliveredAt: string | null;
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
    shipOrder: {
        parameters: {
            query?: never;
            header: {
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
                    carrier: string;
                    trackingNumber?: string;
                    sealNumber?: string;
                    lines: {
                        position: number;
                        quantity: number;
                        /** @description As scanned from the pieces. */
                        serials?: string[];
                    }[];
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
                        carrier: string;
                        carrierName: string;
                        trackingNumber: string | null;
                        trackingUrl: string | null;
                        sealNumber: string | null;
                        address: {
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
                            position: number;
                            title: string;
                            quantity: number;
                            serials: string[];
                        }[];
                        /** Format: date-time */
                        shippedAt: string;
                        deliveredAt: string | null;
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
    deliverShipment: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                orderId: string;
                shipmentId: string;
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
                        carrier: string;
                        carrierName: string;
                        trackingNumber: string | null;
                        trackingUrl: string | null;
                        sealNumber: string | null;
                        address: {
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
                            position: number;
                            title: string;
                            quantity: number;
                            serials: string[];
                        }[];
                        /** Format: date-time */
                        shippedAt: string;
                        deliveredAt: string | null;
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
    listReturns: {
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
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            orderId: string;
                            /** @enum {unknown} */
                            kind: "return" | "cancellation";
                            /** @enum {unknown} */
                            status: "requested" | "approved" | "refused" | "received" | "done";
                            reason: string;
                            note: string | null;
                            byStaff: boolean;
                            refundMinor: number;
                            refundStatus: ("pending" | "awaiting-approval" | "done" | "failed") | null;
                            shippingRefunded: boolean;
                            lines: {
                                position: number;
                                title: string;
                                quantity: number;
                                received: number | null;
                                condition: string | null;
                                restock: boolean | null;
                                weightMg: number | null;
                                refundMinor: number;
                            }[];
                            /** Format: date-time */
                            requestedAt: string;
                            decidedAt: string | null;
                            receivedAt: string | null;
                            doneAt: string | null;
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
    requestReturn: {
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
                    reason: string;
                    lines: {
                        position: number;
                        quantity: number;
                    }[];
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
                        /** Format: uuid */
                        orderId: string;
                        /** @enum {unknown} */
                        kind: "return" | "cancellation";
                        /** @enum {unknown} */
                        status: "requested" | "approved" | "refused" | "received" | "done";
                        reason: string;
                        note: string | null;
                        byStaff: boolean;
                        refundMinor: number;
                        refundStatus: ("pending" | "awaiting-approval" | "done" | "failed") | null;
                        shippingRefunded: boolean;
                        lines: {
                            position: number;
                            title: string;
                            quantity: number;
                            received: number | null;
                            condition: string | null;
                            restock: boolean | null;
                            weightMg: number | null;
                            refundMinor: number;
                        }[];
                        /** Format: date-time */
                        requestedAt: string;
                        decidedAt: string | null;
                        receivedAt: string | null;
                        doneAt: string | null;
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
    listAllReturns: {
        parameters: {
            query?: {
                /** @description The `next` of the page before. */
                after?: string;
                limit?: number;
                status?: "requested" | "approved" | "refused" | "received" | "done";
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
                            /** Format: uuid */
                            orderId: string;
                            /** @enum {unknown} */
                            kind: "return" | "cancellation";
                            /** @enum {unknown} */
                            status: "requested" | "approved" | "refused" | "received" | "done";
                            reason: string;
                            note: string | null;
                            byStaff: boolean;
                            refundMinor: number;
                            refundStatus: ("pending" | "awaiting-approval" | "done" | "failed") | null;
                            shippingRefunded: boolean;
                            lines: {
                                position: number;
                                title: string;
                                quantity: number;
                                received: number | null;
                                condition: string | null;
                                restock: boolean | null;
                                weightMg: number | null;
                                refundMinor: number;
                            }[];
                            /** Format: date-time */
                            requestedAt: string;
                            decidedAt: string | null;
                            receivedAt: string | null;
                            doneAt: string | null;
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
    decideOnReturn: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                orderId: string;
                returnId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    approve: boolean;
                    note?: string;
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
                        /** Format: uuid */
                        orderId: string;
                        /** @enum {unknown} */
                        kind: "return" | "cancellation";
                        /** @enum {unknown} */
                        status: "requested" | "approved" | "refused" | "received" | "done";
                        reason: string;
                        note: string | null;
                        byStaff: boolean;
                        refundMinor: number;
                        refundStatus: ("pending" | "awaiting-approval" | "done" | "failed") | null;
                        shippingRefunded: boolean;
                        lines: {
                            position: number;
                            title: string;
                            quantity: number;
                            received: number | null;
                            condition: string | null;
                            restock: boolean | null;
                            weightMg: number | null;
                            refundMinor: number;
                        }[];
                        /** Format: date-time */
                        requestedAt: string;
                        decidedAt: string | null;
                        receivedAt: string | null;
                        doneAt: string | null;
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
    receiveReturn: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                orderId: string;
                returnId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    lines: {
                        position: number;
                        /** @description So many have come. */
                        quantity: number;
                        /** @enum {unknown} */
                        condition: "as-new" | "worn" | "damaged" | "not-ours";
                        /** @description To be sold again. */
                        restock: boolean;
                        /**
                         * @description Whether their price is given back.
                         * @default true
                         */
                        refund?: boolean;
                        /** @description Of all that have come, in milligrams. */
                        weightMg?: number;
                        /** @description As scanned from the pieces. */
                        serials?: string[];
                    }[];
                    /** @default false */
                    refundShipping?: boolean;
                    /**
                     * @description Somebody has looked at a weight that differs.
                     * @default false
                     */
                    acceptWeight?: boolean;
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
                        /** Format: uuid */
                        orderId: string;
                        /** @enum {unknown} */
                        kind: "return" | "cancellation";
                        /** @enum {unknown} */
                        status: "requested" | "approved" | "refused" | "received" | "done";
                        reason: string;
                        note: string | null;
                        byStaff: boolean;
                        refundMinor: number;
                        refundStatus: ("pending" | "awaiting-approval" | "done" | "failed") | null;
                        shippingRefunded: boolean;
                        lines: {
                            position: number;
                            title: string;
                            quantity: number;
                            received: number | null;
                            condition: string | null;
                            restock: boolean | null;
                            weightMg: number | null;
                            refundMinor: number;
                        }[];
                        /** Format: date-time */
                        requestedAt: string;
                        decidedAt: string | null;
                        receivedAt: string | null;
                        doneAt: string | null;
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
    listDocuments: {
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
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {unknown} */
                            kind: "invoice" | "credit-note" | "packing-slip";
                            number: string;
                            /** Format: date-time */
                            issuedAt: string;
                            /** @description Where the PDF is; 503 while it is being drawn. */
                            url: string;
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
    readDocument: {
        parameters: {
            query?: never;
            header?: {
                /** @description The token of a guest’s order, told when it was placed. */
                "order-token"?: string;
            };
            path: {
                orderId: string;
                /** @description The document’s id and `.pdf`. */
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A PDF. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
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
    listOrderExceptions: {
        parameters: {
            query?: {
                /** @description The `next` of the page before. */
                after?: string;
                limit?: number;
                status?: "open" | "repaired" | "dismissed";
                kind?: "paid-without-order" | "captured-but-not-confirmed" | "confirmed-without-payment" | "amount-differs" | "refund-differs" | "refund-failed" | "restock-failed" | "held-without-order" | "stuck-order" | "stuck-return";
                orderId?: string;
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
                            /** @enum {unknown} */
                            kind: "paid-without-order" | "captured-but-not-confirmed" | "confirmed-without-payment" | "amount-differs" | "refund-differs" | "refund-failed" | "restock-failed" | "held-without-order" | "stuck-order" | "stuck-return";
                            orderId: string | null;
                            number: string | null;
                            detail: string;
                            /** @description What was compared. */
                            facts: {
                                [key: string]: unknown;
                            };
                            /** @enum {unknown} */
                            status: "open" | "repaired" | "dismissed";
                            /** Format: date-time */
                            foundAt: string;
                            closedAt: string | null;
                            closedBy: string | null;
                            reason: string | null;
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
    repairOrderException: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                exceptionId: string;
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
                        kind: "paid-without-order" | "captured-but-not-confirmed" | "confirmed-without-payment" | "amount-differs" | "refund-differs" | "refund-failed" | "restock-failed" | "held-without-order" | "stuck-order" | "stuck-return";
                        orderId: string | null;
                        number: string | null;
                        detail: string;
                        /** @description What was compared. */
                        facts: {
                            [key: string]: unknown;
                        };
                        /** @enum {unknown} */
                        status: "open" | "repaired" | "dismissed";
                        /** Format: date-time */
                        foundAt: string;
                        closedAt: string | null;
                        closedBy: string | null;
                        reason: string | null;
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
    dismissOrderException: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                exceptionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
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
                        kind: "paid-without-order" | "captured-but-not-confirmed" | "confirmed-without-payment" | "amount-differs" | "refund-differs" | "refund-failed" | "restock-failed" | "held-without-order" | "stuck-order" | "stuck-return";
                        orderId: string | null;
                        number: string | null;
                        detail: string;
                        /** @description What was compared. */
                        facts: {
                            [key: string]: unknown;
                        };
                        /** @enum {unknown} */
                        status: "open" | "repaired" | "dismissed";
                        /** Format: date-time */
                        foundAt: string;
                        closedAt: string | null;
                        closedBy: string | null;
                        reason: string | null;
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
