-- Those that a resident keeps and has not paid, and those of them for which nobody came, are counted.
create index orders_at_shop_by_resident on ordering.orders (resident_id, place_id) where pays = 'SHOP';
