-- Payments that their payers object to: the gateway has taken the money back, each once however often it says so.
create table payment.chargeback (
    region_id    int not null,
    id           uuid not null,
    intent_id    uuid not null,
    gateway      text not null,
    gateway_ref  text not null, -- the gateway's own name for it
    amount_minor bigint not null check (amount_minor > 0),
    currency     char(3) not null,
    why          text not null check (why in ('FRAUD', 'NOT_RECEIVED', 'NOT_AS_DESCRIBED', 'DUPLICATE', 'OTHER')),
    state        text not null check (state in ('OPEN', 'WON', 'LOST')),
    opened_at    timestamptz not null,
    answer_until    timestamptz not null,
    answer       text check (char_length(answer) between 1 and 4000),
    answered_by  uuid,
    answered_at  timestamptz,
    sent         text check (sent in ('TAKEN', 'TOO_LATE')), -- null: the gateway may not have the answer
    sent_at      timestamptz, -- when it was last tried
    decided_at   timestamptz,
    primary key (region_id, id),
    unique (gateway, gateway_ref),
    foreign key (region_id, intent_id) references payment.intent,
    check ((state = 'OPEN') = (decided_at is null)),
    check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null))
);
create index chargeback_by_intent on payment.chargeback (region_id, intent_id);
create index chargeback_by_time on payment.chargeback (region_id, opened_at);
create index chargeback_unsent on payment.chargeback (sent_at) where answer is not null and sent is null;

-- What of it is of which order: no more than was left of the order when it was taken back.
create table payment.chargeback_share (
    region_id     int not null,
    chargeback_id uuid not null,
    order_id      uuid not null,
    amount_minor  bigint not null check (amount_minor > 0),
    primary key (region_id, chargeback_id, order_id),
    foreign key (region_id, chargeback_id) references payment.chargeback
);
create index chargeback_share_by_order on payment.chargeback_share (region_id, order_id);

-- What an operator has found out about a message that contradicts what we know, and that it is done with.
alter table payment.webhook
    add column note text check (char_length(note) between 1 and 2000),
    add column noted_by uuid,
    add column settled_at timestamptz,
    add check ((note is null) = (noted_by is null)),
    add check (settled_at is null or note is not null);
drop index payment.webhook_quarantined;
create index webhook_quarantined on payment.webhook (settled_at, received_at) where outcome = 'QUARANTINED';
