create schema reconciliation;

-- What gateways say that they booked, line by line as their reports have it.
create table reconciliation.line (
    gateway      text not null,
    day          date not null, -- in UTC
    kind         text not null check (kind in ('PAYMENT', 'REFUND', 'DISPUTE', 'DISPUTE_REVERSED', 'FEE')),
    gateway_ref  text not null,
    at           timestamptz not null,
    reference    text, -- ours
    amount_minor bigint not null check (amount_minor > 0),
    fee_minor    bigint not null check (fee_minor >= 0),
    currency     char(3) not null,
    primary key (gateway, kind, gateway_ref, at)
);
create index lines_of_a_day on reconciliation.line (gateway, day);
create index line_by_reference on reconciliation.line (gateway, reference);

-- The days that were read and compared. What was before the first of them is not.
create table reconciliation.day (
    gateway text not null,
    day     date not null,
    read_at timestamptz not null,
    primary key (gateway, day)
);

create table reconciliation.difference (
    region_id    int not null,
    id           uuid not null,
    gateway      text not null,
    day          date not null,
    kind         text not null check (kind in ('MISSING_HERE', 'MISSING_THERE', 'OTHER_AMOUNT')),
    movement     text not null check (movement in ('PAYMENT', 'REFUND', 'DISPUTE', 'DISPUTE_REVERSED', 'FEE')),
    reference    text not null,
    ours_minor   bigint,
    theirs_minor bigint,
    currency     char(3) not null,
    found_at     timestamptz not null,
    state        text not null check (state in ('OPEN', 'EXPLAINED', 'SETTLED')),
    note         text check (length(note) between 1 and 1000),
    changed_by   uuid,
    changed_at   timestamptz,
    primary key (region_id, id),
    -- Comparing again finds nothing new in what is known.
    unique (gateway, kind, movement, reference),
    constraint explained_with_a_note check ((state = 'OPEN') = (note is null) and num_nulls(note, changed_by, changed_at) in (0, 3))
);
create index differences_by_state on reconciliation.difference (region_id, state, found_at);
create index differences_changed_by on reconciliation.difference (changed_by) where changed_by is not null;
