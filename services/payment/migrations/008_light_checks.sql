-- PostgreSQL reads the text of every CHECK of a table again in each statement that writes to it, and a checkout writes four times to
-- payments. So what they say stands in functions, which are compiled once a connection; a broken rule is the same error
-- (check_violation) with the same name.
create or replace function "keepPaymentFinal"() returns trigger language plpgsql as $$
declare
  broken text := case
    when not new."attempt" > 0 then 'payments_attempt_check'
    when not new."status" in ('processing', 'action-needed', 'authorised', 'declined', 'captured', 'voided') then 'payments_status_check'
    when not new."amountMinor" > 0 then 'payments_amountMinor_check'
    when not new."currency" ~ '^[A-Z]{3}$' then 'payments_currency_check'
    when not new."refundsMinor" between 0 and case when new."status" = 'captured' then new."amountMinor" else 0 end then 'refundsFit'
    when not new."refundedMinor" between 0 and new."refundsMinor" then 'refundedWasClaimed'
    when not new."disputedMinor" >= 0 then 'payments_disputedMinor_check'
  end;
begin
  if tg_op = 'UPDATE' then
    if old."status" in ('declined', 'captured', 'voided') and new."status" <> old."status" then
      raise exception 'a payment that is % stays so', old."status" using errcode = '23514';
    end if;
    if (new."orderId", new."attempt", new."amountMinor", new."currency")
      is distinct from (old."orderId", old."attempt", old."amountMinor", old."currency") then
      raise exception 'what a payment is for never changes' using errcode = '23514';
    end if;
  end if;
  if broken is not null then
    raise exception 'payment % breaks the rule "%"', new."id", broken using errcode = '23514', constraint = broken, table = 'payments';
  end if;
  return new;
end $$;
drop trigger "keepFinal" on payments;
create trigger "keepFinal" before insert or update on payments for each row execute function "keepPaymentFinal"();
alter table payments drop constraint "payments_attempt_check", drop constraint "payments_status_check",
  drop constraint "payments_amountMinor_check", drop constraint "payments_currency_check", drop constraint "refundsFit",
  drop constraint "refundedWasClaimed", drop constraint "payments_disputedMinor_check";

create function "keepEntry"() returns trigger language plpgsql as $$
declare
  "isOf" boolean := case new."kind"
    when 'capture' then num_nonnulls(new."refundId", new."receiptId", new."disputeId") = 0
    when 'refund' then new."refundId" is not null and num_nonnulls(new."receiptId", new."disputeId") = 0
    when 'receipt' then new."receiptId" is not null and num_nonnulls(new."refundId", new."disputeId") = 0
    when 'return' then new."receiptId" is not null and num_nonnulls(new."refundId", new."disputeId") = 0
    when 'dispute' then new."disputeId" is not null and num_nonnulls(new."refundId", new."receiptId") = 0
    when 'dispute-won' then new."disputeId" is not null and num_nonnulls(new."refundId", new."receiptId") = 0
    else false end;
begin
  if "isOf" then return new; end if;
  raise exception 'a ledger entry of the kind % is of something else', new."kind"
    using errcode = '23514', constraint = 'ledgerEntries_of', table = 'ledgerEntries';
end $$;
create trigger "kept" before insert on "ledgerEntries" for each row execute function "keepEntry"();
alter table "ledgerEntries" drop constraint "ledgerEntries_of";

-- The same as before, without making JSON of the row.
create function "checkEntry"() returns trigger language plpgsql as $$
begin
  if (select count(*) < 2 or sum("amountMinor") <> 0 from "ledgerPostings" where "entryId" = new."id") then
    raise exception 'the postings of ledger entry % do not sum to zero', new."id" using errcode = '23514';
  end if;
  return null;
end $$;
create function "checkPosting"() returns trigger language plpgsql as $$
begin
  if (select count(*) < 2 or sum("amountMinor") <> 0 from "ledgerPostings" where "entryId" = new."entryId") then
    raise exception 'the postings of ledger entry % do not sum to zero', new."entryId" using errcode = '23514';
  end if;
  return null;
end $$;
drop trigger "balanced" on "ledgerEntries";
create constraint trigger "balanced" after insert on "ledgerEntries" deferrable initially deferred
  for each row execute function "checkEntry"();
drop trigger "balanced" on "ledgerPostings";
create constraint trigger "balanced" after insert on "ledgerPostings" deferrable initially deferred
  for each row execute function "checkPosting"();
drop function "checkEntryBalance"();
