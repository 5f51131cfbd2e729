-- A voucher of several units is had in parts: each is a visit, known by the first unit that was had then.
alter table visit.visit
    add unit int not null default 1 check (unit > 0),
    drop constraint visit_region_id_voucher_id_key,
    add constraint visit_of_part unique (region_id, voucher_id, unit);
