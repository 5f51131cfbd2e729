-- Whether it may be booked without paying online, and is paid at the shop: only so, or as the resident likes; up to what
-- amount one order, and how many of them, still to be had, one resident keeps at the place. Null: it is paid online.
alter table offer.version
    add shop_only boolean,
    add shop_most_minor bigint check (shop_most_minor > 0),
    add shop_most_open int check (shop_most_open between 1 and 20),
    add constraint at_shop_is_whole check ((shop_only is null) = (shop_most_open is null)),
    add constraint at_shop_has_its_bounds check (shop_most_minor is null or shop_most_open is not null);
