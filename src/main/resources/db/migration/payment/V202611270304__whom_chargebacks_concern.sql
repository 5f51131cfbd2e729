-- At whose desk a chargeback is answered, and whether the order stands still because of it.
alter table payment.chargeback_share
    add column place_id uuid,
    add column stopped boolean not null default false;
create index chargeback_share_by_place on payment.chargeback_share (region_id, place_id);
