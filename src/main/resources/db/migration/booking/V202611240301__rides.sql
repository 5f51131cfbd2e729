-- Where a ride goes: of a home that is visited there is no other end. Both ends are forgotten together.
alter table booking.job
    add column to_lat double precision,
    add column to_lon double precision,
    add constraint a_ride_ends_at_a_point check ((to_lat is null) = (to_lon is null)),
    add constraint no_end_without_a_door check (to_lat is null or lat is not null);
