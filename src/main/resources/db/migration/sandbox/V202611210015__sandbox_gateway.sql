-- The state of a payment gateway that runs beside Townloop as a peer: nobody else reads it.
create schema sandbox;

create table sandbox.payment (
    id              text primary key,
    reference       text not null unique, -- the caller's own name for it
    amount_minor    bigint not null check (amount_minor > 0),
    currency        char(3) not null,
    description     text not null,
    return_url      text not null,
    webhook_url     text not null,
    state           text not null check (state in ('OPEN', 'CAPTURING', 'CAPTURED', 'DECLINED')),
    outcome         text,
    capture_at      timestamptz, -- a late capture waits for this
    refunded_minor  bigint not null default 0 check (refunded_minor between 0 and amount_minor),
    created_at      timestamptz not null
);
create index payment_capturing on sandbox.payment (capture_at) where state = 'CAPTURING';

create table sandbox.refund (
    id           text primary key,
    payment_id   text not null references sandbox.payment,
    reference    text not null unique,
    amount_minor bigint not null check (amount_minor > 0),
    created_at   timestamptz not null
);

-- Signed messages on their way: sent again until answered with 2xx, some of them twice on purpose.
create table sandbox.webhook (
    event_id   text primary key,
    payment_id text not null references sandbox.payment,
    url        text not null,
    body       text not null,
    due_at     timestamptz, -- null: done, or given up
    attempts   int not null default 0,
    delivered  int not null default 0
);
create index webhook_due on sandbox.webhook (due_at) where due_at is not null;
