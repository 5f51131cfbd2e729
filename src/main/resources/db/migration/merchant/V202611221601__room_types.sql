-- A type of room is one thing at a place of which there are several: twelve river rooms. Chairs are one each.
alter table merchant.resource add units int not null default 1 check (units between 1 and 1000);
