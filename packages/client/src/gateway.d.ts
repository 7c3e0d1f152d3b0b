// Generated from the gateway’s openapi.json by `npm run contracts`.
export interface paths {
    "/api/v1/operations/auth/failed-jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listAuthFailedJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operations/auth/failed-jobs/{jobId}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["retryAuthFailedJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["registerUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listSessions"];
        put?: never;
        post: operations["signIn"];
        /** @description The current one stays. */
        delete: operations["endOtherSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sessions/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["signInWithCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sessions/{sessionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sessions/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["showSession"];
        put?: never;
        post?: never;
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sessions/current/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["proveSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/email-verifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["requestVerification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/email-verifications/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["verifyEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/email-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["requestEmailChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/email-changes/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["changeEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/password-resets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description The answer is the same whether the e-mail has an account or not. */
        post: operations["requestPasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/password-resets/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["resetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["changePassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["showSecondFactor"];
        put?: never;
        post: operations["beginSecondFactor"];
        delete: operations["removeSecondFactor"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/second-factor/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["confirmSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/second-factor/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["renewRecoveryCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/staff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listStaff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listRoles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/staff/{userId}/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["changeRoles"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/users/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["showAccountState"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/users/{userId}/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["setAccountState"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/users/{userId}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["endUserSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/users/{userId}/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["removeUserSecondFactor"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/staff/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listInvitations"];
        put?: never;
        post: operations["inviteStaff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/staff/invitations/{invitationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["cancelInvitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/staff/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["acceptInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
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
    "/api/v1/operations/notification/failed-jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listNotificationFailedJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operations/notification/failed-jobs/{jobId}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["retryNotificationFailedJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["streamMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/unread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["countUnreadMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["readAllMessages"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listAllMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/send-again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["sendMessagesAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/{messageId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["showMessage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/{messageId}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["readMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listAlerts"];
        put?: never;
        post: operations["addAlert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts/{alertId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["removeAlert"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listTemplates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates/{name}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["previewTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates/{name}/{locale}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["previewTemplateDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates/{name}/{locale}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["showTemplate"];
        put: operations["changeTemplate"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates/{name}/{locale}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["restoreTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/suppressions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listSuppressions"];
        put?: never;
        post: operations["suppressEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/suppressions/{email}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["liftSuppression"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/suppressions/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["takeMailReports"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/unsubscribe/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["showUnsubscription"];
        put?: never;
        post: operations["unsubscribe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listCampaigns"];
        put?: never;
        post: operations["makeCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{campaignId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["reportCampaign"];
        put: operations["changeCampaign"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{campaignId}/dry-run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["tryCampaignOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{campaignId}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["startCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{campaignId}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["pauseCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{campaignId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["cancelCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subscriptions/topics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listWebhookTopics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listSubscriptions"];
        put?: never;
        post: operations["addSubscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subscriptions/{subscriptionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["showSubscription"];
        put?: never;
        post?: never;
        delete: operations["removeSubscription"];
        options?: never;
        head?: never;
        patch: operations["changeSubscription"];
        trace?: never;
    };
    "/api/v1/subscriptions/{subscriptionId}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["rotateWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subscriptions/{subscriptionId}/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listWebhooks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subscriptions/{subscriptionId}/webhooks/{webhookId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["showWebhook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subscriptions/{subscriptionId}/webhooks/{webhookId}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["replayWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subscriptions/{subscriptionId}/replays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["replayWebhooks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
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
    "/api/v1/operations/payment/failed-jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listPaymentFailedJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operations/payment/failed-jobs/{jobId}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["retryPaymentFailedJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listPayments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments/{orderId}/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["requestRefund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments/{orderId}/refunds/{refundId}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["decideRefund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listRefunds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments/{orderId}/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listReceipts"];
        put?: never;
        post: operations["recordReceipt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments/{orderId}/receipts/{receiptId}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["noteReturn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments/{orderId}/refunds/{refundId}/payout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["notePayout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments/exceptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listPaymentExceptions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments/exceptions/{exceptionId}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["resolvePaymentException"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments/ledger/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listLedgerAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments/ledger/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listLedgerEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments/reconciliations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listReconciliations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments/reconciliations/{day}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["showReconciliation"];
        put: operations["repeatReconciliation"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments/reconciliations/{day}/csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["exportReconciliation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments/webhooks/sandbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["takeSandboxWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments/webhooks/stripe": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["takeStripeWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments/sandbox/{challengeId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["showSandboxChallenge"];
        put?: never;
        post: operations["settleSandboxChallenge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
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
    "/api/v1/users/me/sizes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listSizes"];
        put?: never;
        post: operations["addSize"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me/sizes/{sizeId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["changeSize"];
        post?: never;
        delete: operations["dropSize"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me/dates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listDates"];
        put?: never;
        post: operations["addDate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me/dates/{dateId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["changeDate"];
        post?: never;
        delete: operations["dropDate"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["showConsents"];
        put: operations["changeConsents"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me/consents/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listConsentChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me/wishlists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listWishlists"];
        put?: never;
        post: operations["addWishlist"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me/wishlists/{wishlistId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["showWishlist"];
        put: operations["changeWishlist"];
        post?: never;
        delete: operations["dropWishlist"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me/wishlists/{wishlistId}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["shareWishlist"];
        post?: never;
        delete: operations["unshareWishlist"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me/wishlists/{wishlistId}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listWishlistItems"];
        put?: never;
        post: operations["addWishlistItem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me/wishlists/{wishlistId}/items/{itemId}/note": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["noteWishlistItem"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me/wishlists/{wishlistId}/items/{itemId}/wishlist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["moveWishlistItem"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me/wishlists/{wishlistId}/items/{itemId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["dropWishlistItem"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/wishlists/{link}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["showSharedWishlist"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listCustomers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["showCustomer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{userId}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listCustomerNotes"];
        put?: never;
        post: operations["addCustomerNote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{userId}/accesses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listCustomerAccesses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{userId}/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["groupCustomer"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customer-groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listCustomerGroups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customer-groups/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["putCustomerGroup"];
        post?: never;
        delete: operations["dropCustomerGroup"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["askForExport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me/exports/{exportId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["showExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me/exports/{exportId}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["downloadArchive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me/erasure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["askForErasure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/erasures/{receipt}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["showErasure"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/erasures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listErasures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/erasures/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["replayErasures"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pages/home": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the front of the shop shows: menus, categories, collections, what is new, and the day’s rates. */
        get: operations["showHomePage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pages/listing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A category or a search: its cards with facets, and the category with its breadcrumbs. */
        get: operations["showListingPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pages/designs/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A design with its prices and stock, what goes with it, its category, its sizes, and the rates that its price is of. */
        get: operations["showDesignPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pages/account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in: profile, latest orders and messages, wishlists. */
        get: operations["showAccountPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pages/dashboard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What staff have to see to: orders to ship, exceptions, refunds to decide, rates, failed jobs. Each part needs its permission. */
        get: operations["showDashboardPage"];
        put?: never;
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
    responses: {
        /** @description What went wrong, and what to do. */
        Problem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": {
                    /** @description Ends with the slug that docs/problems.md explains. */
                    type: string;
                    title: string;
                    status: number;
                    /** @description Says what to do. */
                    detail: string;
                    /** @description The request id. */
                    instance: string;
                };
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listAuthFailedJobs: {
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
            default: components["responses"]["Problem"];
        };
    };
    retryAuthFailedJob: {
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
            default: components["responses"]["Problem"];
        };
    };
    registerUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                    password: string;
                    name: string;
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
                        user: {
                            /** Format: uuid */
                            id: string;
                            /** Format: email */
                            email: string;
                            name: string;
                            roles: string[];
                            emailVerifiedAt: string | null;
                        };
                        session: {
                            /** @description Shown here only: the shop keeps a hash. */
                            token: string;
                            /** Format: date-time */
                            expiresAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listSessions: {
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
                            device: string;
                            /** @description The address, without its last part. */
                            network: string;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            lastUsedAt: string;
                            current: boolean;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                    password: string;
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
                        user: {
                            /** Format: uuid */
                            id: string;
                            /** Format: email */
                            email: string;
                            name: string;
                            roles: string[];
                            emailVerifiedAt: string | null;
                        };
                        session: {
                            /** @description Shown here only: the shop keeps a hash. */
                            token: string;
                            /** Format: date-time */
                            expiresAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    endOtherSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
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
            default: components["responses"]["Problem"];
        };
    };
    signInWithCode: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    challenge: string;
                    code: string;
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
                        user: {
                            /** Format: uuid */
                            id: string;
                            /** Format: email */
                            email: string;
                            name: string;
                            roles: string[];
                            emailVerifiedAt: string | null;
                        };
                        session: {
                            /** @description Shown here only: the shop keeps a hash. */
                            token: string;
                            /** Format: date-time */
                            expiresAt: string;
                        };
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sessionId: string;
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
            default: components["responses"]["Problem"];
        };
    };
    showSession: {
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
                        user: {
                            /** Format: uuid */
                            id: string;
                            /** Format: email */
                            email: string;
                            name: string;
                            roles: string[];
                            emailVerifiedAt: string | null;
                        };
                        permissions: string[];
                        /** @description Staff who first have to set up or enter their second factor. */
                        secondFactorNeeded: boolean;
                        provenAt: string | null;
                        /** Format: uuid */
                        sessionId: string;
                        /** Format: date-time */
                        expiresAt: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
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
            default: components["responses"]["Problem"];
        };
    };
    proveSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password?: string;
                    code?: string;
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
                        /** Format: date-time */
                        provenAt: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    requestVerification: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    verifyEmail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description From the link in the mail. */
                    token: string;
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
                        /** Format: email */
                        email: string;
                        name: string;
                        roles: string[];
                        emailVerifiedAt: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    requestEmailChange: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                    password: string;
                };
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
                        detail: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    changeEmail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description From the link in the mail. */
                    token: string;
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
                        /** Format: email */
                        email: string;
                        name: string;
                        roles: string[];
                        emailVerifiedAt: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    requestPasswordReset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                };
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
                        detail: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    resetPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description From the link in the mail. */
                    token: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    currentPassword: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    showSecondFactor: {
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
                        enrolledAt: string | null;
                        recoveryCodesLeft: number;
                        /** @description Without one, a member of staff has no permissions. */
                        required: boolean;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    beginSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
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
                        /** @description Base32, for an authenticator app. Shown here only. */
                        secret: string;
                        /** @description The same as an otpauth address, for a QR code. */
                        uri: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    removeSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
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
            default: components["responses"]["Problem"];
        };
    };
    confirmSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
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
                        /** @description Each gets in once. Shown here only. */
                        recoveryCodes: string[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    renewRecoveryCodes: {
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
                        /** @description Each gets in once. Shown here only. */
                        recoveryCodes: string[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listStaff: {
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
                            /** Format: email */
                            email: string;
                            name: string;
                            roles: string[];
                            version: number;
                            /** @description enrolled, missing, or not-required. */
                            secondFactor: string;
                            disabledAt: string | null;
                            lastUsedAt: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listRoles: {
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
                            name: string;
                            permissions: string[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    changeRoles: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that the change was made to, as the ETag said it. */
                "if-match"?: string;
            };
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    roles: string[];
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
                        roles: string[];
                        version: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    showAccountState: {
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
                        /** Format: uuid */
                        id: string;
                        /** Format: email */
                        email: string;
                        name: string;
                        /** Format: date-time */
                        createdAt: string;
                        emailVerifiedAt: string | null;
                        disabledAt: string | null;
                        secondFactorEnrolled: boolean;
                        sessions: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    setAccountState: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    disabled: boolean;
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
                        /** Format: email */
                        email: string;
                        name: string;
                        /** Format: date-time */
                        createdAt: string;
                        emailVerifiedAt: string | null;
                        disabledAt: string | null;
                        secondFactorEnrolled: boolean;
                        sessions: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    endUserSessions: {
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    removeUserSecondFactor: {
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    listInvitations: {
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
                            /** Format: email */
                            email: string;
                            roles: string[];
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            expiresAt: string;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    inviteStaff: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                    roles: string[];
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
                        /** Format: email */
                        email: string;
                        roles: string[];
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        expiresAt: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    cancelInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                invitationId: string;
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
            default: components["responses"]["Problem"];
        };
    };
    acceptInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                    name: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    listAudit: {
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
                            seq: number;
                            /** Format: date-time */
                            at: string;
                            actor: string;
                            action: string;
                            object: string;
                            /** @description SHA-256 of what it was, so that a value can be compared and not read. */
                            before: string | null;
                            /** @description SHA-256 of what it was, so that a value can be compared and not read. */
                            after: string | null;
                            network: string;
                            requestId: string;
                            hash: string;
                        }[];
                        next: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
        };
    };
    createCart: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
        };
    };
    addLine: {
        parameters: {
            query?: never;
            header?: {
                /** @description The token of a guest’s cart, told once when it was made. */
                "cart-token"?: string;
                "idempotency-key"?: string;
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
        };
    };
    makePromotion: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
        };
    };
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
        };
    };
    addCategory: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
        };
    };
    addCollection: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
        };
    };
    addMenu: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
        };
    };
    listNotificationFailedJobs: {
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
            default: components["responses"]["Problem"];
        };
    };
    retryNotificationFailedJob: {
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
            default: components["responses"]["Problem"];
        };
    };
    listMessages: {
        parameters: {
            query?: {
                channel?: "email" | "sms" | "inbox";
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
                            channel: "email" | "sms" | "inbox";
                            template: string;
                            orderId: string | null;
                            subject: string;
                            /** @enum {unknown} */
                            state: "waiting" | "sent" | "shown" | "delivered" | "failed" | "withheld";
                            readAt: string | null;
                            /** Format: date-time */
                            createdAt: string;
                        }[];
                        next: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    streamMessages: {
        parameters: {
            query?: never;
            header?: {
                "last-event-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description text/event-stream: events `message`, each with a message of the inbox as its data. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    countUnreadMessages: {
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
                        /** @description Counted up to 100. */
                        unread: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    readAllMessages: {
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
                        read: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listAllMessages: {
        parameters: {
            query?: {
                recipient?: string;
                state?: "waiting" | "sent" | "shown" | "delivered" | "failed" | "withheld";
                channel?: "email" | "sms" | "inbox";
                campaignId?: string;
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
                            channel: "email" | "sms" | "inbox";
                            template: string;
                            orderId: string | null;
                            subject: string;
                            /** @enum {unknown} */
                            state: "waiting" | "sent" | "shown" | "delivered" | "failed" | "withheld";
                            readAt: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            recipient: string;
                            userId: string | null;
                            locale: string;
                            tries: number;
                            reason: string | null;
                            sentAt: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    sendMessagesAgain: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    messageIds: string[];
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
                        /** @description Those that are sent again; the others were not given up. */
                        messageIds: string[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    showMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                messageId: string;
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
                        channel: "email" | "sms" | "inbox";
                        template: string;
                        orderId: string | null;
                        subject: string;
                        /** @enum {unknown} */
                        state: "waiting" | "sent" | "shown" | "delivered" | "failed" | "withheld";
                        readAt: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        text: string;
                        html: string;
                        /** @description The tries so far; for staff. */
                        deliveries?: {
                            /** @enum {unknown} */
                            outcome: "accepted" | "again" | "refused";
                            detail: string;
                            ms: number;
                            /** Format: date-time */
                            triedAt: string;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    readMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                messageId: string;
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
                        channel: "email" | "sms" | "inbox";
                        template: string;
                        orderId: string | null;
                        subject: string;
                        /** @enum {unknown} */
                        state: "waiting" | "sent" | "shown" | "delivered" | "failed" | "withheld";
                        readAt: string | null;
                        /** Format: date-time */
                        createdAt: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listAlerts: {
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
                            /** @enum {unknown} */
                            kind: "back-in-stock" | "price-drop";
                            variantId: string | null;
                            slug: string | null;
                            /** Format: date-time */
                            createdAt: string;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    addAlert: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {unknown} */
                    kind: "back-in-stock" | "price-drop";
                    /** Format: uuid */
                    variantId?: string;
                    slug?: string;
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
                        kind: "back-in-stock" | "price-drop";
                        variantId: string | null;
                        slug: string | null;
                        /** Format: date-time */
                        createdAt: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    removeAlert: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alertId: string;
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
            default: components["responses"]["Problem"];
        };
    };
    listTemplates: {
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
                            name: string;
                            locale: string;
                            version: number;
                            /** @enum {unknown} */
                            origin: "shipped" | "staff";
                            subject: string;
                            content: string;
                            isActive: boolean;
                            /** Format: date-time */
                            createdAt: string;
                            about: string;
                            /** @description What it may say, and of which kind each value is. */
                            values: {
                                [key: string]: unknown;
                            };
                            /** @description What it has to say. */
                            needed: string[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    previewTemplate: {
        parameters: {
            query?: {
                locale?: "en" | "de" | "ar";
                version?: number;
                as?: "json" | "html" | "text";
            };
            header?: never;
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
                        subject: string;
                        text: string;
                        html: string;
                    } | string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    previewTemplateDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
                locale: "en" | "de" | "ar";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    subject: string;
                    content: string;
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
                        subject: string;
                        text: string;
                        html: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    showTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
                locale: "en" | "de" | "ar";
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
                        locale: string;
                        version: number;
                        /** @enum {unknown} */
                        origin: "shipped" | "staff";
                        subject: string;
                        content: string;
                        isActive: boolean;
                        /** Format: date-time */
                        createdAt: string;
                        versions: {
                            name: string;
                            locale: string;
                            version: number;
                            /** @enum {unknown} */
                            origin: "shipped" | "staff";
                            subject: string;
                            content: string;
                            isActive: boolean;
                            /** Format: date-time */
                            createdAt: string;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    changeTemplate: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that the change was made to, as the ETag said it. */
                "if-match"?: string;
            };
            path: {
                name: string;
                locale: "en" | "de" | "ar";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    subject: string;
                    content: string;
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
                        locale: string;
                        version: number;
                        /** @enum {unknown} */
                        origin: "shipped" | "staff";
                        subject: string;
                        content: string;
                        isActive: boolean;
                        /** Format: date-time */
                        createdAt: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    restoreTemplate: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that the change was made to, as the ETag said it. */
                "if-match"?: string;
            };
            path: {
                name: string;
                locale: "en" | "de" | "ar";
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
                        locale: string;
                        version: number;
                        /** @enum {unknown} */
                        origin: "shipped" | "staff";
                        subject: string;
                        content: string;
                        isActive: boolean;
                        /** Format: date-time */
                        createdAt: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listSuppressions: {
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
                            email: string;
                            /** @enum {unknown} */
                            reason: "hard-bounce" | "complaint" | "staff";
                            detail: string;
                            /** Format: date-time */
                            createdAt: string;
                        }[];
                        next: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    suppressEmail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                    /** @default  */
                    detail?: string;
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
                        email: string;
                        /** @enum {unknown} */
                        reason: "hard-bounce" | "complaint" | "staff";
                        detail: string;
                        /** Format: date-time */
                        createdAt: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    liftSuppression: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                email: string;
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
            default: components["responses"]["Problem"];
        };
    };
    takeMailReports: {
        parameters: {
            query?: never;
            header?: {
                "lumora-signature"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description The JSON text of a list of reports, exactly as it was signed. */
        requestBody: {
            content: {
                "application/json": string;
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
                        suppressed: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    showUnsubscription: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
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
                        channel: string;
                        topic: string;
                        /** @description Whether it is done; a GET changes nothing. */
                        unsubscribed: boolean;
                    } | string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    unsubscribe: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
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
                        channel: string;
                        topic: string;
                        /** @description Whether it is done; a GET changes nothing. */
                        unsubscribed: boolean;
                    } | string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listCampaigns: {
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
                            template: string;
                            /** @enum {unknown} */
                            channel: "email" | "sms" | "inbox";
                            topic: string;
                            segment: {
                                groups?: string[];
                                /** Format: date-time */
                                boughtSince?: string;
                                /** Format: date-time */
                                boughtBefore?: string;
                                /** @description At least so much in all, in `currency`. */
                                boughtMinor?: number;
                                currency?: string;
                            };
                            /** Format: date-time */
                            startAt: string;
                            perMinute: number | null;
                            /** @enum {unknown} */
                            state: "draft" | "running" | "paused" | "cancelled" | "done";
                            queued: number;
                            /** @description Meant by the segment, but did not say yes. */
                            optedOut: number;
                            /** @description Said yes, but mails to the address come back. */
                            suppressed: number;
                            startedAt: string | null;
                            finishedAt: string | null;
                            version: number;
                            /** Format: date-time */
                            createdAt: string;
                        }[];
                        next: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    makeCampaign: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    template: string;
                    /**
                     * @default email
                     * @enum {unknown}
                     */
                    channel?: "email" | "sms" | "inbox";
                    /**
                     * @default promotions
                     * @enum {unknown}
                     */
                    topic?: "promotions" | "price-drops" | "back-in-stock" | "reminders";
                    segment: {
                        groups?: string[];
                        /** Format: date-time */
                        boughtSince?: string;
                        /** Format: date-time */
                        boughtBefore?: string;
                        /** @description At least so much in all, in `currency`. */
                        boughtMinor?: number;
                        currency?: string;
                    };
                    /** Format: date-time */
                    startAt?: string;
                    perMinute?: number | null;
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
                        template: string;
                        /** @enum {unknown} */
                        channel: "email" | "sms" | "inbox";
                        topic: string;
                        segment: {
                            groups?: string[];
                            /** Format: date-time */
                            boughtSince?: string;
                            /** Format: date-time */
                            boughtBefore?: string;
                            /** @description At least so much in all, in `currency`. */
                            boughtMinor?: number;
                            currency?: string;
                        };
                        /** Format: date-time */
                        startAt: string;
                        perMinute: number | null;
                        /** @enum {unknown} */
                        state: "draft" | "running" | "paused" | "cancelled" | "done";
                        queued: number;
                        /** @description Meant by the segment, but did not say yes. */
                        optedOut: number;
                        /** @description Said yes, but mails to the address come back. */
                        suppressed: number;
                        startedAt: string | null;
                        finishedAt: string | null;
                        version: number;
                        /** Format: date-time */
                        createdAt: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    reportCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaignId: string;
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
                        template: string;
                        /** @enum {unknown} */
                        channel: "email" | "sms" | "inbox";
                        topic: string;
                        segment: {
                            groups?: string[];
                            /** Format: date-time */
                            boughtSince?: string;
                            /** Format: date-time */
                            boughtBefore?: string;
                            /** @description At least so much in all, in `currency`. */
                            boughtMinor?: number;
                            currency?: string;
                        };
                        /** Format: date-time */
                        startAt: string;
                        perMinute: number | null;
                        /** @enum {unknown} */
                        state: "draft" | "running" | "paused" | "cancelled" | "done";
                        queued: number;
                        /** @description Meant by the segment, but did not say yes. */
                        optedOut: number;
                        /** @description Said yes, but mails to the address come back. */
                        suppressed: number;
                        startedAt: string | null;
                        finishedAt: string | null;
                        version: number;
                        /** Format: date-time */
                        createdAt: string;
                        messages: {
                            waiting: number;
                            sent: number;
                            failed: number;
                            /** @description Said no after the message was queued. */
                            optedOut: number;
                            withheld: number;
                        };
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    changeCampaign: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that the change was made to, as the ETag said it. */
                "if-match"?: string;
            };
            path: {
                campaignId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    template: string;
                    /**
                     * @default email
                     * @enum {unknown}
                     */
                    channel?: "email" | "sms" | "inbox";
                    /**
                     * @default promotions
                     * @enum {unknown}
                     */
                    topic?: "promotions" | "price-drops" | "back-in-stock" | "reminders";
                    segment: {
                        groups?: string[];
                        /** Format: date-time */
                        boughtSince?: string;
                        /** Format: date-time */
                        boughtBefore?: string;
                        /** @description At least so much in all, in `currency`. */
                        boughtMinor?: number;
                        currency?: string;
                    };
                    /** Format: date-time */
                    startAt?: string;
                    perMinute?: number | null;
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
                        template: string;
                        /** @enum {unknown} */
                        channel: "email" | "sms" | "inbox";
                        topic: string;
                        segment: {
                            groups?: string[];
                            /** Format: date-time */
                            boughtSince?: string;
                            /** Format: date-time */
                            boughtBefore?: string;
                            /** @description At least so much in all, in `currency`. */
                            boughtMinor?: number;
                            currency?: string;
                        };
                        /** Format: date-time */
                        startAt: string;
                        perMinute: number | null;
                        /** @enum {unknown} */
                        state: "draft" | "running" | "paused" | "cancelled" | "done";
                        queued: number;
                        /** @description Meant by the segment, but did not say yes. */
                        optedOut: number;
                        /** @description Said yes, but mails to the address come back. */
                        suppressed: number;
                        startedAt: string | null;
                        finishedAt: string | null;
                        version: number;
                        /** Format: date-time */
                        createdAt: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    tryCampaignOut: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaignId: string;
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
                        /** @description In the segment. */
                        meant: number;
                        /** @description Would be told. */
                        willing: number;
                        optedOut: number;
                        suppressed: number;
                        /** @description Without a confirmed address. */
                        unreachable: number;
                        sample: {
                            /** Format: uuid */
                            userId: string;
                            name: string;
                            locale: string;
                        }[];
                        preview: {
                            subject: string;
                            text: string;
                            html: string;
                        };
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    startCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaignId: string;
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
                        template: string;
                        /** @enum {unknown} */
                        channel: "email" | "sms" | "inbox";
                        topic: string;
                        segment: {
                            groups?: string[];
                            /** Format: date-time */
                            boughtSince?: string;
                            /** Format: date-time */
                            boughtBefore?: string;
                            /** @description At least so much in all, in `currency`. */
                            boughtMinor?: number;
                            currency?: string;
                        };
                        /** Format: date-time */
                        startAt: string;
                        perMinute: number | null;
                        /** @enum {unknown} */
                        state: "draft" | "running" | "paused" | "cancelled" | "done";
                        queued: number;
                        /** @description Meant by the segment, but did not say yes. */
                        optedOut: number;
                        /** @description Said yes, but mails to the address come back. */
                        suppressed: number;
                        startedAt: string | null;
                        finishedAt: string | null;
                        version: number;
                        /** Format: date-time */
                        createdAt: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    pauseCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaignId: string;
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
                        template: string;
                        /** @enum {unknown} */
                        channel: "email" | "sms" | "inbox";
                        topic: string;
                        segment: {
                            groups?: string[];
                            /** Format: date-time */
                            boughtSince?: string;
                            /** Format: date-time */
                            boughtBefore?: string;
                            /** @description At least so much in all, in `currency`. */
                            boughtMinor?: number;
                            currency?: string;
                        };
                        /** Format: date-time */
                        startAt: string;
                        perMinute: number | null;
                        /** @enum {unknown} */
                        state: "draft" | "running" | "paused" | "cancelled" | "done";
                        queued: number;
                        /** @description Meant by the segment, but did not say yes. */
                        optedOut: number;
                        /** @description Said yes, but mails to the address come back. */
                        suppressed: number;
                        startedAt: string | null;
                        finishedAt: string | null;
                        version: number;
                        /** Format: date-time */
                        createdAt: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    cancelCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaignId: string;
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
                        template: string;
                        /** @enum {unknown} */
                        channel: "email" | "sms" | "inbox";
                        topic: string;
                        segment: {
                            groups?: string[];
                            /** Format: date-time */
                            boughtSince?: string;
                            /** Format: date-time */
                            boughtBefore?: string;
                            /** @description At least so much in all, in `currency`. */
                            boughtMinor?: number;
                            currency?: string;
                        };
                        /** Format: date-time */
                        startAt: string;
                        perMinute: number | null;
                        /** @enum {unknown} */
                        state: "draft" | "running" | "paused" | "cancelled" | "done";
                        queued: number;
                        /** @description Meant by the segment, but did not say yes. */
                        optedOut: number;
                        /** @description Said yes, but mails to the address come back. */
                        suppressed: number;
                        startedAt: string | null;
                        finishedAt: string | null;
                        version: number;
                        /** Format: date-time */
                        createdAt: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listWebhookTopics: {
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
                            topic: string;
                            staffOnly: boolean;
                            fields: string[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listSubscriptions: {
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
                            url: string;
                            topics: string[];
                            description: string;
                            /** @enum {unknown} */
                            state: "active" | "disabled";
                            disabledReason: string | null;
                            failingSince: string | null;
                            version: number;
                            /** Format: date-time */
                            createdAt: string;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    addSubscription: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    url: string;
                    topics: string[];
                    /** @default  */
                    description?: string;
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
                        url: string;
                        topics: string[];
                        description: string;
                        /** @enum {unknown} */
                        state: "active" | "disabled";
                        disabledReason: string | null;
                        failingSince: string | null;
                        version: number;
                        /** Format: date-time */
                        createdAt: string;
                        /** @description Shown this once. `whsec_…`, as Standard Webhooks writes it. */
                        secret: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    showSubscription: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                subscriptionId: string;
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
                        url: string;
                        topics: string[];
                        description: string;
                        /** @enum {unknown} */
                        state: "active" | "disabled";
                        disabledReason: string | null;
                        failingSince: string | null;
                        version: number;
                        /** Format: date-time */
                        createdAt: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    removeSubscription: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                subscriptionId: string;
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
            default: components["responses"]["Problem"];
        };
    };
    changeSubscription: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that the change was made to, as the ETag said it. */
                "if-match"?: string;
            };
            path: {
                subscriptionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    url?: string;
                    topics?: string[];
                    description?: string;
                    /** @enum {unknown} */
                    state?: "active" | "disabled";
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
                        url: string;
                        topics: string[];
                        description: string;
                        /** @enum {unknown} */
                        state: "active" | "disabled";
                        disabledReason: string | null;
                        failingSince: string | null;
                        version: number;
                        /** Format: date-time */
                        createdAt: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    rotateWebhookSecret: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                subscriptionId: string;
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
                        secret: string;
                        /** Format: date-time */
                        formerUntil: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listWebhooks: {
        parameters: {
            query?: {
                state?: "waiting" | "delivered" | "failed";
                /** @description The `next` of the page before. */
                after?: string;
                limit?: number;
            };
            header?: never;
            path: {
                subscriptionId: string;
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
                            eventId: string;
                            topic: string;
                            subject: string;
                            /** @enum {unknown} */
                            state: "waiting" | "delivered" | "failed";
                            tries: number;
                            dueAt: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            deliveredAt: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    showWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                subscriptionId: string;
                webhookId: string;
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
                        eventId: string;
                        topic: string;
                        subject: string;
                        /** @enum {unknown} */
                        state: "waiting" | "delivered" | "failed";
                        tries: number;
                        dueAt: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        deliveredAt: string | null;
                        body: string;
                        deliveries: {
                            /** @enum {unknown} */
                            outcome: "accepted" | "again" | "refused";
                            detail: string;
                            ms: number;
                            /** Format: date-time */
                            triedAt: string;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    replayWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                subscriptionId: string;
                webhookId: string;
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
                        webhooks: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    replayWebhooks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                subscriptionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date-time */
                    from: string;
                    /** Format: date-time */
                    to: string;
                    /** @default false */
                    onlyFailed?: boolean;
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
                        webhooks: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
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
                            /** @description Only in the answer that placed a guest’s order. */
                            token?: string;
                        }[];
                        next: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    placeOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description The token of the guest’s cart that is ordered. */
                "cart-token"?: string;
                "idempotency-key"?: string;
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
                        /** @description Only in the answer that placed a guest’s order. */
                        token?: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
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
                        /** @description Only in the answer that placed a guest’s order. */
                        token?: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    payOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description The token of a guest’s order, told when it was placed. */
                "order-token"?: string;
                "idempotency-key"?: string;
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
                        /** @description Only in the answer that placed a guest’s order. */
                        token?: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    cancelOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description The token of a guest’s order, told when it was placed. */
                "order-token"?: string;
                "idempotency-key"?: string;
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
                        /** @description Only in the answer that placed a guest’s order. */
                        token?: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
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
                            /** @description Only in the answer that placed a guest’s order. */
                            token?: string;
                        }[];
                        next: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
        };
    };
    noteOrder: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
        };
    };
    callOffOrder: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
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
                        /** @description Only in the answer that placed a guest’s order. */
                        token?: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
        };
    };
    shipOrder: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
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
            default: components["responses"]["Problem"];
        };
    };
    deliverShipment: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
        };
    };
    requestReturn: {
        parameters: {
            query?: never;
            header?: {
                /** @description The token of a guest’s order, told when it was placed. */
                "order-token"?: string;
                "idempotency-key"?: string;
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
        };
    };
    decideOnReturn: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
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
            default: components["responses"]["Problem"];
        };
    };
    receiveReturn: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
        };
    };
    repairOrderException: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
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
            default: components["responses"]["Problem"];
        };
    };
    dismissOrderException: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
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
            default: components["responses"]["Problem"];
        };
    };
    listPaymentFailedJobs: {
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
            default: components["responses"]["Problem"];
        };
    };
    retryPaymentFailedJob: {
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
            default: components["responses"]["Problem"];
        };
    };
    listPayments: {
        parameters: {
            query?: {
                orderId?: string;
                /** @description The provider’s id, for example what a bank transfer names. */
                reference?: string;
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
                            orderId: string;
                            attempt: number;
                            provider: string;
                            providerPaymentId: string | null;
                            /** @enum {unknown} */
                            status: "processing" | "action-needed" | "authorised" | "declined" | "captured" | "voided";
                            declineReason: string | null;
                            amountMinor: number;
                            currency: string;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            changedAt: string;
                            /** @description What was given back, or is about to be. */
                            refundsMinor: number;
                            /** @description What the buyer’s bank has taken back, or may. */
                            disputedMinor: number;
                            ledger: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {unknown} */
                                kind: "capture" | "refund" | "receipt" | "return" | "dispute" | "dispute-won";
                                currency: string;
                                /** Format: date-time */
                                postedAt: string;
                                postings: {
                                    account: string;
                                    amountMinor: number;
                                }[];
                            }[];
                        }[];
                        next: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    requestRefund: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    amountMinor: number;
                    currency: string;
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
                        orderId: string;
                        amountMinor: number;
                        currency: string;
                        reason: string;
                        /**
                         * @description `waiting` is for a second person’s approval.
                         * @enum {unknown}
                         */
                        status: "waiting" | "processing" | "refunded" | "failed" | "refused";
                        requestedBy: string;
                        decidedBy: string | null;
                        failReason: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        changedAt: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    decideRefund: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                orderId: string;
                refundId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {unknown} */
                    outcome: "approve" | "refuse";
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
                        amountMinor: number;
                        currency: string;
                        reason: string;
                        /**
                         * @description `waiting` is for a second person’s approval.
                         * @enum {unknown}
                         */
                        status: "waiting" | "processing" | "refunded" | "failed" | "refused";
                        requestedBy: string;
                        decidedBy: string | null;
                        failReason: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        changedAt: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listRefunds: {
        parameters: {
            query?: {
                /** @description Those that a second person must decide on. */
                status?: "waiting";
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
                            orderId: string;
                            amountMinor: number;
                            currency: string;
                            reason: string;
                            /**
                             * @description `waiting` is for a second person’s approval.
                             * @enum {unknown}
                             */
                            status: "waiting" | "processing" | "refunded" | "failed" | "refused";
                            requestedBy: string;
                            decidedBy: string | null;
                            failReason: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            changedAt: string;
                        }[];
                        next: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listReceipts: {
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
                            /** Format: uuid */
                            orderId: string;
                            amountMinor: number;
                            currency: string;
                            reference: string;
                            /** @description What of it counts towards the payment; the rest is to be returned. */
                            appliedMinor: number;
                            /** Format: date */
                            receivedOn: string;
                            recordedBy: string;
                            /** Format: date-time */
                            recordedAt: string;
                            returnedMinor: number | null;
                            returnReference: string | null;
                            returnedOn: string | null;
                            returnedBy: string | null;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    recordReceipt: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    amountMinor: number;
                    currency: string;
                    /** @description The bank’s own reference of this movement, for example its UTR: each is recorded once. */
                    reference: string;
                    /** Format: date */
                    receivedOn: string;
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
                        amountMinor: number;
                        currency: string;
                        reference: string;
                        /** @description What of it counts towards the payment; the rest is to be returned. */
                        appliedMinor: number;
                        /** Format: date */
                        receivedOn: string;
                        recordedBy: string;
                        /** Format: date-time */
                        recordedAt: string;
                        returnedMinor: number | null;
                        returnReference: string | null;
                        returnedOn: string | null;
                        returnedBy: string | null;
                        paymentStatus: string;
                        /** @description What the buyer has still to transfer. */
                        outstandingMinor: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    noteReturn: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                orderId: string;
                receiptId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The bank’s own reference of this movement, for example its UTR: each is recorded once. */
                    reference: string;
                    /** Format: date */
                    paidOn: string;
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
                        amountMinor: number;
                        currency: string;
                        reference: string;
                        /** @description What of it counts towards the payment; the rest is to be returned. */
                        appliedMinor: number;
                        /** Format: date */
                        receivedOn: string;
                        recordedBy: string;
                        /** Format: date-time */
                        recordedAt: string;
                        returnedMinor: number | null;
                        returnReference: string | null;
                        returnedOn: string | null;
                        returnedBy: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    notePayout: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                orderId: string;
                refundId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The bank’s own reference of this movement, for example its UTR: each is recorded once. */
                    reference: string;
                    /** Format: date */
                    paidOn: string;
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
                        amountMinor: number;
                        currency: string;
                        reason: string;
                        /**
                         * @description `waiting` is for a second person’s approval.
                         * @enum {unknown}
                         */
                        status: "waiting" | "processing" | "refunded" | "failed" | "refused";
                        requestedBy: string;
                        decidedBy: string | null;
                        failReason: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        changedAt: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listPaymentExceptions: {
        parameters: {
            query?: {
                /** @description Those that nobody has looked into. */
                status?: "open";
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
                            kind: "amount-mismatch" | "reference-mismatch" | "status-conflict" | "not-at-provider" | "unknown-payment" | "refund-failed" | "disputed" | "receipt-differs" | "part-receipt" | "not-resolved" | "answer-not-usable";
                            provider: string;
                            reference: string;
                            orderId: string | null;
                            ours: {
                                status: string;
                                amountMinor: number;
                                currency: string;
                            } | null;
                            theirs: {
                                status: string;
                                amountMinor: number;
                                currency: string;
                            } | null;
                            /** Format: date-time */
                            filedAt: string;
                            resolvedAt: string | null;
                            resolvedBy: string | null;
                            note: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    resolvePaymentException: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                exceptionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    note: string;
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
                        kind: "amount-mismatch" | "reference-mismatch" | "status-conflict" | "not-at-provider" | "unknown-payment" | "refund-failed" | "disputed" | "receipt-differs" | "part-receipt" | "not-resolved" | "answer-not-usable";
                        provider: string;
                        reference: string;
                        orderId: string | null;
                        ours: {
                            status: string;
                            amountMinor: number;
                            currency: string;
                        } | null;
                        theirs: {
                            status: string;
                            amountMinor: number;
                            currency: string;
                        } | null;
                        /** Format: date-time */
                        filedAt: string;
                        resolvedAt: string | null;
                        resolvedBy: string | null;
                        note: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listLedgerAccounts: {
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
                            account: string;
                            currency: string;
                            /** @description Debits less credits; all accounts of a currency sum to zero. */
                            balanceMinor: number;
                            postings: number;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listLedgerEntries: {
        parameters: {
            query?: {
                account?: string;
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
                            /** Format: uuid */
                            id: string;
                            /** @enum {unknown} */
                            kind: "capture" | "refund" | "receipt" | "return" | "dispute" | "dispute-won";
                            currency: string;
                            /** Format: date-time */
                            postedAt: string;
                            postings: {
                                account: string;
                                amountMinor: number;
                            }[];
                            /** Format: uuid */
                            orderId: string;
                            /** Format: uuid */
                            paymentId: string;
                        }[];
                        next: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listReconciliations: {
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
                            /** Format: date */
                            day: string;
                            provider: string;
                            totals: {
                                currency: string;
                                matched: number;
                                oursCapturedMinor: number;
                                oursRefundedMinor: number;
                                theirsCapturedMinor: number;
                                theirsRefundedMinor: number;
                            }[];
                            differences: number;
                            /** Format: date-time */
                            checkedAt: string;
                        }[];
                        next: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    showReconciliation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                day: string;
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
                        /** Format: date */
                        day: string;
                        providers: {
                            /** Format: date */
                            day: string;
                            provider: string;
                            totals: {
                                currency: string;
                                matched: number;
                                oursCapturedMinor: number;
                                oursRefundedMinor: number;
                                theirsCapturedMinor: number;
                                theirsRefundedMinor: number;
                            }[];
                            differences: number;
                            /** Format: date-time */
                            checkedAt: string;
                        }[];
                        /** @description At most 1,000. */
                        differences: {
                            provider: string;
                            /** @enum {unknown} */
                            movement: "capture" | "refund";
                            /** @description The provider’s id of it, or ours where the provider has none. */
                            reference: string;
                            /** @enum {unknown} */
                            kind: "missing-here" | "missing-there" | "amounts-differ";
                            orderId: string | null;
                            currency: string;
                            oursMinor: number | null;
                            theirsMinor: number | null;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    repeatReconciliation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                day: string;
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
                        /** Format: date */
                        day: string;
                        providers: {
                            /** Format: date */
                            day: string;
                            provider: string;
                            totals: {
                                currency: string;
                                matched: number;
                                oursCapturedMinor: number;
                                oursRefundedMinor: number;
                                theirsCapturedMinor: number;
                                theirsRefundedMinor: number;
                            }[];
                            differences: number;
                            /** Format: date-time */
                            checkedAt: string;
                        }[];
                        /** @description At most 1,000. */
                        differences: {
                            provider: string;
                            /** @enum {unknown} */
                            movement: "capture" | "refund";
                            /** @description The provider’s id of it, or ours where the provider has none. */
                            reference: string;
                            /** @enum {unknown} */
                            kind: "missing-here" | "missing-there" | "amounts-differ";
                            orderId: string | null;
                            currency: string;
                            oursMinor: number | null;
                            theirsMinor: number | null;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    exportReconciliation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                day: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The differences of the day, a line each. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    takeSandboxWebhook: {
        parameters: {
            query?: never;
            header?: {
                "sandbox-signature"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description The JSON text of a report, exactly as it was signed. */
        requestBody: {
            content: {
                "application/json": string;
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
                        /** @enum {boolean} */
                        received: true;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    takeStripeWebhook: {
        parameters: {
            query?: never;
            header?: {
                "stripe-signature"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description The JSON text of an event, exactly as it was signed. */
        requestBody: {
            content: {
                "application/json": string;
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
                        /** @enum {boolean} */
                        received: true;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    showSandboxChallenge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                challengeId: string;
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
                        status: "open" | "settled";
                        outcome: ("approve" | "decline") | null;
                        choices: ("approve" | "decline")[];
                        amountMinor: number;
                        currency: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    settleSandboxChallenge: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                challengeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {unknown} */
                    outcome: "approve" | "decline";
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
                        status: "open" | "settled";
                        outcome: ("approve" | "decline") | null;
                        choices: ("approve" | "decline")[];
                        amountMinor: number;
                        currency: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
        };
    };
    addDesign: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
        };
    };
    changeStock: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
        };
    };
    addPiece: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
        };
    };
    handOver: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
        };
    };
    addPlace: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
        };
    };
    takeStock: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
        };
    };
    addMedium: {
        parameters: {
            query?: {
                /** @description For pictures of other things, as of categories: never forgotten. Others are, unused for 30 days. */
                keep?: boolean;
            };
            header?: {
                "idempotency-key"?: string;
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
        };
    };
    startImport: {
        parameters: {
            query?: {
                /** @description Finds every fault, and changes nothing. */
                dryRun?: boolean;
            };
            header?: {
                "idempotency-key"?: string;
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
        };
    };
    addPriceList: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
        };
    };
    proposeRate: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
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
            default: components["responses"]["Problem"];
        };
    };
    proposeRollback: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
        };
    };
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
        };
    };
    addAddress: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
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
            default: components["responses"]["Problem"];
        };
    };
    listSizes: {
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
                            /**
                             * @example me, left ring finger
                             * @example my wife
                             */
                            name: string;
                            /** @enum {unknown} */
                            kind: "ring" | "bangle" | "chain";
                            /** @enum {unknown} */
                            system: "mm" | "cm" | "inch" | "diameter" | "iso" | "eu" | "us" | "ca" | "uk" | "ie" | "au" | "jp" | "in" | "ch" | "it" | "es" | "nl";
                            label: string;
                            /** @description In 0.01 mm: the inner circumference of a ring, the inner diameter of a bangle, the length of a chain. */
                            hundredthsMm: number;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                        }[];
                        next: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    addSize: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @example me, left ring finger
                     * @example my wife
                     */
                    name: string;
                    /** @enum {unknown} */
                    kind: "ring" | "bangle" | "chain";
                    /** @enum {unknown} */
                    system: "mm" | "cm" | "inch" | "diameter" | "iso" | "eu" | "us" | "ca" | "uk" | "ie" | "au" | "jp" | "in" | "ch" | "it" | "es" | "nl";
                    /**
                     * @example 6.5
                     * @example L1/2
                     */
                    label: string;
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
                        /**
                         * @example me, left ring finger
                         * @example my wife
                         */
                        name: string;
                        /** @enum {unknown} */
                        kind: "ring" | "bangle" | "chain";
                        /** @enum {unknown} */
                        system: "mm" | "cm" | "inch" | "diameter" | "iso" | "eu" | "us" | "ca" | "uk" | "ie" | "au" | "jp" | "in" | "ch" | "it" | "es" | "nl";
                        label: string;
                        /** @description In 0.01 mm: the inner circumference of a ring, the inner diameter of a bangle, the length of a chain. */
                        hundredthsMm: number;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    changeSize: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sizeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @example me, left ring finger
                     * @example my wife
                     */
                    name: string;
                    /** @enum {unknown} */
                    kind: "ring" | "bangle" | "chain";
                    /** @enum {unknown} */
                    system: "mm" | "cm" | "inch" | "diameter" | "iso" | "eu" | "us" | "ca" | "uk" | "ie" | "au" | "jp" | "in" | "ch" | "it" | "es" | "nl";
                    /**
                     * @example 6.5
                     * @example L1/2
                     */
                    label: string;
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
                        /**
                         * @example me, left ring finger
                         * @example my wife
                         */
                        name: string;
                        /** @enum {unknown} */
                        kind: "ring" | "bangle" | "chain";
                        /** @enum {unknown} */
                        system: "mm" | "cm" | "inch" | "diameter" | "iso" | "eu" | "us" | "ca" | "uk" | "ie" | "au" | "jp" | "in" | "ch" | "it" | "es" | "nl";
                        label: string;
                        /** @description In 0.01 mm: the inner circumference of a ring, the inner diameter of a bangle, the length of a chain. */
                        hundredthsMm: number;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    dropSize: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sizeId: string;
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
            default: components["responses"]["Problem"];
        };
    };
    listDates: {
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
                            /** @example Our wedding */
                            label: string;
                            /** @enum {unknown} */
                            occasion: "anniversary" | "birthday" | "other";
                            month: number;
                            day: number;
                            year: number | null;
                            remindDaysBefore: number | null;
                            /**
                             * Format: date
                             * @description When it comes next; 29 February is kept on the 28th in other years.
                             */
                            nextOn: string;
                        }[];
                        next: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    addDate: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @example Our wedding */
                    label: string;
                    /** @enum {unknown} */
                    occasion: "anniversary" | "birthday" | "other";
                    month: number;
                    day: number;
                    year?: number;
                    remindDaysBefore?: number;
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
                        /** @example Our wedding */
                        label: string;
                        /** @enum {unknown} */
                        occasion: "anniversary" | "birthday" | "other";
                        month: number;
                        day: number;
                        year: number | null;
                        remindDaysBefore: number | null;
                        /**
                         * Format: date
                         * @description When it comes next; 29 February is kept on the 28th in other years.
                         */
                        nextOn: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    changeDate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                dateId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @example Our wedding */
                    label: string;
                    /** @enum {unknown} */
                    occasion: "anniversary" | "birthday" | "other";
                    month: number;
                    day: number;
                    year?: number;
                    remindDaysBefore?: number;
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
                        /** @example Our wedding */
                        label: string;
                        /** @enum {unknown} */
                        occasion: "anniversary" | "birthday" | "other";
                        month: number;
                        day: number;
                        year: number | null;
                        remindDaysBefore: number | null;
                        /**
                         * Format: date
                         * @description When it comes next; 29 February is kept on the 28th in other years.
                         */
                        nextOn: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    dropDate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                dateId: string;
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
            default: components["responses"]["Problem"];
        };
    };
    showConsents: {
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
                            /** @enum {unknown} */
                            channel: "email" | "sms" | "inbox" | "push";
                            /** @enum {unknown} */
                            topic: "orders" | "promotions" | "price-drops" | "back-in-stock" | "reminders";
                            granted: boolean;
                            /** @description News of one’s own orders is always sent. */
                            fixed: boolean;
                            changedAt: string | null;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    changeConsents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    changes: {
                        /** @enum {unknown} */
                        channel: "email" | "sms" | "inbox" | "push";
                        /** @enum {unknown} */
                        topic: "promotions" | "price-drops" | "back-in-stock" | "reminders";
                        granted: boolean;
                    }[];
                    /**
                     * @description Where the person says it.
                     * @default account
                     * @enum {unknown}
                     */
                    source?: "account" | "checkout" | "newsletter" | "wishlist";
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
                            /** @enum {unknown} */
                            channel: "email" | "sms" | "inbox" | "push";
                            /** @enum {unknown} */
                            topic: "orders" | "promotions" | "price-drops" | "back-in-stock" | "reminders";
                            granted: boolean;
                            /** @description News of one’s own orders is always sent. */
                            fixed: boolean;
                            changedAt: string | null;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listConsentChanges: {
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
                            /** @enum {unknown} */
                            channel: "email" | "sms" | "inbox" | "push";
                            /** @enum {unknown} */
                            topic: "promotions" | "price-drops" | "back-in-stock" | "reminders";
                            from: boolean;
                            to: boolean;
                            /**
                             * @description Where the person said it; `mail` is the link in one.
                             * @enum {unknown}
                             */
                            source: "account" | "checkout" | "newsletter" | "wishlist" | "mail";
                            /** Format: uuid */
                            changedBy: string;
                            /** Format: date-time */
                            at: string;
                        }[];
                        next: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listWishlists: {
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
                            itemCount: number;
                            link: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                        }[];
                        next: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    addWishlist: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @example For Diwali */
                    name: string;
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
                        itemCount: number;
                        link: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    showWishlist: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                wishlistId: string;
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
                        itemCount: number;
                        link: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    changeWishlist: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                wishlistId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @example For Diwali */
                    name: string;
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
                        itemCount: number;
                        link: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    dropWishlist: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                wishlistId: string;
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
            default: components["responses"]["Problem"];
        };
    };
    shareWishlist: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                wishlistId: string;
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
                        itemCount: number;
                        link: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    unshareWishlist: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                wishlistId: string;
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
                        itemCount: number;
                        link: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listWishlistItems: {
        parameters: {
            query?: {
                /** @description The `next` of the page before. */
                after?: string;
                limit?: number;
            };
            header?: never;
            path: {
                wishlistId: string;
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
                            designSlug: string | null;
                            variantId: string | null;
                            pieceId: string | null;
                            note: string | null;
                            /** Format: date-time */
                            addedAt: string;
                        }[];
                        next: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    addWishlistItem: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                wishlistId: string;
            };
            cookie?: never;
        };
        /** @description One of designSlug, variantId and pieceId at the least. */
        requestBody: {
            content: {
                "application/json": {
                    designSlug?: string;
                    /** Format: uuid */
                    variantId?: string;
                    /** Format: uuid */
                    pieceId?: string;
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
                        designSlug: string | null;
                        variantId: string | null;
                        pieceId: string | null;
                        note: string | null;
                        /** Format: date-time */
                        addedAt: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    noteWishlistItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                wishlistId: string;
                itemId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    note: string | null;
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
                        designSlug: string | null;
                        variantId: string | null;
                        pieceId: string | null;
                        note: string | null;
                        /** Format: date-time */
                        addedAt: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    moveWishlistItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                wishlistId: string;
                itemId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    wishlistId: string;
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
                        designSlug: string | null;
                        variantId: string | null;
                        pieceId: string | null;
                        note: string | null;
                        /** Format: date-time */
                        addedAt: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    dropWishlistItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                wishlistId: string;
                itemId: string;
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
            default: components["responses"]["Problem"];
        };
    };
    showSharedWishlist: {
        parameters: {
            query?: {
                /** @description The `next` of the page before. */
                after?: string;
                limit?: number;
            };
            header?: never;
            path: {
                link: string;
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
                        items: {
                            designSlug: string | null;
                            variantId: string | null;
                            pieceId: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listCustomers: {
        parameters: {
            query?: {
                /** @description The `next` of the page before. */
                after?: string;
                limit?: number;
                /** @description How the name or the e-mail begins, in any case. */
                q?: string;
                /** @example vip */
                group?: string;
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
                            name: string | null;
                            maskedEmail: string | null;
                            emailVerifiedAt: string | null;
                            groups: string[];
                            /** Format: date-time */
                            createdAt: string;
                        }[];
                        next: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    showCustomer: {
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
                        groups: string[];
                        addresses: {
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
                        sizes: {
                            /** Format: uuid */
                            id: string;
                            /**
                             * @example me, left ring finger
                             * @example my wife
                             */
                            name: string;
                            /** @enum {unknown} */
                            kind: "ring" | "bangle" | "chain";
                            /** @enum {unknown} */
                            system: "mm" | "cm" | "inch" | "diameter" | "iso" | "eu" | "us" | "ca" | "uk" | "ie" | "au" | "jp" | "in" | "ch" | "it" | "es" | "nl";
                            label: string;
                            /** @description In 0.01 mm: the inner circumference of a ring, the inner diameter of a bangle, the length of a chain. */
                            hundredthsMm: number;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                        }[];
                        consents: {
                            items: {
                                /** @enum {unknown} */
                                channel: "email" | "sms" | "inbox" | "push";
                                /** @enum {unknown} */
                                topic: "orders" | "promotions" | "price-drops" | "back-in-stock" | "reminders";
                                granted: boolean;
                                /** @description News of one’s own orders is always sent. */
                                fixed: boolean;
                                changedAt: string | null;
                            }[];
                        };
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listCustomerNotes: {
        parameters: {
            query?: {
                /** @description The `next` of the page before. */
                after?: string;
                limit?: number;
            };
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
                        items: {
                            /** Format: uuid */
                            id: string;
                            text: string;
                            /** Format: uuid */
                            writtenBy: string;
                            /** Format: date-time */
                            at: string;
                        }[];
                        next: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    addCustomerNote: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                userId: string;
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
                        writtenBy: string;
                        /** Format: date-time */
                        at: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listCustomerAccesses: {
        parameters: {
            query?: {
                /** @description The `next` of the page before. */
                after?: string;
                limit?: number;
            };
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
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            staffId: string;
                            what: string;
                            /** Format: date-time */
                            at: string;
                        }[];
                        next: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    groupCustomer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    groups: string[];
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
                        groups: string[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listCustomerGroups: {
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
                            /** @example vip */
                            slug: string;
                            name: string;
                            description: string;
                            memberCount: number;
                            /** Format: date-time */
                            createdAt: string;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    putCustomerGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example vip */
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** @default  */
                    description?: string;
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
                        /** @example vip */
                        slug: string;
                        name: string;
                        description: string;
                        memberCount: number;
                        /** Format: date-time */
                        createdAt: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    dropCustomerGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example vip */
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
            default: components["responses"]["Problem"];
        };
    };
    askForExport: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
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
                        /** @enum {unknown} */
                        state: "running" | "done" | "failed" | "expired";
                        parts: {
                            service: string;
                            /** @enum {unknown} */
                            state: "pending" | "done" | "failed";
                            tries: number;
                            doneAt: string | null;
                        }[];
                        /** Format: date-time */
                        requestedAt: string;
                        finishedAt: string | null;
                        expiresAt: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    showExport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                exportId: string;
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
                        state: "running" | "done" | "failed" | "expired";
                        parts: {
                            service: string;
                            /** @enum {unknown} */
                            state: "pending" | "done" | "failed";
                            tries: number;
                            doneAt: string | null;
                        }[];
                        /** Format: date-time */
                        requestedAt: string;
                        finishedAt: string | null;
                        expiresAt: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    downloadArchive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                exportId: string;
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
                        /** @enum {string} */
                        format: "lumora-personal-data";
                        /** @enum {number} */
                        version: 1;
                        /** Format: uuid */
                        userId: string;
                        /** Format: date-time */
                        requestedAt: string;
                        /** Format: date-time */
                        finishedAt: string;
                        /** @description What each service knows, by the name of the service. */
                        parts: {
                            [key: string]: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    askForErasure: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description One’s own e-mail, to show that it is meant. */
                    email: string;
                };
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
                        /** @enum {unknown} */
                        state: "running" | "done" | "failed" | "expired";
                        parts: {
                            service: string;
                            /** @enum {unknown} */
                            state: "pending" | "done" | "failed";
                            tries: number;
                            doneAt: string | null;
                            did: {
                                what: string;
                                count: number;
                                /** @enum {unknown} */
                                how: "deleted" | "pseudonymised";
                            }[];
                        }[];
                        /** Format: date-time */
                        requestedAt: string;
                        finishedAt: string | null;
                        /** @description Shows how the erasure stands when the account is gone: keep it. */
                        receipt: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    showErasure: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                receipt: string;
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
                        state: "running" | "done" | "failed" | "expired";
                        parts: {
                            service: string;
                            /** @enum {unknown} */
                            state: "pending" | "done" | "failed";
                            tries: number;
                            doneAt: string | null;
                            did: {
                                what: string;
                                count: number;
                                /** @enum {unknown} */
                                how: "deleted" | "pseudonymised";
                            }[];
                        }[];
                        /** Format: date-time */
                        requestedAt: string;
                        finishedAt: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listErasures: {
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
                            /** Format: uuid */
                            userId: string;
                            /** @enum {unknown} */
                            state: "running" | "done" | "failed" | "expired";
                            parts: {
                                service: string;
                                /** @enum {unknown} */
                                state: "pending" | "done" | "failed";
                                tries: number;
                                doneAt: string | null;
                                did: {
                                    what: string;
                                    count: number;
                                    /** @enum {unknown} */
                                    how: "deleted" | "pseudonymised";
                                }[];
                                trouble: string | null;
                            }[];
                            /** Format: date-time */
                            requestedAt: string;
                            finishedAt: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    replayErasures: {
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
                     * Format: date-time
                     * @description The time of the backup that was restored.
                     */
                    since: string;
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
                        people: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    showHomePage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page; an ETag goes with it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        menus?: paths["/api/v1/menus"]["get"]["responses"]["200"]["content"]["application/json"]["schema"] | null;
                        categories?: paths["/api/v1/categories"]["get"]["responses"]["200"]["content"]["application/json"]["schema"] | null;
                        collections?: paths["/api/v1/collections"]["get"]["responses"]["200"]["content"]["application/json"]["schema"] | null;
                        newest?: paths["/api/v1/designs"]["get"]["responses"]["200"]["content"]["application/json"]["schema"] | null;
                        rates?: paths["/api/v1/metal-rates"]["get"]["responses"]["200"]["content"]["application/json"]["schema"] | null;
                        /** @description The parts that could not be had in time, and why. */
                        parts: {
                            [key: string]: {
                                /** @enum {unknown} */
                                missing: "too-late" | "unavailable" | "not-found" | "not-allowed";
                            };
                        };
                    };
                };
            };
            /** @description Not changed since the ETag of `If-None-Match`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    showListingPage: {
        parameters: {
            query?: {
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
                minPriceMinor?: number;
                maxPriceMinor?: number;
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
            /** @description The page; an ETag goes with it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        designs: paths["/api/v1/designs"]["get"]["responses"]["200"]["content"]["application/json"]["schema"];
                        category?: paths["/api/v1/categories/{slug}"]["get"]["responses"]["200"]["content"]["application/json"]["schema"] | null;
                        /** @description The parts that could not be had in time, and why. */
                        parts: {
                            [key: string]: {
                                /** @enum {unknown} */
                                missing: "too-late" | "unavailable" | "not-found" | "not-allowed";
                            };
                        };
                    };
                };
            };
            /** @description Not changed since the ETag of `If-None-Match`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    showDesignPage: {
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
            /** @description The page; an ETag goes with it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        design: paths["/api/v1/designs/{slug}"]["get"]["responses"]["200"]["content"]["application/json"]["schema"];
                        related?: paths["/api/v1/designs/{slug}/related"]["get"]["responses"]["200"]["content"]["application/json"]["schema"] | null;
                        rates?: paths["/api/v1/metal-rates"]["get"]["responses"]["200"]["content"]["application/json"]["schema"] | null;
                        category?: paths["/api/v1/categories/{slug}"]["get"]["responses"]["200"]["content"]["application/json"]["schema"] | null;
                        sizeChart?: paths["/api/v1/sizes/{kind}/chart"]["get"]["responses"]["200"]["content"]["application/json"]["schema"] | null;
                        /** @description The parts that could not be had in time, and why. */
                        parts: {
                            [key: string]: {
                                /** @enum {unknown} */
                                missing: "too-late" | "unavailable" | "not-found" | "not-allowed";
                            };
                        };
                    };
                };
            };
            /** @description Not changed since the ETag of `If-None-Match`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    showAccountPage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page; an ETag goes with it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        profile: paths["/api/v1/users/me"]["get"]["responses"]["200"]["content"]["application/json"]["schema"];
                        orders?: paths["/api/v1/orders"]["get"]["responses"]["200"]["content"]["application/json"]["schema"] | null;
                        messages?: paths["/api/v1/messages"]["get"]["responses"]["200"]["content"]["application/json"]["schema"] | null;
                        wishlists?: paths["/api/v1/users/me/wishlists"]["get"]["responses"]["200"]["content"]["application/json"]["schema"] | null;
                        /** @description The parts that could not be had in time, and why. */
                        parts: {
                            [key: string]: {
                                /** @enum {unknown} */
                                missing: "too-late" | "unavailable" | "not-found" | "not-allowed";
                            };
                        };
                    };
                };
            };
            /** @description Not changed since the ETag of `If-None-Match`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    showDashboardPage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page; an ETag goes with it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        toShip?: paths["/api/v1/orders/all"]["get"]["responses"]["200"]["content"]["application/json"]["schema"] | null;
                        orderExceptions?: paths["/api/v1/orders/exceptions"]["get"]["responses"]["200"]["content"]["application/json"]["schema"] | null;
                        paymentExceptions?: paths["/api/v1/payments/exceptions"]["get"]["responses"]["200"]["content"]["application/json"]["schema"] | null;
                        refunds?: paths["/api/v1/payments/refunds"]["get"]["responses"]["200"]["content"]["application/json"]["schema"] | null;
                        rates?: paths["/api/v1/metal-rates"]["get"]["responses"]["200"]["content"]["application/json"]["schema"] | null;
                        proposals?: paths["/api/v1/metal-rates/proposals"]["get"]["responses"]["200"]["content"]["application/json"]["schema"] | null;
                        orderFailedJobs?: paths["/api/v1/operations/order/failed-jobs"]["get"]["responses"]["200"]["content"]["application/json"]["schema"] | null;
                        paymentFailedJobs?: paths["/api/v1/operations/payment/failed-jobs"]["get"]["responses"]["200"]["content"]["application/json"]["schema"] | null;
                        productFailedJobs?: paths["/api/v1/operations/product/failed-jobs"]["get"]["responses"]["200"]["content"]["application/json"]["schema"] | null;
                        notificationFailedJobs?: paths["/api/v1/operations/notification/failed-jobs"]["get"]["responses"]["200"]["content"]["application/json"]["schema"] | null;
                        cartFailedJobs?: paths["/api/v1/operations/cart/failed-jobs"]["get"]["responses"]["200"]["content"]["application/json"]["schema"] | null;
                        userFailedJobs?: paths["/api/v1/operations/user/failed-jobs"]["get"]["responses"]["200"]["content"]["application/json"]["schema"] | null;
                        /** @description The parts that could not be had in time, and why. */
                        parts: {
                            [key: string]: {
                                /** @enum {unknown} */
                                missing: "too-late" | "unavailable" | "not-found" | "not-allowed";
                            };
                        };
                    };
                };
            };
            /** @description Not changed since the ETag of `If-None-Match`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
}
