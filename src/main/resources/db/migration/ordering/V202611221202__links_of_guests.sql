-- Two links lead to an order that staff took: the one they hand over, by which it is paid, and the guest's own, which is
-- in the letters to the guest and nowhere else, and shows the voucher too. The guest's is kept sealed, for the letters to come.
alter table ordering.pay_link
    add for_guest boolean not null default false,
    add sealed text,
    drop constraint pay_link_pkey,
    add primary key (region_id, order_id, for_guest),
    add constraint sealed_for_guests check (for_guest = (sealed is not null));
