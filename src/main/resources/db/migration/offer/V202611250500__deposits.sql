-- What of the price is paid when booking, in percent; the rest is paid at the place. Null: all of it when booking.
alter table offer.version
    add deposit_percent int check (deposit_percent between 1 and 90);
