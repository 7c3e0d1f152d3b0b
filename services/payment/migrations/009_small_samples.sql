select sample_less('{orders, payments, webhookEvents, ledgerEntries, ledgerPostings, sandboxPayments, sandboxEvents}');
