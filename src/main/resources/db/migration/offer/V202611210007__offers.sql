create schema offer;

create table offer.offer (
    region_id   int not null,
    id          uuid not null,
    place_id    uuid not null,
    merchant_id uuid not null,
    pack_id     text not null,
    version     int not null, -- the one sold now
    active      boolean not null,
    changed_at  timestamptz not null,
    primary key (region_id, id),
    foreign key (region_id, place_id) references merchant.place
);
create index offer_by_place on offer.offer (region_id, place_id);

-- Never changed: an order names the version it was sold under.
create table offer.version (
    region_id             int not null,
    offer_id              uuid not null,
    version               int not null check (version > 0),
    pack_version          int not null,
    title                 jsonb not null,
    description           jsonb not null,
    price_minor           bigint not null check (price_minor >= 0),
    currency              char(3) not null,
    duration_minutes      int not null check (duration_minutes between 5 and 1440 and duration_minutes % 5 = 0),
    buffer_before_minutes int not null check (buffer_before_minutes between 0 and 240 and buffer_before_minutes % 5 = 0),
    buffer_after_minutes  int not null check (buffer_after_minutes between 0 and 240 and buffer_after_minutes % 5 = 0),
    resource_kind         text, -- null: needs none
    attributes            jsonb not null,
    created_at            timestamptz not null,
    primary key (region_id, offer_id, version),
    foreign key (region_id, offer_id) references offer.offer deferrable initially deferred
);
alter table offer.offer add foreign key (region_id, id, version) references offer.version deferrable initially deferred;

create table offer.staff (
    region_id int not null,
    offer_id  uuid not null,
    staff_id  uuid not null,
    primary key (region_id, offer_id, staff_id),
    foreign key (region_id, offer_id) references offer.offer,
    foreign key (region_id, staff_id) references merchant.staff
);
