-- When the merchant was told that it counts as paid soon, or that there was nothing to tell was seen: each is looked at once.
alter table ordering.orders add warned_at timestamptz;
create index orders_to_be_warned_of on ordering.orders (settled_at)
    where pays = 'SHOP' and warned_at is null and counted_at is null and jsonb_typeof(terms -> 'atShop') = 'object';
