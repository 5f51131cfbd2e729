-- What was had, and is to be paid at the shop, counts as paid after a while though nobody has noted it; each is looked at once.
alter table ordering.orders add counted_at timestamptz;
create index orders_to_be_counted on ordering.orders (settled_at)
    where pays = 'SHOP' and counted_at is null and jsonb_typeof(terms -> 'atShop') = 'object';
create index orders_not_noted on ordering.orders (region_id, place_id)
    where pays = 'SHOP' and counted_at is null and jsonb_typeof(terms -> 'atShop') = 'object';
alter table ordering.balance_receipt
    alter noted_by drop not null,
    drop constraint balance_receipt_means_check,
    add constraint balance_receipt_means_check check (means in ('CASH', 'TERMINAL', 'COUNTED')),
    add constraint counted_by_nobody check ((means = 'COUNTED') = (noted_by is null));
