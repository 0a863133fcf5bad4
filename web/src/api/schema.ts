// Generated from docs/openapi.json by `npm --prefix web/tools/openapi run generate`; not to be
// edited. The shapes come from the C++ types.

export interface paths {
    "/api/absences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is away or will be, and who stands in */
        get: operations["get_absences"];
        put?: never;
        /** Be away, or say that somebody is */
        post: operations["post_absences"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/absences/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Be back earlier than planned */
        delete: operations["delete_absences_id"];
        options?: never;
        head?: never;
        /** Change an absence */
        patch: operations["patch_absences_id"];
        trace?: never;
    };
    "/api/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Accounts one may see, by name */
        get: operations["get_accounts"];
        put?: never;
        /** Create an account */
        post: operations["post_accounts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The list of accounts as a file */
        get: operations["get_accounts_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An account */
        get: operations["get_accounts_id"];
        put?: never;
        post?: never;
        /** Delete an account */
        delete: operations["delete_accounts_id"];
        options?: never;
        head?: never;
        /** Change an account */
        patch: operations["patch_accounts_id"];
        trace?: never;
    };
    "/api/accounts/{id}/merge-preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What merging another account into this one would do */
        get: operations["get_accounts_id_merge_preview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{id}/merges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Merge another account into this one */
        post: operations["post_accounts_id_merges"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{id}/relations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The companies above and below an account, and the sums of its deals */
        get: operations["get_accounts_id_relations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{id}/restorations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Restore a deleted account */
        post: operations["post_accounts_id_restorations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to an account, its contacts and its deals, newest first */
        get: operations["get_accounts_id_timeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Activities of what one may see, newest first */
        get: operations["get_activities"];
        put?: never;
        /** Plan or log an activity */
        post: operations["post_activities"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activities.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The list of activities as a file */
        get: operations["get_activities_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activities/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove an activity */
        delete: operations["delete_activities_id"];
        options?: never;
        head?: never;
        /** Change an activity */
        patch: operations["patch_activities_id"];
        trace?: never;
    };
    "/api/activities/{id}/completions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Complete an activity and set the next step */
        post: operations["post_activities_id_completions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activities/{id}/reopenings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back that an activity is done, and the next step set with it */
        post: operations["post_activities_id_reopenings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/attachments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete a file; it can be restored for a week */
        delete: operations["delete_attachments_id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/attachments/{id}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The file itself, to be saved */
        get: operations["get_attachments_id_content"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/attachments/{id}/restorations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Restore a deleted file */
        post: operations["post_attachments_id_restorations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who did what, and when; newest first */
        get: operations["get_audit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who did what, as a file */
        get: operations["get_audit_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/backups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Backups, the newest first, and when the next one is due */
        get: operations["get_backups"];
        put?: never;
        /** Make a backup now, in the background */
        post: operations["post_backups"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/board": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The stages of a pipeline with totals and first cards */
        get: operations["get_board"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar-feed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether I have a calendar feed; its address is not shown again */
        get: operations["get_calendar_feed"];
        put?: never;
        /** Make my calendar feed, or a new address for it; the answer shows it for the only time */
        post: operations["post_calendar_feed"];
        /** End my calendar feed: its address is worthless from now on */
        delete: operations["delete_calendar_feed"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/{secret}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A calendar feed (iCalendar); who has its address needs no sign-in */
        get: operations["get_calendar_secret"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Contacts one may see, by name */
        get: operations["get_contacts"];
        put?: never;
        /** Create a contact */
        post: operations["post_contacts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contacts.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The list of contacts as a file */
        get: operations["get_contacts_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contacts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A contact */
        get: operations["get_contacts_id"];
        put?: never;
        post?: never;
        /** Delete a contact */
        delete: operations["delete_contacts_id"];
        options?: never;
        head?: never;
        /** Change a contact */
        patch: operations["patch_contacts_id"];
        trace?: never;
    };
    "/api/contacts/{id}/erasures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take everything personal out of a contact, its activities and the journal */
        post: operations["post_contacts_id_erasures"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contacts/{id}/merge-preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What merging another contact into this one would do */
        get: operations["get_contacts_id_merge_preview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contacts/{id}/merges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Merge another contact into this one */
        post: operations["post_contacts_id_merges"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contacts/{id}/personal-data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Everything that is held on a contact; that it was asked for is recorded */
        post: operations["post_contacts_id_personal_data"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contacts/{id}/relations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The account of a contact, and the buying committees it sits on */
        get: operations["get_contacts_id_relations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contacts/{id}/restorations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Restore a deleted contact */
        post: operations["post_contacts_id_restorations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contacts/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to a contact, newest first */
        get: operations["get_contacts_id_timeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/custom-field-order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Put the fields of one kind of record in order */
        put: operations["put_custom_field_order"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/custom-fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The organisation's own fields that one may see, in their order */
        get: operations["get_custom_fields"];
        put?: never;
        /** Define a field */
        post: operations["post_custom_fields"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/custom-fields/{id}": {
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
        /** Rename a field, change its choices or rules, archive it */
        patch: operations["patch_custom_fields_id"];
        trace?: never;
    };
    "/api/cycle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where deals wait and where they fall out */
        get: operations["get_cycle"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cycle/bottleneck": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which stage is worth fixing, and what that would bring */
        get: operations["get_cycle_bottleneck"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cycle/cohorts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Of the deals that entered a stage in a month, how many came how far */
        get: operations["get_cycle_cohorts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cycle/cohorts/deals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The deals behind a number of the funnel */
        get: operations["get_cycle_cohorts_deals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cycle/flow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every move between stages: how many, how long before, and where to */
        get: operations["get_cycle_flow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cycle/flow/deals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The deals that made a move of the flow */
        get: operations["get_cycle_flow_deals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cycle/gates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How often each exit criterion was met or let pass, and who was won */
        get: operations["get_cycle_gates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cycle/heat-map": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How long deals stay and how many go on, by stage and month of entry */
        get: operations["get_cycle_heat_map"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cycle/what-if": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What would come of losing fewer deals in a stage, or of shorter stays */
        get: operations["get_cycle_what_if"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Deals one may see, filtered, sorted, paged */
        get: operations["get_deals"];
        put?: never;
        /** Create a deal */
        post: operations["post_deals"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deals.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The list of deals as a file */
        get: operations["get_deals_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deals/bulk-edits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change many deals at once, each as it was seen */
        post: operations["post_deals_bulk_edits"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deals/bulk-previews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a change to many deals would do, and what would refuse it */
        post: operations["post_deals_bulk_previews"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A deal with its standard and facts */
        get: operations["get_deals_id"];
        put?: never;
        post?: never;
        /** Delete a deal; it can be restored */
        delete: operations["delete_deals_id"];
        options?: never;
        head?: never;
        /** Change fields of a deal */
        patch: operations["patch_deals_id"];
        trace?: never;
    };
    "/api/deals/{id}/approval-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask that leaving the stage be approved */
        post: operations["post_deals_id_approval_requests"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deals/{id}/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve that a deal leaves its stage, or refuse what was asked for */
        post: operations["post_deals_id_approvals"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deals/{id}/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The files of a deal, the newest first */
        get: operations["get_deals_id_attachments"];
        put?: never;
        /** Attach a file to a deal */
        post: operations["post_deals_id_attachments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deals/{id}/bant/{element}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say how well an element of BANT is known */
        put: operations["put_deals_id_bant_element"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deals/{id}/checklist/{item}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Tick or untick a checklist item */
        put: operations["put_deals_id_checklist_item"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deals/{id}/committee/{contact_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Put a contact on the buying committee */
        put: operations["put_deals_id_committee_contact_id"];
        post?: never;
        /** Take a contact off the buying committee */
        delete: operations["delete_deals_id_committee_contact_id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deals/{id}/moves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move a deal through its gate, back, on hold, to won or lost, or reopen it */
        post: operations["post_deals_id_moves"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deals/{id}/next-step": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Plan the next step of a deal */
        put: operations["put_deals_id_next_step"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deals/{id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The notes of a deal, the newest first */
        get: operations["get_deals_id_notes"];
        put?: never;
        /** Write a note in Markdown; @[Name](user:1) mentions a person */
        post: operations["post_deals_id_notes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deals/{id}/objections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The objections of a deal, the open ones first */
        get: operations["get_deals_id_objections"];
        put?: never;
        /** Note what the customer holds against buying */
        post: operations["post_deals_id_objections"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deals/{id}/outlook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How likely an open deal is to be won, when, and why that is said */
        get: operations["get_deals_id_outlook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deals/{id}/restorations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Restore a deleted deal */
        post: operations["post_deals_id_restorations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deals/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to a deal, newest first */
        get: operations["get_deals_id_timeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deals/{id}/waiting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say on whom a deal waits, and since when */
        put: operations["put_deals_id_waiting"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/duplicates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Pairs of records that may be one */
        get: operations["get_duplicates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/duplicates/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Accounts that the one being typed may be */
        get: operations["get_duplicates_accounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/duplicates/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Contacts that the one being typed may be */
        get: operations["get_duplicates_contacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/duplicates/distinctions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Remember that two records are not one, or take that back */
        post: operations["post_duplicates_distinctions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{seq}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back what an event did, by a compensating event */
        post: operations["post_events_seq_undo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/forecast": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What lands in a month or quarter, by category, owner and team, with a range */
        get: operations["get_forecast"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/forecast/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the open deals due in a period changed since a day */
        get: operations["get_forecast_changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/forecast/submissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What people said would land in a period, the newest first */
        get: operations["get_forecast_submissions"];
        put?: never;
        /** Say what will land in a period, of one's own deals or of a team */
        post: operations["post_forecast_submissions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/forecast/targets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What people and teams are to win in a period */
        get: operations["get_forecast_targets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/forecast/targets/{period}/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set what a person is to win in a period; If-Match "0" where nothing is set yet */
        put: operations["put_forecast_targets_period_people_id"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/forecast/targets/{period}/teams/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set what a team is to win in a period; If-Match "0" where nothing is set yet */
        put: operations["put_forecast_targets_period_teams_id"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/handovers/{seq}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a hand-over back, as far as nothing has happened since */
        post: operations["post_handovers_seq_undo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Imports, the newest first */
        get: operations["get_imports"];
        put?: never;
        /** Plan an import; nothing is written yet */
        post: operations["post_imports"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An import */
        get: operations["get_imports_id"];
        put?: never;
        post?: never;
        /** Discard a plan and its files */
        delete: operations["delete_imports_id"];
        options?: never;
        head?: never;
        /** Plan again with another mapping */
        patch: operations["patch_imports_id"];
        trace?: never;
    };
    "/api/imports/{id}/rejects.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rows that could not be used */
        get: operations["get_imports_id_rejects_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Run a planned import in the background */
        post: operations["post_imports_id_runs"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Remove what an import created */
        post: operations["post_imports_id_undo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Invite somebody; the answer shows the link for the only time */
        post: operations["post_invitations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Changes as they happen (server-sent events) */
        get: operations["get_live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who I am and what I may do */
        get: operations["get_me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change my name, language or password; a new password ends my other sessions */
        patch: operations["patch_me"];
        trace?: never;
    };
    "/api/me/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether I have one */
        get: operations["get_me_second_factor"];
        put?: never;
        /** Begin with a second factor; the answer shows its key for the only time */
        post: operations["post_me_second_factor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/second-factor/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put it in force by a code; the answer shows recovery codes for the only time */
        post: operations["post_me_second_factor_confirmation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/second-factor/removal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give it up, with password and code */
        post: operations["post_me_second_factor_removal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/merges/{seq}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a merge back, as far as nothing was changed since */
        post: operations["post_merges_seq_undo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete a note; it can be restored */
        delete: operations["delete_notes_id"];
        options?: never;
        head?: never;
        /** Change a note */
        patch: operations["patch_notes_id"];
        trace?: never;
    };
    "/api/notes/{id}/restorations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Restore a deleted note */
        post: operations["post_notes_id_restorations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What I am told of, the newest first */
        get: operations["get_notices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices/readings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** I have read all up to this one */
        post: operations["post_notices_readings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Of which kinds I am told */
        get: operations["get_notices_settings"];
        /** Choose of which kinds I am told */
        put: operations["put_notices_settings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices/unread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many of them I have not read */
        get: operations["get_notices_unread"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** I have read this */
        put: operations["put_notices_id_read"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/objections/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete an objection; it can be restored */
        delete: operations["delete_objections_id"];
        options?: never;
        head?: never;
        /** Change an objection, its answer or its result */
        patch: operations["patch_objections_id"];
        trace?: never;
    };
    "/api/objections/{id}/restorations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Restore a deleted objection */
        post: operations["post_objections_id_restorations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pipeline-drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Drafts of pipelines that are not published yet */
        get: operations["get_pipeline_drafts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pipeline-templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Built-in pipelines that a new one may start from */
        get: operations["get_pipeline_templates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pipelines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The published pipelines with their stages and standards */
        get: operations["get_pipelines"];
        put?: never;
        /** Begin a new pipeline as a draft */
        post: operations["post_pipelines"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pipelines/{id}/archived": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Take a pipeline out of use, or back into it */
        put: operations["put_pipelines_id_archived"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pipelines/{id}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The draft of a pipeline beside what is published */
        get: operations["get_pipelines_id_draft"];
        /** Save the draft of a pipeline */
        put: operations["put_pipelines_id_draft"];
        post?: never;
        /** Discard the draft of a pipeline */
        delete: operations["delete_pipelines_id_draft"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pipelines/{id}/draft/effect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many open deals a draft would affect, and which */
        get: operations["get_pipelines_id_draft_effect"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pipelines/{id}/draft/rebases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring a draft onto the version that was published since it was begun */
        post: operations["post_pipelines_id_draft_rebases"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pipelines/{id}/publications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publish the draft of a pipeline as its next version */
        post: operations["post_pipelines_id_publications"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pipelines/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The published versions of a pipeline, newest first, and what each changed */
        get: operations["get_pipelines_id_versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pipelines/{id}/versions/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A pipeline as one version had it */
        get: operations["get_pipelines_id_versions_number"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The products */
        get: operations["get_products"];
        put?: never;
        /** Create a product */
        post: operations["post_products"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/products.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The list of products as a file */
        get: operations["get_products_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/products/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A product */
        get: operations["get_products_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a product */
        patch: operations["patch_products_id"];
        trace?: never;
    };
    "/api/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The roles, and what each may do */
        get: operations["get_roles"];
        put?: never;
        /** Make a role as a copy of another */
        post: operations["post_roles"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete a role that nobody has */
        delete: operations["delete_roles_id"];
        options?: never;
        head?: never;
        /** Change what a role may do; at once, for everybody who has it */
        patch: operations["patch_roles_id"];
        trace?: never;
    };
    "/api/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Deals, accounts and contacts by a piece of their text */
        get: operations["get_search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/second-factors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which roles must have a second factor, and who has one */
        get: operations["get_second_factors"];
        /** Set which roles must have a second factor */
        put: operations["put_second_factors"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in */
        post: operations["post_session"];
        /** Sign out */
        delete: operations["delete_session"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where I am signed in */
        get: operations["get_sessions"];
        put?: never;
        post?: never;
        /** End all my sessions but this one */
        delete: operations["delete_sessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End one of my sessions, or as an owner anybody's */
        delete: operations["delete_sessions_id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether this workspace still has to be set up */
        get: operations["get_setup"];
        put?: never;
        /** Make the organisation and its first owner, and sign him in */
        post: operations["post_setup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-in-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Invitations and links that were not used yet, without their secrets */
        get: operations["get_sign_in_links"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-in-links/looks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a link is for */
        post: operations["post_sign_in_links_looks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-in-links/uses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Use a link: set the password and sign in */
        post: operations["post_sign_in_links_uses"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tree of teams */
        get: operations["get_teams"];
        put?: never;
        /** Add a team */
        post: operations["post_teams"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One team */
        get: operations["get_teams_id"];
        put?: never;
        post?: never;
        /** Delete an empty team */
        delete: operations["delete_teams_id"];
        options?: never;
        head?: never;
        /** Rename or move a team */
        patch: operations["patch_teams_id"];
        trace?: never;
    };
    "/api/today": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What to do next, ranked, and what is at risk */
        get: operations["get_today"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My API tokens, without their secrets */
        get: operations["get_tokens"];
        put?: never;
        /** Make an API token; the answer shows it for the only time */
        post: operations["post_tokens"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke one of my API tokens */
        delete: operations["delete_tokens_id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tour": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far I am in my first hour */
        get: operations["get_tour"];
        /** Put the first hour away, or begin it anew */
        put: operations["put_tour"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tour/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** I have looked at this */
        post: operations["post_tour_steps"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a file ahead of its import */
        post: operations["post_uploads"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The people of the organisation */
        get: operations["get_users"];
        put?: never;
        /** Add a person */
        post: operations["post_users"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The people as a file */
        get: operations["get_users_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One person */
        get: operations["get_users_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a person's name, address, role, visibility, team, state or password */
        patch: operations["patch_users_id"];
        trace?: never;
    };
    "/api/users/{id}/deactivations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Deactivate somebody and hand over what he owns, in one */
        post: operations["post_users_id_deactivations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{id}/handovers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was given of somebody's records, the newest first */
        get: operations["get_users_id_handovers"];
        put?: never;
        /** Give somebody's records to somebody else */
        post: operations["post_users_id_handovers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{id}/holdings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What somebody owns, counted */
        get: operations["get_users_id_holdings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{id}/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take away the second factor of somebody who lost it */
        delete: operations["delete_users_id_second_factor"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where somebody is signed in */
        get: operations["get_users_id_sessions"];
        put?: never;
        post?: never;
        /** End all sessions of somebody */
        delete: operations["delete_users_id_sessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{id}/sign-in-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Renew an invitation, or make a link by which somebody sets a new password */
        post: operations["post_users_id_sign_in_link"];
        /** Withdraw an invitation or a link for a new password */
        delete: operations["delete_users_id_sign_in_link"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The views of a list: one's own and shared ones */
        get: operations["get_views"];
        put?: never;
        /** Keep a list as a view */
        post: operations["post_views"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete a view */
        delete: operations["delete_views_id"];
        options?: never;
        head?: never;
        /** Change or share a view */
        patch: operations["patch_views_id"];
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Absence: {
            /** Format: int64 */
            id: number;
            /** Format: int64 */
            user_id: number;
            /** Format: int64 */
            deputy_id: number | null;
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            /** Format: int64 */
            version: number;
        };
        AbsenceList: {
            items: components["schemas"]["Absence"][];
            /** Format: date */
            today: string;
            standing_in_for: number[];
        };
        Account: {
            /** Format: int64 */
            id: number;
            /** Format: int64 */
            version: number;
            name: string;
            domain: string;
            phone: string;
            region: string;
            industry: string;
            size: string;
            /** Format: int64 */
            parent_id: number | null;
            /** Format: int64 */
            owner_id: number;
            /** Format: int64 */
            team_id: number | null;
            external_key: string | null;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
        };
        /** @enum {string} */
        AccountColumn: "name" | "domain" | "phone" | "region" | "industry" | "size" | "owner" | "created" | "updated";
        AccountInput: {
            name?: string;
            domain?: string;
            phone?: string;
            region?: string;
            industry?: string;
            size?: string;
            /** Format: int64 */
            parent_id?: number | null;
            /** Format: int64 */
            owner_id?: number;
        };
        AccountPage: {
            items: components["schemas"]["Account"][];
            next_cursor: string | null;
        };
        AccountRelations: {
            parents: components["schemas"]["NamedAccount"][];
            subsidiaries: components["schemas"]["Subsidiary"][];
            deal_sums: components["schemas"]["DealSum"][];
            may_write: boolean;
        };
        Activity: {
            /** Format: int64 */
            id: number;
            /** Format: int64 */
            version: number;
            /** Format: int64 */
            deal_id: number | null;
            /** Format: int64 */
            account_id: number | null;
            /** Format: int64 */
            contact_id: number | null;
            /** Format: int64 */
            owner_id: number;
            kind: components["schemas"]["ActivityKind"];
            direction: components["schemas"]["Direction"] | null;
            subject: string;
            body: string;
            /** Format: date-time */
            due: string | null;
            /** Format: date-time */
            done_at: string | null;
            /** Format: date-time */
            created_at: string;
        };
        ActivityChange: {
            kind?: components["schemas"]["ActivityKind"];
            direction?: components["schemas"]["Direction"] | null;
            subject?: string;
            body?: string;
            /** Format: date-time */
            due?: string | null;
        };
        /** @enum {string} */
        ActivityKind: "call" | "email" | "meeting" | "demo" | "task" | "note";
        ActivityPage: {
            items: components["schemas"]["Activity"][];
            next_cursor: string | null;
        };
        Aim: {
            against: components["schemas"]["Yardstick"];
            /** Format: double */
            now: number;
            /** Format: double */
            target: number;
        };
        /** @enum {string} */
        AlikeBy: "name" | "name_elsewhere" | "domain" | "phone" | "email" | "name_and_account" | "name_and_domain";
        AnswerApproval: {
            criterion_key?: string | null;
            approve?: boolean;
            note?: string;
        };
        Approval: {
            /** Format: int64 */
            stage_id: number;
            /** Format: int64 */
            by: number;
            /** Format: date-time */
            at: string;
            note: string;
            criterion_key: string;
            /** Format: int64 */
            on_behalf_of: number | null;
        };
        ApprovalRequestView: {
            criterion_key: string;
            label: components["schemas"]["Localized"];
            by: components["schemas"]["NamedUser"];
            /** Format: date-time */
            at: string;
            note: string;
            /** Format: date-time */
            due: string | null;
            overdue: boolean;
            state: components["schemas"]["ApprovalState"];
            answered_by: components["schemas"]["NamedUser"] | null;
            on_behalf_of: components["schemas"]["NamedUser"] | null;
            /** Format: date-time */
            answered_at: string | null;
            reason: string;
            may_answer: boolean;
        };
        ApprovalRule: {
            approver: components["schemas"]["ApproverKind"];
            role: components["schemas"]["Role"] | null;
            /** Format: int64 */
            person_id: number | null;
            deputy_ids: number[];
            deadline: components["schemas"]["Standard"] | null;
        };
        ApprovalRuleInput: {
            approver: components["schemas"]["ApproverKind"];
            role?: components["schemas"]["Role"] | null;
            /** Format: int64 */
            person_id?: number | null;
            deputy_ids?: number[];
            deadline?: components["schemas"]["StandardInput"] | null;
        };
        /** @enum {string} */
        ApprovalState: "waiting" | "approved" | "refused";
        /** @enum {string} */
        ApproverKind: "manager" | "role" | "person";
        ArchivePipeline: {
            archived: boolean;
        };
        AskApproval: {
            criterion_key?: string | null;
            note?: string;
        };
        Attachment: {
            /** Format: int64 */
            id: number;
            /** Format: int64 */
            version: number;
            /** Format: int64 */
            deal_id: number;
            name: string;
            media_type: string;
            /** Format: int64 */
            size: number;
            /** Format: int64 */
            uploaded_by: number;
            uploaded_by_name: string;
            /** Format: date-time */
            created_at: string;
        };
        AttachmentList: {
            items: components["schemas"]["Attachment"][];
        };
        AuditEntry: {
            /** Format: int64 */
            seq: number;
            /** Format: date-time */
            at: string;
            /** Format: int64 */
            actor_id: number | null;
            actor: string | null;
            kind: string;
            subject_kind: string;
            /** Format: int64 */
            subject_id: number;
            subject: string | null;
            data: unknown;
        };
        /** @enum {string} */
        AuditKind: "sign_ins" | "denials" | "permissions" | "records" | "exports" | "settings";
        AuditPage: {
            items: components["schemas"]["AuditEntry"][];
            /** Format: int64 */
            next_before: number | null;
        };
        AwaitedApproval: {
            deal: components["schemas"]["DealCard"];
            request: components["schemas"]["ApprovalRequestView"];
        };
        BackupTrouble: {
            /** Format: date-time */
            at: string;
            why: string;
        };
        BackupView: {
            name: string;
            /** Format: date-time */
            made_at: string;
            /** Format: int64 */
            bytes: number;
            verified: boolean;
        };
        Backups: {
            is_on: boolean;
            folder: string | null;
            /** Format: date-time */
            next_at: string | null;
            running: boolean;
            trouble: components["schemas"]["BackupTrouble"] | null;
            items: components["schemas"]["BackupView"][];
        };
        Bant: {
            budget: components["schemas"]["BantAnswer"];
            authority: components["schemas"]["BantAnswer"];
            need: components["schemas"]["BantAnswer"];
            timeline: components["schemas"]["BantAnswer"];
        };
        BantAnswer: {
            level: components["schemas"]["BantLevel"];
            evidence: string;
            /** Format: date */
            date: string | null;
            /** Format: int64 */
            contact_id: number | null;
        };
        BantAnswerInput: {
            level: components["schemas"]["BantLevel"];
            evidence?: string;
            /** Format: date */
            date?: string | null;
            /** Format: int64 */
            contact_id?: number | null;
        };
        /** @enum {string} */
        BantElement: "budget" | "authority" | "need" | "timeline";
        /** @enum {string} */
        BantLevel: "unknown" | "weak" | "confirmed";
        /** @enum {string} */
        Became: "entered" | "reached" | "won" | "lost" | "open" | "left";
        Board: {
            /** Format: int64 */
            pipeline_id: number;
            columns: components["schemas"]["BoardColumn"][];
        };
        BoardColumn: {
            /** Format: int64 */
            stage_id: number;
            /** Format: int64 */
            count: number;
            amounts: components["schemas"]["Money"][];
            weighted: components["schemas"]["Money"][];
            /** Format: int64 */
            without_next_step: number;
            /** Format: int64 */
            over_standard: number;
            cards: components["schemas"]["DealCard"][];
            next_cursor: string | null;
        };
        BottleneckAnswer: {
            found: boolean;
            /** Format: int32 */
            done: number;
            /** Format: int32 */
            of: number;
            /** Format: date-time */
            as_of: string;
            /** Format: int64 */
            deals: number;
            value: components["schemas"]["Money"] | null;
            /** Format: double */
            won_share: number | null;
            /** Format: double */
            mean_days: number | null;
            /** Format: double */
            open: number | null;
            /** Format: double */
            starts_per_30_days: number | null;
            /** Format: int64 */
            worst: number | null;
            stages: components["schemas"]["StageWorth"][];
        };
        BottleneckReport: {
            longest: string | null;
            leakiest: string | null;
        };
        BulkAnswer: {
            items: components["schemas"]["BulkItem"][];
            /** Format: int32 */
            changed: number;
            /** Format: int32 */
            same: number;
            /** Format: int32 */
            refused: number;
            more: boolean;
        };
        BulkDeal: {
            /** Format: int64 */
            id: number;
            /** Format: int64 */
            version: number;
            changes?: components["schemas"]["DealChangesInput"] | null;
        };
        BulkEdit: {
            deals: components["schemas"]["BulkDeal"][];
            changes?: components["schemas"]["DealChangesInput"];
        };
        BulkItem: {
            /** Format: int64 */
            id: number;
            /** Format: int64 */
            version: number;
            name: string;
            outcome: components["schemas"]["BulkOutcome"];
            code: string;
            reason: string;
            before: components["schemas"]["DealChanges"];
        };
        /** @enum {string} */
        BulkOutcome: "changed" | "same" | "refused";
        BulkPreview: {
            ids?: number[];
            matching?: {
                [key: string]: string;
            };
            changes: components["schemas"]["DealChangesInput"];
        };
        CalendarFeed: {
            /** Format: date-time */
            made_at: string | null;
        };
        ChangeAbsence: {
            /** Format: int64 */
            deputy_id?: number | null;
            /** Format: date */
            from?: string;
            /** Format: date */
            to?: string;
        };
        ChangeMe: {
            name?: string;
            lang?: components["schemas"]["Lang"];
            current_password?: string;
            new_password?: string;
        };
        ChangeRole: {
            name?: string;
            permissions?: string[];
            changes?: components["schemas"]["Visibility"];
        };
        ChangeTeam: {
            name?: string;
            /** Format: int64 */
            parent_id?: number | null;
        };
        ChangeUser: {
            name?: string;
            email?: string | null;
            role?: components["schemas"]["Role"];
            visibility?: components["schemas"]["Visibility"];
            /** Format: int64 */
            team_id?: number | null;
            lang?: components["schemas"]["Lang"];
            active?: boolean;
            password?: string;
            role_key?: string;
        };
        ChangedDeal: {
            /** Format: int64 */
            id: number;
            name: string;
            kind: components["schemas"]["ForecastMove"];
            /** Format: int64 */
            minor: number;
        };
        Choice: {
            key: string;
            label: components["schemas"]["Localized"];
        };
        ChoiceInput: {
            key: string;
            label?: components["schemas"]["LocalizedInput"];
        };
        /** @enum {string} */
        ChosenBy: "mapping" | "name" | "ending" | "new_stage" | "near_name" | "position";
        CloseDateChanges: {
            /** Format: int64 */
            push: number;
            /** Format: int64 */
            pull: number;
            /** Format: int64 */
            slip: number;
        };
        CloseRange: {
            /** Format: date */
            early: string;
            /** Format: date */
            likely: string;
            /** Format: date */
            late: string;
        };
        CohortReport: {
            /** Format: int64 */
            age_days: number;
            /** Format: double */
            went_on: number | null;
            went_on_ci95: (number | null)[];
            /** Format: double */
            lost: number | null;
            lost_ci95: (number | null)[];
        };
        ColumnMapping: {
            column: string;
            field: components["schemas"]["Field"];
            stage: string | null;
            date_order: components["schemas"]["DateOrder"] | null;
            decimal: components["schemas"]["DecimalMark"] | null;
            custom_field: string | null;
        };
        ColumnMappingInput: {
            column: string;
            field: components["schemas"]["Field"];
            stage?: string | null;
            date_order?: components["schemas"]["DateOrder"] | null;
            decimal?: components["schemas"]["DecimalMark"] | null;
            custom_field?: string | null;
        };
        ColumnPreview: {
            header: string;
            field: string | null;
            /** Format: double */
            confidence: number;
            samples: string[];
        };
        CommitteePerson: {
            /** Format: int64 */
            contact_id: number;
            name: string;
            title: string;
            role: components["schemas"]["CommitteeRole"];
            /** Format: int32 */
            influence: number;
            stance: components["schemas"]["Stance"];
            reachable: boolean;
            /** Format: date-time */
            last_contact_at: string | null;
        };
        /** @enum {string} */
        CommitteeRole: "decision_maker" | "champion" | "influencer" | "user" | "gatekeeper" | "blocker";
        CommitteeSeat: {
            role: components["schemas"]["CommitteeRole"];
            /** Format: int32 */
            influence?: number;
            stance?: components["schemas"]["Stance"];
        };
        Completion: {
            /** Format: date-time */
            done_at?: string | null;
            direction?: components["schemas"]["Direction"] | null;
            outcome?: string | null;
            next_step?: components["schemas"]["NewNextStep"] | null;
        };
        Concern: {
            kind: components["schemas"]["ConcernKind"];
            /** Format: date-time */
            since: string;
        };
        /** @enum {string} */
        ConcernKind: "overdue" | "due_today" | "no_next_step" | "over_standard" | "idle";
        ConfirmSecondFactor: {
            code: string;
        };
        /** @enum {string} */
        Consent: "unknown" | "given" | "withdrawn";
        Contact: {
            /** Format: int64 */
            id: number;
            /** Format: int64 */
            version: number;
            /** Format: int64 */
            account_id: number | null;
            name: string;
            title: string;
            email: string;
            phone: string;
            /** Format: int64 */
            owner_id: number;
            /** Format: int64 */
            team_id: number | null;
            external_key: string | null;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
            consent: components["schemas"]["Consent"];
            /** Format: date-time */
            consent_at: string | null;
            /** Format: date-time */
            erased_at: string | null;
        };
        /** @enum {string} */
        ContactColumn: "name" | "account" | "title" | "email" | "phone" | "consent" | "owner" | "created" | "updated";
        ContactInput: {
            name?: string;
            title?: string;
            email?: string;
            phone?: string;
            /** Format: int64 */
            account_id?: number | null;
            /** Format: int64 */
            owner_id?: number;
            consent?: components["schemas"]["Consent"];
        };
        ContactPage: {
            items: components["schemas"]["ContactRow"][];
            next_cursor: string | null;
        };
        ContactRelations: {
            account: components["schemas"]["NamedAccount"] | null;
            seats: components["schemas"]["Seat"][];
            may_write: boolean;
        };
        ContactRow: {
            /** Format: int64 */
            id: number;
            /** Format: int64 */
            version: number;
            /** Format: int64 */
            account_id: number | null;
            name: string;
            title: string;
            email: string;
            phone: string;
            /** Format: int64 */
            owner_id: number;
            /** Format: int64 */
            team_id: number | null;
            external_key: string | null;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
            consent: components["schemas"]["Consent"];
            /** Format: date-time */
            consent_at: string | null;
            /** Format: date-time */
            erased_at: string | null;
            account_name: string | null;
        };
        CountsPreview: {
            /** Format: int64 */
            rows: number;
            /** Format: int64 */
            usable: number;
            /** Format: int64 */
            rejected: number;
            /** Format: int64 */
            duplicates: number;
            /** Format: int64 */
            totals: number;
            records: {
                [key: string]: number;
            };
        };
        CreateDeal: {
            name: string;
            /** Format: int64 */
            pipeline_id?: number | null;
            /** Format: int64 */
            stage_id?: number | null;
            /** Format: int64 */
            account_id?: number | null;
            /** Format: int64 */
            owner_id?: number | null;
            amount?: components["schemas"]["MoneyInput"] | null;
            /** Format: date */
            expected_close?: string | null;
            source?: string | null;
            pains?: string | null;
            product_lines?: components["schemas"]["ProductLineInput"][];
            fields?: {
                [key: string]: components["schemas"]["FieldValueInput"];
            };
        };
        CreateRole: {
            name: string;
            copy_of: string;
            permissions?: string[] | null;
            changes?: components["schemas"]["Visibility"] | null;
        };
        CreateTeam: {
            name: string;
            /** Format: int64 */
            parent_id?: number | null;
        };
        CreateToken: {
            name: string;
            scopes: string[];
            /** Format: date */
            expires_on: string;
        };
        CreateUser: {
            name: string;
            email?: string | null;
            role: components["schemas"]["Role"];
            visibility?: components["schemas"]["Visibility"] | null;
            /** Format: int64 */
            team_id?: number | null;
            lang?: components["schemas"]["Lang"] | null;
            password?: string | null;
            role_key?: string | null;
        };
        CreatedToken: {
            /** Format: int64 */
            id: number;
            name: string;
            scopes: string[];
            /** Format: date-time */
            created_at: string;
            /** Format: date */
            expires_on: string;
            token: string;
        };
        Criterion: {
            key: string;
            kind: components["schemas"]["CriterionKind"];
            label: components["schemas"]["Localized"];
            field: components["schemas"]["DealField"] | null;
            /** Format: int64 */
            minor: number | null;
            activity_kind: components["schemas"]["ActivityKind"] | null;
            direction: components["schemas"]["Direction"] | null;
            element: components["schemas"]["BantElement"] | null;
            level: components["schemas"]["BantLevel"] | null;
            role: components["schemas"]["CommitteeRole"] | null;
            approval: components["schemas"]["ApprovalRule"] | null;
            items: components["schemas"]["Criterion"][];
            custom_field: string | null;
            value: components["schemas"]["FieldValue"] | null;
        };
        CriterionEffect: {
            key: string;
            label: components["schemas"]["Localized"];
            /** Format: int64 */
            deals: number;
        };
        CriterionInput: {
            key: string;
            kind: components["schemas"]["CriterionKind"];
            label?: components["schemas"]["LocalizedInput"];
            field?: components["schemas"]["DealField"] | null;
            /** Format: int64 */
            minor?: number | null;
            activity_kind?: components["schemas"]["ActivityKind"] | null;
            direction?: components["schemas"]["Direction"] | null;
            element?: components["schemas"]["BantElement"] | null;
            level?: components["schemas"]["BantLevel"] | null;
            role?: components["schemas"]["CommitteeRole"] | null;
            approval?: components["schemas"]["ApprovalRuleInput"] | null;
            items?: components["schemas"]["CriterionInput"][];
            custom_field?: string | null;
            value?: components["schemas"]["FieldValueInput"] | null;
        };
        /** @enum {string} */
        CriterionKind: "field_known" | "amount_at_least" | "activity_done" | "bant_level" | "role_filled" | "checklist" | "approval" | "objections_settled" | "all" | "any" | "custom_known" | "custom_equals" | "custom_at_least";
        CurveReport: {
            /** Format: double */
            day: number;
            /** Format: double */
            open: number;
            open_ci95: (number | null)[];
            /** Format: double */
            won: number;
            /** Format: double */
            lost: number;
            /** Format: int64 */
            at_risk: number;
        };
        CustomField: {
            /** Format: int64 */
            id: number;
            /** Format: int64 */
            version: number;
            record: components["schemas"]["FieldRecord"];
            key: string;
            kind: components["schemas"]["FieldKind"];
            label: components["schemas"]["Localized"];
            help: components["schemas"]["Localized"];
            choices: components["schemas"]["FieldChoice"][];
            rules: components["schemas"]["FieldRule"][];
            formula: string;
            /** Format: int64 */
            position: number;
            archived: boolean;
        };
        CustomFieldChange: {
            label?: components["schemas"]["LocalizedInput"];
            help?: components["schemas"]["LocalizedInput"];
            choices?: components["schemas"]["FieldChoiceInput"][];
            rules?: components["schemas"]["FieldRuleInput"][];
            formula?: string;
            archived?: boolean;
        };
        CustomFieldList: {
            items: components["schemas"]["CustomField"][];
        };
        CustomFieldOrder: {
            record?: components["schemas"]["FieldRecord"];
            order: number[];
        };
        CycleAnswer: {
            /** Format: date-time */
            as_of: string;
            clock: components["schemas"]["ReportClock"];
            deals: components["schemas"]["DealsReport"];
            /** Format: double */
            win_rate: number | null;
            cycle: components["schemas"]["CycleReport"];
            stages: components["schemas"]["StageReport"][];
            bottleneck: components["schemas"]["BottleneckReport"];
            warnings: components["schemas"]["WarningReport"][];
            /** Format: int64 */
            pipeline_id: number;
            stage_info: components["schemas"]["StageInfo"][];
        };
        CycleReport: {
            won_days: components["schemas"]["WonDaysReport"];
            to_close: components["schemas"]["ToCloseReport"];
            outcome_by_day: components["schemas"]["OutcomeReport"][];
            curve: components["schemas"]["CurveReport"][];
        };
        /** @enum {string} */
        DateOrder: "auto" | "ymd" | "mdy" | "dmy";
        Deactivate: {
            hand_over?: components["schemas"]["HandOver"] | null;
        };
        Deactivated: {
            user: components["schemas"]["User"];
            given: components["schemas"]["HandedOver"];
        };
        DealCard: {
            /** Format: int64 */
            id: number;
            /** Format: int64 */
            version: number;
            name: string;
            account: components["schemas"]["NamedAccount"] | null;
            owner: components["schemas"]["NamedUser"];
            /** Format: int64 */
            pipeline_id: number;
            /** Format: int64 */
            stage_id: number;
            status: components["schemas"]["StageKind"];
            amount: components["schemas"]["Money"] | null;
            /** Format: date */
            expected_close: string | null;
            /** Format: int32 */
            probability: number;
            age: components["schemas"]["StageAge"];
            next_step: components["schemas"]["NextStepView"] | null;
            gate: components["schemas"]["GateBar"];
            waiting: components["schemas"]["Waiting"];
            concerns: components["schemas"]["Concern"][];
            source: string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
            fields: {
                [key: string]: components["schemas"]["FieldValue"];
            };
        };
        DealChanges: {
            /** Format: int64 */
            owner_id?: number;
            /** Format: date */
            expected_close?: string | null;
            source?: string;
            /** Format: int32 */
            probability?: number | null;
        };
        DealChangesInput: {
            /** Format: int64 */
            owner_id?: number;
            /** Format: date */
            expected_close?: string | null;
            source?: string;
            /** Format: int32 */
            probability?: number | null;
        };
        /** @enum {string} */
        DealColumn: "name" | "account" | "pipeline" | "stage" | "status" | "amount" | "probability" | "age" | "gate" | "next_step" | "expected_close" | "owner" | "source" | "waiting" | "created" | "updated";
        DealCount: {
            /** Format: int64 */
            deals: number;
            amount: components["schemas"]["Money"] | null;
        };
        DealDetail: {
            /** Format: int64 */
            id: number;
            /** Format: int64 */
            version: number;
            name: string;
            account: components["schemas"]["NamedAccount"] | null;
            owner: components["schemas"]["NamedUser"];
            /** Format: int64 */
            pipeline_id: number;
            /** Format: int64 */
            stage_id: number;
            status: components["schemas"]["StageKind"];
            amount: components["schemas"]["Money"] | null;
            /** Format: date */
            expected_close: string | null;
            /** Format: int32 */
            probability: number;
            age: components["schemas"]["StageAge"];
            next_step: components["schemas"]["NextStepView"] | null;
            gate: components["schemas"]["GateBar"];
            waiting: components["schemas"]["Waiting"];
            concerns: components["schemas"]["Concern"][];
            source: string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
            fields: {
                [key: string]: components["schemas"]["FieldValue"];
            };
            /** Format: int64 */
            team_id: number | null;
            /** Format: int32 */
            own_probability: number | null;
            forecast_category: components["schemas"]["ForecastCategory"];
            own_forecast_category: components["schemas"]["ForecastCategory"] | null;
            /** Format: int64 */
            episode: number;
            /** Format: date-time */
            closed_at: string | null;
            stage_path: components["schemas"]["PathStep"][];
            gate_checks: components["schemas"]["GateCheck"][];
            bant: components["schemas"]["Bant"];
            committee: components["schemas"]["CommitteePerson"][];
            checklist: {
                [key: string]: string;
            };
            products: components["schemas"]["ProductLine"][];
            approvals: components["schemas"]["Approval"][];
            approval_requests: components["schemas"]["ApprovalRequestView"][];
            may_approve: string[];
            pains: string;
            competitor: string;
            outcome_reason: string;
            close_date_changes: components["schemas"]["CloseDateChanges"];
            deleted: boolean;
            may_write: boolean;
        };
        /** @enum {string} */
        DealField: "account" | "contact" | "amount" | "expected_close" | "source" | "products" | "pains" | "competitor" | "next_step";
        DealPage: {
            items: components["schemas"]["DealCard"][];
            next_cursor: string | null;
        };
        DealSum: {
            status: components["schemas"]["StageKind"];
            /** Format: int64 */
            deals: number;
            amount: components["schemas"]["Money"] | null;
        };
        DealsReport: {
            /** Format: int64 */
            total: number;
            /** Format: int64 */
            won: number;
            /** Format: int64 */
            lost: number;
            /** Format: int64 */
            open: number;
            /** Format: int64 */
            without_start: number;
            /** Format: int64 */
            left: number;
            /** Format: int64 */
            reopened: number;
        };
        /** @enum {string} */
        DecimalMark: "point" | "comma";
        DefinedRole: {
            /** Format: int64 */
            id: number;
            key: string;
            name: string;
            kind: components["schemas"]["Role"];
            permissions: string[];
            changes: components["schemas"]["Visibility"];
            /** Format: int64 */
            version: number;
        };
        /** @enum {string} */
        Direction: "outbound" | "inbound" | "two_way";
        DismissTour: {
            dismissed: boolean;
        };
        Distinction: {
            kind: components["schemas"]["PartyKind"];
            /** Format: int64 */
            first_id: number;
            /** Format: int64 */
            second_id: number;
            distinct?: boolean;
        };
        DraftEditor: {
            /** Format: int64 */
            id: number;
            name: string;
        };
        DraftEffect: {
            /** Format: int64 */
            version: number;
            exact: boolean;
            /** Format: int64 */
            deals: number;
            /** Format: int64 */
            not_passing: number;
            /** Format: int64 */
            newly_over: number;
            /** Format: int64 */
            to_move: number;
            stages: components["schemas"]["StageEffect"][];
        };
        DraftFault: {
            field: string;
            code: string;
            message: components["schemas"]["Localized"];
        };
        DraftList: {
            items: components["schemas"]["DraftSummary"][];
        };
        DraftSummary: {
            /** Format: int64 */
            pipeline_id: number;
            name: components["schemas"]["Localized"];
            /** Format: int64 */
            version: number;
            /** Format: int64 */
            base_version: number;
            /** Format: int64 */
            published_version: number;
            editor: string;
            /** Format: date-time */
            saved_at: string;
        };
        DwellReport: {
            /** Format: double */
            median_days: number | null;
            /** Format: double */
            p80_days: number | null;
            ci95: (number | null)[];
            /** Format: int64 */
            n: number;
            /** Format: int64 */
            events: number;
            /** Format: double */
            p25_days: number | null;
            /** Format: double */
            p75_days: number | null;
            /** Format: double */
            p90_days: number | null;
            confidence: components["schemas"]["ReportConfidence"];
        };
        /** @enum {string} */
        Field: "ignored" | "deal_id" | "deal_name" | "account_id" | "account_name" | "contact_id" | "contact_name" | "owner" | "team" | "manager" | "product" | "stage" | "from_stage" | "pipeline" | "status" | "is_closed" | "is_won" | "amount" | "currency" | "created_at" | "started_at" | "happened_at" | "stage_entered_at" | "stage_days" | "entered_stage" | "left_stage" | "expected_close" | "closed_at" | "close_date" | "won_at" | "lost_at" | "lost_reason" | "competitor" | "source" | "probability" | "next_step" | "description" | "last_activity_at" | "event_id" | "email" | "phone" | "website" | "category" | "country" | "city" | "employees" | "annual_revenue" | "parent_account" | "first_name" | "last_name" | "job_title" | "product_code";
        /** @enum {string} */
        FieldAccess: "editable" | "required" | "readonly" | "hidden";
        FieldChoice: {
            key: string;
            label: components["schemas"]["Localized"];
            archived: boolean;
        };
        FieldChoiceInput: {
            key: string;
            label?: components["schemas"]["LocalizedInput"];
            archived?: boolean;
        };
        /** @enum {string} */
        FieldKind: "text" | "number" | "money" | "date" | "choice" | "choices" | "user" | "link" | "yes_no" | "formula";
        /** @enum {string} */
        FieldRecord: "deal";
        FieldRule: {
            /** Format: int64 */
            pipeline_id: number | null;
            role: components["schemas"]["Role"] | null;
            access: components["schemas"]["FieldAccess"];
        };
        FieldRuleInput: {
            /** Format: int64 */
            pipeline_id?: number | null;
            role?: components["schemas"]["Role"] | null;
            access: components["schemas"]["FieldAccess"];
        };
        FieldValue: string | number | boolean | components["schemas"]["Money"] | string[];
        FieldValueInput: string | number | boolean | components["schemas"]["MoneyInput"] | string[];
        /** @enum {string} */
        FileKind: "unknown" | "deals" | "history" | "event_log" | "accounts" | "contacts" | "products" | "users";
        FileMapping: {
            file: string | null;
            kind: components["schemas"]["FileKind"] | null;
            encoding: string | null;
            delimiter: string | null;
            /** Format: int32 */
            header_line: number | null;
            columns: components["schemas"]["ColumnMapping"][];
        };
        FileMappingInput: {
            file?: string | null;
            kind?: components["schemas"]["FileKind"] | null;
            encoding?: string | null;
            delimiter?: string | null;
            /** Format: int32 */
            header_line?: number | null;
            columns?: components["schemas"]["ColumnMappingInput"][];
        };
        FilePreview: {
            name: string;
            kind: components["schemas"]["FileKind"];
            encoding: string;
            delimiter: string;
            /** Format: int64 */
            rows: number;
            columns: components["schemas"]["ColumnPreview"][];
        };
        FlowAnswer: {
            /** Format: int64 */
            pipeline_id: number;
            /** Format: date-time */
            as_of: string;
            currency: string | null;
            stages: components["schemas"]["StageName"][];
            points: components["schemas"]["FlowVisits"][];
            moves: components["schemas"]["FlowMove"][];
            conformance: components["schemas"]["FlowConformance"];
            note: string | null;
        };
        FlowConformance: {
            /** Format: int64 */
            deals: number;
            /** Format: int64 */
            allowed: number;
            /** Format: int64 */
            skipped: number;
            /** Format: int64 */
            went_back: number;
            /** Format: int64 */
            reopened: number;
            may_skip: boolean;
            may_go_back: boolean;
        };
        /** @enum {string} */
        FlowEnd: "stage" | "new" | "reopened" | "won" | "lost" | "left" | "open";
        FlowMove: {
            from: components["schemas"]["FlowPoint"];
            to: components["schemas"]["FlowPoint"];
            /** Format: int64 */
            moves: number;
            amount: components["schemas"]["Money"] | null;
            /** Format: double */
            median_days: number | null;
            confidence: components["schemas"]["ReportConfidence"];
            back: boolean;
        };
        FlowPoint: {
            at: components["schemas"]["FlowEnd"];
            /** Format: int64 */
            stage_id: number | null;
            again: boolean;
        };
        FlowVisits: {
            point: components["schemas"]["FlowPoint"];
            /** Format: int64 */
            visits: number;
            amount: components["schemas"]["Money"] | null;
            /** Format: double */
            days: number;
        };
        ForecastAnswer: {
            period: string;
            /** Format: date */
            first: string;
            /** Format: date */
            last: string;
            /** Format: date-time */
            as_of: string;
            currency: string;
            total: components["schemas"]["ForecastFigures"];
            owners: components["schemas"]["OwnerForecast"][];
            /** Format: int64 */
            owners_left_out: number;
            teams: components["schemas"]["TeamForecast"][];
            outlook: components["schemas"]["ForecastOutlook"];
            overdue: components["schemas"]["ForecastSum"];
            /** Format: int64 */
            undated: number;
            other_currencies: components["schemas"]["OtherCurrency"][];
        };
        /** @enum {string} */
        ForecastCategory: "omitted" | "pipeline" | "best_case" | "commit";
        ForecastChange: {
            kind: components["schemas"]["ForecastMove"];
            /** Format: int64 */
            deals: number;
            /** Format: int64 */
            minor: number;
            deal_ids: number[];
        };
        ForecastChanges: {
            /** Format: int64 */
            start_minor: number;
            /** Format: int64 */
            end_minor: number;
            changes: components["schemas"]["ForecastChange"][];
            largest: components["schemas"]["ChangedDeal"][];
            period: string;
            /** Format: date */
            since: string;
            currency: string;
        };
        ForecastFigures: {
            omitted: components["schemas"]["ForecastSum"];
            pipeline: components["schemas"]["ForecastSum"];
            best_case: components["schemas"]["ForecastSum"];
            commit: components["schemas"]["ForecastSum"];
            closed: components["schemas"]["ForecastSum"];
            /** Format: int64 */
            commit_and_better: number;
            /** Format: int64 */
            best_case_and_better: number;
            /** Format: int64 */
            pipeline_and_better: number;
            /** Format: int64 */
            by_probability: number;
            /** Format: int64 */
            weighted: number | null;
            /** Format: int64 */
            target: number | null;
            /** Format: double */
            coverage: number | null;
            target_reached: boolean;
        };
        /** @enum {string} */
        ForecastMove: "new" | "pulled_in" | "pushed_in" | "returned" | "grown" | "shrunk" | "won" | "lost" | "pushed_out" | "pulled_out" | "left";
        ForecastOutlook: {
            silence: components["schemas"]["ForecastSilence"] | null;
            /** Format: double */
            base_rate: number | null;
            /** Format: int64 */
            told: number;
            untold: components["schemas"]["ForecastSum"];
            not_yet_created: components["schemas"]["NotYetCreated"] | null;
            range: components["schemas"]["ForecastRange"] | null;
            no_signal: boolean;
            notes: string[];
        };
        ForecastRange: {
            /** Format: int64 */
            low80: number;
            /** Format: int64 */
            low50: number;
            /** Format: int64 */
            middle: number;
            /** Format: int64 */
            high50: number;
            /** Format: int64 */
            high80: number;
        };
        /** @enum {string} */
        ForecastSilence: "over" | "too_little";
        ForecastSubmission: {
            /** Format: int64 */
            id: number;
            period: string;
            /** Format: int64 */
            author_id: number;
            author_name: string;
            /** Format: int64 */
            for_team_id: number | null;
            amount: components["schemas"]["Money"];
            note: string;
            /** Format: date-time */
            at: string;
        };
        ForecastSum: {
            /** Format: int64 */
            deals: number;
            /** Format: int64 */
            minor: number;
        };
        ForecastTarget: {
            /** Format: int64 */
            id: number;
            /** Format: int64 */
            version: number;
            period: string;
            /** Format: int64 */
            owner_id: number | null;
            /** Format: int64 */
            team_id: number | null;
            amount: components["schemas"]["Money"] | null;
        };
        Found: {
            kind: components["schemas"]["FoundKind"];
            /** Format: int64 */
            id: number;
            title: string;
            subtitle: string;
        };
        /** @enum {string} */
        FoundKind: "deal" | "account" | "contact";
        FoundList: {
            items: components["schemas"]["Found"][];
        };
        FunnelAnswer: {
            /** Format: int64 */
            pipeline_id: number;
            /** Format: date-time */
            as_of: string;
            /** Format: int64 */
            stage_id: number;
            /** Format: int64 */
            age_days: number;
            later: components["schemas"]["StageName"][];
            currency: string | null;
            /** Format: int64 */
            without_amount: number;
            all: components["schemas"]["FunnelCohort"];
            earlier: components["schemas"]["FunnelCohort"];
            months: components["schemas"]["FunnelCohort"][];
            note: string | null;
        };
        FunnelCohort: {
            month: string | null;
            mature: boolean;
            confidence: components["schemas"]["ReportConfidence"];
            entered: components["schemas"]["DealCount"];
            steps: components["schemas"]["FunnelStep"][];
            won: components["schemas"]["DealCount"];
            lost: components["schemas"]["DealCount"];
            open: components["schemas"]["DealCount"];
            left: components["schemas"]["DealCount"];
        };
        FunnelStep: {
            /** Format: int64 */
            deals: number;
            amount: components["schemas"]["Money"] | null;
            /** Format: double */
            by_age: number | null;
            by_age_ci95: (number | null)[];
        };
        GateAnswer: {
            /** Format: int64 */
            pipeline_id: number;
            /** Format: date-time */
            as_of: string;
            /** Format: int64 */
            imported: number;
            stages: components["schemas"]["GateStage"][];
            note: string | null;
        };
        GateBar: {
            /** Format: int32 */
            met: number;
            /** Format: int32 */
            total: number;
        };
        GateCheck: {
            criterion: components["schemas"]["Criterion"];
            met: boolean;
        };
        GateCriterion: {
            key: string;
            label: components["schemas"]["Localized"];
            /** Format: date-time */
            since: string | null;
            met: components["schemas"]["GatePassed"];
            overridden: components["schemas"]["GatePassed"];
            /** Format: double */
            difference: number | null;
            difference_ci95: (number | null)[];
            verdict: components["schemas"]["GateVerdict"];
        };
        GatePassed: {
            /** Format: int64 */
            deals: number;
            /** Format: int64 */
            won: number;
            /** Format: int64 */
            lost: number;
            /** Format: double */
            won_share: number | null;
        };
        GateStage: {
            /** Format: int64 */
            stage_id: number;
            name: components["schemas"]["Localized"];
            /** Format: int64 */
            entered: number;
            /** Format: int64 */
            passed: number;
            /** Format: int64 */
            lost: number;
            criteria: components["schemas"]["GateCriterion"][];
        };
        /** @enum {string} */
        GateVerdict: "cannot_tell" | "won_more" | "won_less";
        HandOver: {
            /** Format: int64 */
            to_user_id: number;
            closed_deals?: boolean | null;
            /** Format: int64 */
            accounts_to_user_id?: number | null;
            /** Format: int64 */
            activities_to_user_id?: number | null;
        };
        HandedOver: {
            /** Format: int64 */
            deals: number;
            /** Format: int64 */
            accounts: number;
            /** Format: int64 */
            contacts: number;
            /** Format: int64 */
            activities: number;
        };
        HandoverList: {
            items: components["schemas"]["PastHandover"][];
        };
        HandoverUndone: {
            back: components["schemas"]["HandedOver"];
            /** Format: int64 */
            kept: number;
        };
        HeatAnswer: {
            /** Format: int64 */
            pipeline_id: number;
            /** Format: date-time */
            as_of: string;
            /** Format: int64 */
            age_days: number;
            months: string[];
            stages: components["schemas"]["HeatRow"][];
            note: string | null;
        };
        HeatField: {
            /** Format: int64 */
            visits: number;
            /** Format: double */
            median_days: number | null;
            dwell_confidence: components["schemas"]["ReportConfidence"];
            /** Format: int64 */
            entered: number;
            /** Format: double */
            went_on: number | null;
            went_on_confidence: components["schemas"]["ReportConfidence"];
            mature: boolean;
        };
        HeatRow: {
            /** Format: int64 */
            stage_id: number;
            name: components["schemas"]["Localized"];
            months: components["schemas"]["HeatField"][];
        };
        HeldEvent: {
            /** Format: int64 */
            seq: number;
            /** Format: date-time */
            recorded_at: string;
            kind: string;
            /** Format: int64 */
            actor_id: number | null;
            data: unknown;
        };
        HeldSeatOfDeal: {
            /** Format: int64 */
            deal_id: number;
            deal_name: string;
            role: components["schemas"]["CommitteeRole"];
            /** Format: int32 */
            influence: number;
            stance: components["schemas"]["Stance"];
        };
        History: {
            items: components["schemas"]["HistoryEntry"][];
            next_cursor: string | null;
        };
        HistoryEntry: {
            /** Format: int64 */
            seq: number;
            /** Format: date-time */
            at: string;
            /** Format: date-time */
            recorded_at: string;
            actor: components["schemas"]["NamedUser"] | null;
            kind: string;
            subject_kind: string;
            /** Format: int64 */
            subject_id: number;
            subject_name: string;
            summary: string;
            is_merge: boolean;
        };
        Holdings: {
            /** Format: int64 */
            open_deals: number;
            /** Format: int64 */
            closed_deals: number;
            /** Format: int64 */
            accounts: number;
            /** Format: int64 */
            contacts: number;
            /** Format: int64 */
            activities: number;
        };
        ImportCounts: {
            /** Format: int64 */
            deals: number;
            /** Format: int64 */
            accounts: number;
            /** Format: int64 */
            contacts: number;
            /** Format: int64 */
            products: number;
            /** Format: int64 */
            users: number;
            /** Format: int64 */
            teams: number;
            /** Format: int64 */
            pipelines: number;
            /** Format: int64 */
            deals_known: number;
            /** Format: int64 */
            deals_differing: number;
            /** Format: int64 */
            without_owner: number;
            /** Format: int64 */
            entry_unknown: number;
        };
        ImportPlan: {
            files: components["schemas"]["FilePreview"][];
            mapping: components["schemas"]["Mapping"];
            counts: components["schemas"]["CountsPreview"];
            warnings: components["schemas"]["WarningPreview"][];
            near_misses: components["schemas"]["NearMissPreview"][];
            stages: components["schemas"]["StagePreview"][];
            rejects: components["schemas"]["RejectPreview"][];
            /** Format: int64 */
            id: number;
            state: components["schemas"]["ImportState"];
            /** Format: date-time */
            created_at: string;
            created: components["schemas"]["ImportCounts"];
            progress: components["schemas"]["RowsDone"];
        };
        ImportPlans: {
            items: components["schemas"]["ImportPlan"][];
            next_cursor: string | null;
        };
        /** @enum {string} */
        ImportState: "planned" | "running" | "done" | "failed" | "undone";
        Invite: {
            name: string;
            email: string;
            role: components["schemas"]["Role"];
            visibility?: components["schemas"]["Visibility"] | null;
            /** Format: int64 */
            team_id?: number | null;
            lang?: components["schemas"]["Lang"] | null;
            role_key?: string | null;
        };
        /** @enum {string} */
        Lang: "en" | "zh";
        /** @enum {string} */
        LinkPurpose: "invitation" | "reset";
        /** @enum {string} */
        ListKind: "deals" | "accounts" | "contacts";
        ListView: {
            /** Format: int64 */
            id: number;
            /** Format: int64 */
            version: number;
            list: components["schemas"]["ListKind"];
            name: string;
            sharing: components["schemas"]["Sharing"];
            /** Format: int64 */
            owner_id: number;
            /** Format: int64 */
            team_id: number | null;
            parameters: {
                [key: string]: string;
            };
            columns: string[];
            may_change: boolean;
        };
        ListedDeals: {
            /** Format: int64 */
            total: number;
            ids: number[];
        };
        Localized: {
            en: string;
            zh: string;
        };
        LocalizedInput: {
            en?: string;
            zh?: string;
        };
        /** @enum {string} */
        LookedAt: "open_deal" | "read_cycle";
        LookedAtStep: {
            step: components["schemas"]["LookedAt"];
        };
        MadeLink: {
            /** Format: int64 */
            user_id: number;
            purpose: components["schemas"]["LinkPurpose"];
            /** Format: int64 */
            made_by: number | null;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            expires_at: string;
            user: components["schemas"]["User"];
            path: string;
        };
        Mapping: {
            /** Format: int32 */
            version: number;
            files: components["schemas"]["FileMapping"][];
            stages: string[];
            won: string[];
            lost: string[];
            censored: string[];
            open: string[];
            stage_map: components["schemas"]["StageMapping"][];
            pipeline: string | null;
            new_pipeline: string | null;
            time_zone: string | null;
            currency: string | null;
            date_order: components["schemas"]["DateOrder"] | null;
        };
        MappingInput: {
            /** Format: int32 */
            version?: number;
            files?: components["schemas"]["FileMappingInput"][];
            stages?: string[];
            won?: string[];
            lost?: string[];
            censored?: string[];
            open?: string[];
            stage_map?: components["schemas"]["StageMappingInput"][];
            pipeline?: string | null;
            new_pipeline?: string | null;
            time_zone?: string | null;
            currency?: string | null;
            date_order?: components["schemas"]["DateOrder"] | null;
        };
        Me: {
            user: components["schemas"]["User"];
            organization: components["schemas"]["Organization"];
            permissions: string[];
            must_enrol: boolean;
        };
        MergeAccounts: {
            /** Format: int64 */
            other_id: number;
            /** Format: int64 */
            other_version: number;
            take?: string[];
        };
        MergeChoice: {
            field: string;
            survivor: string;
            other: string;
            takes_other: boolean;
        };
        MergeContacts: {
            /** Format: int64 */
            other_id: number;
            /** Format: int64 */
            other_version: number;
            take?: string[];
        };
        MergeCounts: {
            /** Format: int64 */
            contacts: number;
            /** Format: int64 */
            companies: number;
            /** Format: int64 */
            deals: number;
            /** Format: int64 */
            activities: number;
            /** Format: int64 */
            seats: number;
        };
        MergePreview: {
            /** Format: int64 */
            survivor_version: number;
            /** Format: int64 */
            other_version: number;
            fields: components["schemas"]["MergeChoice"][];
            moves: components["schemas"]["MergeCounts"];
        };
        /** @description An amount in the currency's minor units: 1999 in CNY is 19.99. */
        Money: {
            /** Format: int64 */
            minor: number;
            currency: string | null;
        };
        /** @description An amount in the currency's minor units: 1999 in CNY is 19.99. */
        MoneyInput: {
            /** Format: int64 */
            minor: number;
            currency?: string | null;
        };
        MoveDeal: {
            /** Format: int64 */
            to_stage_id: number;
            reason?: string | null;
            competitor?: string | null;
            override_reason?: string | null;
            /** Format: date-time */
            effective_at?: string | null;
            fills?: components["schemas"]["MoveFills"] | null;
        };
        MoveFills: {
            fields?: components["schemas"]["PatchDeal"] | null;
            bant?: {
                [key: string]: components["schemas"]["BantAnswerInput"];
            };
            checklist?: {
                [key: string]: boolean;
            };
        };
        MySecondFactor: {
            enabled: boolean;
            required: boolean;
            /** Format: int64 */
            recovery_codes_left: number;
        };
        NamedAccount: {
            /** Format: int64 */
            id: number;
            name: string;
        };
        NamedDeal: {
            /** Format: int64 */
            id: number;
            name: string;
        };
        NamedUser: {
            /** Format: int64 */
            id: number;
            name: string;
        };
        NearMissPreview: {
            field: string;
            value: string;
            suggestion: string;
            /** Format: int64 */
            count: number;
            applied: boolean;
        };
        NewActivity: {
            /** Format: int64 */
            deal_id?: number | null;
            /** Format: int64 */
            account_id?: number | null;
            /** Format: int64 */
            contact_id?: number | null;
            kind: components["schemas"]["ActivityKind"];
            direction?: components["schemas"]["Direction"] | null;
            subject: string;
            body?: string | null;
            /** Format: date-time */
            due?: string | null;
            /** Format: date-time */
            done_at?: string | null;
            next_step?: components["schemas"]["NewNextStep"] | null;
        };
        NewCalendarFeed: {
            /** Format: date-time */
            made_at: string;
            file: string;
        };
        NewCustomField: {
            record?: components["schemas"]["FieldRecord"];
            key?: string | null;
            kind: components["schemas"]["FieldKind"];
            label: components["schemas"]["LocalizedInput"];
            help?: components["schemas"]["LocalizedInput"];
            choices?: components["schemas"]["FieldChoiceInput"][];
            rules?: components["schemas"]["FieldRuleInput"][];
            formula?: string;
        };
        NewNextStep: {
            kind: components["schemas"]["ActivityKind"];
            subject: string;
            /** Format: date-time */
            due: string;
        };
        NewObjection: {
            kind: components["schemas"]["ObjectionKind"];
            worry: string;
            blocking?: boolean;
            answer?: string;
            result?: components["schemas"]["ObjectionResult"];
            /** Format: date */
            raised_on?: string | null;
            /** Format: date */
            answered_on?: string | null;
        };
        NewPipeline: {
            name: components["schemas"]["LocalizedInput"];
            template_key?: string | null;
            /** Format: int64 */
            copy_of?: number | null;
        };
        NewSecondFactor: {
            secret: string;
            uri: string;
        };
        NewSubmission: {
            period: string;
            /** Format: int64 */
            for_team_id?: number | null;
            amount: components["schemas"]["MoneyInput"];
            note?: string;
        };
        NewView: {
            list: components["schemas"]["ListKind"];
            name: string;
            sharing?: components["schemas"]["Sharing"];
            parameters?: {
                [key: string]: string;
            };
            columns?: string[];
        };
        NextStepView: {
            /** Format: int64 */
            activity_id: number;
            kind: components["schemas"]["ActivityKind"];
            subject: string;
            /** Format: date-time */
            due: string;
            overdue: boolean;
        };
        NotYetCreated: {
            /** Format: double */
            begun_per_30_days: number;
            /** Format: double */
            won: number;
            /** Format: int64 */
            minor: number | null;
        };
        Note: {
            /** Format: int64 */
            id: number;
            /** Format: int64 */
            version: number;
            /** Format: int64 */
            deal_id: number;
            /** Format: int64 */
            author_id: number;
            author_name: string;
            body: string;
            mentions: number[];
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            edited_at: string | null;
        };
        NotePage: {
            items: components["schemas"]["Note"][];
            next_cursor: string | null;
        };
        NoteText: {
            body: string;
        };
        Notice: {
            /** Format: int64 */
            id: number;
            kind: components["schemas"]["NoticeKind"];
            /** Format: date-time */
            at: string;
            read: boolean;
            hidden: boolean;
            actor: components["schemas"]["NamedUser"] | null;
            deal: components["schemas"]["NamedDeal"] | null;
            account: components["schemas"]["NamedAccount"] | null;
            step: string | null;
            person: components["schemas"]["NamedUser"] | null;
            outcome: components["schemas"]["NoticeOutcome"] | null;
        };
        /** @enum {string} */
        NoticeKind: "mention" | "approval_asked" | "approval_answered" | "assigned" | "handed_over" | "overdue";
        /** @enum {string} */
        NoticeOutcome: "approved" | "refused";
        NoticePage: {
            items: components["schemas"]["Notice"][];
            next_cursor: string | null;
        };
        NoticeSettings: {
            mention: boolean;
            approval_asked: boolean;
            approval_answered: boolean;
            assigned: boolean;
            handed_over: boolean;
            overdue: boolean;
        };
        NoticeSettingsInput: {
            mention: boolean;
            approval_asked: boolean;
            approval_answered: boolean;
            assigned: boolean;
            handed_over: boolean;
            overdue: boolean;
        };
        Objection: {
            /** Format: int64 */
            id: number;
            /** Format: int64 */
            version: number;
            /** Format: int64 */
            deal_id: number;
            kind: components["schemas"]["ObjectionKind"];
            worry: string;
            blocking: boolean;
            answer: string;
            result: components["schemas"]["ObjectionResult"];
            /** Format: date */
            raised_on: string;
            /** Format: date */
            answered_on: string | null;
            /** Format: date-time */
            created_at: string;
        };
        ObjectionChange: {
            kind?: components["schemas"]["ObjectionKind"];
            worry?: string;
            blocking?: boolean;
            answer?: string;
            result?: components["schemas"]["ObjectionResult"];
            /** Format: date */
            raised_on?: string;
            /** Format: date */
            answered_on?: string | null;
        };
        /** @enum {string} */
        ObjectionKind: "price" | "feature" | "implementation" | "timing" | "competitor" | "trust" | "need" | "authority" | "other";
        ObjectionList: {
            items: components["schemas"]["Objection"][];
        };
        /** @enum {string} */
        ObjectionResult: "open" | "answered" | "accepted" | "lost_to_it";
        OpenLink: {
            link: string;
        };
        OpenedLink: {
            purpose: components["schemas"]["LinkPurpose"];
            organization: string;
            made_by: string | null;
            name: string;
            email: string;
            role: components["schemas"]["Role"];
            team: string | null;
            lang: components["schemas"]["Lang"];
            /** Format: date-time */
            expires_at: string;
            needs_code: boolean;
        };
        Organization: {
            name: string;
            currency: string | null;
            time_zone: string;
            lang: components["schemas"]["Lang"];
        };
        OtherCurrency: {
            currency: string;
            /** Format: int64 */
            deals: number;
        };
        OutcomeReport: {
            /** Format: int64 */
            day: number;
            /** Format: double */
            won: number | null;
            /** Format: double */
            lost: number | null;
            /** Format: double */
            open: number | null;
            won_ci95: (number | null)[];
            lost_ci95: (number | null)[];
        };
        OutlookAnswer: {
            /** Format: int64 */
            deal_id: number;
            silence: components["schemas"]["OutlookSilence"] | null;
            /** Format: double */
            won: number | null;
            /** Format: double */
            lost: number | null;
            /** Format: double */
            unresolved: number | null;
            /** Format: double */
            on_entry: number | null;
            /** Format: double */
            at_start: number | null;
            close: components["schemas"]["CloseRange"] | null;
            /** Format: int64 */
            days_in_stage: number;
            /** Format: int64 */
            rotten_after: number | null;
            rotten: boolean;
            again: boolean;
            /** Format: int64 */
            longer: number;
            reasons: string[];
        };
        /** @enum {string} */
        OutlookSilence: "closed" | "too_little" | "no_precedent";
        OwnerForecast: {
            omitted: components["schemas"]["ForecastSum"];
            pipeline: components["schemas"]["ForecastSum"];
            best_case: components["schemas"]["ForecastSum"];
            commit: components["schemas"]["ForecastSum"];
            closed: components["schemas"]["ForecastSum"];
            /** Format: int64 */
            commit_and_better: number;
            /** Format: int64 */
            best_case_and_better: number;
            /** Format: int64 */
            pipeline_and_better: number;
            /** Format: int64 */
            by_probability: number;
            /** Format: int64 */
            weighted: number | null;
            /** Format: int64 */
            target: number | null;
            /** Format: double */
            coverage: number | null;
            target_reached: boolean;
            /** Format: int64 */
            owner_id: number;
            name: string;
        };
        Party: {
            /** Format: int64 */
            id: number;
            /** Format: int64 */
            version: number;
            name: string;
            detail: string;
            phone: string;
            /** Format: int64 */
            owner_id: number;
            /** Format: date-time */
            created_at: string;
        };
        /** @enum {string} */
        PartyKind: "account" | "contact";
        PastHandover: {
            /** Format: int64 */
            seq: number;
            /** Format: date-time */
            at: string;
            /** Format: int64 */
            by: number | null;
            /** Format: int64 */
            to_user_id: number;
            undone: boolean;
        };
        PatchDeal: {
            name?: string;
            /** Format: int64 */
            account_id?: number | null;
            /** Format: int64 */
            owner_id?: number;
            amount?: components["schemas"]["MoneyInput"] | null;
            /** Format: date */
            expected_close?: string | null;
            source?: string;
            /** Format: int32 */
            probability?: number | null;
            forecast_category?: components["schemas"]["ForecastCategory"] | null;
            pains?: string;
            competitor?: string;
            product_lines?: components["schemas"]["ProductLineInput"][];
            fields?: {
                [key: string]: components["schemas"]["FieldValueInput"] | null;
            };
        };
        /** @enum {string} */
        PathState: "done" | "passed" | "current" | "ahead";
        PathStep: {
            /** Format: int64 */
            stage_id: number;
            state: components["schemas"]["PathState"];
            /** Format: int32 */
            visits: number;
            age: components["schemas"]["StageAge"];
        };
        PersonalData: {
            contact: components["schemas"]["Contact"];
            account_name: string | null;
            seats: components["schemas"]["HeldSeatOfDeal"][];
            activities: components["schemas"]["Activity"][];
            events: components["schemas"]["HeldEvent"][];
            text: string;
        };
        Pipeline: {
            /** Format: int64 */
            id: number;
            key: string;
            name: components["schemas"]["Localized"];
            /** Format: int64 */
            version_number: number;
            allow_skip: boolean;
            allow_back: boolean;
            stages: components["schemas"]["Stage"][];
            loss_reasons: components["schemas"]["Choice"][];
            sources: components["schemas"]["Choice"][];
            idle_after: components["schemas"]["Standard"] | null;
            retired_stages: components["schemas"]["Stage"][];
            archived: boolean;
        };
        PipelineChange: {
            kind: components["schemas"]["PipelineChangeKind"];
            stage_key: string;
            criterion_key: string;
            text: components["schemas"]["Localized"];
            before: components["schemas"]["Localized"];
            after: components["schemas"]["Localized"];
        };
        /** @enum {string} */
        PipelineChangeKind: "name" | "allow_skip" | "allow_back" | "idle_after" | "stage_added" | "stage_removed" | "stage_moved" | "stage_name" | "stage_kind" | "probability" | "standard" | "goal" | "key_activities" | "guidance" | "criterion_added" | "criterion_removed" | "criterion_changed" | "criterion_moved" | "loss_reasons" | "sources";
        PipelineDraftView: {
            /** Format: int64 */
            pipeline_id: number;
            /** Format: int64 */
            version: number;
            exists: boolean;
            /** Format: int64 */
            base_version: number;
            /** Format: int64 */
            published_version: number;
            definition: components["schemas"]["Pipeline"];
            author: components["schemas"]["DraftEditor"] | null;
            editor: components["schemas"]["DraftEditor"] | null;
            /** Format: date-time */
            saved_at: string | null;
            changes: components["schemas"]["PipelineChange"][];
            faults: components["schemas"]["DraftFault"][];
            published_since: components["schemas"]["PipelineChange"][];
            clashes: components["schemas"]["RebaseClash"][];
        };
        PipelineInput: {
            /** Format: int64 */
            id?: number;
            key: string;
            name?: components["schemas"]["LocalizedInput"];
            /** Format: int64 */
            version_number?: number;
            allow_skip?: boolean;
            allow_back?: boolean;
            stages: components["schemas"]["StageInput"][];
            loss_reasons?: components["schemas"]["ChoiceInput"][];
            sources?: components["schemas"]["ChoiceInput"][];
            idle_after?: components["schemas"]["StandardInput"] | null;
            retired_stages?: components["schemas"]["StageInput"][];
            archived?: boolean;
        };
        PipelineList: {
            items: components["schemas"]["Pipeline"][];
            in_use: number[];
        };
        PipelineTemplate: {
            key: string;
            name: components["schemas"]["Localized"];
            /** Format: int32 */
            open_stages: number;
        };
        PipelineVersion: {
            /** Format: int64 */
            number: number;
            /** Format: date-time */
            published_at: string;
            published_by: components["schemas"]["DraftEditor"] | null;
            note: string;
            changes: components["schemas"]["PipelineChange"][];
        };
        PipelineVersionPage: {
            items: components["schemas"]["PipelineVersion"][];
            /** Format: int64 */
            next_cursor: number | null;
        };
        PlanWish: {
            upload_ids: number[];
            mapping?: components["schemas"]["MappingInput"] | null;
        };
        /** @description A refusal (RFC 9457), its sentences in the caller's language. */
        Problem: {
            /** @description A name of the problem, as a URN. */
            type: string;
            title: string;
            status: number;
            /** @description What is wrong, for a person. */
            detail: string;
            /** @description Stable; programs may branch on it. */
            code: string;
            request_id?: string;
            /** @description What is wrong with which field. */
            fields?: {
                /** @description A path such as amount or lines[2].price. */
                field: string;
                code: string;
                message: string;
            }[];
        } & {
            [key: string]: unknown;
        };
        Product: {
            /** Format: int64 */
            id: number;
            /** Format: int64 */
            version: number;
            name: string;
            code: string;
            price: components["schemas"]["Money"] | null;
            active: boolean;
            external_key: string | null;
        };
        ProductInput: {
            name?: string;
            code?: string;
            price?: components["schemas"]["MoneyInput"] | null;
            active?: boolean;
        };
        ProductLine: {
            /** Format: int64 */
            product_id: number;
            name: string;
            /** Format: int64 */
            quantity: number;
            price: components["schemas"]["Money"] | null;
            /** Format: int32 */
            discount_bps: number;
        };
        ProductLineInput: {
            /** Format: int64 */
            product_id: number;
            /** Format: int64 */
            quantity?: number;
            price?: components["schemas"]["MoneyInput"] | null;
            /** Format: int32 */
            discount_bps?: number;
        };
        ProductList: {
            items: components["schemas"]["Product"][];
        };
        PublishDraft: {
            note?: string;
            moves?: components["schemas"]["StageMove"][];
        };
        Range: {
            /** Format: double */
            low: number;
            /** Format: double */
            high: number;
        };
        ReadNotices: {
            /** Format: int64 */
            up_to: number;
        };
        RebaseClash: {
            mine: components["schemas"]["PipelineChange"];
            theirs: components["schemas"]["PipelineChange"];
        };
        RecoveryCodes: {
            codes: string[];
        };
        RejectPreview: {
            file: string;
            /** Format: int64 */
            line: number;
            column: string | null;
            value: string | null;
            reason: string;
        };
        RemapWish: {
            mapping: components["schemas"]["MappingInput"];
        };
        RemoveSecondFactor: {
            password: string;
            code: string;
        };
        /** @enum {string} */
        ReportClock: "days" | "seconds";
        /** @enum {string} */
        ReportConfidence: "none" | "low" | "fair";
        RequireSecondFactor: {
            roles: components["schemas"]["Role"][];
        };
        /** @enum {string} */
        Role: "owner" | "manager" | "rep" | "viewer";
        RoleList: {
            items: components["schemas"]["DefinedRole"][];
            permissions: string[];
        };
        RowsDone: {
            /** Format: int64 */
            done: number;
            /** Format: int64 */
            total: number;
        };
        Seat: {
            /** Format: int64 */
            deal_id: number;
            deal_name: string;
            status: components["schemas"]["StageKind"];
            role: components["schemas"]["CommitteeRole"];
            /** Format: int32 */
            influence: number;
            stance: string;
        };
        SecondFactors: {
            roles: components["schemas"]["Role"][];
            user_ids: number[];
        };
        SessionList: {
            items: components["schemas"]["SessionView"][];
        };
        SessionView: {
            /** Format: int64 */
            id: number;
            agent: string;
            address: string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            seen_at: string;
            /** Format: date-time */
            expires_at: string;
            current: boolean;
        };
        SetAbsence: {
            /** Format: int64 */
            user_id?: number | null;
            /** Format: int64 */
            deputy_id?: number | null;
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
        };
        SetTarget: {
            amount?: components["schemas"]["MoneyInput"] | null;
        };
        SetUp: {
            organization: string;
            name: string;
            email: string;
            password: string;
            lang: components["schemas"]["Lang"];
            currency?: string | null;
            time_zone: string;
            sample_data?: boolean;
        };
        SetUpState: {
            needed: boolean;
        };
        /** @enum {string} */
        Sharing: "private" | "team" | "everyone";
        SignInLink: {
            /** Format: int64 */
            user_id: number;
            purpose: components["schemas"]["LinkPurpose"];
            /** Format: int64 */
            made_by: number | null;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            expires_at: string;
        };
        SignInLinkList: {
            items: components["schemas"]["SignInLink"][];
        };
        SignInWith: {
            email: string;
            password: string;
            code?: string | null;
        };
        Stage: {
            /** Format: int64 */
            id: number;
            key: string;
            kind: components["schemas"]["StageKind"];
            name: components["schemas"]["Localized"];
            /** Format: int32 */
            probability: number;
            standard: components["schemas"]["Standard"] | null;
            goal: components["schemas"]["Localized"];
            key_activities: components["schemas"]["Localized"][];
            guidance: components["schemas"]["Localized"];
            exit_criteria: components["schemas"]["Criterion"][];
        };
        StageAge: {
            /** Format: int64 */
            elapsed: number;
            /** Format: int32 */
            standard: number | null;
            unit: components["schemas"]["StandardUnit"];
            over: boolean;
            /** Format: date-time */
            since: string;
        };
        StageEffect: {
            /** Format: int64 */
            stage_id: number;
            stage_key: string;
            name: components["schemas"]["Localized"];
            /** Format: int64 */
            deals: number;
            removed: boolean;
            /** Format: int64 */
            not_passing: number;
            /** Format: int64 */
            held_back: number;
            /** Format: int64 */
            newly_over: number;
            /** Format: int64 */
            no_longer_over: number;
            criteria: components["schemas"]["CriterionEffect"][];
            not_passing_ids: number[];
            newly_over_ids: number[];
        };
        StageInfo: {
            /** Format: int64 */
            stage_id: number;
            name: components["schemas"]["Localized"];
            standard: components["schemas"]["Standard"] | null;
            /** Format: double */
            standard_days: number | null;
        };
        StageInput: {
            /** Format: int64 */
            id?: number;
            key: string;
            kind: components["schemas"]["StageKind"];
            name?: components["schemas"]["LocalizedInput"];
            /** Format: int32 */
            probability: number;
            standard?: components["schemas"]["StandardInput"] | null;
            goal?: components["schemas"]["LocalizedInput"];
            key_activities?: components["schemas"]["LocalizedInput"][];
            guidance?: components["schemas"]["LocalizedInput"];
            exit_criteria?: components["schemas"]["CriterionInput"][];
        };
        /** @enum {string} */
        StageKind: "open" | "on_hold" | "won" | "lost";
        StageMapping: {
            stage: string;
            to: string;
        };
        StageMappingInput: {
            stage: string;
            to: string;
        };
        StageMove: {
            from: string;
            to: string;
        };
        StageName: {
            /** Format: int64 */
            stage_id: number;
            name: components["schemas"]["Localized"];
        };
        StagePreview: {
            name: string;
            kind: components["schemas"]["exchange_StageKind"];
            to: string;
            by: components["schemas"]["ChosenBy"];
        };
        StageReport: {
            name: string;
            /** Format: int64 */
            visits: number;
            /** Format: int64 */
            open: number;
            dwell: components["schemas"]["DwellReport"];
            /** Format: int64 */
            entered_deals: number;
            /** Format: double */
            went_on: number | null;
            /** Format: int64 */
            lost_here: number;
            /** Format: int64 */
            went_back: number;
            /** Format: double */
            dwell_share: number;
            by_age: components["schemas"]["CohortReport"];
        };
        StageWorth: {
            /** Format: int64 */
            stage_id: number;
            /** Format: int64 */
            ended: number;
            lost_share: components["schemas"]["Aim"];
            days_on: components["schemas"]["Aim"];
            /** Format: double */
            gain: number;
            /** Format: double */
            by_days: number;
            /** Format: double */
            by_conversion: number;
            range: components["schemas"]["Range"];
            worth_it: boolean;
            /** Format: double */
            arrival_limited: number;
            arrival_limited_range: components["schemas"]["Range"];
            /** Format: double */
            pulled_forward_once: number;
        };
        /** @enum {string} */
        Stance: "supporter" | "neutral" | "opponent" | "unknown";
        Standard: {
            /** Format: int32 */
            amount: number;
            unit: components["schemas"]["StandardUnit"];
        };
        StandardInput: {
            /** Format: int32 */
            amount: number;
            unit: components["schemas"]["StandardUnit"];
        };
        /** @enum {string} */
        StandardUnit: "business_days" | "business_hours";
        StartSecondFactor: {
            password: string;
        };
        SubmissionList: {
            items: components["schemas"]["ForecastSubmission"][];
        };
        Subsidiary: {
            /** Format: int64 */
            id: number;
            name: string;
            /** Format: int64 */
            parent_id: number;
            /** Format: int32 */
            depth: number;
        };
        Suspect: {
            party: components["schemas"]["Party"];
            /** Format: int32 */
            score: number;
            by: components["schemas"]["AlikeBy"][];
            why: string;
        };
        SuspectPair: {
            first: components["schemas"]["Party"];
            second: components["schemas"]["Party"];
            /** Format: int32 */
            score: number;
            by: components["schemas"]["AlikeBy"][];
            why: string;
        };
        SuspectPairs: {
            items: components["schemas"]["SuspectPair"][];
            next_cursor: string | null;
        };
        Suspects: {
            items: components["schemas"]["Suspect"][];
        };
        TargetList: {
            items: components["schemas"]["ForecastTarget"][];
        };
        Team: {
            /** Format: int64 */
            id: number;
            name: string;
            /** Format: int64 */
            parent_id: number | null;
            /** Format: int64 */
            version: number;
        };
        TeamForecast: {
            omitted: components["schemas"]["ForecastSum"];
            pipeline: components["schemas"]["ForecastSum"];
            best_case: components["schemas"]["ForecastSum"];
            commit: components["schemas"]["ForecastSum"];
            closed: components["schemas"]["ForecastSum"];
            /** Format: int64 */
            commit_and_better: number;
            /** Format: int64 */
            best_case_and_better: number;
            /** Format: int64 */
            pipeline_and_better: number;
            /** Format: int64 */
            by_probability: number;
            /** Format: int64 */
            weighted: number | null;
            /** Format: int64 */
            target: number | null;
            /** Format: double */
            coverage: number | null;
            target_reached: boolean;
            /** Format: int64 */
            team_id: number | null;
            name: string;
        };
        TeamList: {
            items: components["schemas"]["Team"][];
            next_cursor: string | null;
        };
        TemplateList: {
            items: components["schemas"]["PipelineTemplate"][];
        };
        TickChecklist: {
            done: boolean;
        };
        Timeline: {
            items: components["schemas"]["TimelineEntry"][];
            next_cursor: string | null;
        };
        TimelineEntry: {
            /** Format: int64 */
            seq: number;
            /** Format: date-time */
            at: string;
            /** Format: date-time */
            recorded_at: string;
            actor: components["schemas"]["NamedUser"] | null;
            kind: string;
            summary: string;
            data: unknown;
            undoable: boolean;
        };
        /** @enum {string} */
        TimelineKind: "moves" | "changes" | "activities" | "objections" | "notes" | "files" | "approvals";
        ToCloseReport: {
            /** Format: int64 */
            n: number;
            /** Format: int64 */
            events: number;
            /** Format: double */
            median_days: number | null;
            ci95: (number | null)[];
            /** Format: double */
            p80_days: number | null;
            /** Format: double */
            p25_days: number | null;
            /** Format: double */
            p75_days: number | null;
            /** Format: double */
            p90_days: number | null;
            confidence: components["schemas"]["ReportConfidence"];
        };
        Today: {
            /** Format: date-time */
            as_of: string;
            /** Format: date-time */
            end_of_day: string;
            any_deals: boolean;
            counters: components["schemas"]["TodayCounters"];
            steps: components["schemas"]["TodayItem"][];
            at_risk: components["schemas"]["TodayItem"][];
            agenda: components["schemas"]["TodayItem"][];
            approvals: components["schemas"]["AwaitedApproval"][];
        };
        TodayCounters: {
            /** Format: int64 */
            overdue: number;
            /** Format: int64 */
            due_today: number;
            /** Format: int64 */
            no_next_step: number;
            /** Format: int64 */
            over_standard: number;
            /** Format: int64 */
            idle: number;
        };
        TodayItem: {
            deal: components["schemas"]["DealCard"] | null;
            activity: components["schemas"]["Activity"] | null;
        };
        /** @enum {string} */
        TodayScope: "mine" | "team";
        TokenList: {
            items: components["schemas"]["TokenView"][];
        };
        TokenView: {
            /** Format: int64 */
            id: number;
            name: string;
            scopes: string[];
            /** Format: date-time */
            created_at: string;
            /** Format: date */
            expires_on: string;
        };
        Tour: {
            dismissed: boolean;
            steps: components["schemas"]["TourStepView"][];
            deal: components["schemas"]["TourDeal"] | null;
        };
        TourDeal: {
            /** Format: int64 */
            id: number;
            name: string;
        };
        /** @enum {string} */
        TourStep: "open_deal" | "next_step" | "log_call" | "pass_gate" | "read_cycle" | "invite" | "set_standard";
        TourStepView: {
            step: components["schemas"]["TourStep"];
            done: boolean;
        };
        Undone: {
            /** Format: int64 */
            undone_seq: number;
            subject_kind: string;
            /** Format: int64 */
            subject_id: number;
        };
        UndoneMerge: {
            kind: string;
            /** Format: int64 */
            survivor_id: number;
            /** Format: int64 */
            restored_id: number;
            kept_fields: string[];
            kept: components["schemas"]["MergeCounts"];
        };
        UnreadNotices: {
            /** Format: int64 */
            unread: number;
        };
        UploadView: {
            /** Format: int64 */
            upload_id: number;
            name: string;
            /** Format: int64 */
            size: number;
        };
        UseLink: {
            link: string;
            password: string;
            name?: string | null;
            lang?: components["schemas"]["Lang"] | null;
            code?: string | null;
        };
        User: {
            /** Format: int64 */
            id: number;
            name: string;
            email: string | null;
            role: components["schemas"]["Role"];
            role_key: string;
            visibility: components["schemas"]["Visibility"];
            /** Format: int64 */
            team_id: number | null;
            lang: components["schemas"]["Lang"];
            active: boolean;
            /** Format: int64 */
            version: number;
        };
        UserPage: {
            items: components["schemas"]["User"][];
            next_cursor: string | null;
        };
        ViewChange: {
            name?: string;
            sharing?: components["schemas"]["Sharing"];
            parameters?: {
                [key: string]: string;
            };
            columns?: string[];
        };
        ViewList: {
            items: components["schemas"]["ListView"][];
        };
        /** @enum {string} */
        Visibility: "own" | "team" | "all";
        WaitOn: {
            on: components["schemas"]["WaitingOn"];
            /** Format: date-time */
            since?: string | null;
        };
        Waiting: {
            on: components["schemas"]["WaitingOn"];
            /** Format: date-time */
            since: string;
        };
        /** @enum {string} */
        WaitingOn: "us" | "customer" | "approval" | "legal";
        WarningPreview: {
            code: string;
            message: string;
            /** Format: int64 */
            count: number;
        };
        WarningReport: {
            code: string;
            /** Format: int64 */
            count: number;
            message: string;
        };
        WhatIfAnswer: {
            found: boolean;
            /** Format: int32 */
            done: number;
            /** Format: int32 */
            of: number;
            /** Format: date-time */
            as_of: string;
            /** Format: int64 */
            deals: number;
            value: components["schemas"]["Money"] | null;
            /** Format: double */
            won_now: number | null;
            /** Format: double */
            won_then: number | null;
            /** Format: double */
            days_now: number | null;
            /** Format: double */
            days_then: number | null;
            /** Format: double */
            gain: number | null;
            won_range: components["schemas"]["Range"] | null;
            days_range: components["schemas"]["Range"] | null;
            gain_range: components["schemas"]["Range"] | null;
        };
        WonDaysReport: {
            /** Format: int64 */
            n: number;
            /** Format: double */
            median: number | null;
            /** Format: double */
            mean: number | null;
        };
        /** @enum {string} */
        Yardstick: "none" | "peers" | "past_periods";
        /** @enum {string} */
        exchange_StageKind: "open" | "won" | "lost" | "censored";
    };
    responses: {
        /** @description Bad Request */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Unauthorized */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Forbidden */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not Found */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Conflict */
        Conflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Precondition Failed */
        PreconditionFailed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Content Too Large */
        ContentTooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Unsupported Media Type */
        UnsupportedMediaType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Unprocessable Content */
        UnprocessableContent: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Precondition Required */
        PreconditionRequired: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Any other refusal */
        Problem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /** @description 1 to 255 visible characters. A repeated request with the same key is answered as the first one was, and changes nothing. */
        IdempotencyKey: string;
        /** @description The version (ETag) that the caller saw: 428 without it, 412 when somebody saved since. */
        IfMatch: string;
    };
    requestBodies: never;
    headers: {
        /** @description The version of the record, for If-Match. */
        ETag: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    get_absences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AbsenceList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    post_absences: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 visible characters. A repeated request with the same key is answered as the first one was, and changes nothing. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetAbsence"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Absence"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            default: components["responses"]["Problem"];
        };
    };
    delete_absences_id: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 to 255 visible characters. A repeated request with the same key is answered as the first one was, and changes nothing. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version (ETag) that the caller saw: 428 without it, 412 when somebody saved since. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["Problem"];
        };
    };
    patch_absences_id: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 to 255 visible characters. A repeated request with the same key is answered as the first one was, and changes nothing. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version (ETag) that the caller saw: 428 without it, 412 when somebody saved since. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeAbsence"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Absence"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["Problem"];
        };
    };
    get_accounts: {
        parameters: {
            query?: {
                q?: string;
                owner_id?: number;
                where?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                region?: string;
                industry?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    post_accounts: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 visible characters. A repeated request with the same key is answered as the first one was, and changes nothing. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountInput"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            default: components["responses"]["Problem"];
        };
    };
    get_accounts_csv: {
        parameters: {
            query?: {
                q?: string;
                owner_id?: number;
                where?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                region?: string;
                industry?: string;
                columns?: components["schemas"]["AccountColumn"][];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": unknown;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    get_accounts_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Problem"];
        };
    };
    delete_accounts_id: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 to 255 visible characters. A repeated request with the same key is answered as the first one was, and changes nothing. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version (ETag) that the caller saw: 428 without it, 412 when somebody saved since. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["Problem"];
        };
    };
    patch_accounts_id: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 to 255 visible characters. A repeated request with the same key is answered as the first one was, and changes nothing. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version (ETag) that the caller saw: 428 without it, 412 when somebody saved since. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["Problem"];
        };
    };
    get_accounts_id_merge_preview: {
        parameters: {
            query: {
                other_id: number;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MergePreview"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Problem"];
        };
    };
    post_accounts_id_merges: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 to 255 visible characters. A repeated request with the same key is answered as the first one was, and changes nothing. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version (ETag) that the caller saw: 428 without it, 412 when somebody saved since. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeAccounts"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["Problem"];
        };
    };
    get_accounts_id_relations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountRelations"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Problem"];
        };
    };
    post_accounts_id_restorations: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 to 255 visible characters. A repeated request with the same key is answered as the first one was, and changes nothing. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version (ETag) that the caller saw: 428 without it, 412 when somebody saved since. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["Problem"];
        };
    };
    get_accounts_id_timeline: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: number;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["History"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Problem"];
        };
    };
    get_activities: {
        parameters: {
            query?: {
                deal_id?: number;
                account_id?: number;
                contact_id?: number;
                owner_id?: number;
                open?: boolean;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActivityPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    post_activities: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 visible characters. A repeated request with the same key is answered as the first one was, and changes nothing. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewActivity"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Activity"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            default: components["responses"]["Problem"];
        };
    };
    get_activities_csv: {
        parameters: {
            query?: {
                deal_id?: number;
                account_id?: number;
                contact_id?: number;
                owner_id?: number;
                open?: boolean;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": unknown;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    delete_activities_id: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 to 255 visible characters. A repeated request with the same key is answered as the first one was, and changes nothing. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version (ETag) that the caller saw: 428 without it, 412 when somebody saved since. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["Problem"];
        };
    };
    patch_activities_id: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 to 255 visible characters. A repeated request with the same key is answered as the first one was, and changes nothing. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version (ETag) that the caller saw: 428 without it, 412 when somebody saved since. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActivityChange"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Activity"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["Problem"];
        };
    };
    post_activities_id_completions: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 to 255 visible characters. A repeated request with the same key is answered as the first one was, and changes nothing. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version (ETag) that the caller saw: 428 without it, 412 when somebody saved since. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Completion"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Activity"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["Problem"];
        };
    };
    post_activities_id_reopenings: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 to 255 visible characters. A repeated request with the same key is answered as the first one was, and changes nothing. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version (ETag) that the caller saw: 428 without it, 412 when somebody saved since. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Activity"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["Problem"];
        };
    };
    delete_attachments_id: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 to 255 visible characters. A repeated request with the same key is answered as the first one was, and changes nothing. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version (ETag) that the caller saw: 428 without it, 412 when somebody saved since. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["Problem"];
        };
    };
    get_attachments_id_content: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": unknown;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Problem"];
        };
    };
    post_attachments_id_restorations: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 to 255 visible characters. A repeated request with the same key is answered as the first one was, and changes nothing. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version (ETag) that the caller saw: 428 without it, 412 when somebody saved since. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Attachment"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["Problem"];
        };
    };
    get_audit: {
        parameters: {
            query?: {
                actor_id?: number;
                kind?: components["schemas"]["AuditKind"];
                subject_kind?: string;
                subject_id?: number;
                from?: string;
                to?: string;
                q?: string;
                before?: number;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    get_audit_csv: {
        parameters: {
            query?: {
                actor_id?: number;
                kind?: components["schemas"]["AuditKind"];
                subject_kind?: string;
                subject_id?: number;
                from?: string;
                to?: string;
                q?: string;
                before?: number;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": unknown;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    get_backups: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Backups"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    post_backups: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 visible characters. A repeated request with the same key is answered as the first one was, and changes nothing. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Backups"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            default: components["responses"]["Problem"];
        };
    };
    get_board: {
        parameters: {
            query?: {
                pipeline_id?: number;
                owner_id?: number;
                team_id?: number;
                source?: string;
                q?: string;
                cards?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Board"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    get_calendar_feed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarFeed"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    post_calendar_feed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewCalendarFeed"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            default: components["responses"]["Problem"];
        };
    };
    delete_calendar_feed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            default: components["responses"]["Problem"];
        };
    };
    get_calendar_secret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                secret: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": unknown;
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Problem"];
        };
    };
    get_contacts: {
        parameters: {
            query?: {
                q?: string;
                owner_id?: number;
                where?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                account_id?: number;
                consent?: components["schemas"]["Consent"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    post_contacts: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 visible characters. A repeated request with the same key is answered as the first one was, and changes nothing. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactInput"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            default: components["responses"]["Problem"];
        };
    };
    get_contacts_csv: {
        parameters: {
            query?: {
                q?: string;
                owner_id?: number;
                where?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                account_id?: number;
                consent?: components["schemas"]["Consent"];
                columns?: components["schemas"]["ContactColumn"][];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": unknown;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    get_contacts_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Problem"];
        };
    };
    delete_contacts_id: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 to 255 visible characters. A repeated request with the same key is answered as the first one was, and changes nothing. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version (ETag) that the caller saw: 428 without it, 412 when somebody saved since. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["Problem"];
        };
    };
    patch_contacts_id: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 to 255 visible characters. A repeated request with the same key is answered as the first one was, and changes nothing. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version (ETag) that the caller saw: 428 without it, 412 when somebody saved since. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["Problem"];
        };
    };
    post_contacts_id_erasures: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 to 255 visible characters. A repeated request with the same key is answered as the first one was, and changes nothing. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version (ETag) that the caller saw: 428 without it, 412 when somebody saved since. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["Problem"];
        };
    };
    get_contacts_id_merge_preview: {
        parameters: {
            query: {
                other_id: number;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MergePreview"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Problem"];
        };
    };
    post_contacts_id_merges: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 to 255 visible characters. A repeated request with the same key is answered as the first one was, and changes nothing. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version (ETag) that the caller saw: 428 without it, 412 when somebody saved since. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeContacts"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["Problem"];
        };
    };
    post_contacts_id_personal_data: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonalData"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            default: components["responses"]["Problem"];
        };
    };
    get_contacts_id_relations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactRelations"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Problem"];
        };
    };
    post_contacts_id_restorations: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 to 255 visible characters. A repeated request with the same key is answered as the first one was, and changes nothing. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version (ETag) that the caller saw: 428 without it, 412 when somebody saved since. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["Problem"];
        };
    };
    get_contacts_id_timeline: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: number;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["History"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Problem"];
        };
    };
    put_custom_field_order: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 visible characters. A repeated request with the same key is answered as the first one was, and changes nothing. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CustomFieldOrder"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            default: components["responses"]["Problem"];
        };
    };
    get_custom_fields: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomFieldList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    post_custom_fields: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 visible characters. A repeated request with the same key is answered as the first one was, and changes nothing. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCustomField"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomField"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            default: components["responses"]["Problem"];
        };
    };
    patch_custom_fields_id: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 to 255 visible characters. A repeated request with the same key is answered as the first one was, and changes nothing. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version (ETag) that the caller saw: 428 without it, 412 when somebody saved since. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CustomFieldChange"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomField"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["Problem"];
        };
    };
    get_cycle: {
        parameters: {
            query?: {
                pipeline_id?: number;
                owner_id?: number;
                team_id?: number;
                source?: string;
                product_id?: number;
                from?: string;
                to?: string;
                as_of?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CycleAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    get_cycle_bottleneck: {
        parameters: {
            query?: {
                pipeline_id?: number;
                owner_id?: number;
                team_id?: number;
                source?: string;
                product_id?: number;
                from?: string;
                to?: string;
                as_of?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BottleneckAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    get_cycle_cohorts: {
        parameters: {
            query?: {
                pipeline_id?: number;
                owner_id?: number;
                team_id?: number;
                source?: string;
                product_id?: number;
                from?: string;
                to?: string;
                as_of?: string;
                stage_id?: number;
                age_days?: number;
                months?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FunnelAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    get_cycle_cohorts_deals: {
        parameters: {
            query?: {
                pipeline_id?: number;
                owner_id?: number;
                team_id?: number;
                source?: string;
                product_id?: number;
                from?: string;
                to?: string;
                as_of?: string;
                stage_id?: number;
                age_days?: number;
                months?: number;
                month?: string;
                became?: components["schemas"]["Became"];
                reached_id?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListedDeals"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    get_cycle_flow: {
        parameters: {
            query?: {
                pipeline_id?: number;
                owner_id?: number;
                team_id?: number;
                source?: string;
                product_id?: number;
                from?: string;
                to?: string;
                as_of?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlowAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    get_cycle_flow_deals: {
        parameters: {
            query?: {
                pipeline_id?: number;
                owner_id?: number;
                team_id?: number;
                source?: string;
                product_id?: number;
                from?: string;
                to?: string;
                as_of?: string;
                from_end?: components["schemas"]["FlowEnd"];
                from_stage_id?: number;
                from_again?: boolean;
                to_end?: components["schemas"]["FlowEnd"];
                to_stage_id?: number;
                to_again?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListedDeals"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    get_cycle_gates: {
        parameters: {
            query?: {
                pipeline_id?: number;
                owner_id?: number;
                team_id?: number;
                source?: string;
                product_id?: number;
                from?: string;
                to?: string;
                as_of?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GateAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    get_cycle_heat_map: {
        parameters: {
            query?: {
                pipeline_id?: number;
                owner_id?: number;
                team_id?: number;
                source?: string;
                product_id?: number;
                from?: string;
                to?: string;
                as_of?: string;
                stage_id?: number;
                age_days?: number;
                months?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HeatAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    get_cycle_what_if: {
        parameters: {
            query: {
                pipeline_id?: number;
                owner_id?: number;
                team_id?: number;
                source?: string;
                product_id?: number;
                from?: string;
                to?: string;
                as_of?: string;
                change: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhatIfAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    get_deals: {
        parameters: {
            query?: {
                id?: number[];
                pipeline_id?: number;
                stage_id?: number;
                status?: components["schemas"]["StageKind"][];
                owner_id?: number;
                team_id?: number;
                account_id?: number;
                source?: string;
                product_id?: number;
                q?: string;
                amount_min?: number;
                amount_max?: number;
                close_from?: string;
                close_to?: string;
                created_from?: string;
                created_to?: string;
                concern?: components["schemas"]["ConcernKind"];
                waiting_on?: components["schemas"]["WaitingOn"];
                where?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DealPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    post_deals: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 visible characters. A repeated request with the same key is answered as the first one was, and changes nothing. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateDeal"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DealDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            default: components["responses"]["Problem"];
        };
    };
    get_deals_csv: {
        parameters: {
            query?: {
                id?: number[];
                pipeline_id?: number;
                stage_id?: number;
                status?: components["schemas"]["StageKind"][];
                owner_id?: number;
                team_id?: number;
                account_id?: number;
                source?: string;
                product_id?: number;
                q?: string;
                amount_min?: number;
                amount_max?: number;
                close_from?: string;
                close_to?: string;
                created_from?: string;
                created_to?: string;
                concern?: components["schemas"]["ConcernKind"];
                waiting_on?: components["schemas"]["WaitingOn"];
                where?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                columns?: components["schemas"]["DealColumn"][];
                fields?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": unknown;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    post_deals_bulk_edits: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 visible characters. A repeated request with the same key is answered as the first one was, and changes nothing. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkEdit"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            default: components["responses"]["Problem"];
        };
    };
    post_deals_bulk_previews: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkPreview"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            default: components["responses"]["Problem"];
        };
    };
    get_deals_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DealDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Problem"];
        };
    };
    delete_deals_id: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 to 255 visible characters. A repeated request with the same key is answered as the first one was, and changes nothing. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version (ETag) that the caller saw: 428 without it, 412 when somebody saved since. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DealDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["Problem"];
        };
    };
    patch_deals_id: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 to 255 visible characters. A repeated request with the same key is answered as the first one was, and changes nothing. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version (ETag) that the caller saw: 428 without it, 412 when somebody saved since. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatchDeal"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DealDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["Problem"];
        };
    };
    post_deals_id_approval_requests: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 to 255 visible characters. A repeated request with the same key is answered as the first one was, and changes nothing. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version (ETag) that the caller saw: 428 without it, 412 when somebody saved since. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AskApproval"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DealDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["Problem"];
        };
    };
    post_deals_id_approvals: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 to 255 visible characters. A repeated request with the same key is answered as the first one was, and changes nothing. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version (ETag) that the caller saw: 428 without it, 412 when somebody saved since. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerApproval"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DealDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["Problem"];
        };
    };
    get_deals_id_attachments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttachmentList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Problem"];
        };
    };
    post_deals_id_attachments: {
        parameters: {
            query?: {
                name?: string;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": unknown;
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Attachment"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            default: components["responses"]["Problem"];
        };
    };
    put_deals_id_bant_element: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 to 255 visible characters. A repeated request with the same key is answered as the first one was, and changes nothing. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version (ETag) that the caller saw: 428 without it, 412 when somebody saved since. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: number;
                element: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BantAnswerInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DealDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["Problem"];
        };
    };
    put_deals_id_checklist_item: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 to 255 visible characters. A repeated request with the same key is answered as the first one was, and changes nothing. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version (ETag) that the caller saw: 428 without it, 412 when somebody saved since. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: number;
                item: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TickChecklist"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DealDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["Problem"];
        };
    };
    put_deals_id_committee_contact_id: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 to 255 visible characters. A repeated request with the same key is answered as the first one was, and changes nothing. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version (ETag) that the caller saw: 428 without it, 412 when somebody saved since. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: number;
                contact_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommitteeSeat"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DealDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["Problem"];
        };
    };
    delete_deals_id_committee_contact_id: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 to 255 visible characters. A repeated request with the same key is answered as the first one was, and changes nothing. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version (ETag) that the caller saw: 428 without it, 412 when somebody saved since. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: number;
                contact_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DealDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["Problem"];
        };
    };
    post_deals_id_moves: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 to 255 visible characters. A repeated request with the same key is answered as the first one was, and changes nothing. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version (ETag) that the caller saw: 428 without it, 412 when somebody saved since. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveDeal"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DealDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["Problem"];
        };
    };
    put_deals_id_next_step: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 visible characters. A repeated request with the same key is answered as the first one was, and changes nothing. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewNextStep"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Activity"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            default: components["responses"]["Problem"];
        };
    };
    get_deals_id_notes: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: number;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotePage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Problem"];
        };
    };
    post_deals_id_notes: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 visible characters. A repeated request with the same key is answered as the first one was, and changes nothing. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoteText"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Note"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            default: components["responses"]["Problem"];
        };
    };
    get_deals_id_objections: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ObjectionList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Problem"];
        };
    };
    post_deals_id_objections: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 visible characters. A repeated request with the same key is answered as the first one was, and changes nothing. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewObjection"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Objection"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            default: components["responses"]["Problem"];
        };
    };
    get_deals_id_outlook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutlookAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Problem"];
        };
    };
    post_deals_id_restorations: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 to 255 visible characters. A repeated request with the same key is answered as the first one was, and changes nothing. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version (ETag) that the caller saw: 428 without it, 412 when somebody saved since. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DealDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["Problem"];
        };
    };
    get_deals_id_timeline: {
        parameters: {
            query?: {
                kinds?: components["schemas"]["TimelineKind"][];
                limit?: number;
                cursor?: number;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Timeline"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Problem"];
        };
    };
    put_deals_id_waiting: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 to 255 visible characters. A repeated request with the same key is answered as the first one was, and changes nothing. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version (ETag) that the caller saw: 428 without it, 412 when somebody saved since. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WaitOn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DealDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["Problem"];
        };
    };
    get_duplicates: {
        parameters: {
            query?: {
                kind?: components["schemas"]["PartyKind"];
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuspectPairs"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    get_duplicates_accounts: {
        parameters: {
            query?: {
                name?: string;
                domain?: string;
                phone?: string;
                id?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Suspects"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    get_duplicates_contacts: {
        parameters: {
            query?: {
                name?: string;
                email?: string;
                phone?: string;
                account_id?: number;
                id?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Suspects"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    post_duplicates_distinctions: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 visible characters. A repeated request with the same key is answered as the first one was, and changes nothing. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Distinction"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            default: components["responses"]["Problem"];
        };
    };
    post_events_seq_undo: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 visible characters. A repeated request with the same key is answered as the first one was, and changes nothing. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                seq: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Undone"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            default: components["responses"]["Problem"];
        };
    };
    get_forecast: {
        parameters: {
            query?: {
                period?: string;
                pipeline_id?: number;
                owner_id?: number;
                team_id?: number;
                currency?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ForecastAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    get_forecast_changes: {
        parameters: {
            query?: {
                period?: string;
                pipeline_id?: number;
                owner_id?: number;
                team_id?: number;
                currency?: string;
                since?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ForecastChanges"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    get_forecast_submissions: {
        parameters: {
            query: {
                period: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubmissionList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    post_forecast_submissions: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 visible characters. A repeated request with the same key is answered as the first one was, and changes nothing. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSubmission"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ForecastSubmission"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            default: components["responses"]["Problem"];
        };
    };
    get_forecast_targets: {
        parameters: {
            query: {
                period: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TargetList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    put_forecast_targets_period_people_id: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 to 255 visible characters. A repeated request with the same key is answered as the first one was, and changes nothing. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version (ETag) that the caller saw: 428 without it, 412 when somebody saved since. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                period: string;
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetTarget"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ForecastTarget"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["Problem"];
        };
    };
    put_forecast_targets_period_teams_id: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 to 255 visible characters. A repeated request with the same key is answered as the first one was, and changes nothing. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version (ETag) that the caller saw: 428 without it, 412 when somebody saved since. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                period: string;
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetTarget"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ForecastTarget"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["Problem"];
        };
    };
    post_handovers_seq_undo: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 visible characters. A repeated request with the same key is answered as the first one was, and changes nothing. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                seq: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandoverUndone"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            default: components["responses"]["Problem"];
        };
    };
    get_imports: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPlans"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    post_imports: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 visible characters. A repeated request with the same key is answered as the first one was, and changes nothing. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlanWish"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPlan"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            default: components["responses"]["Problem"];
        };
    };
    get_imports_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPlan"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Problem"];
        };
    };
    delete_imports_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 visible characters. A repeated request with the same key is answered as the first one was, and changes nothing. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            default: components["responses"]["Problem"];
        };
    };
    patch_imports_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 visible characters. A repeated request with the same key is answered as the first one was, and changes nothing. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemapWish"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPlan"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            default: components["responses"]["Problem"];
        };
    };
    get_imports_id_rejects_csv: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": unknown;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Problem"];
        };
    };
    post_imports_id_runs: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 visible characters. A repeated request with the same key is answered as the first one was, and changes nothing. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPlan"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            default: components["responses"]["Problem"];
        };
    };
    post_imports_id_undo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPlan"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            default: components["responses"]["Problem"];
        };
    };
    post_invitations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Invite"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeLink"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            default: components["responses"]["Problem"];
        };
    };
    get_live: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": unknown;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    get_me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    patch_me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeMe"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            default: components["responses"]["Problem"];
        };
    };
    get_me_second_factor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MySecondFactor"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    post_me_second_factor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartSecondFactor"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewSecondFactor"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            default: components["responses"]["Problem"];
        };
    };
    post_me_second_factor_confirmation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmSecondFactor"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            default: components["responses"]["Problem"];
        };
    };
    post_me_second_factor_removal: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemoveSecondFactor"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            default: components["responses"]["Problem"];
        };
    };
    post_merges_seq_undo: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 visible characters. A repeated request with the same key is answered as the first one was, and changes nothing. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                seq: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UndoneMerge"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            default: components["responses"]["Problem"];
        };
    };
    delete_notes_id: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 to 255 visible characters. A repeated request with the same key is answered as the first one was, and changes nothing. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version (ETag) that the caller saw: 428 without it, 412 when somebody saved since. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["Problem"];
        };
    };
    patch_notes_id: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 to 255 visible characters. A repeated request with the same key is answered as the first one was, and changes nothing. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version (ETag) that the caller saw: 428 without it, 412 when somebody saved since. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoteText"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Note"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["Problem"];
        };
    };
    post_notes_id_restorations: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 to 255 visible characters. A repeated request with the same key is answered as the first one was, and changes nothing. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version (ETag) that the caller saw: 428 without it, 412 when somebody saved since. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Note"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["Problem"];
        };
    };
    get_notices: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticePage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    post_notices_readings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadNotices"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            default: components["responses"]["Problem"];
        };
    };
    get_notices_settings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticeSettings"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    put_notices_settings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoticeSettingsInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticeSettings"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            default: components["responses"]["Problem"];
        };
    };
    get_notices_unread: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnreadNotices"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    put_notices_id_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            default: components["responses"]["Problem"];
        };
    };
    delete_objections_id: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 to 255 visible characters. A repeated request with the same key is answered as the first one was, and changes nothing. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version (ETag) that the caller saw: 428 without it, 412 when somebody saved since. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["Problem"];
        };
    };
    patch_objections_id: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 to 255 visible characters. A repeated request with the same key is answered as the first one was, and changes nothing. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version (ETag) that the caller saw: 428 without it, 412 when somebody saved since. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ObjectionChange"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Objection"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["Problem"];
        };
    };
    post_objections_id_restorations: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 to 255 visible characters. A repeated request with the same key is answered as the first one was, and changes nothing. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version (ETag) that the caller saw: 428 without it, 412 when somebody saved since. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Objection"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["Problem"];
        };
    };
    get_pipeline_drafts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    get_pipeline_templates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    get_pipelines: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PipelineList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    post_pipelines: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 visible characters. A repeated request with the same key is answered as the first one was, and changes nothing. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPipeline"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PipelineDraftView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            default: components["responses"]["Problem"];
        };
    };
    put_pipelines_id_archived: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 to 255 visible characters. A repeated request with the same key is answered as the first one was, and changes nothing. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version (ETag) that the caller saw: 428 without it, 412 when somebody saved since. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ArchivePipeline"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pipeline"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["Problem"];
        };
    };
    get_pipelines_id_draft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PipelineDraftView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Problem"];
        };
    };
    put_pipelines_id_draft: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 to 255 visible characters. A repeated request with the same key is answered as the first one was, and changes nothing. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version (ETag) that the caller saw: 428 without it, 412 when somebody saved since. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PipelineInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PipelineDraftView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["Problem"];
        };
    };
    delete_pipelines_id_draft: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 to 255 visible characters. A repeated request with the same key is answered as the first one was, and changes nothing. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version (ETag) that the caller saw: 428 without it, 412 when somebody saved since. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["Problem"];
        };
    };
    get_pipelines_id_draft_effect: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftEffect"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Problem"];
        };
    };
    post_pipelines_id_draft_rebases: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 to 255 visible characters. A repeated request with the same key is answered as the first one was, and changes nothing. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version (ETag) that the caller saw: 428 without it, 412 when somebody saved since. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PipelineDraftView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["Problem"];
        };
    };
    post_pipelines_id_publications: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 to 255 visible characters. A repeated request with the same key is answered as the first one was, and changes nothing. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version (ETag) that the caller saw: 428 without it, 412 when somebody saved since. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublishDraft"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pipeline"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["Problem"];
        };
    };
    get_pipelines_id_versions: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: number;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PipelineVersionPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Problem"];
        };
    };
    get_pipelines_id_versions_number: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pipeline"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Problem"];
        };
    };
    get_products: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    post_products: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 visible characters. A repeated request with the same key is answered as the first one was, and changes nothing. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProductInput"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            default: components["responses"]["Problem"];
        };
    };
    get_products_csv: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": unknown;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    get_products_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Problem"];
        };
    };
    patch_products_id: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 to 255 visible characters. A repeated request with the same key is answered as the first one was, and changes nothing. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version (ETag) that the caller saw: 428 without it, 412 when somebody saved since. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProductInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["Problem"];
        };
    };
    get_roles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    post_roles: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 visible characters. A repeated request with the same key is answered as the first one was, and changes nothing. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateRole"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DefinedRole"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            default: components["responses"]["Problem"];
        };
    };
    delete_roles_id: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 to 255 visible characters. A repeated request with the same key is answered as the first one was, and changes nothing. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version (ETag) that the caller saw: 428 without it, 412 when somebody saved since. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["Problem"];
        };
    };
    patch_roles_id: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 to 255 visible characters. A repeated request with the same key is answered as the first one was, and changes nothing. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version (ETag) that the caller saw: 428 without it, 412 when somebody saved since. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeRole"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DefinedRole"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["Problem"];
        };
    };
    get_search: {
        parameters: {
            query: {
                q: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FoundList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    get_second_factors: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecondFactors"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    put_second_factors: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequireSecondFactor"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecondFactors"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            default: components["responses"]["Problem"];
        };
    };
    post_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInWith"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            400: components["responses"]["BadRequest"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            default: components["responses"]["Problem"];
        };
    };
    delete_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            default: components["responses"]["Problem"];
        };
    };
    get_sessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    delete_sessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            default: components["responses"]["Problem"];
        };
    };
    delete_sessions_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            default: components["responses"]["Problem"];
        };
    };
    get_setup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetUpState"];
                };
            };
            400: components["responses"]["BadRequest"];
            default: components["responses"]["Problem"];
        };
    };
    post_setup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetUp"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            400: components["responses"]["BadRequest"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            default: components["responses"]["Problem"];
        };
    };
    get_sign_in_links: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInLinkList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    post_sign_in_links_looks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenLink"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedLink"];
                };
            };
            400: components["responses"]["BadRequest"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            default: components["responses"]["Problem"];
        };
    };
    post_sign_in_links_uses: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UseLink"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            400: components["responses"]["BadRequest"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            default: components["responses"]["Problem"];
        };
    };
    get_teams: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    post_teams: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 visible characters. A repeated request with the same key is answered as the first one was, and changes nothing. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateTeam"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Team"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            default: components["responses"]["Problem"];
        };
    };
    get_teams_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Team"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Problem"];
        };
    };
    delete_teams_id: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 to 255 visible characters. A repeated request with the same key is answered as the first one was, and changes nothing. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version (ETag) that the caller saw: 428 without it, 412 when somebody saved since. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["Problem"];
        };
    };
    patch_teams_id: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 to 255 visible characters. A repeated request with the same key is answered as the first one was, and changes nothing. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version (ETag) that the caller saw: 428 without it, 412 when somebody saved since. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeTeam"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Team"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["Problem"];
        };
    };
    get_today: {
        parameters: {
            query?: {
                scope?: components["schemas"]["TodayScope"];
                owner_id?: number;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Today"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    get_tokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    post_tokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateToken"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedToken"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            default: components["responses"]["Problem"];
        };
    };
    delete_tokens_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            default: components["responses"]["Problem"];
        };
    };
    get_tour: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tour"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    put_tour: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DismissTour"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tour"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            default: components["responses"]["Problem"];
        };
    };
    post_tour_steps: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LookedAtStep"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tour"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            default: components["responses"]["Problem"];
        };
    };
    post_uploads: {
        parameters: {
            query?: {
                name?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": unknown;
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            default: components["responses"]["Problem"];
        };
    };
    get_users: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    post_users: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 visible characters. A repeated request with the same key is answered as the first one was, and changes nothing. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateUser"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            default: components["responses"]["Problem"];
        };
    };
    get_users_csv: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": unknown;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    get_users_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Problem"];
        };
    };
    patch_users_id: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 to 255 visible characters. A repeated request with the same key is answered as the first one was, and changes nothing. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version (ETag) that the caller saw: 428 without it, 412 when somebody saved since. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeUser"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["Problem"];
        };
    };
    post_users_id_deactivations: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 to 255 visible characters. A repeated request with the same key is answered as the first one was, and changes nothing. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version (ETag) that the caller saw: 428 without it, 412 when somebody saved since. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Deactivate"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Deactivated"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["Problem"];
        };
    };
    get_users_id_handovers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandoverList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Problem"];
        };
    };
    post_users_id_handovers: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 visible characters. A repeated request with the same key is answered as the first one was, and changes nothing. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandOver"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandedOver"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            default: components["responses"]["Problem"];
        };
    };
    get_users_id_holdings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Holdings"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Problem"];
        };
    };
    delete_users_id_second_factor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            default: components["responses"]["Problem"];
        };
    };
    get_users_id_sessions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Problem"];
        };
    };
    delete_users_id_sessions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            default: components["responses"]["Problem"];
        };
    };
    post_users_id_sign_in_link: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeLink"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            default: components["responses"]["Problem"];
        };
    };
    delete_users_id_sign_in_link: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            default: components["responses"]["Problem"];
        };
    };
    get_views: {
        parameters: {
            query: {
                list: components["schemas"]["ListKind"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ViewList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    post_views: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 visible characters. A repeated request with the same key is answered as the first one was, and changes nothing. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewView"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            default: components["responses"]["Problem"];
        };
    };
    delete_views_id: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 to 255 visible characters. A repeated request with the same key is answered as the first one was, and changes nothing. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version (ETag) that the caller saw: 428 without it, 412 when somebody saved since. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["Problem"];
        };
    };
    patch_views_id: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 to 255 visible characters. A repeated request with the same key is answered as the first one was, and changes nothing. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The version (ETag) that the caller saw: 428 without it, 412 when somebody saved since. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ViewChange"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["Problem"];
        };
    };
}
