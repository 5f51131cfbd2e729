-- Payout runs leave out what these brought.
create index orders_disputed on ordering.orders (region_id) where state = 'DISPUTED';
