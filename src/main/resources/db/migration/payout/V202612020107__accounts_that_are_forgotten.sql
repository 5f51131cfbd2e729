-- Of an account that has ended the holder and the number go when nothing was paid there for long; that it was, stays.
alter table payout.bank_account
    drop constraint number_of_its_scheme,
    add constraint number_of_its_scheme check (case
        when number = '–' then ended_at is not null and holder = '–'
        when scheme = 'IBAN' then number ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$'
        else number ~ '^[0-9]{8,32}$' and bank_name is not null and bank_code ~ '^[0-9]{12}$' end);
create index accounts_to_forget on payout.bank_account (ended_at) where ended_at is not null and number <> '–';
create index payouts_of_an_account on payout.payout (region_id, bank_account_id, made_at);
