create schema visit;

create table visit.visit (
    region_id   int not null,
    id          uuid not null,
    order_id    uuid not null,
    voucher_id  uuid not null,
    place_id    uuid not null,
    offer_id    uuid not null,
    resident_id uuid not null,
    visited_at  timestamptz not null,
    primary key (region_id, id),
    unique (region_id, voucher_id)
);
create index visit_by_order on visit.visit (region_id, order_id);
create index visit_by_place on visit.visit (region_id, place_id, visited_at);
