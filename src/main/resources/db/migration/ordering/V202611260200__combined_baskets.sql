-- The orders of such a basket are pieces of one combined appointment: one guest has all of them, so that none is moved to
-- a time at which they have another one. What was held together before may be of several people.
alter table ordering.basket add column combined boolean not null default false;
