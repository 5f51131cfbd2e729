-- A merchant sells from the first day, and is paid out to only once an operator has verified it.
alter table merchant.merchant
    add column opened_by   uuid, -- who signed it up; null for those the town was founded with
    add column asked_at    timestamptz, -- since when it waits for an operator
    add column verified_at timestamptz,
    add column verified_by uuid,
    add column refused_at  timestamptz,
    add column refused_by  uuid,
    add column refusal     text check (length(refusal) between 1 and 500),
    add constraint refused_with_a_reason check (num_nulls(refused_at, refused_by, refusal) in (0, 3)),
    add constraint verified_or_refused check (verified_at is null or refused_at is null);

-- Those who were here before anybody could sign up were let in by an operator.
update merchant.merchant set verified_at = created_at;

alter table merchant.merchant
    add column payable boolean not null generated always as (verified_at is not null) stored,
    -- What pays out refers to this key with payable = true, so that nobody unverified can be paid.
    add constraint merchant_if_payable unique (region_id, id, payable);
create index merchant_waiting on merchant.merchant (region_id, asked_at)
    where verified_at is null and refused_at is null;

-- Each save names the version it has seen: two tabs do not overwrite one another in silence.
alter table merchant.place
    add column version       int not null default 1 check (version > 0),
    add column hours_version int not null default 1 check (hours_version > 0);

-- Who or what has left stays for the bookings of the past that name it.
alter table merchant.staff
    add column version        int not null default 1 check (version > 0),
    add column left_at        timestamptz,
    add column pin_salt       bytea check (length(pin_salt) = 16),
    add column pin_iterations int check (pin_iterations >= 100000),
    add column pin_hash       bytea check (length(pin_hash) = 32),
    add constraint pin_is_whole check (num_nulls(pin_salt, pin_iterations, pin_hash) in (0, 3));
alter table merchant.resource
    add column version int not null default 1 check (version > 0),
    add column left_at timestamptz;

-- Steps of setting up that leave no other trace: a preview that was looked at, pictures left for later.
create table merchant.step (
    region_id int not null,
    place_id  uuid not null,
    step      text not null check (step in ('PICTURE', 'PREVIEW')),
    done_at   timestamptz not null,
    primary key (region_id, place_id, step),
    foreign key (region_id, place_id) references merchant.place
);

-- Somebody says that a listing is theirs. It is not until an operator says so too.
create table merchant.take_over (
    region_id   int not null,
    id          uuid not null,
    place_id    uuid not null,
    person_id   uuid not null,
    evidence    text not null check (evidence in ('LICENCE', 'PHOTO', 'TELEPHONE')),
    words       text not null check (length(words) between 1 and 500), -- the licence's number, who answers the telephone …
    picture     text, -- kept where only operators see it
    asked_at    timestamptz not null,
    state       text not null check (state in ('OPEN', 'GRANTED', 'REFUSED', 'WITHDRAWN')),
    decided_at  timestamptz,
    decided_by  uuid,
    refusal     text check (length(refusal) between 1 and 500),
    merchant_id uuid, -- what came of it
    primary key (region_id, id),
    foreign key (region_id, place_id) references merchant.place,
    foreign key (region_id, merchant_id) references merchant.merchant,
    check ((state = 'OPEN') = (decided_at is null)),
    check ((state = 'GRANTED') = (merchant_id is not null)),
    check ((state = 'REFUSED') = (refusal is not null)),
    check (evidence <> 'PHOTO' or picture is not null)
);
-- One open claim for each listing; a listing is given away once.
create unique index take_over_open on merchant.take_over (region_id, place_id) where state = 'OPEN';
create unique index take_over_granted on merchant.take_over (region_id, place_id) where state = 'GRANTED';
create index take_over_by_person on merchant.take_over (person_id, asked_at);
create index take_over_waiting on merchant.take_over (region_id, asked_at) where state = 'OPEN';
