create schema payment;

-- Written before the gateway is asked; UNKNOWN until the gateway has answered for sure.
create table payment.intent (
    region_id    int not null,
    id           uuid not null,
    order_id     uuid not null,
    person_id    uuid not null,
    gateway      text not null,
    amount_minor bigint not null check (amount_minor > 0),
    currency     char(3) not null,
    state        text not null check (state in ('UNKNOWN', 'PENDING', 'CAPTURED', 'DECLINED')),
    gateway_ref  text,
    redirect_url text,
    return_url   text not null,
    created_at   timestamptz not null,
    asked_at     timestamptz not null, -- when the gateway was last asked
    closed_at    timestamptz,
    primary key (region_id, id)
);
create index intent_by_order on payment.intent (region_id, order_id);
create index intent_open on payment.intent (asked_at) where state in ('UNKNOWN', 'PENDING');

create table payment.refund (
    region_id    int not null,
    id           uuid not null,
    intent_id    uuid not null,
    order_id     uuid not null,
    amount_minor bigint not null check (amount_minor > 0),
    currency     char(3) not null,
    state        text not null check (state in ('UNKNOWN', 'SUCCEEDED', 'FAILED')),
    gateway_ref  text,
    reason       text not null,
    created_at   timestamptz not null,
    asked_at     timestamptz not null,
    closed_at    timestamptz,
    primary key (region_id, id),
    foreign key (region_id, intent_id) references payment.intent
);
create index refund_open on payment.refund (asked_at) where state = 'UNKNOWN';
create index refund_failed on payment.refund (region_id, created_at) where state = 'FAILED';
create index refund_by_order on payment.refund (region_id, order_id);

-- Each gateway event once, in the words it came in.
create table payment.webhook (
    gateway     text not null,
    event_id    text not null,
    body        text not null,
    received_at timestamptz not null,
    outcome     text not null check (outcome in ('APPLIED', 'IGNORED', 'QUARANTINED')),
    reason      text,
    primary key (gateway, event_id)
);
create index webhook_quarantined on payment.webhook (received_at) where outcome = 'QUARANTINED';
