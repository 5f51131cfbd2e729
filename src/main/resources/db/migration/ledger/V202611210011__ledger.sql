create schema ledger;

create table ledger.account (
    region_id int not null,
    id        bigint generated always as identity,
    kind      text not null check (kind in
        ('GATEWAY_CLEARING', 'ESCROW', 'REFUNDS_PAYABLE', 'MERCHANT', 'PARTNER', 'PLATFORM')),
    owner_id  uuid not null, -- the merchant or partner; the nil UUID for the region's own
    currency  char(3) not null,
    primary key (region_id, id),
    unique (region_id, kind, owner_id, currency),
    unique (region_id, id, currency)
);

-- Append-only, two accounts each, integer minor units. Repaired by another transfer, never by an update.
create table ledger.transfer (
    region_id    int not null,
    id           bigint generated always as identity,
    key          text not null, -- names the cause; the same cause moves money once
    debit_id     bigint not null,
    credit_id    bigint not null check (credit_id <> debit_id),
    amount_minor bigint not null check (amount_minor > 0),
    currency     char(3) not null,
    kind         text not null check (kind in
        ('CAPTURE', 'RELEASE', 'PARTNER_SHARE', 'PLATFORM_SHARE', 'REFUND', 'REFUND_PAID')),
    order_id     uuid not null,
    reason       text not null,
    at           timestamptz not null,
    primary key (region_id, id),
    unique (region_id, key),
    foreign key (region_id, debit_id, currency) references ledger.account (region_id, id, currency),
    foreign key (region_id, credit_id, currency) references ledger.account (region_id, id, currency)
);
create index transfer_by_debit on ledger.transfer (region_id, debit_id, at);
create index transfer_by_credit on ledger.transfer (region_id, credit_id, at);
create index transfer_by_order on ledger.transfer (region_id, order_id);

create table ledger.order_total (
    region_id int not null,
    order_id  uuid not null,
    currency  char(3) not null,
    captured  bigint not null check (captured >= 0),
    released  bigint not null check (released >= 0),
    refunded  bigint not null check (refunded >= 0),
    primary key (region_id, order_id),
    constraint nothing_paid_out_twice check (released + refunded <= captured)
);

-- The grants forbid this to the application's role; this forbids it to a slip of the owner's.
create function ledger.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'ledger.transfer is append-only: write a correcting transfer instead';
end $$;
create trigger append_only before update or delete or truncate on ledger.transfer
    for each statement execute function ledger.refuse_change();
