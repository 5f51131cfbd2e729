-- A session takes its people and its room for all who come to it: such a claim belongs to the offer instead of an order,
-- and is there as long as a seat is taken.
alter table booking.claim add column session_start timestamptz;
