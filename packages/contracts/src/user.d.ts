// Generated from the service’s openapi.json by `npm run contracts`.
export interface paths {
    "/api/v1/operations/user/failed-jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listUserFailedJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operations/user/failed-jobs/{jobId}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["retryUserFailedJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["showProfile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["changeProfile"];
        trace?: never;
    };
    "/api/v1/users/me/addresses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listAddresses"];
        put?: never;
        post: operations["addAddress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me/addresses/{addressId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["changeAddress"];
        post?: never;
        delete: operations["dropAddress"];
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
    listUserFailedJobs: {
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
                            id: string;
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
    retryUserFailedJob: {
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
    showProfile: {
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
                        email: string | null;
                        emailVerifiedAt: string | null;
                        name: string | null;
                        phone: string | null;
                        /** @example en-IN */
                        locale: string;
                        /** @example INR */
                        currency: string;
                        version: number;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
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
    changeProfile: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that the change was made to, as the ETag said it. */
                "if-match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    phone?: string | null;
                    /** @example en-IN */
                    locale?: string;
                    /** @example INR */
                    currency?: string;
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
                        email: string | null;
                        emailVerifiedAt: string | null;
                        name: string | null;
                        phone: string | null;
                        /** @example en-IN */
                        locale: string;
                        /** @example INR */
                        currency: string;
                        version: number;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
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
    listAddresses: {
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
                            line1: string;
                            line2?: string;
                            city: string;
                            /** @description State, province, prefecture or emirate, by code or name; needed in AE, AU, CA, IN, IT, JP and US. */
                            region?: string;
                            /** @description As the country writes it; 00000 where there is none. */
                            postcode: string;
                            /** @description ISO 3166-1 alpha-2. */
                            country: string;
                            /** @example +91 98765 43210 */
                            phone?: string;
                            isDefault: boolean;
                            isDefaultBilling: boolean;
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
    addAddress: {
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
                    line1: string;
                    line2?: string;
                    city: string;
                    /** @description State, province, prefecture or emirate, by code or name; needed in AE, AU, CA, IN, IT, JP and US. */
                    region?: string;
                    /** @description As the country writes it; 00000 where there is none. */
                    postcode: string;
                    /** @description ISO 3166-1 alpha-2. */
                    country: string;
                    /** @example +91 98765 43210 */
                    phone?: string;
                    /**
                     * @description Where to send to by default. The first address is it, until another one becomes it.
                     * @default false
                     */
                    isDefault?: boolean;
                    /**
                     * @description What to write bills to by default. The first address is it, until another one becomes it.
                     * @default false
                     */
                    isDefaultBilling?: boolean;
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
                        line1: string;
                        line2?: string;
                        city: string;
                        /** @description State, province, prefecture or emirate, by code or name; needed in AE, AU, CA, IN, IT, JP and US. */
                        region?: string;
                        /** @description As the country writes it; 00000 where there is none. */
                        postcode: string;
                        /** @description ISO 3166-1 alpha-2. */
                        country: string;
                        /** @example +91 98765 43210 */
                        phone?: string;
                        isDefault: boolean;
                        isDefaultBilling: boolean;
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
    changeAddress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                addressId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    line1: string;
                    line2?: string;
                    city: string;
                    /** @description State, province, prefecture or emirate, by code or name; needed in AE, AU, CA, IN, IT, JP and US. */
                    region?: string;
                    /** @description As the country writes it; 00000 where there is none. */
                    postcode: string;
                    /** @description ISO 3166-1 alpha-2. */
                    country: string;
                    /** @example +91 98765 43210 */
                    phone?: string;
                    /**
                     * @description Where to send to by default. The first address is it, until another one becomes it.
                     * @default false
                     */
                    isDefault?: boolean;
                    /**
                     * @description What to write bills to by default. The first address is it, until another one becomes it.
                     * @default false
                     */
                    isDefaultBilling?: boolean;
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
                        line1: string;
                        line2?: string;
                        city: string;
                        /** @description State, province, prefecture or emirate, by code or name; needed in AE, AU, CA, IN, IT, JP and US. */
                        region?: string;
                        /** @description As the country writes it; 00000 where there is none. */
                        postcode: string;
                        /** @description ISO 3166-1 alpha-2. */
                        country: string;
                        /** @example +91 98765 43210 */
                        phone?: string;
                        isDefault: boolean;
                        isDefaultBilling: boolean;
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
    dropAddress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                addressId: string;
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
}
