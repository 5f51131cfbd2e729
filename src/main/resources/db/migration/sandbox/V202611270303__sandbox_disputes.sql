-- A payer objects: the money is taken from the merchant until it is decided.
create table sandbox.dispute (
    id           text primary key,
    payment_id   text not null references sandbox.payment,
    amount_minor bigint not null check (amount_minor > 0),
    reason       text not null,
    state        text not null check (state in ('OPEN', 'WON', 'LOST')), -- as the merchant sees it
    answer       text,
    answer_until    timestamptz not null,
    created_at   timestamptz not null
);
create unique index dispute_open on sandbox.dispute (payment_id) where state = 'OPEN';
create index dispute_by_payment on sandbox.dispute (payment_id);
create index dispute_unanswered on sandbox.dispute (answer_until) where state = 'OPEN' and answer is null;
create index payment_by_time on sandbox.payment (created_at);

alter table sandbox.payment
    add column disputed_minor bigint not null default 0 check (disputed_minor >= 0),
    add constraint no_more_goes_back check (refunded_minor + disputed_minor <= amount_minor);
