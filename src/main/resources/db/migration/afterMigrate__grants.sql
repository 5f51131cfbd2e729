-- The application's role works with rows, never with tables, and may only add to what is append-only.
do $$
declare
    module text;
    appendonly text;
    settled text[];
begin
    foreach module in array array['kernel', 'region', 'identity', 'notice', 'media', 'pack', 'merchant', 'offer', 'booking', 'deal',
        'ordering', 'payment', 'ledger', 'voucher', 'visit', 'feedback', 'quote', 'dispute', 'payout', 'reconciliation', 'invoice',
        'stored', 'coupon', 'sandbox'] loop
        execute format('grant usage on schema %I to ${app}', module);
        execute format('grant select, insert, update, delete on all tables in schema %I to ${app}', module);
        execute format('grant usage on all sequences in schema %I to ${app}', module);
    end loop;
    foreach appendonly in array array['ledger.transfer', 'ledger.seal', 'identity.audit', 'identity.erasure', 'identity.consent',
        'offer.version', 'voucher.redemption', 'dispute.decision', 'invoice.document', 'invoice.line',
        'payout.answer', 'payout.answer_line', 'payout.account_check', 'reconciliation.line'] loop
        execute 'revoke update, delete, truncate on ' || appendonly || ' from ${app}';
    end loop;
    -- What stays as it was written but for these columns: what becomes of it, or a person's name and number.
    foreach settled slice 1 in array array[
        array['payout.payout', 'state, decided_at, returned_at, failure'],
        array['payout.run', 'debtor_name, debtor_number, debtor_bank'],
        array['payout.bank_account', 'ended_at, holder, number']] loop
        execute 'revoke update, delete, truncate on ' || settled[1] || ' from ${app}';
        execute format('grant update (%s) on %s to ${app}', settled[2], settled[1]);
    end loop;
end $$;
