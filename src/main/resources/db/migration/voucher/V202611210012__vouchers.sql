create schema voucher;

-- The public halves; the private ones stay in the data folder.
create table voucher.key (
    kid        text primary key,
    jwk        jsonb not null,
    created_at timestamptz not null,
    retired_at timestamptz
);

create table voucher.voucher (
    region_id   int not null,
    id          uuid not null,
    order_id    uuid not null,
    line        int not null,
    unit        int not null check (unit > 0),
    place_id    uuid not null,
    offer_id    uuid not null,
    resident_id uuid not null,
    value_minor bigint not null check (value_minor >= 0),
    currency    char(3) not null,
    state       text not null check (state in ('ISSUED', 'REDEEMED', 'REVOKED')),
    starts_at   timestamptz,
    valid_until timestamptz not null,
    issued_at   timestamptz not null,
    redeemed_at timestamptz,
    redeemed_by uuid,
    primary key (region_id, id),
    unique (region_id, order_id, line, unit),
    check ((state = 'REDEEMED') = (redeemed_at is not null))
);
create index voucher_by_place on voucher.voucher (region_id, place_id, starts_at);

-- Every scan and its answer: the same counter and nonce get the same answer again.
create table voucher.scan (
    region_id   int not null,
    place_id    uuid not null,
    counter_id  uuid not null, -- the person or device that scanned
    nonce       text not null check (length(nonce) between 1 and 100),
    voucher_id  uuid,
    outcome     text not null check (outcome in
        ('REDEEMED', 'ALREADY_REDEEMED', 'EXPIRED', 'REVOKED', 'WRONG_PLACE', 'BAD_SIGNATURE', 'CONFLICT')),
    redeemed_at timestamptz,
    at          timestamptz not null,
    primary key (region_id, counter_id, nonce)
);
create unique index redeemed_once on voucher.scan (region_id, voucher_id) where outcome = 'REDEEMED';
create index scan_by_place on voucher.scan (region_id, place_id, at desc);
