-- Which transaction wrote a transfer: below the oldest that still runs, nothing can appear any more. Those that are there
-- already get the id 2, which no transaction ever bears.
alter table ledger.transfer
    add column xid xid8 not null default '2',
    -- In ten-thousandths of a minor unit: by how much the others' parts were rounded down, which is in this one.
    add column rounding int not null default 0 check (rounding >= 0);
alter table ledger.transfer alter column xid set default pg_current_xact_id();
create index transfer_by_writing on ledger.transfer (region_id, xid, id);

-- Each seal is over the one before it and over the next transfers of its region, in the order of (xid, id).
create table ledger.seal (
    region_id int not null,
    number    bigint not null check (number > 0),
    ids       bigint[] not null check (cardinality(ids) > 0),
    to_xid    xid8 not null, -- of the last of them
    to_id     bigint not null,
    hash      bytea not null check (length(hash) = 32),
    at        timestamptz not null,
    primary key (region_id, number)
);

-- What accounts had when their region was sealed last; what they have now is that and the transfers after it.
create table ledger.balance_snapshot (
    region_id  int not null,
    account_id bigint not null,
    balance    bigint not null,
    primary key (region_id, account_id),
    foreign key (region_id, account_id) references ledger.account
);
