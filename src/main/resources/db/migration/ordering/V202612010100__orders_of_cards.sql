-- An order whose payment becomes a card: a gift voucher, a pass, a balance. Nothing of it is had, and it is over once it
-- is paid.
alter table ordering.orders
    drop constraint orders_pays_check,
    add constraint orders_pays_check check (pays in ('ESCROW', 'SHOP', 'STORED')),
    add constraint cards_are_of_no_time check (pays <> 'STORED' or (starts_at is null and no_show_at is null));
