// Generated from the service’s openapi.json by `npm run contracts`.
export interface paths {
    "/api/v1/operations/category/failed-jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listCategoryFailedJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operations/category/failed-jobs/{jobId}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["retryCategoryFailedJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listCategories"];
        put?: never;
        post: operations["addCategory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/categories/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["readCategory"];
        put?: never;
        post?: never;
        delete: operations["removeCategory"];
        options?: never;
        head?: never;
        patch: operations["changeCategory"];
        trace?: never;
    };
    "/api/v1/categories/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["importCategories"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/collections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listCollections"];
        put?: never;
        post: operations["addCollection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/collections/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["readCollection"];
        put?: never;
        post?: never;
        delete: operations["removeCollection"];
        options?: never;
        head?: never;
        patch: operations["changeCollection"];
        trace?: never;
    };
    "/api/v1/menus": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listMenus"];
        put?: never;
        post: operations["addMenu"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/menus/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["readMenu"];
        put: operations["replaceMenu"];
        post?: never;
        delete: operations["removeMenu"];
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
    listCategoryFailedJobs: {
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
    retryCategoryFailedJob: {
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
    listCategories: {
        parameters: {
            query?: never;
            header?: {
                "if-none-match"?: string;
            };
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
                            slug: string;
                            name: string;
                            description: string;
                            parentSlug: string | null;
                            /** @description The order among its siblings. */
                            position: number;
                            pictures: {
                                url: string;
                                alt: string;
                                width: number;
                                height: number;
                                /** @description Of a picture of `POST /api/v1/media`: its renditions are at `{url}/{width}.{avif|webp|jpg}`. */
                                widths?: number[];
                            }[];
                            /** @description How many designs of it, and of those in it, can be bought. */
                            designs: number;
                            /** @description The slugs from the root to this one. */
                            path: string[];
                        }[];
                    };
                };
            };
            /** @description Default Response */
            304: {
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
    addCategory: {
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
                    slug: string;
                    name: string;
                    parentSlug: string | null;
                    /** @description The order among its siblings. */
                    position: number;
                    description?: string;
                    seo?: {
                        title: string | null;
                        description: string | null;
                    };
                    pictures?: {
                        url: string;
                        alt: string;
                        width: number;
                        height: number;
                        /** @description Of a picture of `POST /api/v1/media`: its renditions are at `{url}/{width}.{avif|webp|jpg}`. */
                        widths?: number[];
                    }[];
                    facets?: string[] | null;
                    sizeChart?: ("ring" | "bangle" | "chain" | "none") | null;
                    taxClass?: string | null;
                    leadTimeDays?: number | null;
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
                        slug: string;
                        name: string;
                        description: string;
                        parentSlug: string | null;
                        /** @description The order among its siblings. */
                        position: number;
                        pictures: {
                            url: string;
                            alt: string;
                            width: number;
                            height: number;
                            /** @description Of a picture of `POST /api/v1/media`: its renditions are at `{url}/{width}.{avif|webp|jpg}`. */
                            widths?: number[];
                        }[];
                        /** @description How many designs of it, and of those in it, can be bought. */
                        designs: number;
                        /** @description The slugs from the root to this one. */
                        path: string[];
                        /** @description What If-Match names when it is changed. */
                        version: number;
                        seo: {
                            title: string | null;
                            description: string | null;
                        };
                        settings: {
                            facets: {
                                value: string[] | null;
                                /** @description The category that sets it: this one, or the nearest above. */
                                from: string | null;
                            };
                            sizeChart: {
                                value: ("ring" | "bangle" | "chain" | "none") | null;
                                /** @description The category that sets it: this one, or the nearest above. */
                                from: string | null;
                            };
                            taxClass: {
                                value: string | null;
                                /** @description The category that sets it: this one, or the nearest above. */
                                from: string | null;
                            };
                            leadTimeDays: {
                                value: number | null;
                                /** @description The category that sets it: this one, or the nearest above. */
                                from: string | null;
                            };
                        };
                        breadcrumbs: {
                            slug: string;
                            name: string;
                        }[];
                        children: {
                            /** Format: uuid */
                            id: string;
                            slug: string;
                            name: string;
                            description: string;
                            parentSlug: string | null;
                            /** @description The order among its siblings. */
                            position: number;
                            pictures: {
                                url: string;
                                alt: string;
                                width: number;
                                height: number;
                                /** @description Of a picture of `POST /api/v1/media`: its renditions are at `{url}/{width}.{avif|webp|jpg}`. */
                                widths?: number[];
                            }[];
                            /** @description How many designs of it, and of those in it, can be bought. */
                            designs: number;
                            /** @description The slugs from the root to this one. */
                            path: string[];
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
    readCategory: {
        parameters: {
            query?: never;
            header?: {
                "if-none-match"?: string;
            };
            path: {
                slug: string;
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
                        slug: string;
                        name: string;
                        description: string;
                        parentSlug: string | null;
                        /** @description The order among its siblings. */
                        position: number;
                        pictures: {
                            url: string;
                            alt: string;
                            width: number;
                            height: number;
                            /** @description Of a picture of `POST /api/v1/media`: its renditions are at `{url}/{width}.{avif|webp|jpg}`. */
                            widths?: number[];
                        }[];
                        /** @description How many designs of it, and of those in it, can be bought. */
                        designs: number;
                        /** @description The slugs from the root to this one. */
                        path: string[];
                        /** @description What If-Match names when it is changed. */
                        version: number;
                        seo: {
                            title: string | null;
                            description: string | null;
                        };
                        settings: {
                            facets: {
                                value: string[] | null;
                                /** @description The category that sets it: this one, or the nearest above. */
                                from: string | null;
                            };
                            sizeChart: {
                                value: ("ring" | "bangle" | "chain" | "none") | null;
                                /** @description The category that sets it: this one, or the nearest above. */
                                from: string | null;
                            };
                            taxClass: {
                                value: string | null;
                                /** @description The category that sets it: this one, or the nearest above. */
                                from: string | null;
                            };
                            leadTimeDays: {
                                value: number | null;
                                /** @description The category that sets it: this one, or the nearest above. */
                                from: string | null;
                            };
                        };
                        breadcrumbs: {
                            slug: string;
                            name: string;
                        }[];
                        children: {
                            /** Format: uuid */
                            id: string;
                            slug: string;
                            name: string;
                            description: string;
                            parentSlug: string | null;
                            /** @description The order among its siblings. */
                            position: number;
                            pictures: {
                                url: string;
                                alt: string;
                                width: number;
                                height: number;
                                /** @description Of a picture of `POST /api/v1/media`: its renditions are at `{url}/{width}.{avif|webp|jpg}`. */
                                widths?: number[];
                            }[];
                            /** @description How many designs of it, and of those in it, can be bought. */
                            designs: number;
                            /** @description The slugs from the root to this one. */
                            path: string[];
                        }[];
                    };
                };
            };
            /** @description Default Response */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Default Response */
            308: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        slug: string;
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
    removeCategory: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that the change was made to, as the ETag said it. */
                "if-match"?: string;
            };
            path: {
                slug: string;
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
    changeCategory: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that the change was made to, as the ETag said it. */
                "if-match"?: string;
            };
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    slug?: string;
                    name?: string;
                    parentSlug?: string | null;
                    /** @description The order among its siblings. */
                    position?: number;
                    description?: string;
                    seo?: {
                        title: string | null;
                        description: string | null;
                    };
                    pictures?: {
                        url: string;
                        alt: string;
                        width: number;
                        height: number;
                        /** @description Of a picture of `POST /api/v1/media`: its renditions are at `{url}/{width}.{avif|webp|jpg}`. */
                        widths?: number[];
                    }[];
                    facets?: string[] | null;
                    sizeChart?: ("ring" | "bangle" | "chain" | "none") | null;
                    taxClass?: string | null;
                    leadTimeDays?: number | null;
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
                        slug: string;
                        name: string;
                        description: string;
                        parentSlug: string | null;
                        /** @description The order among its siblings. */
                        position: number;
                        pictures: {
                            url: string;
                            alt: string;
                            width: number;
                            height: number;
                            /** @description Of a picture of `POST /api/v1/media`: its renditions are at `{url}/{width}.{avif|webp|jpg}`. */
                            widths?: number[];
                        }[];
                        /** @description How many designs of it, and of those in it, can be bought. */
                        designs: number;
                        /** @description The slugs from the root to this one. */
                        path: string[];
                        /** @description What If-Match names when it is changed. */
                        version: number;
                        seo: {
                            title: string | null;
                            description: string | null;
                        };
                        settings: {
                            facets: {
                                value: string[] | null;
                                /** @description The category that sets it: this one, or the nearest above. */
                                from: string | null;
                            };
                            sizeChart: {
                                value: ("ring" | "bangle" | "chain" | "none") | null;
                                /** @description The category that sets it: this one, or the nearest above. */
                                from: string | null;
                            };
                            taxClass: {
                                value: string | null;
                                /** @description The category that sets it: this one, or the nearest above. */
                                from: string | null;
                            };
                            leadTimeDays: {
                                value: number | null;
                                /** @description The category that sets it: this one, or the nearest above. */
                                from: string | null;
                            };
                        };
                        breadcrumbs: {
                            slug: string;
                            name: string;
                        }[];
                        children: {
                            /** Format: uuid */
                            id: string;
                            slug: string;
                            name: string;
                            description: string;
                            parentSlug: string | null;
                            /** @description The order among its siblings. */
                            position: number;
                            pictures: {
                                url: string;
                                alt: string;
                                width: number;
                                height: number;
                                /** @description Of a picture of `POST /api/v1/media`: its renditions are at `{url}/{width}.{avif|webp|jpg}`. */
                                widths?: number[];
                            }[];
                            /** @description How many designs of it, and of those in it, can be bought. */
                            designs: number;
                            /** @description The slugs from the root to this one. */
                            path: string[];
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
    importCategories: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    items: {
                        slug: string;
                        name: string;
                        description?: string;
                        parentSlug: string | null;
                        /** @description The order among its siblings. */
                        position: number;
                    }[];
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
                        imported: number;
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
    listCollections: {
        parameters: {
            query?: {
                /** @description For staff with catalogue:write: also those not active now. */
                all?: boolean;
                /** @description The `next` of the page before. */
                after?: string;
                limit?: number;
            };
            header?: {
                "if-none-match"?: string;
            };
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
                            slug: string;
                            name: string;
                            description: string;
                            /** @description The order among its siblings. */
                            position: number;
                            pictures: {
                                url: string;
                                alt: string;
                                width: number;
                                height: number;
                                /** @description Of a picture of `POST /api/v1/media`: its renditions are at `{url}/{width}.{avif|webp|jpg}`. */
                                widths?: number[];
                            }[];
                            activeFrom: string | null;
                            activeTo: string | null;
                            active: boolean;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description Default Response */
            304: {
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
    addCollection: {
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
                    slug: string;
                    name: string;
                    description?: string;
                    /** @description The order among its siblings. */
                    position?: number;
                    seo?: {
                        title: string | null;
                        description: string | null;
                    };
                    pictures?: {
                        url: string;
                        alt: string;
                        width: number;
                        height: number;
                        /** @description Of a picture of `POST /api/v1/media`: its renditions are at `{url}/{width}.{avif|webp|jpg}`. */
                        widths?: number[];
                    }[];
                    /** @description The slugs of the designs, in order. */
                    designs?: string[];
                    /** @description Designs that meet all of the conditions, or any of them. */
                    rule?: {
                        all?: {
                            /** @description Any of these. */
                            type?: ("ring" | "necklace" | "earrings" | "bracelet" | "bangle" | "pendant" | "chain" | "anklet" | "brooch" | "nose-pin" | "cufflinks" | "coin" | "set" | "stone")[];
                            /** @description Any of these. */
                            metal?: ("gold" | "platinum" | "silver" | "palladium")[];
                            /** @description Any of these. */
                            purity?: string[];
                            /** @description Any of these. */
                            colour?: ("yellow" | "white" | "rose" | "two-tone")[];
                            /** @description Any of these. */
                            stone?: string[];
                            /** @description Any of these. */
                            shape?: string[];
                            /** @description Any of these. */
                            clarity?: string[];
                            /** @description Any of these. */
                            carat?: ("0-0.3" | "0.3-0.5" | "0.5-1" | "1-1.5" | "1.5-2" | "2-3" | "3-")[];
                            /** @description Any of these. */
                            origin?: ("natural" | "lab-grown" | "treated")[];
                            /** @description Any of these. */
                            lab?: ("GIA" | "IGI" | "HRD" | "AGS" | "SGL" | "other")[];
                            /** @description Any of these. */
                            size?: string[];
                            category?: string;
                            /** @enum {boolean} */
                            readyToShip?: true;
                            /** @enum {boolean} */
                            oneOfAKind?: true;
                            price?: {
                                minMinor?: number;
                                maxMinor?: number;
                            };
                        }[];
                        any?: {
                            /** @description Any of these. */
                            type?: ("ring" | "necklace" | "earrings" | "bracelet" | "bangle" | "pendant" | "chain" | "anklet" | "brooch" | "nose-pin" | "cufflinks" | "coin" | "set" | "stone")[];
                            /** @description Any of these. */
                            metal?: ("gold" | "platinum" | "silver" | "palladium")[];
                            /** @description Any of these. */
                            purity?: string[];
                            /** @description Any of these. */
                            colour?: ("yellow" | "white" | "rose" | "two-tone")[];
                            /** @description Any of these. */
                            stone?: string[];
                            /** @description Any of these. */
                            shape?: string[];
                            /** @description Any of these. */
                            clarity?: string[];
                            /** @description Any of these. */
                            carat?: ("0-0.3" | "0.3-0.5" | "0.5-1" | "1-1.5" | "1.5-2" | "2-3" | "3-")[];
                            /** @description Any of these. */
                            origin?: ("natural" | "lab-grown" | "treated")[];
                            /** @description Any of these. */
                            lab?: ("GIA" | "IGI" | "HRD" | "AGS" | "SGL" | "other")[];
                            /** @description Any of these. */
                            size?: string[];
                            category?: string;
                            /** @enum {boolean} */
                            readyToShip?: true;
                            /** @enum {boolean} */
                            oneOfAKind?: true;
                            price?: {
                                minMinor?: number;
                                maxMinor?: number;
                            };
                        }[];
                    };
                    activeFrom?: string | null;
                    activeTo?: string | null;
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
                        slug: string;
                        name: string;
                        description: string;
                        /** @description The order among its siblings. */
                        position: number;
                        pictures: {
                            url: string;
                            alt: string;
                            width: number;
                            height: number;
                            /** @description Of a picture of `POST /api/v1/media`: its renditions are at `{url}/{width}.{avif|webp|jpg}`. */
                            widths?: number[];
                        }[];
                        activeFrom: string | null;
                        activeTo: string | null;
                        active: boolean;
                        seo: {
                            title: string | null;
                            description: string | null;
                        };
                        designs: string[] | null;
                        rule: {
                            all?: {
                                /** @description Any of these. */
                                type?: ("ring" | "necklace" | "earrings" | "bracelet" | "bangle" | "pendant" | "chain" | "anklet" | "brooch" | "nose-pin" | "cufflinks" | "coin" | "set" | "stone")[];
                                /** @description Any of these. */
                                metal?: ("gold" | "platinum" | "silver" | "palladium")[];
                                /** @description Any of these. */
                                purity?: string[];
                                /** @description Any of these. */
                                colour?: ("yellow" | "white" | "rose" | "two-tone")[];
                                /** @description Any of these. */
                                stone?: string[];
                                /** @description Any of these. */
                                shape?: string[];
                                /** @description Any of these. */
                                clarity?: string[];
                                /** @description Any of these. */
                                carat?: ("0-0.3" | "0.3-0.5" | "0.5-1" | "1-1.5" | "1.5-2" | "2-3" | "3-")[];
                                /** @description Any of these. */
                                origin?: ("natural" | "lab-grown" | "treated")[];
                                /** @description Any of these. */
                                lab?: ("GIA" | "IGI" | "HRD" | "AGS" | "SGL" | "other")[];
                                /** @description Any of these. */
                                size?: string[];
                                category?: string;
                                /** @enum {boolean} */
                                readyToShip?: true;
                                /** @enum {boolean} */
                                oneOfAKind?: true;
                                price?: {
                                    minMinor?: number;
                                    maxMinor?: number;
                                };
                            }[];
                            any?: {
                                /** @description Any of these. */
                                type?: ("ring" | "necklace" | "earrings" | "bracelet" | "bangle" | "pendant" | "chain" | "anklet" | "brooch" | "nose-pin" | "cufflinks" | "coin" | "set" | "stone")[];
                                /** @description Any of these. */
                                metal?: ("gold" | "platinum" | "silver" | "palladium")[];
                                /** @description Any of these. */
                                purity?: string[];
                                /** @description Any of these. */
                                colour?: ("yellow" | "white" | "rose" | "two-tone")[];
                                /** @description Any of these. */
                                stone?: string[];
                                /** @description Any of these. */
                                shape?: string[];
                                /** @description Any of these. */
                                clarity?: string[];
                                /** @description Any of these. */
                                carat?: ("0-0.3" | "0.3-0.5" | "0.5-1" | "1-1.5" | "1.5-2" | "2-3" | "3-")[];
                                /** @description Any of these. */
                                origin?: ("natural" | "lab-grown" | "treated")[];
                                /** @description Any of these. */
                                lab?: ("GIA" | "IGI" | "HRD" | "AGS" | "SGL" | "other")[];
                                /** @description Any of these. */
                                size?: string[];
                                category?: string;
                                /** @enum {boolean} */
                                readyToShip?: true;
                                /** @enum {boolean} */
                                oneOfAKind?: true;
                                price?: {
                                    minMinor?: number;
                                    maxMinor?: number;
                                };
                            }[];
                        } | null;
                        /** @description Of a collection by rule: the query of `GET /api/v1/designs` that lists it. */
                        query: {
                            /** @description Any of these. */
                            type?: ("ring" | "necklace" | "earrings" | "bracelet" | "bangle" | "pendant" | "chain" | "anklet" | "brooch" | "nose-pin" | "cufflinks" | "coin" | "set" | "stone")[];
                            /** @description Any of these. */
                            metal?: ("gold" | "platinum" | "silver" | "palladium")[];
                            /** @description Any of these. */
                            purity?: string[];
                            /** @description Any of these. */
                            colour?: ("yellow" | "white" | "rose" | "two-tone")[];
                            /** @description Any of these. */
                            stone?: string[];
                            /** @description Any of these. */
                            shape?: string[];
                            /** @description Any of these. */
                            clarity?: string[];
                            /** @description Any of these. */
                            carat?: ("0-0.3" | "0.3-0.5" | "0.5-1" | "1-1.5" | "1.5-2" | "2-3" | "3-")[];
                            /** @description Any of these. */
                            origin?: ("natural" | "lab-grown" | "treated")[];
                            /** @description Any of these. */
                            lab?: ("GIA" | "IGI" | "HRD" | "AGS" | "SGL" | "other")[];
                            /** @description Any of these. */
                            size?: string[];
                            category?: string;
                            /** @enum {boolean} */
                            readyToShip?: true;
                            /** @enum {boolean} */
                            oneOfAKind?: true;
                            minPriceMinor?: number;
                            maxPriceMinor?: number;
                        } | null;
                        /** @description What If-Match names when it is changed. */
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
    readCollection: {
        parameters: {
            query?: never;
            header?: {
                "if-none-match"?: string;
            };
            path: {
                slug: string;
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
                        slug: string;
                        name: string;
                        description: string;
                        /** @description The order among its siblings. */
                        position: number;
                        pictures: {
                            url: string;
                            alt: string;
                            width: number;
                            height: number;
                            /** @description Of a picture of `POST /api/v1/media`: its renditions are at `{url}/{width}.{avif|webp|jpg}`. */
                            widths?: number[];
                        }[];
                        activeFrom: string | null;
                        activeTo: string | null;
                        active: boolean;
                        seo: {
                            title: string | null;
                            description: string | null;
                        };
                        designs: string[] | null;
                        rule: {
                            all?: {
                                /** @description Any of these. */
                                type?: ("ring" | "necklace" | "earrings" | "bracelet" | "bangle" | "pendant" | "chain" | "anklet" | "brooch" | "nose-pin" | "cufflinks" | "coin" | "set" | "stone")[];
                                /** @description Any of these. */
                                metal?: ("gold" | "platinum" | "silver" | "palladium")[];
                                /** @description Any of these. */
                                purity?: string[];
                                /** @description Any of these. */
                                colour?: ("yellow" | "white" | "rose" | "two-tone")[];
                                /** @description Any of these. */
                                stone?: string[];
                                /** @description Any of these. */
                                shape?: string[];
                                /** @description Any of these. */
                                clarity?: string[];
                                /** @description Any of these. */
                                carat?: ("0-0.3" | "0.3-0.5" | "0.5-1" | "1-1.5" | "1.5-2" | "2-3" | "3-")[];
                                /** @description Any of these. */
                                origin?: ("natural" | "lab-grown" | "treated")[];
                                /** @description Any of these. */
                                lab?: ("GIA" | "IGI" | "HRD" | "AGS" | "SGL" | "other")[];
                                /** @description Any of these. */
                                size?: string[];
                                category?: string;
                                /** @enum {boolean} */
                                readyToShip?: true;
                                /** @enum {boolean} */
                                oneOfAKind?: true;
                                price?: {
                                    minMinor?: number;
                                    maxMinor?: number;
                                };
                            }[];
                            any?: {
                                /** @description Any of these. */
                                type?: ("ring" | "necklace" | "earrings" | "bracelet" | "bangle" | "pendant" | "chain" | "anklet" | "brooch" | "nose-pin" | "cufflinks" | "coin" | "set" | "stone")[];
                                /** @description Any of these. */
                                metal?: ("gold" | "platinum" | "silver" | "palladium")[];
                                /** @description Any of these. */
                                purity?: string[];
                                /** @description Any of these. */
                                colour?: ("yellow" | "white" | "rose" | "two-tone")[];
                                /** @description Any of these. */
                                stone?: string[];
                                /** @description Any of these. */
                                shape?: string[];
                                /** @description Any of these. */
                                clarity?: string[];
                                /** @description Any of these. */
                                carat?: ("0-0.3" | "0.3-0.5" | "0.5-1" | "1-1.5" | "1.5-2" | "2-3" | "3-")[];
                                /** @description Any of these. */
                                origin?: ("natural" | "lab-grown" | "treated")[];
                                /** @description Any of these. */
                                lab?: ("GIA" | "IGI" | "HRD" | "AGS" | "SGL" | "other")[];
                                /** @description Any of these. */
                                size?: string[];
                                category?: string;
                                /** @enum {boolean} */
                                readyToShip?: true;
                                /** @enum {boolean} */
                                oneOfAKind?: true;
                                price?: {
                                    minMinor?: number;
                                    maxMinor?: number;
                                };
                            }[];
                        } | null;
                        /** @description Of a collection by rule: the query of `GET /api/v1/designs` that lists it. */
                        query: {
                            /** @description Any of these. */
                            type?: ("ring" | "necklace" | "earrings" | "bracelet" | "bangle" | "pendant" | "chain" | "anklet" | "brooch" | "nose-pin" | "cufflinks" | "coin" | "set" | "stone")[];
                            /** @description Any of these. */
                            metal?: ("gold" | "platinum" | "silver" | "palladium")[];
                            /** @description Any of these. */
                            purity?: string[];
                            /** @description Any of these. */
                            colour?: ("yellow" | "white" | "rose" | "two-tone")[];
                            /** @description Any of these. */
                            stone?: string[];
                            /** @description Any of these. */
                            shape?: string[];
                            /** @description Any of these. */
                            clarity?: string[];
                            /** @description Any of these. */
                            carat?: ("0-0.3" | "0.3-0.5" | "0.5-1" | "1-1.5" | "1.5-2" | "2-3" | "3-")[];
                            /** @description Any of these. */
                            origin?: ("natural" | "lab-grown" | "treated")[];
                            /** @description Any of these. */
                            lab?: ("GIA" | "IGI" | "HRD" | "AGS" | "SGL" | "other")[];
                            /** @description Any of these. */
                            size?: string[];
                            category?: string;
                            /** @enum {boolean} */
                            readyToShip?: true;
                            /** @enum {boolean} */
                            oneOfAKind?: true;
                            minPriceMinor?: number;
                            maxPriceMinor?: number;
                        } | null;
                        /** @description What If-Match names when it is changed. */
                        version: number;
                    };
                };
            };
            /** @description Default Response */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Default Response */
            308: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        slug: string;
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
    removeCollection: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that the change was made to, as the ETag said it. */
                "if-match"?: string;
            };
            path: {
                slug: string;
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
    changeCollection: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that the change was made to, as the ETag said it. */
                "if-match"?: string;
            };
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    slug?: string;
                    name?: string;
                    description?: string;
                    /** @description The order among its siblings. */
                    position?: number;
                    seo?: {
                        title: string | null;
                        description: string | null;
                    };
                    pictures?: {
                        url: string;
                        alt: string;
                        width: number;
                        height: number;
                        /** @description Of a picture of `POST /api/v1/media`: its renditions are at `{url}/{width}.{avif|webp|jpg}`. */
                        widths?: number[];
                    }[];
                    /** @description The slugs of the designs, in order. */
                    designs?: string[];
                    /** @description Designs that meet all of the conditions, or any of them. */
                    rule?: {
                        all?: {
                            /** @description Any of these. */
                            type?: ("ring" | "necklace" | "earrings" | "bracelet" | "bangle" | "pendant" | "chain" | "anklet" | "brooch" | "nose-pin" | "cufflinks" | "coin" | "set" | "stone")[];
                            /** @description Any of these. */
                            metal?: ("gold" | "platinum" | "silver" | "palladium")[];
                            /** @description Any of these. */
                            purity?: string[];
                            /** @description Any of these. */
                            colour?: ("yellow" | "white" | "rose" | "two-tone")[];
                            /** @description Any of these. */
                            stone?: string[];
                            /** @description Any of these. */
                            shape?: string[];
                            /** @description Any of these. */
                            clarity?: string[];
                            /** @description Any of these. */
                            carat?: ("0-0.3" | "0.3-0.5" | "0.5-1" | "1-1.5" | "1.5-2" | "2-3" | "3-")[];
                            /** @description Any of these. */
                            origin?: ("natural" | "lab-grown" | "treated")[];
                            /** @description Any of these. */
                            lab?: ("GIA" | "IGI" | "HRD" | "AGS" | "SGL" | "other")[];
                            /** @description Any of these. */
                            size?: string[];
                            category?: string;
                            /** @enum {boolean} */
                            readyToShip?: true;
                            /** @enum {boolean} */
                            oneOfAKind?: true;
                            price?: {
                                minMinor?: number;
                                maxMinor?: number;
                            };
                        }[];
                        any?: {
                            /** @description Any of these. */
                            type?: ("ring" | "necklace" | "earrings" | "bracelet" | "bangle" | "pendant" | "chain" | "anklet" | "brooch" | "nose-pin" | "cufflinks" | "coin" | "set" | "stone")[];
                            /** @description Any of these. */
                            metal?: ("gold" | "platinum" | "silver" | "palladium")[];
                            /** @description Any of these. */
                            purity?: string[];
                            /** @description Any of these. */
                            colour?: ("yellow" | "white" | "rose" | "two-tone")[];
                            /** @description Any of these. */
                            stone?: string[];
                            /** @description Any of these. */
                            shape?: string[];
                            /** @description Any of these. */
                            clarity?: string[];
                            /** @description Any of these. */
                            carat?: ("0-0.3" | "0.3-0.5" | "0.5-1" | "1-1.5" | "1.5-2" | "2-3" | "3-")[];
                            /** @description Any of these. */
                            origin?: ("natural" | "lab-grown" | "treated")[];
                            /** @description Any of these. */
                            lab?: ("GIA" | "IGI" | "HRD" | "AGS" | "SGL" | "other")[];
                            /** @description Any of these. */
                            size?: string[];
                            category?: string;
                            /** @enum {boolean} */
                            readyToShip?: true;
                            /** @enum {boolean} */
                            oneOfAKind?: true;
                            price?: {
                                minMinor?: number;
                                maxMinor?: number;
                            };
                        }[];
                    };
                    activeFrom?: string | null;
                    activeTo?: string | null;
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
                        slug: string;
                        name: string;
                        description: string;
                        /** @description The order among its siblings. */
                        position: number;
                        pictures: {
                            url: string;
                            alt: string;
                            width: number;
                            height: number;
                            /** @description Of a picture of `POST /api/v1/media`: its renditions are at `{url}/{width}.{avif|webp|jpg}`. */
                            widths?: number[];
                        }[];
                        activeFrom: string | null;
                        activeTo: string | null;
                        active: boolean;
                        seo: {
                            title: string | null;
                            description: string | null;
                        };
                        designs: string[] | null;
                        rule: {
                            all?: {
                                /** @description Any of these. */
                                type?: ("ring" | "necklace" | "earrings" | "bracelet" | "bangle" | "pendant" | "chain" | "anklet" | "brooch" | "nose-pin" | "cufflinks" | "coin" | "set" | "stone")[];
                                /** @description Any of these. */
                                metal?: ("gold" | "platinum" | "silver" | "palladium")[];
                                /** @description Any of these. */
                                purity?: string[];
                                /** @description Any of these. */
                                colour?: ("yellow" | "white" | "rose" | "two-tone")[];
                                /** @description Any of these. */
                                stone?: string[];
                                /** @description Any of these. */
                                shape?: string[];
                                /** @description Any of these. */
                                clarity?: string[];
                                /** @description Any of these. */
                                carat?: ("0-0.3" | "0.3-0.5" | "0.5-1" | "1-1.5" | "1.5-2" | "2-3" | "3-")[];
                                /** @description Any of these. */
                                origin?: ("natural" | "lab-grown" | "treated")[];
                                /** @description Any of these. */
                                lab?: ("GIA" | "IGI" | "HRD" | "AGS" | "SGL" | "other")[];
                                /** @description Any of these. */
                                size?: string[];
                                category?: string;
                                /** @enum {boolean} */
                                readyToShip?: true;
                                /** @enum {boolean} */
                                oneOfAKind?: true;
                                price?: {
                                    minMinor?: number;
                                    maxMinor?: number;
                                };
                            }[];
                            any?: {
                                /** @description Any of these. */
                                type?: ("ring" | "necklace" | "earrings" | "bracelet" | "bangle" | "pendant" | "chain" | "anklet" | "brooch" | "nose-pin" | "cufflinks" | "coin" | "set" | "stone")[];
                                /** @description Any of these. */
                                metal?: ("gold" | "platinum" | "silver" | "palladium")[];
                                /** @description Any of these. */
                                purity?: string[];
                                /** @description Any of these. */
                                colour?: ("yellow" | "white" | "rose" | "two-tone")[];
                                /** @description Any of these. */
                                stone?: string[];
                                /** @description Any of these. */
                                shape?: string[];
                                /** @description Any of these. */
                                clarity?: string[];
                                /** @description Any of these. */
                                carat?: ("0-0.3" | "0.3-0.5" | "0.5-1" | "1-1.5" | "1.5-2" | "2-3" | "3-")[];
                                /** @description Any of these. */
                                origin?: ("natural" | "lab-grown" | "treated")[];
                                /** @description Any of these. */
                                lab?: ("GIA" | "IGI" | "HRD" | "AGS" | "SGL" | "other")[];
                                /** @description Any of these. */
                                size?: string[];
                                category?: string;
                                /** @enum {boolean} */
                                readyToShip?: true;
                                /** @enum {boolean} */
                                oneOfAKind?: true;
                                price?: {
                                    minMinor?: number;
                                    maxMinor?: number;
                                };
                            }[];
                        } | null;
                        /** @description Of a collection by rule: the query of `GET /api/v1/designs` that lists it. */
                        query: {
                            /** @description Any of these. */
                            type?: ("ring" | "necklace" | "earrings" | "bracelet" | "bangle" | "pendant" | "chain" | "anklet" | "brooch" | "nose-pin" | "cufflinks" | "coin" | "set" | "stone")[];
                            /** @description Any of these. */
                            metal?: ("gold" | "platinum" | "silver" | "palladium")[];
                            /** @description Any of these. */
                            purity?: string[];
                            /** @description Any of these. */
                            colour?: ("yellow" | "white" | "rose" | "two-tone")[];
                            /** @description Any of these. */
                            stone?: string[];
                            /** @description Any of these. */
                            shape?: string[];
                            /** @description Any of these. */
                            clarity?: string[];
                            /** @description Any of these. */
                            carat?: ("0-0.3" | "0.3-0.5" | "0.5-1" | "1-1.5" | "1.5-2" | "2-3" | "3-")[];
                            /** @description Any of these. */
                            origin?: ("natural" | "lab-grown" | "treated")[];
                            /** @description Any of these. */
                            lab?: ("GIA" | "IGI" | "HRD" | "AGS" | "SGL" | "other")[];
                            /** @description Any of these. */
                            size?: string[];
                            category?: string;
                            /** @enum {boolean} */
                            readyToShip?: true;
                            /** @enum {boolean} */
                            oneOfAKind?: true;
                            minPriceMinor?: number;
                            maxPriceMinor?: number;
                        } | null;
                        /** @description What If-Match names when it is changed. */
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
    listMenus: {
        parameters: {
            query?: {
                /** @description The `next` of the page before. */
                after?: string;
                limit?: number;
            };
            header?: {
                "if-none-match"?: string;
            };
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
                            name: string;
                            title: string;
                            /** @description What If-Match names when it is changed. */
                            version: number;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description Default Response */
            304: {
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
    addMenu: {
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
                    title: string;
                    links: ({
                        category: string;
                        label?: string;
                    } | {
                        collection: string;
                        label?: string;
                    } | {
                        url: string;
                        label: string;
                    })[];
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
                        name: string;
                        title: string;
                        /** @description What If-Match names when it is changed. */
                        version: number;
                        links: {
                            /** @description What to show. */
                            label: string;
                            /** @description Null when it goes by the name of what it leads to. */
                            ownLabel: string | null;
                            category: string | null;
                            collection: string | null;
                            url: string | null;
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
    readMenu: {
        parameters: {
            query?: never;
            header?: {
                "if-none-match"?: string;
            };
            path: {
                name: string;
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
                        name: string;
                        title: string;
                        /** @description What If-Match names when it is changed. */
                        version: number;
                        links: {
                            /** @description What to show. */
                            label: string;
                            /** @description Null when it goes by the name of what it leads to. */
                            ownLabel: string | null;
                            category: string | null;
                            collection: string | null;
                            url: string | null;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            304: {
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
    replaceMenu: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that the change was made to, as the ETag said it. */
                "if-match"?: string;
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    title: string;
                    links: ({
                        category: string;
                        label?: string;
                    } | {
                        collection: string;
                        label?: string;
                    } | {
                        url: string;
                        label: string;
                    })[];
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
                        name: string;
                        title: string;
                        /** @description What If-Match names when it is changed. */
                        version: number;
                        links: {
                            /** @description What to show. */
                            label: string;
                            /** @description Null when it goes by the name of what it leads to. */
                            ownLabel: string | null;
                            category: string | null;
                            collection: string | null;
                            url: string | null;
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
    removeMenu: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that the change was made to, as the ETag said it. */
                "if-match"?: string;
            };
            path: {
                name: string;
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
