-- How many holds a resident has open is asked at each hold.
create index orders_held_by_resident on ordering.orders (resident_id) where state = 'HELD';
