-- Bookings at whose time the place has closed, or on whose day the offer is not to be had any more, since they were sold.
-- Written by the transaction that closes; what has begun stays as it was noted, whatever the hours say later.
create table booking.closed_after_sale (
    region_id int not null,
    order_id  uuid not null,
    place_id  uuid not null,
    noted_at  timestamptz not null,
    primary key (region_id, order_id)
);
create index closed_after_sale_by_place on booking.closed_after_sale (region_id, place_id);
