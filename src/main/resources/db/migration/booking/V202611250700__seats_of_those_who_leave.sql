-- Whose cancellation waits until the counters know keeps the seat until then, and is not counted among those who come.
alter table booking.lot_claim add column leaving boolean not null default false;
