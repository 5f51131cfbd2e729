-- A voucher of several units is redeemed in parts; one that was called off is withdrawn until its counters know.
alter table voucher.voucher
    add units          int not null default 1 check (units between 1 and 100),
    add units_redeemed int not null default 0,
    add withdrawn_at   timestamptz,
    drop constraint voucher_state_check,
    add constraint voucher_state_check check (state in ('ISSUED', 'REDEEMED', 'WITHDRAWN', 'REVOKED'));
update voucher.voucher set units_redeemed = units where state = 'REDEEMED';
alter table voucher.voucher
    add constraint no_more_than_all check (units_redeemed between 0 and units),
    add constraint redeemed_is_all check ((state = 'REDEEMED') = (units_redeemed = units)),
    add constraint withdrawn_since check (state <> 'WITHDRAWN' or withdrawn_at is not null),
    add constraint nothing_used_is_withdrawn check (state not in ('WITHDRAWN', 'REVOKED') or units_redeemed = 0),
    -- only so that a redemption can refer to how many units there are
    add constraint voucher_units unique (region_id, id, units);

-- A counter's device. Its private key never leaves it; the public half verifies what it scanned with no network.
create table voucher.device (
    region_id    int not null,
    id           uuid not null,
    place_id     uuid not null,
    name         text not null check (length(name) between 1 and 60),
    jwk          jsonb not null,
    token_id     uuid not null,
    enrolled_by  uuid not null,
    enrolled_at  timestamptz not null,
    revoked_at   timestamptz,
    revoked_by   uuid,
    synced_at    timestamptz,                -- when it last reached us
    synced_mark  bigint not null,            -- it knows of every withdrawal up to this mark of its place
    sequence     bigint not null default 0,  -- the highest that arrived
    arrived      bigint not null default 0,  -- how many of its numbered scans arrived
    claimed      bigint not null default 0,  -- the highest that it says it used
    skew_millis  bigint,                     -- our clock less its own, when last measured
    primary key (region_id, id),
    check ((revoked_at is null) = (revoked_by is null))
);
create index device_by_place on voucher.device (region_id, place_id, enrolled_at);

-- Counts the withdrawals and bundles of a place. Whoever writes it keeps it until the end of the transaction, so that
-- a bundle has every withdrawal below its own mark and none above it, whatever any clock says.
create table voucher.mark (
    region_id int not null,
    place_id  uuid not null,
    value     bigint not null,
    primary key (region_id, place_id)
);

create table voucher.bundle (
    region_id int not null,
    id        uuid not null,
    device_id uuid not null,
    mark      bigint not null,
    issued_at timestamptz not null,
    primary key (region_id, id),
    foreign key (region_id, device_id) references voucher.device
);
create index bundle_by_device on voucher.bundle (region_id, device_id, issued_at);

-- What is kept of a scan besides its verdict.
alter table voucher.scan
    add offline           boolean not null default false,
    add device_id         uuid,
    add sequence          bigint check (sequence > 0),
    add scanned_at        timestamptz, -- by the device's own clock
    add skew_millis       bigint,
    add units             int not null default 1 check (units between 1 and 100),
    add units_left        int,
    add staff_id          uuid,
    add first_at          timestamptz, -- of a second scan: when and where the first was
    add first_counter_id  uuid,
    add looked_into_at    timestamptz, -- of a conflict: when somebody closed it
    add looked_into_by    uuid,
    add constraint offline_by_device check (not offline or (device_id is not null and sequence is not null)),
    add constraint device_is_counter check (device_id is null or device_id = counter_id),
    add constraint conflict_is_offline check (outcome <> 'CONFLICT' or offline),
    add constraint scan_of_device foreign key (region_id, device_id) references voucher.device;
-- A number is used once by a device.
create unique index scan_sequence on voucher.scan (region_id, device_id, sequence) where sequence is not null;
create index scan_conflict on voucher.scan (region_id, place_id, at) where outcome = 'CONFLICT';

-- Each unit at most once: a second row of a unit is what nobody can write. The scan that took it is named, and is
-- written by the same transaction.
create table voucher.redemption (
    region_id   int not null,
    voucher_id  uuid not null,
    unit        int not null check (unit > 0),
    units       int not null,
    counter_id  uuid not null,
    nonce       text not null,
    value_minor bigint not null check (value_minor >= 0),
    redeemed_at timestamptz not null,
    primary key (region_id, voucher_id, unit),
    check (unit <= units),
    foreign key (region_id, voucher_id, units) references voucher.voucher (region_id, id, units),
    foreign key (region_id, counter_id, nonce) references voucher.scan deferrable initially deferred
);
create index redemption_by_scan on voucher.redemption (region_id, counter_id, nonce);
insert into voucher.redemption (region_id, voucher_id, unit, units, counter_id, nonce, value_minor, redeemed_at)
select v.region_id, v.id, 1, 1, s.counter_id, s.nonce, v.value_minor, v.redeemed_at
from voucher.voucher v
join voucher.scan s on s.region_id = v.region_id and s.voucher_id = v.id and s.outcome = 'REDEEMED'
where v.state = 'REDEEMED';
-- A voucher of several units has several scans that redeem; what is unique now is the unit.
drop index voucher.redeemed_once;
create index scan_by_voucher on voucher.scan (region_id, voucher_id) where voucher_id is not null;

-- What a device signed that was reported lost: somebody at the desk counts or discards each. The token itself is not
-- kept, only what it came to.
create table voucher.quarantined (
    region_id    int not null,
    device_id    uuid not null,
    nonce        text not null check (length(nonce) between 1 and 100),
    place_id     uuid not null,
    voucher_id   uuid,
    refused      text check (refused in ('BAD_SIGNATURE', 'WRONG_PLACE')),
    sequence     bigint not null check (sequence > 0),
    scanned_at   timestamptz not null,
    skew_millis  bigint not null,
    units        int not null check (units between 1 and 100),
    staff_id     uuid,
    received_at  timestamptz not null,
    state        text not null check (state in ('WAITING', 'COUNTED', 'DISCARDED')),
    decided_at   timestamptz,
    decided_by   uuid,
    primary key (region_id, device_id, nonce),
    foreign key (region_id, device_id) references voucher.device,
    check ((refused is null) = (voucher_id is not null)),
    check ((state = 'WAITING') = (decided_at is null))
);
create index quarantined_waiting on voucher.quarantined (region_id, place_id, received_at) where state = 'WAITING';

-- What a bundle holds: what is still to come, what has no time, what was missed, what is called off, what was had today.
create index voucher_to_come on voucher.voucher (region_id, place_id, starts_at) where state = 'ISSUED';
create index voucher_any_time on voucher.voucher (region_id, place_id, valid_until)
    where state = 'ISSUED' and starts_at is null;
create index voucher_called_off on voucher.voucher (region_id, place_id, valid_until)
    where state in ('WITHDRAWN', 'REVOKED');
create index voucher_had on voucher.voucher (region_id, place_id, redeemed_at) where redeemed_at is not null;
