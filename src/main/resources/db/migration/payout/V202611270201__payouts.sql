create schema payout;

-- When and how much is paid out: what is null is inherited from the nearest region above that says it. Where a region is
-- locked, what the regions below it say of cycle, minimum and hold-back does not count. The debtor is whose account at the
-- bank the money leaves.
create table payout.setting (
    region_id      int primary key,
    cycle          text check (cycle in ('DAILY', 'WEEKLY', 'MONTHLY')),
    day            int, -- of the week from Monday, or of the month; every month has 28 days
    minimum_minor  bigint check (minimum_minor > 0),
    hold_back_days int check (hold_back_days between 0 and 90),
    locked         boolean not null default false,
    debtor_name    text check (length(debtor_name) between 1 and 140),
    debtor_number  text check (length(debtor_number) between 1 and 34),
    debtor_bank    text check (length(debtor_bank) between 1 and 35),
    version        int not null default 1,
    constraint cycle_has_its_day check (case cycle
        when 'WEEKLY' then day between 1 and 7
        when 'MONTHLY' then day between 1 and 28
        else day is null end),
    constraint debtor_is_whole check (num_nulls(debtor_name, debtor_number) in (0, 2))
);

-- A payee's own cycle.
create table payout.choice (
    region_id int not null,
    owner_id  uuid not null,
    cycle     text not null check (cycle in ('DAILY', 'WEEKLY', 'MONTHLY')),
    day       int,
    primary key (region_id, owner_id),
    constraint cycle_has_its_day check (case cycle
        when 'WEEKLY' then day between 1 and 7
        when 'MONTHLY' then day between 1 and 28
        else day is null end)
);

-- Where a payee is paid. An account is never changed: another takes its place, so that a payout keeps the one it went to.
create table payout.bank_account (
    region_id  int not null,
    id         uuid not null,
    owner_id   uuid not null, -- the merchant, or the person who is the partner
    owner_kind text not null check (owner_kind in ('MERCHANT', 'PARTNER')),
    holder     text not null check (length(holder) between 1 and 140),
    scheme     text not null check (scheme in ('IBAN', 'CN')),
    number     text not null,
    bank_name  text check (length(bank_name) between 1 and 140),
    bank_code  text, -- a BIC, or the number of the bank's branch in China
    entered_by uuid not null,
    entered_at timestamptz not null,
    ended_at   timestamptz,
    primary key (region_id, id),
    unique (region_id, id, owner_id),
    constraint number_of_its_scheme check (case scheme
        when 'IBAN' then number ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$'
        else number ~ '^[0-9]{8,32}$' and bank_name is not null and bank_code ~ '^[0-9]{12}$' end)
);
create unique index one_account_at_a_time on payout.bank_account (region_id, owner_id) where ended_at is null;
create index accounts_of_an_owner on payout.bank_account (region_id, owner_id, entered_at);
create index accounts_entered_by on payout.bank_account (entered_by);

-- Payouts that were made together and go to the bank in one file. The debtor is written down with the first file, so that
-- each further one is the same.
create table payout.run (
    region_id     int not null,
    id            uuid not null,
    currency      char(3) not null,
    made_at       timestamptz not null,
    made_by       uuid, -- null: it was time
    execute_on    date not null,
    debtor_name   text,
    debtor_number text,
    debtor_bank   text,
    primary key (region_id, id)
);
create index runs_by_time on payout.run (region_id, made_at);
create index runs_made_by on payout.run (made_by) where made_by is not null;

create table payout.payout (
    region_id       int not null,
    id              uuid not null,
    run_id          uuid not null,
    owner_id        uuid not null,
    owner_kind      text not null check (owner_kind in ('MERCHANT', 'PARTNER')),
    currency        char(3) not null,
    amount_minor    bigint not null check (amount_minor > 0),
    due_on          date not null,
    bank_account_id uuid not null,
    state           text not null check (state in ('ON_ITS_WAY', 'PAID', 'FAILED')),
    made_at         timestamptz not null,
    decided_at      timestamptz,
    failure         text, -- as the bank says it
    -- Nobody is paid who was not verified.
    merchant_id     uuid generated always as (case owner_kind when 'MERCHANT' then owner_id end) stored,
    payable         boolean not null default true check (payable),
    primary key (region_id, id),
    foreign key (region_id, run_id) references payout.run,
    foreign key (region_id, bank_account_id, owner_id) references payout.bank_account (region_id, id, owner_id),
    foreign key (region_id, merchant_id, payable) references merchant.merchant (region_id, id, payable),
    constraint decided_in_time check ((state = 'ON_ITS_WAY') = (decided_at is null)),
    constraint failed_for_a_reason check ((state = 'FAILED') = (failure is not null))
);
-- A payee is paid once for a day on which payouts are due, whoever makes the run and however many do at once.
create unique index paid_once_for_a_day on payout.payout (region_id, owner_id, currency, due_on);
create index payouts_of_a_run on payout.payout (region_id, run_id);
create index payouts_of_an_owner on payout.payout (region_id, owner_id, made_at);
create index payouts_that_failed on payout.payout (region_id, decided_at) where state = 'FAILED';

-- What a bank answered, as it was uploaded, and what each line came to.
create table payout.answer (
    region_id int not null,
    id        uuid not null,
    file      text not null, -- its name
    read_at   timestamptz not null,
    read_by   uuid not null,
    primary key (region_id, id)
);
create index answers_by_time on payout.answer (region_id, read_at);
create index answers_read_by on payout.answer (read_by);
create table payout.answer_line (
    region_id    int not null,
    answer_id    uuid not null,
    line         int not null,
    reference    text not null,
    payout_id    uuid,
    amount_minor bigint,
    currency     text,
    outcome      text not null check (outcome in
        ('PAID', 'FAILED', 'REPEATED', 'CONTRADICTED', 'OTHER_AMOUNT', 'UNKNOWN', 'NOT_FINAL')),
    said         text not null, -- the bank's reason, or the status it gave
    primary key (region_id, answer_id, line),
    foreign key (region_id, answer_id) references payout.answer
);
