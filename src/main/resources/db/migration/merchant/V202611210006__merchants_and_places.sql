create schema merchant;

create table merchant.merchant (
    region_id  int not null references region.region,
    id         uuid not null,
    name       jsonb not null,
    created_at timestamptz not null,
    primary key (region_id, id)
);

-- A place without a merchant is a listing: it can be found, not booked.
create table merchant.place (
    region_id   int not null references region.region,
    id          uuid not null,
    merchant_id uuid,
    name        jsonb not null check (name ? 'en' or name ? 'zh'),
    address     jsonb not null,
    lat         double precision check (lat between -90 and 90),
    lon         double precision check (lon between -180 and 180),
    trade       text not null,
    phone       text,
    details     jsonb not null, -- what the source says: opening hours, dishes, facilities …
    source      text not null,
    source_key  text,
    created_at  timestamptz not null,
    changed_at  timestamptz not null,
    primary key (region_id, id),
    foreign key (region_id, merchant_id) references merchant.merchant,
    check ((lat is null) = (lon is null)),
    unique (source, source_key)
);
create index place_by_merchant on merchant.place (region_id, merchant_id);

create table merchant.staff (
    region_id int not null,
    id        uuid not null,
    place_id  uuid not null,
    name      jsonb not null,
    primary key (region_id, id),
    foreign key (region_id, place_id) references merchant.place
);
create index staff_by_place on merchant.staff (region_id, place_id);

create table merchant.resource (
    region_id int not null,
    id        uuid not null,
    place_id  uuid not null,
    kind      text not null, -- a word of the pack: chair, room …
    name      jsonb not null,
    primary key (region_id, id),
    foreign key (region_id, place_id) references merchant.place
);
create index resource_by_place on merchant.resource (region_id, place_id);

-- Local wall-clock times; several spans a day are allowed, over midnight is two.
create table merchant.place_hours (
    region_id int not null,
    place_id  uuid not null,
    weekday   int not null check (weekday between 1 and 7), -- 1 is Monday
    opens     time not null,
    closes    time not null check (closes > opens),
    primary key (region_id, place_id, weekday, opens),
    foreign key (region_id, place_id) references merchant.place
);

-- Staff with no row here work whenever the place is open.
create table merchant.staff_hours (
    region_id int not null,
    staff_id  uuid not null,
    weekday   int not null check (weekday between 1 and 7),
    opens     time not null,
    closes    time not null check (closes > opens),
    primary key (region_id, staff_id, weekday, opens),
    foreign key (region_id, staff_id) references merchant.staff
);

-- A day that differs: closed when both times are null, else open then instead.
create table merchant.day_exception (
    region_id int not null,
    place_id  uuid not null,
    day       date not null,
    opens     time,
    closes    time check (closes > opens),
    primary key (region_id, place_id, day),
    foreign key (region_id, place_id) references merchant.place,
    check ((opens is null) = (closes is null))
);
