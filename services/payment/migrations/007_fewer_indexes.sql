-- Captures are compared by when they were booked, which has an index of its own.
drop index "payments_provider_changedAt_idx";
