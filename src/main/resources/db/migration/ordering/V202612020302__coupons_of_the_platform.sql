-- What the platform pays of the price, in the resident's place: the total is what the order costs all the same.
alter table ordering.orders
    add column coupon_minor bigint not null default 0,
    add constraint somebody_pays_something check (coupon_minor = 0 or (coupon_minor > 0 and coupon_minor < total_minor));
