-- What the merchant lets off by a coupon, all units together: the price that was agreed stays to be seen beside it.
alter table ordering.line
    add column off_minor bigint not null default 0,
    add constraint no_line_is_below_nothing check (off_minor >= 0 and off_minor <= unit_minor * quantity + extra_minor);
