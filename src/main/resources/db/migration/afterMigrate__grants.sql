-- The application's role works with rows, never with tables, and may only add to what is append-only.
do $$
declare
    module text;
    appendonly text;
begin
    foreach module in array array['kernel', 'region', 'identity', 'notice', 'media', 'pack', 'merchant', 'offer', 'booking', 'deal',
        'ordering', 'payment', 'ledger', 'voucher', 'visit', 'feedback', 'quote', 'dispute', 'payout', 'reconciliation', 'invoice',
        'stored', 'sandbox'] loop
        execute format('grant usage on schema %I to ${app}', module);
        execute format('grant select, insert, update, delete on all tables in schema %I to ${app}', module);
        execute format('grant usage on all sequences in schema %I to ${app}', module);
    end loop;
    foreach appendonly in array array['ledger.transfer', 'ledger.seal', 'identity.audit', 'identity.erasure', 'identity.consent',
        'offer.version', 'voucher.redemption', 'dispute.decision', 'invoice.document', 'invoice.line'] loop
        execute 'revoke update, delete, truncate on ' || appendonly || ' from ${app}';
    end loop;
end $$;
