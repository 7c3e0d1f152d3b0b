// Generated from the service’s openapi.json by `npm run contracts`.
export interface paths {
    "/api/v1/operations/product/failed-jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listProductFailedJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operations/product/failed-jobs/{jobId}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["retryProductFailedJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/designs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listDesigns"];
        put?: never;
        post: operations["addDesign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/designs/suggestions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["suggest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/designs/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["readDesign"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["changeDesign"];
        trace?: never;
    };
    "/api/v1/designs/{slug}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/designs/{slug}/related": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listRelated"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/designs/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["importDesigns"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/variants/{variantId}/stock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["changeStock"];
        trace?: never;
    };
    "/api/v1/stock/recounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["recountStock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/variants/{variantId}/pieces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["addPiece"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pieces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listPieces"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pieces/{pieceId}/custody": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listCustody"];
        put?: never;
        post: operations["handOver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pieces/{pieceId}/photos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["setPiecePhotos"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pieces/{pieceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["readPiece"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["changePiece"];
        trace?: never;
    };
    "/api/v1/pieces/{pieceId}/take-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["takeOutPiece"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pieces/{pieceId}/put-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["putBackPiece"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/places": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listPlaces"];
        put?: never;
        post: operations["addPlace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/places/{placeId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["readPlace"];
        put?: never;
        post?: never;
        delete: operations["removePlace"];
        options?: never;
        head?: never;
        patch: operations["changePlace"];
        trace?: never;
    };
    "/api/v1/places/{placeId}/stock-takes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listStockTakes"];
        put?: never;
        post: operations["takeStock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stock-takes/{stockTakeId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["readStockTake"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stones": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listStones"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stones/{pieceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["readStone"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stones/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["importStones"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/media": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listMedia"];
        put?: never;
        post: operations["addMedium"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/media/{mediaId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["readMedium"];
        put?: never;
        post?: never;
        delete: operations["removeMedium"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/designs/{slug}/media": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["setDesignMedia"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/media/{hash}/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["readRendition"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalogue/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["exportCatalogue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalogue/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["startImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalogue/imports/{importId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["readImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/metal-rates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listRates"];
        put: operations["setFirstRates"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/metal-rates/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listOldRates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exchange-rates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listExchangeRates"];
        put: operations["setExchangeRate"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/price-lists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listPriceLists"];
        put?: never;
        post: operations["addPriceList"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/price-lists/{listId}/prices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["setListPrices"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/metal-rates/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listProposals"];
        put?: never;
        post: operations["proposeRate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/metal-rates/{rateId}/rollback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["proposeRollback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/metal-rates/proposals/{proposalId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["readProposal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/metal-rates/proposals/{proposalId}/impact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["previewProposal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/metal-rates/proposals/{proposalId}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["approveProposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/metal-rates/proposals/{proposalId}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["rejectProposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/metal-rates/feed-runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listFeedRuns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/metal-rates/repricings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listRepricings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/metal-rates/repricings/{repricingId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["readRepricing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sizes/{kind}/convert": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["convertSize"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sizes/{kind}/chart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["showSizeChart"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quotes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["signQuote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/internal/quotes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["quote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/internal/reservations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listReservations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/internal/reservations/{orderId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["reserve"];
        post?: never;
        delete: operations["releaseReservation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/internal/reservations/{orderId}/commit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["commitReservation"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/internal/returns/{returnId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["takeBack"];
        post?: never;
        delete?: never;
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
    listProductFailedJobs: {
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
    retryProductFailedJob: {
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
    listDesigns: {
        parameters: {
            query?: {
                /** @description What prices are told in; bounds of prices are of it too. What is not sold in it is left out. */
                currency?: string;
                /** @description These designs, in this order, on one page; other filters leave some of them out. */
                slug?: string[];
                category?: string;
                q?: string;
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
                /** @description In stock in any of these. */
                size?: string[];
                /** @description Only what is in stock. */
                readyToShip?: true;
                oneOfAKind?: true;
                /** @description Other than published: for staff with catalogue:write. */
                status?: "draft" | "published" | "archived";
                minPriceMinor?: number;
                maxPriceMinor?: number;
                /** @description Also counts what each further filter would find. */
                facets?: boolean;
                /** @description By relevance when there are words to look for, else by newest, unless told. */
                sort?: "relevance" | "newest" | "price" | "-price";
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
                            slug: string;
                            title: string;
                            imageUrl: string | null;
                            /** @enum {unknown} */
                            type: "ring" | "necklace" | "earrings" | "bracelet" | "bangle" | "pendant" | "chain" | "anklet" | "brooch" | "nose-pin" | "cufflinks" | "coin" | "set" | "stone";
                            metals: ("gold" | "platinum" | "silver" | "palladium")[];
                            fromMinor: number;
                            currency: string;
                            available: boolean;
                        }[];
                        next: string | null;
                        facets?: {
                            total: number;
                            /** @description False when more than 20,000 have the words of a phrase in quotes: it is looked for in the newest of them. */
                            exact: boolean;
                            metal: {
                                value: string;
                                count: number;
                            }[];
                            purity: {
                                value: string;
                                count: number;
                            }[];
                            colour: {
                                value: string;
                                count: number;
                            }[];
                            stone: {
                                value: string;
                                count: number;
                            }[];
                            shape: {
                                value: string;
                                count: number;
                            }[];
                            clarity: {
                                value: string;
                                count: number;
                            }[];
                            carat: {
                                value: string;
                                count: number;
                            }[];
                            origin: {
                                value: string;
                                count: number;
                            }[];
                            lab: {
                                value: string;
                                count: number;
                            }[];
                            type: {
                                value: string;
                                count: number;
                            }[];
                            size: {
                                value: string;
                                count: number;
                            }[];
                            price: {
                                fromMinor: number;
                                toMinor: number | null;
                                count: number;
                            }[];
                            readyToShip: number;
                            oneOfAKind: number;
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
    addDesign: {
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
                    title: string;
                    /** @enum {unknown} */
                    type: "ring" | "necklace" | "earrings" | "bracelet" | "bangle" | "pendant" | "chain" | "anklet" | "brooch" | "nose-pin" | "cufflinks" | "coin" | "set" | "stone";
                    attributes?: {
                        [key: string]: string | number | boolean;
                    };
                    /**
                     * @description Only what is published is listed and sold.
                     * @enum {unknown}
                     */
                    status?: "draft" | "published" | "archived";
                    description?: string;
                    /** @description Every category that lists it, parents included. */
                    categories: string[];
                    imageUrl?: string | null;
                    /** @enum {unknown} */
                    currency?: "INR";
                    variants: {
                        sku: string;
                        /** @enum {unknown} */
                        metal: "gold" | "platinum" | "silver" | "palladium";
                        /** @description Karat, or parts in 1,000. */
                        purity: string;
                        colour: ("yellow" | "white" | "rose" | "two-tone") | null;
                        size: string | null;
                        grossMg: number;
                        netMg: number;
                        /** @default [] */
                        stones?: {
                            kind: string;
                            shape: string;
                            caratMct: number;
                            count: number;
                            colour?: string;
                            clarity?: string;
                            /** @enum {unknown} */
                            origin?: "natural" | "lab-grown" | "treated";
                            minorPerCarat?: number;
                            minorEach?: number;
                            settingMinorEach?: number;
                        }[];
                        making: {
                            /** @enum {unknown} */
                            kind: "percent" | "per-gram" | "fixed" | "per-piece";
                            permille?: number;
                            minor?: number;
                            /** @enum {unknown} */
                            basis?: "net" | "net-and-wastage" | "gross";
                            minMinor?: number;
                        };
                        wastage?: {
                            /** @enum {unknown} */
                            kind: "percent" | "weight" | "fixed";
                            permille?: number;
                            mg?: number;
                            minor?: number;
                        };
                        fees?: {
                            name: string;
                            minor: number;
                        }[];
                        discounts?: {
                            /** @enum {unknown} */
                            component: "metal" | "wastage" | "making" | "stones" | "other";
                            permille: number;
                        }[];
                        articles?: number;
                        /** @description The price before tax, whatever the metal costs: nothing else then counts. */
                        fixedMinor?: number;
                        /**
                         * @description Counts when the variant is new; afterwards stock changes by itself.
                         * @default 0
                         */
                        onHand?: number;
                        /** @description It is made when it is not there, and then ready after so many days. */
                        leadTimeDays?: number;
                        /**
                         * @description Each unit is a piece of its own that the buyer chooses.
                         * @default false
                         */
                        oneOfAKind?: boolean;
                        /** @default [] */
                        pieces?: {
                            serial: string;
                            huid?: string;
                            /** @default [] */
                            certificates?: {
                                /** @enum {unknown} */
                                lab: "GIA" | "IGI" | "HRD" | "AGS" | "SGL" | "other";
                                number: string;
                                /** @enum {unknown} */
                                scheme?: "GIA_4C" | "GIA_LG_QA" | "IGI_4C" | "OTHER";
                                /** @enum {unknown} */
                                origin?: "NATURAL" | "LAB_GROWN" | "TREATED";
                            }[];
                        }[];
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
                        slug: string;
                        title: string;
                        /** @enum {unknown} */
                        type: "ring" | "necklace" | "earrings" | "bracelet" | "bangle" | "pendant" | "chain" | "anklet" | "brooch" | "nose-pin" | "cufflinks" | "coin" | "set" | "stone";
                        attributes: {
                            [key: string]: string | number | boolean;
                        };
                        description: string;
                        /** @description Every category that lists it, parents included. */
                        categories: string[];
                        imageUrl: string | null;
                        images?: {
                            /** Format: uuid */
                            mediaId: string;
                            /** @description What the picture shows, for who does not see it. */
                            alt: string;
                            width: number;
                            height: number;
                            /** @description Its renditions are at `{url}/{width}.{avif|webp|jpg}`. */
                            url: string;
                            /** @description Of the renditions, in pixels, the smallest first; none is upscaled. */
                            widths: number[];
                        }[];
                        engravingRoom: number | null;
                        /**
                         * @description Only what is published is listed and sold.
                         * @enum {unknown}
                         */
                        status: "draft" | "published" | "archived";
                        version: number;
                        variants: {
                            /** Format: uuid */
                            id: string;
                            sku: string;
                            /** @enum {unknown} */
                            metal: "gold" | "platinum" | "silver" | "palladium";
                            /** @description Karat, or parts in 1,000. */
                            purity: string;
                            colour: ("yellow" | "white" | "rose" | "two-tone") | null;
                            size: string | null;
                            grossMg: number;
                            netMg: number;
                            stones: {
                                kind: string;
                                shape: string;
                                caratMct: number;
                                count: number;
                                colour?: string;
                                clarity?: string;
                                /** @enum {unknown} */
                                origin?: "natural" | "lab-grown" | "treated";
                            }[];
                            price: {
                                totalMinor: number;
                                currency: string;
                                breakdown: {
                                    metalMinor: number;
                                    wastageMinor: number;
                                    makingMinor: number;
                                    stonesMinor: number;
                                    otherMinor: number;
                                    discountMinor: number;
                                    taxMinor: number;
                                };
                                /** @description Why, when another currency than the shop’s is asked for. */
                                priceReason?: unknown;
                            };
                            oneOfAKind: boolean;
                            leadTimeDays?: number;
                            /**
                             * Format: date
                             * @description When it is ready if it is made from today.
                             */
                            promisedOn?: string;
                            /** @description How many can be bought, counted up to 10. */
                            available: number;
                            /** @description At most 50 of those that can be bought. */
                            pieces: {
                                /** Format: uuid */
                                id: string;
                                serial: string;
                                huid?: string;
                                certificates: {
                                    /** @enum {unknown} */
                                    lab: "GIA" | "IGI" | "HRD" | "AGS" | "SGL" | "other";
                                    number: string;
                                    /** @enum {unknown} */
                                    scheme?: "GIA_4C" | "GIA_LG_QA" | "IGI_4C" | "OTHER";
                                    /** @enum {unknown} */
                                    origin?: "NATURAL" | "LAB_GROWN" | "TREATED";
                                }[];
                                photos?: {
                                    /** Format: uuid */
                                    mediaId: string;
                                    /** @description What the picture shows, for who does not see it. */
                                    alt: string;
                                    width: number;
                                    height: number;
                                    /** @description Its renditions are at `{url}/{width}.{avif|webp|jpg}`. */
                                    url: string;
                                    /** @description Of the renditions, in pixels, the smallest first; none is upscaled. */
                                    widths: number[];
                                }[];
                            }[];
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
    suggest: {
        parameters: {
            query: {
                q: string;
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
                        /** @description Words to look for, and designs, which have a slug. */
                        items: {
                            text: string;
                            slug: string | null;
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
    readDesign: {
        parameters: {
            query?: {
                /** @description What prices are told in; bounds of prices are of it too. What is not sold in it is left out. */
                currency?: string;
            };
            header?: never;
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
                        slug: string;
                        title: string;
                        /** @enum {unknown} */
                        type: "ring" | "necklace" | "earrings" | "bracelet" | "bangle" | "pendant" | "chain" | "anklet" | "brooch" | "nose-pin" | "cufflinks" | "coin" | "set" | "stone";
                        attributes: {
                            [key: string]: string | number | boolean;
                        };
                        description: string;
                        /** @description Every category that lists it, parents included. */
                        categories: string[];
                        imageUrl: string | null;
                        images?: {
                            /** Format: uuid */
                            mediaId: string;
                            /** @description What the picture shows, for who does not see it. */
                            alt: string;
                            width: number;
                            height: number;
                            /** @description Its renditions are at `{url}/{width}.{avif|webp|jpg}`. */
                            url: string;
                            /** @description Of the renditions, in pixels, the smallest first; none is upscaled. */
                            widths: number[];
                        }[];
                        engravingRoom: number | null;
                        /**
                         * @description Only what is published is listed and sold.
                         * @enum {unknown}
                         */
                        status: "draft" | "published" | "archived";
                        version: number;
                        variants: {
                            /** Format: uuid */
                            id: string;
                            sku: string;
                            /** @enum {unknown} */
                            metal: "gold" | "platinum" | "silver" | "palladium";
                            /** @description Karat, or parts in 1,000. */
                            purity: string;
                            colour: ("yellow" | "white" | "rose" | "two-tone") | null;
                            size: string | null;
                            grossMg: number;
                            netMg: number;
                            stones: {
                                kind: string;
                                shape: string;
                                caratMct: number;
                                count: number;
                                colour?: string;
                                clarity?: string;
                                /** @enum {unknown} */
                                origin?: "natural" | "lab-grown" | "treated";
                            }[];
                            price: {
                                totalMinor: number;
                                currency: string;
                                breakdown: {
                                    metalMinor: number;
                                    wastageMinor: number;
                                    makingMinor: number;
                                    stonesMinor: number;
                                    otherMinor: number;
                                    discountMinor: number;
                                    taxMinor: number;
                                };
                                /** @description Why, when another currency than the shop’s is asked for. */
                                priceReason?: unknown;
                            };
                            oneOfAKind: boolean;
                            leadTimeDays?: number;
                            /**
                             * Format: date
                             * @description When it is ready if it is made from today.
                             */
                            promisedOn?: string;
                            /** @description How many can be bought, counted up to 10. */
                            available: number;
                            /** @description At most 50 of those that can be bought. */
                            pieces: {
                                /** Format: uuid */
                                id: string;
                                serial: string;
                                huid?: string;
                                certificates: {
                                    /** @enum {unknown} */
                                    lab: "GIA" | "IGI" | "HRD" | "AGS" | "SGL" | "other";
                                    number: string;
                                    /** @enum {unknown} */
                                    scheme?: "GIA_4C" | "GIA_LG_QA" | "IGI_4C" | "OTHER";
                                    /** @enum {unknown} */
                                    origin?: "NATURAL" | "LAB_GROWN" | "TREATED";
                                }[];
                                photos?: {
                                    /** Format: uuid */
                                    mediaId: string;
                                    /** @description What the picture shows, for who does not see it. */
                                    alt: string;
                                    width: number;
                                    height: number;
                                    /** @description Its renditions are at `{url}/{width}.{avif|webp|jpg}`. */
                                    url: string;
                                    /** @description Of the renditions, in pixels, the smallest first; none is upscaled. */
                                    widths: number[];
                                }[];
                            }[];
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
    changeDesign: {
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
                    title?: string;
                    description?: string;
                    /** @description Every category that lists it, parents included. */
                    categories?: string[];
                    attributes?: {
                        [key: string]: string | number | boolean;
                    };
                    imageUrl?: string | null;
                    /**
                     * @description Only what is published is listed and sold.
                     * @enum {unknown}
                     */
                    status?: "draft" | "published" | "archived";
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
                        slug: string;
                        title: string;
                        /** @enum {unknown} */
                        type: "ring" | "necklace" | "earrings" | "bracelet" | "bangle" | "pendant" | "chain" | "anklet" | "brooch" | "nose-pin" | "cufflinks" | "coin" | "set" | "stone";
                        attributes: {
                            [key: string]: string | number | boolean;
                        };
                        description: string;
                        /** @description Every category that lists it, parents included. */
                        categories: string[];
                        imageUrl: string | null;
                        images?: {
                            /** Format: uuid */
                            mediaId: string;
                            /** @description What the picture shows, for who does not see it. */
                            alt: string;
                            width: number;
                            height: number;
                            /** @description Its renditions are at `{url}/{width}.{avif|webp|jpg}`. */
                            url: string;
                            /** @description Of the renditions, in pixels, the smallest first; none is upscaled. */
                            widths: number[];
                        }[];
                        engravingRoom: number | null;
                        /**
                         * @description Only what is published is listed and sold.
                         * @enum {unknown}
                         */
                        status: "draft" | "published" | "archived";
                        version: number;
                        variants: {
                            /** Format: uuid */
                            id: string;
                            sku: string;
                            /** @enum {unknown} */
                            metal: "gold" | "platinum" | "silver" | "palladium";
                            /** @description Karat, or parts in 1,000. */
                            purity: string;
                            colour: ("yellow" | "white" | "rose" | "two-tone") | null;
                            size: string | null;
                            grossMg: number;
                            netMg: number;
                            stones: {
                                kind: string;
                                shape: string;
                                caratMct: number;
                                count: number;
                                colour?: string;
                                clarity?: string;
                                /** @enum {unknown} */
                                origin?: "natural" | "lab-grown" | "treated";
                            }[];
                            price: {
                                totalMinor: number;
                                currency: string;
                                breakdown: {
                                    metalMinor: number;
                                    wastageMinor: number;
                                    makingMinor: number;
                                    stonesMinor: number;
                                    otherMinor: number;
                                    discountMinor: number;
                                    taxMinor: number;
                                };
                                /** @description Why, when another currency than the shop’s is asked for. */
                                priceReason?: unknown;
                            };
                            oneOfAKind: boolean;
                            leadTimeDays?: number;
                            /**
                             * Format: date
                             * @description When it is ready if it is made from today.
                             */
                            promisedOn?: string;
                            /** @description How many can be bought, counted up to 10. */
                            available: number;
                            /** @description At most 50 of those that can be bought. */
                            pieces: {
                                /** Format: uuid */
                                id: string;
                                serial: string;
                                huid?: string;
                                certificates: {
                                    /** @enum {unknown} */
                                    lab: "GIA" | "IGI" | "HRD" | "AGS" | "SGL" | "other";
                                    number: string;
                                    /** @enum {unknown} */
                                    scheme?: "GIA_4C" | "GIA_LG_QA" | "IGI_4C" | "OTHER";
                                    /** @enum {unknown} */
                                    origin?: "NATURAL" | "LAB_GROWN" | "TREATED";
                                }[];
                                photos?: {
                                    /** Format: uuid */
                                    mediaId: string;
                                    /** @description What the picture shows, for who does not see it. */
                                    alt: string;
                                    width: number;
                                    height: number;
                                    /** @description Its renditions are at `{url}/{width}.{avif|webp|jpg}`. */
                                    url: string;
                                    /** @description Of the renditions, in pixels, the smallest first; none is upscaled. */
                                    widths: number[];
                                }[];
                            }[];
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
    listChanges: {
        parameters: {
            query?: {
                /** @description The `next` of the page before. */
                after?: string;
                limit?: number;
            };
            header?: never;
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
                        items: {
                            id: number;
                            version: number;
                            /** @enum {unknown} */
                            kind: "added" | "imported" | "changed";
                            changes: {
                                [key: string]: {
                                    from: unknown;
                                    to: unknown;
                                };
                            };
                            /** Format: uuid */
                            madeBy: string;
                            /** Format: date-time */
                            at: string;
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
    listRelated: {
        parameters: {
            query?: never;
            header?: never;
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
                        items: {
                            slug: string;
                            title: string;
                            imageUrl: string | null;
                            /** @enum {unknown} */
                            type: "ring" | "necklace" | "earrings" | "bracelet" | "bangle" | "pendant" | "chain" | "anklet" | "brooch" | "nose-pin" | "cufflinks" | "coin" | "set" | "stone";
                            metals: ("gold" | "platinum" | "silver" | "palladium")[];
                            fromMinor: number;
                            currency: string;
                            available: boolean;
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
    importDesigns: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    designs: {
                        slug: string;
                        title: string;
                        /** @enum {unknown} */
                        type: "ring" | "necklace" | "earrings" | "bracelet" | "bangle" | "pendant" | "chain" | "anklet" | "brooch" | "nose-pin" | "cufflinks" | "coin" | "set" | "stone";
                        attributes?: {
                            [key: string]: string | number | boolean;
                        };
                        /**
                         * @description Only what is published is listed and sold.
                         * @enum {unknown}
                         */
                        status?: "draft" | "published" | "archived";
                        description?: string;
                        /** @description Every category that lists it, parents included. */
                        categories: string[];
                        imageUrl?: string | null;
                        /** @enum {unknown} */
                        currency?: "INR";
                        variants: {
                            sku: string;
                            /** @enum {unknown} */
                            metal: "gold" | "platinum" | "silver" | "palladium";
                            /** @description Karat, or parts in 1,000. */
                            purity: string;
                            colour: ("yellow" | "white" | "rose" | "two-tone") | null;
                            size: string | null;
                            grossMg: number;
                            netMg: number;
                            /** @default [] */
                            stones?: {
                                kind: string;
                                shape: string;
                                caratMct: number;
                                count: number;
                                colour?: string;
                                clarity?: string;
                                /** @enum {unknown} */
                                origin?: "natural" | "lab-grown" | "treated";
                                minorPerCarat?: number;
                                minorEach?: number;
                                settingMinorEach?: number;
                            }[];
                            making: {
                                /** @enum {unknown} */
                                kind: "percent" | "per-gram" | "fixed" | "per-piece";
                                permille?: number;
                                minor?: number;
                                /** @enum {unknown} */
                                basis?: "net" | "net-and-wastage" | "gross";
                                minMinor?: number;
                            };
                            wastage?: {
                                /** @enum {unknown} */
                                kind: "percent" | "weight" | "fixed";
                                permille?: number;
                                mg?: number;
                                minor?: number;
                            };
                            fees?: {
                                name: string;
                                minor: number;
                            }[];
                            discounts?: {
                                /** @enum {unknown} */
                                component: "metal" | "wastage" | "making" | "stones" | "other";
                                permille: number;
                            }[];
                            articles?: number;
                            /** @description The price before tax, whatever the metal costs: nothing else then counts. */
                            fixedMinor?: number;
                            /**
                             * @description Counts when the variant is new; afterwards stock changes by itself.
                             * @default 0
                             */
                            onHand?: number;
                            /** @description It is made when it is not there, and then ready after so many days. */
                            leadTimeDays?: number;
                            /**
                             * @description Each unit is a piece of its own that the buyer chooses.
                             * @default false
                             */
                            oneOfAKind?: boolean;
                            /** @default [] */
                            pieces?: {
                                serial: string;
                                huid?: string;
                                /** @default [] */
                                certificates?: {
                                    /** @enum {unknown} */
                                    lab: "GIA" | "IGI" | "HRD" | "AGS" | "SGL" | "other";
                                    number: string;
                                    /** @enum {unknown} */
                                    scheme?: "GIA_4C" | "GIA_LG_QA" | "IGI_4C" | "OTHER";
                                    /** @enum {unknown} */
                                    origin?: "NATURAL" | "LAB_GROWN" | "TREATED";
                                }[];
                            }[];
                        }[];
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
    changeStock: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                variantId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    delta: number;
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
                        variantId: string;
                        onHand: number;
                        reserved: number;
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
    recountStock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Also sets the counters to what the ledger says.
                     * @default false
                     */
                    mend?: boolean;
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
                        /** @description How many were recounted. */
                        variants: number;
                        /** @description Whose counters were not the sums of their movements, at most 1,000. */
                        drifted: {
                            /** Format: uuid */
                            variantId: string;
                            sku: string;
                            onHand: number;
                            reserved: number;
                            ledgerOnHand: number;
                            ledgerReserved: number;
                            mended: boolean;
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
    addPiece: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                variantId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    serial: string;
                    huid?: string;
                    /** @default [] */
                    certificates?: {
                        /** @enum {unknown} */
                        lab: "GIA" | "IGI" | "HRD" | "AGS" | "SGL" | "other";
                        number: string;
                        /** @enum {unknown} */
                        scheme?: "GIA_4C" | "GIA_LG_QA" | "IGI_4C" | "OTHER";
                        /** @enum {unknown} */
                        origin?: "NATURAL" | "LAB_GROWN" | "TREATED";
                    }[];
                    /** @description Milligrams. */
                    grossMg?: number;
                    /** @description Milligrams. */
                    netMg?: number;
                    /** Format: uuid */
                    placeId?: string;
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
                        variantId: string;
                        sku: string;
                        serial: string;
                        huid: string | null;
                        certificates: {
                            /** @enum {unknown} */
                            lab: "GIA" | "IGI" | "HRD" | "AGS" | "SGL" | "other";
                            number: string;
                            /** @enum {unknown} */
                            scheme?: "GIA_4C" | "GIA_LG_QA" | "IGI_4C" | "OTHER";
                            /** @enum {unknown} */
                            origin?: "NATURAL" | "LAB_GROWN" | "TREATED";
                        }[];
                        /** @description Milligrams. */
                        grossMg: number;
                        /** @description Milligrams. */
                        netMg: number;
                        place: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            /**
                             * @description `memo` is with a customer or a dealer, on approval.
                             * @enum {unknown}
                             */
                            kind: "shop" | "safe" | "workshop" | "memo" | "laboratory" | "transit" | "other";
                        } | null;
                        holder: string | null;
                        photos: {
                            /** Format: uuid */
                            mediaId: string;
                            /** @description What the picture shows, for who does not see it. */
                            alt: string;
                            width: number;
                            height: number;
                            /** @description Its renditions are at `{url}/{width}.{avif|webp|jpg}`. */
                            url: string;
                            /** @description Of the renditions, in pixels, the smallest first; none is upscaled. */
                            widths: number[];
                        }[];
                        /** @enum {unknown} */
                        status: "in-stock" | "reserved" | "sold" | "withdrawn";
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
    listPieces: {
        parameters: {
            query?: {
                status?: "in-stock" | "reserved" | "sold" | "withdrawn";
                place?: string;
                serial?: string;
                huid?: string;
                variant?: string;
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
                            /** Format: uuid */
                            variantId: string;
                            sku: string;
                            serial: string;
                            huid: string | null;
                            certificates: {
                                /** @enum {unknown} */
                                lab: "GIA" | "IGI" | "HRD" | "AGS" | "SGL" | "other";
                                number: string;
                                /** @enum {unknown} */
                                scheme?: "GIA_4C" | "GIA_LG_QA" | "IGI_4C" | "OTHER";
                                /** @enum {unknown} */
                                origin?: "NATURAL" | "LAB_GROWN" | "TREATED";
                            }[];
                            /** @description Milligrams. */
                            grossMg: number;
                            /** @description Milligrams. */
                            netMg: number;
                            place: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                /**
                                 * @description `memo` is with a customer or a dealer, on approval.
                                 * @enum {unknown}
                                 */
                                kind: "shop" | "safe" | "workshop" | "memo" | "laboratory" | "transit" | "other";
                            } | null;
                            holder: string | null;
                            photos: {
                                /** Format: uuid */
                                mediaId: string;
                                /** @description What the picture shows, for who does not see it. */
                                alt: string;
                                width: number;
                                height: number;
                                /** @description Its renditions are at `{url}/{width}.{avif|webp|jpg}`. */
                                url: string;
                                /** @description Of the renditions, in pixels, the smallest first; none is upscaled. */
                                widths: number[];
                            }[];
                            /** @enum {unknown} */
                            status: "in-stock" | "reserved" | "sold" | "withdrawn";
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
    listCustody: {
        parameters: {
            query?: {
                /** @description The `next` of the page before. */
                after?: string;
                limit?: number;
            };
            header?: never;
            path: {
                pieceId: string;
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
                            id: number;
                            place: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                /**
                                 * @description `memo` is with a customer or a dealer, on approval.
                                 * @enum {unknown}
                                 */
                                kind: "shop" | "safe" | "workshop" | "memo" | "laboratory" | "transit" | "other";
                            } | null;
                            holder: string | null;
                            reason: string;
                            /** Format: uuid */
                            madeBy: string;
                            /** Format: date-time */
                            at: string;
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
    handOver: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                pieceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    placeId: string | null;
                    holder?: string | null;
                    reason: string;
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
                        variantId: string;
                        sku: string;
                        serial: string;
                        huid: string | null;
                        certificates: {
                            /** @enum {unknown} */
                            lab: "GIA" | "IGI" | "HRD" | "AGS" | "SGL" | "other";
                            number: string;
                            /** @enum {unknown} */
                            scheme?: "GIA_4C" | "GIA_LG_QA" | "IGI_4C" | "OTHER";
                            /** @enum {unknown} */
                            origin?: "NATURAL" | "LAB_GROWN" | "TREATED";
                        }[];
                        /** @description Milligrams. */
                        grossMg: number;
                        /** @description Milligrams. */
                        netMg: number;
                        place: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            /**
                             * @description `memo` is with a customer or a dealer, on approval.
                             * @enum {unknown}
                             */
                            kind: "shop" | "safe" | "workshop" | "memo" | "laboratory" | "transit" | "other";
                        } | null;
                        holder: string | null;
                        photos: {
                            /** Format: uuid */
                            mediaId: string;
                            /** @description What the picture shows, for who does not see it. */
                            alt: string;
                            width: number;
                            height: number;
                            /** @description Its renditions are at `{url}/{width}.{avif|webp|jpg}`. */
                            url: string;
                            /** @description Of the renditions, in pixels, the smallest first; none is upscaled. */
                            widths: number[];
                        }[];
                        /** @enum {unknown} */
                        status: "in-stock" | "reserved" | "sold" | "withdrawn";
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
    setPiecePhotos: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that the change was made to, as the ETag said it. */
                "if-match"?: string;
            };
            path: {
                pieceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description In the order to show them in. */
                    items: {
                        /** Format: uuid */
                        mediaId: string;
                        /** @description What the picture shows, for who does not see it. */
                        alt: string;
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
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        variantId: string;
                        sku: string;
                        serial: string;
                        huid: string | null;
                        certificates: {
                            /** @enum {unknown} */
                            lab: "GIA" | "IGI" | "HRD" | "AGS" | "SGL" | "other";
                            number: string;
                            /** @enum {unknown} */
                            scheme?: "GIA_4C" | "GIA_LG_QA" | "IGI_4C" | "OTHER";
                            /** @enum {unknown} */
                            origin?: "NATURAL" | "LAB_GROWN" | "TREATED";
                        }[];
                        /** @description Milligrams. */
                        grossMg: number;
                        /** @description Milligrams. */
                        netMg: number;
                        place: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            /**
                             * @description `memo` is with a customer or a dealer, on approval.
                             * @enum {unknown}
                             */
                            kind: "shop" | "safe" | "workshop" | "memo" | "laboratory" | "transit" | "other";
                        } | null;
                        holder: string | null;
                        photos: {
                            /** Format: uuid */
                            mediaId: string;
                            /** @description What the picture shows, for who does not see it. */
                            alt: string;
                            width: number;
                            height: number;
                            /** @description Its renditions are at `{url}/{width}.{avif|webp|jpg}`. */
                            url: string;
                            /** @description Of the renditions, in pixels, the smallest first; none is upscaled. */
                            widths: number[];
                        }[];
                        /** @enum {unknown} */
                        status: "in-stock" | "reserved" | "sold" | "withdrawn";
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
    readPiece: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                pieceId: string;
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
                        /** Format: uuid */
                        variantId: string;
                        sku: string;
                        serial: string;
                        huid: string | null;
                        certificates: {
                            /** @enum {unknown} */
                            lab: "GIA" | "IGI" | "HRD" | "AGS" | "SGL" | "other";
                            number: string;
                            /** @enum {unknown} */
                            scheme?: "GIA_4C" | "GIA_LG_QA" | "IGI_4C" | "OTHER";
                            /** @enum {unknown} */
                            origin?: "NATURAL" | "LAB_GROWN" | "TREATED";
                        }[];
                        /** @description Milligrams. */
                        grossMg: number;
                        /** @description Milligrams. */
                        netMg: number;
                        place: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            /**
                             * @description `memo` is with a customer or a dealer, on approval.
                             * @enum {unknown}
                             */
                            kind: "shop" | "safe" | "workshop" | "memo" | "laboratory" | "transit" | "other";
                        } | null;
                        holder: string | null;
                        photos: {
                            /** Format: uuid */
                            mediaId: string;
                            /** @description What the picture shows, for who does not see it. */
                            alt: string;
                            width: number;
                            height: number;
                            /** @description Its renditions are at `{url}/{width}.{avif|webp|jpg}`. */
                            url: string;
                            /** @description Of the renditions, in pixels, the smallest first; none is upscaled. */
                            widths: number[];
                        }[];
                        /** @enum {unknown} */
                        status: "in-stock" | "reserved" | "sold" | "withdrawn";
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
    changePiece: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that the change was made to, as the ETag said it. */
                "if-match"?: string;
            };
            path: {
                pieceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    huid?: string | null;
                    certificates?: {
                        /** @enum {unknown} */
                        lab: "GIA" | "IGI" | "HRD" | "AGS" | "SGL" | "other";
                        number: string;
                        /** @enum {unknown} */
                        scheme?: "GIA_4C" | "GIA_LG_QA" | "IGI_4C" | "OTHER";
                        /** @enum {unknown} */
                        origin?: "NATURAL" | "LAB_GROWN" | "TREATED";
                    }[];
                    /** @description Milligrams. */
                    grossMg?: number;
                    /** @description Milligrams. */
                    netMg?: number;
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
                        variantId: string;
                        sku: string;
                        serial: string;
                        huid: string | null;
                        certificates: {
                            /** @enum {unknown} */
                            lab: "GIA" | "IGI" | "HRD" | "AGS" | "SGL" | "other";
                            number: string;
                            /** @enum {unknown} */
                            scheme?: "GIA_4C" | "GIA_LG_QA" | "IGI_4C" | "OTHER";
                            /** @enum {unknown} */
                            origin?: "NATURAL" | "LAB_GROWN" | "TREATED";
                        }[];
                        /** @description Milligrams. */
                        grossMg: number;
                        /** @description Milligrams. */
                        netMg: number;
                        place: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            /**
                             * @description `memo` is with a customer or a dealer, on approval.
                             * @enum {unknown}
                             */
                            kind: "shop" | "safe" | "workshop" | "memo" | "laboratory" | "transit" | "other";
                        } | null;
                        holder: string | null;
                        photos: {
                            /** Format: uuid */
                            mediaId: string;
                            /** @description What the picture shows, for who does not see it. */
                            alt: string;
                            width: number;
                            height: number;
                            /** @description Its renditions are at `{url}/{width}.{avif|webp|jpg}`. */
                            url: string;
                            /** @description Of the renditions, in pixels, the smallest first; none is upscaled. */
                            widths: number[];
                        }[];
                        /** @enum {unknown} */
                        status: "in-stock" | "reserved" | "sold" | "withdrawn";
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
    takeOutPiece: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                pieceId: string;
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
                        /** Format: uuid */
                        variantId: string;
                        sku: string;
                        serial: string;
                        huid: string | null;
                        certificates: {
                            /** @enum {unknown} */
                            lab: "GIA" | "IGI" | "HRD" | "AGS" | "SGL" | "other";
                            number: string;
                            /** @enum {unknown} */
                            scheme?: "GIA_4C" | "GIA_LG_QA" | "IGI_4C" | "OTHER";
                            /** @enum {unknown} */
                            origin?: "NATURAL" | "LAB_GROWN" | "TREATED";
                        }[];
                        /** @description Milligrams. */
                        grossMg: number;
                        /** @description Milligrams. */
                        netMg: number;
                        place: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            /**
                             * @description `memo` is with a customer or a dealer, on approval.
                             * @enum {unknown}
                             */
                            kind: "shop" | "safe" | "workshop" | "memo" | "laboratory" | "transit" | "other";
                        } | null;
                        holder: string | null;
                        photos: {
                            /** Format: uuid */
                            mediaId: string;
                            /** @description What the picture shows, for who does not see it. */
                            alt: string;
                            width: number;
                            height: number;
                            /** @description Its renditions are at `{url}/{width}.{avif|webp|jpg}`. */
                            url: string;
                            /** @description Of the renditions, in pixels, the smallest first; none is upscaled. */
                            widths: number[];
                        }[];
                        /** @enum {unknown} */
                        status: "in-stock" | "reserved" | "sold" | "withdrawn";
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
    putBackPiece: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                pieceId: string;
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
                        /** Format: uuid */
                        variantId: string;
                        sku: string;
                        serial: string;
                        huid: string | null;
                        certificates: {
                            /** @enum {unknown} */
                            lab: "GIA" | "IGI" | "HRD" | "AGS" | "SGL" | "other";
                            number: string;
                            /** @enum {unknown} */
                            scheme?: "GIA_4C" | "GIA_LG_QA" | "IGI_4C" | "OTHER";
                            /** @enum {unknown} */
                            origin?: "NATURAL" | "LAB_GROWN" | "TREATED";
                        }[];
                        /** @description Milligrams. */
                        grossMg: number;
                        /** @description Milligrams. */
                        netMg: number;
                        place: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            /**
                             * @description `memo` is with a customer or a dealer, on approval.
                             * @enum {unknown}
                             */
                            kind: "shop" | "safe" | "workshop" | "memo" | "laboratory" | "transit" | "other";
                        } | null;
                        holder: string | null;
                        photos: {
                            /** Format: uuid */
                            mediaId: string;
                            /** @description What the picture shows, for who does not see it. */
                            alt: string;
                            width: number;
                            height: number;
                            /** @description Its renditions are at `{url}/{width}.{avif|webp|jpg}`. */
                            url: string;
                            /** @description Of the renditions, in pixels, the smallest first; none is upscaled. */
                            widths: number[];
                        }[];
                        /** @enum {unknown} */
                        status: "in-stock" | "reserved" | "sold" | "withdrawn";
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
    listPlaces: {
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
                            /** Format: uuid */
                            id: string;
                            name: string;
                            /**
                             * @description `memo` is with a customer or a dealer, on approval.
                             * @enum {unknown}
                             */
                            kind: "shop" | "safe" | "workshop" | "memo" | "laboratory" | "transit" | "other";
                            note: string;
                            pieces: number;
                            /** @description Milligrams. */
                            grossMg: number;
                            /** @description Milligrams. */
                            netMg: number;
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
    addPlace: {
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
                    /**
                     * @description `memo` is with a customer or a dealer, on approval.
                     * @enum {unknown}
                     */
                    kind: "shop" | "safe" | "workshop" | "memo" | "laboratory" | "transit" | "other";
                    note?: string;
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
                        /**
                         * @description `memo` is with a customer or a dealer, on approval.
                         * @enum {unknown}
                         */
                        kind: "shop" | "safe" | "workshop" | "memo" | "laboratory" | "transit" | "other";
                        note: string;
                        pieces: number;
                        /** @description Milligrams. */
                        grossMg: number;
                        /** @description Milligrams. */
                        netMg: number;
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
    readPlace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                placeId: string;
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
                        /**
                         * @description `memo` is with a customer or a dealer, on approval.
                         * @enum {unknown}
                         */
                        kind: "shop" | "safe" | "workshop" | "memo" | "laboratory" | "transit" | "other";
                        note: string;
                        pieces: number;
                        /** @description Milligrams. */
                        grossMg: number;
                        /** @description Milligrams. */
                        netMg: number;
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
    removePlace: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that the change was made to, as the ETag said it. */
                "if-match"?: string;
            };
            path: {
                placeId: string;
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
    changePlace: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that the change was made to, as the ETag said it. */
                "if-match"?: string;
            };
            path: {
                placeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    /**
                     * @description `memo` is with a customer or a dealer, on approval.
                     * @enum {unknown}
                     */
                    kind?: "shop" | "safe" | "workshop" | "memo" | "laboratory" | "transit" | "other";
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
                        name: string;
                        /**
                         * @description `memo` is with a customer or a dealer, on approval.
                         * @enum {unknown}
                         */
                        kind: "shop" | "safe" | "workshop" | "memo" | "laboratory" | "transit" | "other";
                        note: string;
                        pieces: number;
                        /** @description Milligrams. */
                        grossMg: number;
                        /** @description Milligrams. */
                        netMg: number;
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
    listStockTakes: {
        parameters: {
            query?: {
                /** @description The `next` of the page before. */
                after?: string;
                limit?: number;
            };
            header?: never;
            path: {
                placeId: string;
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
                            expected: number;
                            ok: number;
                            missing: number;
                            unexpected: number;
                            weightDiffers: number;
                            /** Format: uuid */
                            madeBy: string;
                            /** Format: date-time */
                            at: string;
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
    takeStock: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                placeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    scanned: {
                        serial: string;
                        /** @description Milligrams. */
                        grossMg?: number;
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
                        placeId: string;
                        expected: {
                            count: number;
                            /** @description Milligrams. */
                            grossMg: number;
                            /** @description Milligrams. */
                            netMg: number;
                        };
                        found: {
                            count: number;
                            /** @description Milligrams. */
                            grossMg: number;
                        };
                        ok: number;
                        missing: {
                            /** Format: uuid */
                            pieceId: string;
                            serial: string;
                            sku: string;
                            /** @description Milligrams. */
                            grossMg: number;
                        }[];
                        unexpected: {
                            serial: string;
                            /** @enum {unknown} */
                            reason: "not-known" | "elsewhere" | "sold" | "scanned-twice";
                            place: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                /**
                                 * @description `memo` is with a customer or a dealer, on approval.
                                 * @enum {unknown}
                                 */
                                kind: "shop" | "safe" | "workshop" | "memo" | "laboratory" | "transit" | "other";
                            } | null;
                        }[];
                        weightDiffers: {
                            serial: string;
                            /** @description Milligrams. */
                            grossMg: number;
                            /** @description Milligrams. */
                            scannedMg: number;
                        }[];
                        /** Format: uuid */
                        madeBy: string;
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
    readStockTake: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                stockTakeId: string;
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
                        /** Format: uuid */
                        placeId: string;
                        expected: {
                            count: number;
                            /** @description Milligrams. */
                            grossMg: number;
                            /** @description Milligrams. */
                            netMg: number;
                        };
                        found: {
                            count: number;
                            /** @description Milligrams. */
                            grossMg: number;
                        };
                        ok: number;
                        missing: {
                            /** Format: uuid */
                            pieceId: string;
                            serial: string;
                            sku: string;
                            /** @description Milligrams. */
                            grossMg: number;
                        }[];
                        unexpected: {
                            serial: string;
                            /** @enum {unknown} */
                            reason: "not-known" | "elsewhere" | "sold" | "scanned-twice";
                            place: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                /**
                                 * @description `memo` is with a customer or a dealer, on approval.
                                 * @enum {unknown}
                                 */
                                kind: "shop" | "safe" | "workshop" | "memo" | "laboratory" | "transit" | "other";
                            } | null;
                        }[];
                        weightDiffers: {
                            serial: string;
                            /** @description Milligrams. */
                            grossMg: number;
                            /** @description Milligrams. */
                            scannedMg: number;
                        }[];
                        /** Format: uuid */
                        madeBy: string;
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
    listStones: {
        parameters: {
            query?: {
                shape?: "round"[];
                colour?: ("D" | "E" | "F" | "G" | "H" | "I" | "J" | "K" | "L" | "M" | "N" | "O" | "P" | "Q" | "R" | "S" | "T" | "U" | "V" | "W" | "X" | "Y" | "Z")[];
                clarity?: ("FL" | "IF" | "VVS1" | "VVS2" | "VS1" | "VS2" | "SI1" | "SI2" | "I1" | "I2" | "I3")[];
                cut?: ("Ideal" | "Excellent" | "Premium" | "Very Good" | "Good" | "Fair" | "Poor")[];
                minCaratMct?: number;
                maxCaratMct?: number;
                minPriceMinor?: number;
                maxPriceMinor?: number;
                /** @description Also counts what each further filter would find. */
                facets?: boolean;
                sort?: "price" | "-price" | "carat" | "-carat";
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
                            pieceId: string;
                            /** Format: uuid */
                            variantId: string;
                            shape: string;
                            caratMct: number;
                            cut: string;
                            colour: string;
                            clarity: string;
                            depth: number;
                            table: number;
                            lengthUm: number;
                            widthUm: number;
                            heightUm: number;
                            priceMinor: number;
                            currency: string;
                            available: boolean;
                        }[];
                        next: string | null;
                        facets?: {
                            total: number;
                            shape: {
                                value: string;
                                count: number;
                            }[];
                            cut: {
                                value: string;
                                count: number;
                            }[];
                            colour: {
                                value: string;
                                count: number;
                            }[];
                            clarity: {
                                value: string;
                                count: number;
                            }[];
                            carat: {
                                /** @enum {unknown} */
                                value: "0-0.3" | "0.3-0.5" | "0.5-1" | "1-1.5" | "1.5-2" | "2-3" | "3-";
                                count: number;
                            }[];
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
    readStone: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                pieceId: string;
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
                        pieceId: string;
                        /** Format: uuid */
                        variantId: string;
                        shape: string;
                        caratMct: number;
                        cut: string;
                        colour: string;
                        clarity: string;
                        depth: number;
                        table: number;
                        lengthUm: number;
                        widthUm: number;
                        heightUm: number;
                        priceMinor: number;
                        currency: string;
                        available: boolean;
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
    importStones: {
        parameters: {
            query?: {
                /** @description What the stones are sold in. */
                currency?: string;
                /** @description Minor units of that currency for one unit of the prices in the file: 100 leaves dollars dollars. */
                fxMinorPerUnit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description CSV with the columns carat, cut, color, clarity, depth, table, price, x, y, z. */
        requestBody: {
            content: {
                "text/csv": unknown;
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
                        alreadyThere: number;
                        rejectedCount: number;
                        /** @description The first 1,000. */
                        rejected: {
                            line: number;
                            reason: string;
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
    listMedia: {
        parameters: {
            query?: {
                status?: "processing" | "ready" | "failed";
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
                            /** @enum {unknown} */
                            status: "processing" | "ready" | "failed";
                            failure: string | null;
                            /**
                             * @description Of what was sent, told by its bytes.
                             * @enum {unknown}
                             */
                            format: "jpeg" | "png" | "webp" | "avif";
                            bytes: number;
                            width: number;
                            height: number;
                            /** @description Its renditions are at `{url}/{width}.{avif|webp|jpg}`. */
                            url: string;
                            /** @description Of the renditions, in pixels, the smallest first; none is upscaled. */
                            widths: number[];
                            /** @description It is kept also when no design or piece shows it. */
                            kept: boolean;
                            /** Format: uuid */
                            uploadedBy: string;
                            /** Format: date-time */
                            uploadedAt: string;
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
    addMedium: {
        parameters: {
            query?: {
                /** @description For pictures of other things, as of categories: never forgotten. Others are, unused for 30 days. */
                keep?: boolean;
            };
            header: {
                "idempotency-key": string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description The picture as it is: JPEG, PNG, WebP or AVIF, at most 20 MB. */
        requestBody: {
            content: {
                "image/jpeg": unknown;
                "image/png": unknown;
                "image/webp": unknown;
                "image/avif": unknown;
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
                        status: "processing" | "ready" | "failed";
                        failure: string | null;
                        /**
                         * @description Of what was sent, told by its bytes.
                         * @enum {unknown}
                         */
                        format: "jpeg" | "png" | "webp" | "avif";
                        bytes: number;
                        width: number;
                        height: number;
                        /** @description Its renditions are at `{url}/{width}.{avif|webp|jpg}`. */
                        url: string;
                        /** @description Of the renditions, in pixels, the smallest first; none is upscaled. */
                        widths: number[];
                        /** @description It is kept also when no design or piece shows it. */
                        kept: boolean;
                        /** Format: uuid */
                        uploadedBy: string;
                        /** Format: date-time */
                        uploadedAt: string;
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
    readMedium: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                mediaId: string;
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
                        status: "processing" | "ready" | "failed";
                        failure: string | null;
                        /**
                         * @description Of what was sent, told by its bytes.
                         * @enum {unknown}
                         */
                        format: "jpeg" | "png" | "webp" | "avif";
                        bytes: number;
                        width: number;
                        height: number;
                        /** @description Its renditions are at `{url}/{width}.{avif|webp|jpg}`. */
                        url: string;
                        /** @description Of the renditions, in pixels, the smallest first; none is upscaled. */
                        widths: number[];
                        /** @description It is kept also when no design or piece shows it. */
                        kept: boolean;
                        /** Format: uuid */
                        uploadedBy: string;
                        /** Format: date-time */
                        uploadedAt: string;
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
    removeMedium: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                mediaId: string;
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
    setDesignMedia: {
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
                    items: {
                        /** Format: uuid */
                        mediaId: string;
                        /** @description What the picture shows, for who does not see it. */
                        alt: string;
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
                        items: {
                            /** Format: uuid */
                            mediaId: string;
                            /** @description What the picture shows, for who does not see it. */
                            alt: string;
                            width: number;
                            height: number;
                            /** @description Its renditions are at `{url}/{width}.{avif|webp|jpg}`. */
                            url: string;
                            /** @description Of the renditions, in pixels, the smallest first; none is upscaled. */
                            widths: number[];
                        }[];
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
    readRendition: {
        parameters: {
            query?: never;
            header?: {
                "if-none-match"?: string;
            };
            path: {
                hash: string;
                file: string;
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
                    "application/json": string;
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
    exportCatalogue: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description CSV (RFC 4180). */
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
    startImport: {
        parameters: {
            query?: {
                /** @description Finds every fault, and changes nothing. */
                dryRun?: boolean;
            };
            header: {
                "idempotency-key": string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description CSV with the columns of an export, a row for each variant. */
        requestBody: {
            content: {
                "text/csv": unknown;
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        dryRun: boolean;
                        /** @enum {unknown} */
                        status: "running" | "done";
                        /** @description Rows in the file, each of one variant. */
                        lines: number;
                        /** @description Rows taken in so far; in a dry run, those that would be. */
                        imported: number;
                        designs: number;
                        designsDone: number;
                        faultCount: number;
                        /** @description By line, the first 1,000 that were found; `faultCount` counts all. */
                        faults: {
                            /** @description In the file, the first line being 1. */
                            line: number;
                            /** @description Null when it is of the whole line. */
                            column: string | null;
                            reason: string;
                        }[];
                        /** Format: date-time */
                        startedAt: string;
                        finishedAt: string | null;
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
    readImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                importId: string;
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
                        dryRun: boolean;
                        /** @enum {unknown} */
                        status: "running" | "done";
                        /** @description Rows in the file, each of one variant. */
                        lines: number;
                        /** @description Rows taken in so far; in a dry run, those that would be. */
                        imported: number;
                        designs: number;
                        designsDone: number;
                        faultCount: number;
                        /** @description By line, the first 1,000 that were found; `faultCount` counts all. */
                        faults: {
                            /** @description In the file, the first line being 1. */
                            line: number;
                            /** @description Null when it is of the whole line. */
                            column: string | null;
                            reason: string;
                        }[];
                        /** Format: date-time */
                        startedAt: string;
                        finishedAt: string | null;
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
    listRates: {
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
                            id: number;
                            /** @enum {unknown} */
                            metal: "gold" | "platinum" | "silver" | "palladium";
                            /** @description Parts in 1,000; 1000 is the rate of pure metal, which prices each purity that has no rate of its own. */
                            fineness: number;
                            minorPerGram: number;
                            /**
                             * @description `sell` prices designs, `buy` is paid for old metal.
                             * @enum {unknown}
                             */
                            side: "sell" | "buy";
                            currency: string;
                            source: string;
                            /** Format: date-time */
                            effectiveAt: string;
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
    setFirstRates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    rates: {
                        /** @enum {unknown} */
                        metal: "gold" | "platinum" | "silver" | "palladium";
                        /** @description Parts in 1,000; 1000 is the rate of pure metal, which prices each purity that has no rate of its own. */
                        fineness: number;
                        minorPerGram: number;
                        /**
                         * @default sell
                         * @enum {unknown}
                         */
                        side?: "sell" | "buy";
                    }[];
                    source: string;
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
                        items: {
                            id: number;
                            /** @enum {unknown} */
                            metal: "gold" | "platinum" | "silver" | "palladium";
                            /** @description Parts in 1,000; 1000 is the rate of pure metal, which prices each purity that has no rate of its own. */
                            fineness: number;
                            minorPerGram: number;
                            /**
                             * @description `sell` prices designs, `buy` is paid for old metal.
                             * @enum {unknown}
                             */
                            side: "sell" | "buy";
                            currency: string;
                            source: string;
                            /** Format: date-time */
                            effectiveAt: string;
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
    listOldRates: {
        parameters: {
            query?: {
                metal?: "gold" | "platinum" | "silver" | "palladium";
                /** @description Parts in 1,000; 1000 is the rate of pure metal, which prices each purity that has no rate of its own. */
                fineness?: number;
                /** @description `sell` prices designs, `buy` is paid for old metal. */
                side?: "sell" | "buy";
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
                            id: number;
                            /** @enum {unknown} */
                            metal: "gold" | "platinum" | "silver" | "palladium";
                            /** @description Parts in 1,000; 1000 is the rate of pure metal, which prices each purity that has no rate of its own. */
                            fineness: number;
                            minorPerGram: number;
                            /**
                             * @description `sell` prices designs, `buy` is paid for old metal.
                             * @enum {unknown}
                             */
                            side: "sell" | "buy";
                            currency: string;
                            source: string;
                            /** Format: date-time */
                            effectiveAt: string;
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
    listExchangeRates: {
        parameters: {
            query?: {
                currency?: string;
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
                            id: number;
                            currency: string;
                            perUnit: string;
                            /** Format: date-time */
                            effectiveAt: string;
                            source: string;
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
    setExchangeRate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    currency: string;
                    /** @description What one unit of the currency costs in units of the shop's: 85.25 is 85.25 rupees for a dollar. */
                    perUnit: string;
                    /** Format: date-time */
                    effectiveAt?: string;
                    source: string;
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
                        id: number;
                        currency: string;
                        perUnit: string;
                        /** Format: date-time */
                        effectiveAt: string;
                        source: string;
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
    listPriceLists: {
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
                            currency: string;
                            validFrom: string | null;
                            validUntil: string | null;
                            /** @description How many variants it prices. */
                            prices: number;
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
    addPriceList: {
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
                    currency: string;
                    /** Format: date-time */
                    validFrom?: string;
                    /** Format: date-time */
                    validUntil?: string;
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
                        currency: string;
                        validFrom: string | null;
                        validUntil: string | null;
                        /** @description How many variants it prices. */
                        prices: number;
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
    setListPrices: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                listId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    prices: {
                        /** Format: uuid */
                        variantId: string;
                        totalMinor: number | null;
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
                        /** Format: uuid */
                        id: string;
                        name: string;
                        currency: string;
                        validFrom: string | null;
                        validUntil: string | null;
                        /** @description How many variants it prices. */
                        prices: number;
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
    listProposals: {
        parameters: {
            query?: {
                status?: "proposed" | "approved" | "in-force" | "rejected";
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
                            /** @enum {unknown} */
                            metal: "gold" | "platinum" | "silver" | "palladium";
                            /** @description Parts in 1,000; 1000 is the rate of pure metal, which prices each purity that has no rate of its own. */
                            fineness: number;
                            minorPerGram: number;
                            /**
                             * @description `sell` prices designs, `buy` is paid for old metal.
                             * @enum {unknown}
                             */
                            side: "sell" | "buy";
                            currency: string;
                            source: string;
                            effectiveAt: string | null;
                            rollbackOf: number | null;
                            /** @enum {unknown} */
                            status: "proposed" | "approved" | "in-force" | "rejected";
                            /** Format: uuid */
                            proposedBy: string;
                            /** Format: date-time */
                            proposedAt: string;
                            decidedBy: string | null;
                            decidedAt: string | null;
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
    proposeRate: {
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
                    /** @enum {unknown} */
                    metal: "gold" | "platinum" | "silver" | "palladium";
                    /** @description Parts in 1,000; 1000 is the rate of pure metal, which prices each purity that has no rate of its own. */
                    fineness: number;
                    minorPerGram: number;
                    /**
                     * @description `sell` prices designs, `buy` is paid for old metal.
                     * @enum {unknown}
                     */
                    side: "sell" | "buy";
                    source: string;
                    /**
                     * Format: date-time
                     * @description When it comes into force once approved; at once if it is left out.
                     */
                    effectiveAt?: string;
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
                        metal: "gold" | "platinum" | "silver" | "palladium";
                        /** @description Parts in 1,000; 1000 is the rate of pure metal, which prices each purity that has no rate of its own. */
                        fineness: number;
                        minorPerGram: number;
                        /**
                         * @description `sell` prices designs, `buy` is paid for old metal.
                         * @enum {unknown}
                         */
                        side: "sell" | "buy";
                        currency: string;
                        source: string;
                        effectiveAt: string | null;
                        rollbackOf: number | null;
                        /** @enum {unknown} */
                        status: "proposed" | "approved" | "in-force" | "rejected";
                        /** Format: uuid */
                        proposedBy: string;
                        /** Format: date-time */
                        proposedAt: string;
                        decidedBy: string | null;
                        decidedAt: string | null;
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
    proposeRollback: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                rateId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
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
                        metal: "gold" | "platinum" | "silver" | "palladium";
                        /** @description Parts in 1,000; 1000 is the rate of pure metal, which prices each purity that has no rate of its own. */
                        fineness: number;
                        minorPerGram: number;
                        /**
                         * @description `sell` prices designs, `buy` is paid for old metal.
                         * @enum {unknown}
                         */
                        side: "sell" | "buy";
                        currency: string;
                        source: string;
                        effectiveAt: string | null;
                        rollbackOf: number | null;
                        /** @enum {unknown} */
                        status: "proposed" | "approved" | "in-force" | "rejected";
                        /** Format: uuid */
                        proposedBy: string;
                        /** Format: date-time */
                        proposedAt: string;
                        decidedBy: string | null;
                        decidedAt: string | null;
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
    readProposal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                proposalId: string;
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
                        metal: "gold" | "platinum" | "silver" | "palladium";
                        /** @description Parts in 1,000; 1000 is the rate of pure metal, which prices each purity that has no rate of its own. */
                        fineness: number;
                        minorPerGram: number;
                        /**
                         * @description `sell` prices designs, `buy` is paid for old metal.
                         * @enum {unknown}
                         */
                        side: "sell" | "buy";
                        currency: string;
                        source: string;
                        effectiveAt: string | null;
                        rollbackOf: number | null;
                        /** @enum {unknown} */
                        status: "proposed" | "approved" | "in-force" | "rejected";
                        /** Format: uuid */
                        proposedBy: string;
                        /** Format: date-time */
                        proposedAt: string;
                        decidedBy: string | null;
                        decidedAt: string | null;
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
    previewProposal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                proposalId: string;
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
                        currentMinorPerGram: number | null;
                        rateChangePermille: number | null;
                        /** @description Approving needs `confirmLargeChange`. */
                        large: boolean;
                        designs: number;
                        variants: number;
                        minChangePermille: number | null;
                        medianChangePermille: number | null;
                        maxChangePermille: number | null;
                        totalBeforeMinor: number;
                        totalAfterMinor: number;
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
    approveProposal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                proposalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Says that a rate far from the one in force is meant.
                     * @default false
                     */
                    confirmLargeChange?: boolean;
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
                        metal: "gold" | "platinum" | "silver" | "palladium";
                        /** @description Parts in 1,000; 1000 is the rate of pure metal, which prices each purity that has no rate of its own. */
                        fineness: number;
                        minorPerGram: number;
                        /**
                         * @description `sell` prices designs, `buy` is paid for old metal.
                         * @enum {unknown}
                         */
                        side: "sell" | "buy";
                        currency: string;
                        source: string;
                        effectiveAt: string | null;
                        rollbackOf: number | null;
                        /** @enum {unknown} */
                        status: "proposed" | "approved" | "in-force" | "rejected";
                        /** Format: uuid */
                        proposedBy: string;
                        /** Format: date-time */
                        proposedAt: string;
                        decidedBy: string | null;
                        decidedAt: string | null;
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
    rejectProposal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                proposalId: string;
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
                        metal: "gold" | "platinum" | "silver" | "palladium";
                        /** @description Parts in 1,000; 1000 is the rate of pure metal, which prices each purity that has no rate of its own. */
                        fineness: number;
                        minorPerGram: number;
                        /**
                         * @description `sell` prices designs, `buy` is paid for old metal.
                         * @enum {unknown}
                         */
                        side: "sell" | "buy";
                        currency: string;
                        source: string;
                        effectiveAt: string | null;
                        rollbackOf: number | null;
                        /** @enum {unknown} */
                        status: "proposed" | "approved" | "in-force" | "rejected";
                        /** Format: uuid */
                        proposedBy: string;
                        /** Format: date-time */
                        proposedAt: string;
                        decidedBy: string | null;
                        decidedAt: string | null;
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
    listFeedRuns: {
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
                            id: number;
                            /** @enum {unknown} */
                            outcome: "taken" | "refused" | "failed";
                            detail: string;
                            rates: {
                                /** @enum {unknown} */
                                metal: "gold" | "platinum" | "silver" | "palladium";
                                fineness: number;
                                /**
                                 * @description `sell` prices designs, `buy` is paid for old metal.
                                 * @enum {unknown}
                                 */
                                side: "sell" | "buy";
                                minorPerGram: number;
                                /** @enum {unknown} */
                                outcome: "unchanged" | "proposed" | "in-force" | "refused";
                                detail: string;
                                proposalId: string | null;
                            }[];
                            /** Format: date-time */
                            at: string;
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
    listRepricings: {
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
                            /** Format: uuid */
                            id: string;
                            rateId: number;
                            /** @enum {unknown} */
                            metal: "gold" | "platinum" | "silver" | "palladium";
                            /** @description Parts in 1,000; 1000 is the rate of pure metal, which prices each purity that has no rate of its own. */
                            fineness: number;
                            /** @description Designs to price anew. */
                            total: number;
                            done: number;
                            /** @description Variants priced anew so far. */
                            variants: number;
                            /** Format: date-time */
                            startedAt: string;
                            finishedAt: string | null;
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
    readRepricing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                repricingId: string;
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
                        rateId: number;
                        /** @enum {unknown} */
                        metal: "gold" | "platinum" | "silver" | "palladium";
                        /** @description Parts in 1,000; 1000 is the rate of pure metal, which prices each purity that has no rate of its own. */
                        fineness: number;
                        /** @description Designs to price anew. */
                        total: number;
                        done: number;
                        /** @description Variants priced anew so far. */
                        variants: number;
                        /** Format: date-time */
                        startedAt: string;
                        finishedAt: string | null;
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
    convertSize: {
        parameters: {
            query: {
                /** @description ring: iso, eu, mm (inner circumference), diameter (inner, in mm), us, ca, uk, ie, au, jp, in, ch, it, es, nl; bangle: in (2-6), mm (inner diameter), inch; chain: inch, cm, mm. */
                from: "mm" | "cm" | "inch" | "diameter" | "iso" | "eu" | "us" | "ca" | "uk" | "ie" | "au" | "jp" | "in" | "ch" | "it" | "es" | "nl";
                label: string;
                /** @description ring: iso, eu, mm (inner circumference), diameter (inner, in mm), us, ca, uk, ie, au, jp, in, ch, it, es, nl; bangle: in (2-6), mm (inner diameter), inch; chain: inch, cm, mm. */
                to: "mm" | "cm" | "inch" | "diameter" | "iso" | "eu" | "us" | "ca" | "uk" | "ie" | "au" | "jp" | "in" | "ch" | "it" | "es" | "nl";
                /** @description The width of the ring’s band in micrometres. */
                bandUm?: number;
            };
            header?: never;
            path: {
                kind: "ring" | "bangle" | "chain";
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
                        /** @enum {unknown} */
                        kind: "ring" | "bangle" | "chain";
                        from: {
                            /**
                             * @description ring: iso, eu, mm (inner circumference), diameter (inner, in mm), us, ca, uk, ie, au, jp, in, ch, it, es, nl; bangle: in (2-6), mm (inner diameter), inch; chain: inch, cm, mm.
                             * @enum {unknown}
                             */
                            system: "mm" | "cm" | "inch" | "diameter" | "iso" | "eu" | "us" | "ca" | "uk" | "ie" | "au" | "jp" | "in" | "ch" | "it" | "es" | "nl";
                            label: string;
                            /** @description In 0.01 mm: the inner circumference of a ring, the inner diameter of a bangle, the length of a chain. */
                            hundredthsMm: number;
                        };
                        to: {
                            /**
                             * @description ring: iso, eu, mm (inner circumference), diameter (inner, in mm), us, ca, uk, ie, au, jp, in, ch, it, es, nl; bangle: in (2-6), mm (inner diameter), inch; chain: inch, cm, mm.
                             * @enum {unknown}
                             */
                            system: "mm" | "cm" | "inch" | "diameter" | "iso" | "eu" | "us" | "ca" | "uk" | "ie" | "au" | "jp" | "in" | "ch" | "it" | "es" | "nl";
                            label: string;
                            /** @description In 0.01 mm: the inner circumference of a ring, the inner diameter of a bangle, the length of a chain. */
                            hundredthsMm: number;
                            /** @description How much larger (or, negative, smaller) this label is than what was asked for. */
                            deltaMm: number;
                            exact: boolean;
                        };
                        name: string | null;
                        warning: string | null;
                        wideBandLabel: string | null;
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
    showSizeChart: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: "ring" | "bangle" | "chain";
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
                        /** @enum {unknown} */
                        kind: "ring" | "bangle" | "chain";
                        rows: {
                            /** @description In 0.01 mm: the inner circumference of a ring, the inner diameter of a bangle, the length of a chain. */
                            hundredthsMm: number;
                            name: string | null;
                            labels: {
                                /**
                                 * @description ring: iso, eu, mm (inner circumference), diameter (inner, in mm), us, ca, uk, ie, au, jp, in, ch, it, es, nl; bangle: in (2-6), mm (inner diameter), inch; chain: inch, cm, mm.
                                 * @enum {unknown}
                                 */
                                system: "mm" | "cm" | "inch" | "diameter" | "iso" | "eu" | "us" | "ca" | "uk" | "ie" | "au" | "jp" | "in" | "ch" | "it" | "es" | "nl";
                                label: string;
                                /** @description In 0.01 mm: the inner circumference of a ring, the inner diameter of a bangle, the length of a chain. */
                                hundredthsMm: number;
                                /** @description How much larger (or, negative, smaller) this label is than what was asked for. */
                                deltaMm: number;
                                exact: boolean;
                            }[];
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
    signQuote: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    variantId: string;
                    pieceId?: string | null;
                    /** @default 1 */
                    quantity?: number;
                    currency?: string;
                    options?: {
                        size?: string;
                        engraving?: string;
                        /** @enum {unknown} */
                        engravingFont?: "serif" | "italic" | "plain";
                        giftWrap?: boolean;
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
                        /** Format: uuid */
                        quoteId: string;
                        /** Format: uuid */
                        variantId: string;
                        pieceId: string | null;
                        quantity: number;
                        sku: string;
                        title: string;
                        slug: string;
                        currency: string;
                        options: {
                            size?: string;
                            engraving?: string;
                            /** @enum {unknown} */
                            engravingFont?: "serif" | "italic" | "plain";
                            giftWrap?: boolean;
                        };
                        components: {
                            name: string;
                            minor: number;
                        }[];
                        breakdown: {
                            metalMinor: number;
                            wastageMinor: number;
                            makingMinor: number;
                            stonesMinor: number;
                            otherMinor: number;
                            discountMinor: number;
                            taxMinor: number;
                        };
                        unitMinor: number;
                        totalMinor: number;
                        taxMinor: number;
                        rate: {
                            id: number;
                            /** @enum {unknown} */
                            metal: "gold" | "platinum" | "silver" | "palladium";
                            fineness: number;
                            minorPerGram: number;
                        } | null;
                        priceReason: {
                            /** @enum {unknown} */
                            kind: "formula" | "fixed" | "converted";
                            rateId?: number;
                            exchangeRateId?: number;
                            /** Format: uuid */
                            listId?: string;
                            /** Format: date-time */
                            at: string;
                        };
                        /** Format: date-time */
                        issuedAt: string;
                        /** Format: date-time */
                        expiresAt: string;
                        token: string;
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
    quote: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    currency: string;
                    lines: {
                        /** Format: uuid */
                        variantId: string;
                        pieceId?: string | null;
                        quantity: number;
                        options?: {
                            size?: string;
                            engraving?: string;
                            /** @enum {unknown} */
                            engravingFont?: "serif" | "italic" | "plain";
                            giftWrap?: boolean;
                        };
                        /** @description A signed quote of this line with these options. While it holds, its price of one is used. */
                        quoteToken?: string;
                    }[];
                    /**
                     * @description Also signs each line, so that its price can be kept.
                     * @default false
                     */
                    keep?: boolean;
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
                        currency: string;
                        lines: {
                            /** Format: uuid */
                            variantId: string;
                            pieceId: string | null;
                            quantity: number;
                            sku: string;
                            title: string;
                            slug: string;
                            imageUrl: string | null;
                            oneOfAKind: boolean;
                            available: boolean;
                            unitMinor: number;
                            totalMinor: number;
                            taxMinor: number;
                            breakdown: {
                                metalMinor: number;
                                wastageMinor: number;
                                makingMinor: number;
                                stonesMinor: number;
                                otherMinor: number;
                                discountMinor: number;
                                taxMinor: number;
                            };
                            listMinor: number;
                            components: {
                                name: string;
                                minor: number;
                            }[];
                            priceReason: {
                                /** @enum {unknown} */
                                kind: "formula" | "fixed" | "converted";
                                rateId?: number;
                                exchangeRateId?: number;
                                /** Format: uuid */
                                listId?: string;
                                /** Format: date-time */
                                at: string;
                            };
                            /** @enum {unknown} */
                            taxClass: "jewellery" | "loose-stones" | "coins";
                            options: {
                                size?: string;
                                engraving?: string;
                                /** @enum {unknown} */
                                engravingFont?: "serif" | "italic" | "plain";
                                giftWrap?: boolean;
                            };
                            article: {
                                type: string;
                                categories: string[];
                                metal: string | null;
                                purity: string | null;
                                fineness: number | null;
                                colour: string | null;
                                size: string | null;
                                grossMg: number;
                                netMg: number;
                                stones: {
                                    kind: string;
                                    shape?: string;
                                    count: number;
                                    /** @description Of each. */
                                    caratMct: number;
                                }[];
                                serial: string | null;
                                huid: string | null;
                                certificates: {
                                    lab: string;
                                    number: string;
                                }[];
                                leadTimeDays: number | null;
                                promisedOn: string | null;
                                /** @description False for what is engraved, or never taken back. */
                                returnable: boolean;
                            };
                            /** Format: uuid */
                            quoteId?: string;
                            quoteToken?: string;
                            /** Format: date-time */
                            quoteExpiresAt?: string;
                            /**
                             * @description The token did not hold: this is the price of now.
                             * @enum {boolean}
                             */
                            requoted?: true;
                        }[];
                        problems: {
                            /** @description The place of the line in the request. */
                            index: number;
                            /** @enum {unknown} */
                            slug: "not-sold" | "out-of-stock" | "piece-needed" | "engraving-not-possible" | "size-not-offered";
                            detail: string;
                        }[];
                        subtotalMinor: number;
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
    listReservations: {
        parameters: {
            query?: {
                status?: "held" | "committed" | "released" | "expired";
                olderThanSeconds?: number;
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
                            orderId: string;
                            /** @enum {unknown} */
                            status: "held" | "committed" | "released" | "expired";
                            expiresAt: string | null;
                            /** Format: date-time */
                            createdAt: string;
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
    reserve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    lines: {
                        /** Format: uuid */
                        variantId: string;
                        pieceId?: string | null;
                        quantity: number;
                    }[];
                    expiresInSeconds: number;
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
                        /** @enum {unknown} */
                        status: "held" | "committed" | "released";
                        expiresAt: string | null;
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
    releaseReservation: {
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
                        /** Format: uuid */
                        orderId: string;
                        /** @enum {unknown} */
                        status: "held" | "committed" | "released";
                        expiresAt: string | null;
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
    commitReservation: {
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
                        /** Format: uuid */
                        orderId: string;
                        /** @enum {unknown} */
                        status: "held" | "committed" | "released";
                        expiresAt: string | null;
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
    takeBack: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                returnId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    orderId: string;
                    lines: {
                        /** Format: uuid */
                        variantId: string;
                        pieceId?: string | null;
                        quantity: number;
                        /** @description It can be sold again; else a piece is taken out of sale, and what is counted is not counted. */
                        restock: boolean;
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
                        /** Format: uuid */
                        returnId: string;
                        /** Format: uuid */
                        orderId: string;
                        lines: {
                            /** Format: uuid */
                            variantId: string;
                            pieceId: string | null;
                            quantity: number;
                            /** @description It can be sold again; else a piece is taken out of sale, and what is counted is not counted. */
                            restock: boolean;
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
